"""Run the benchmarks and print, and write as JSON, each figure, its limit on this machine now, and their ratio."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.big_hub import fill
from tests.bench.measure import ROOT, child, environment, median, percentile

Figures = dict[str, dict[str, float | None]]


def _figure(value: float, limit: float | None, target: float, *, of_limit: bool) -> dict[str, float | None]:
    """Return a figure with what it may be at most: *target* times the limit, or *target* itself."""
    ratio = value / limit if limit else None
    return {
        "value": round(value, 3),
        "limit": round(limit, 3) if limit is not None else None,
        "ratio": round(ratio, 2) if ratio is not None else None,
        "target": target,
        "met": float((ratio if of_limit and ratio is not None else value) <= target),
    }


def first_sync(work: Path, _runs: int) -> Figures:
    pages = work / "pages.bin"
    ours = child("tests.bench.first_sync", "ours", str(work), str(pages))["seconds"]
    limit = child("tests.bench.first_sync", "limit", str(pages), str(work))["seconds"]
    pages.unlink()
    return {"first_sync_s": _figure(ours, limit, 2.0, of_limit=True)}


def start(work: Path, runs: int) -> Figures:
    bare, window, rows, bare_mb, mb = [], [], [], [], []
    for _ in range(runs + 1):
        began = time.monotonic()
        found = child("tests.bench.bare_window")
        bare.append(found["painted_at"] - began)
        bare_mb.append(found["rss_mb"])
        began = time.monotonic()
        found = child("tests.bench.watched_app", "start", str(work))
        window.append(found["window_at"] - began)
        rows.append(found["rows_at"] - began)
        mb.append(found["rss_mb"])
    return {
        "start_to_window_s": _figure(median(window[1:]), median(bare[1:]), 3.0, of_limit=True),
        "start_to_rows_s": _figure(median(rows[1:]), median(bare[1:]), 3.0, of_limit=True),
        "memory_mb": _figure(median(mb[1:]), median(bare_mb[1:]), 3.0, of_limit=True),
    }


def search(work: Path, _runs: int) -> Figures:
    waits: Any = child("tests.bench.watched_app", "search", str(work))
    return {"search_p50_ms": _figure(median(waits), None, 20.0, of_limit=False)}


def hr(work: Path, _runs: int) -> Figures:
    """The views of the HR desk, and lists of all rows in the orders that an index has and that it has not."""
    found: Any = child("tests.bench.hr_desk", str(work))
    indexed = [found["orders"].pop(order) for order in ("due_at", "name", "city")]
    return {
        "hr_views_p50_ms": _figure(median(list(found["views"].values())), None, 50.0, of_limit=False),
        "hr_views_slowest_ms": _figure(max(found["views"].values()), None, 250.0, of_limit=False),
        "hr_unconfirmed_ms": _figure(found["unconfirmed"], None, 250.0, of_limit=False),
        "hr_orders_slowest_ms": _figure(max(indexed), None, 250.0, of_limit=False),
        "hr_full_sort_ms": _figure(max(found["orders"].values()), None, 1000.0, of_limit=False),
        "hr_counts_ms": _figure(found["counts"], None, 150.0, of_limit=False),
        "hr_search_p50_ms": _figure(found["search"], None, 20.0, of_limit=False),
    }


def review(work: Path, _runs: int) -> Figures:
    """Reviews of a cache of its own, with cards on air and what became of everybody, 300 broadcasts."""
    folder = work / "review"
    if not folder.exists():
        _made_cache(folder, 360_000)
    found: Any = child("tests.bench.review", str(folder))
    limits = {"open": 1000.0, "totals": 2000.0, "campaign": 2000.0, "digest": 3000.0, "hosts": 2000.0, "times": 6000.0}
    figures = {
        f"review_{name}_ms": _figure(found[name]["median"], None, most, of_limit=False) for name, most in limits.items()
    }
    held = max(found[name]["loop_held"] for name in limits)
    return figures | {"review_loop_held_ms": _figure(held, None, 50.0, of_limit=False)}


def _made_cache(folder: Path, rows: int) -> None:
    command = [sys.executable, "-m", "tests.bench.big_cache", str(folder), str(rows)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment())


@contextmanager
def _process(*command: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _ask(process: subprocess.Popen[str], line: str = "") -> Any:
    assert process.stdin is not None
    assert process.stdout is not None
    if line:
        process.stdin.write(line + "\n")
        process.stdin.flush()
    return json.loads(process.stdout.readline())


def _bare_latencies(rate: float, count: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder, _process("tests.bench.bare_path", "serve", f"{folder}/port"):
        while not Path(folder, "port").exists() or not Path(folder, "port").read_text():
            time.sleep(0.05)
        url = f"http://127.0.0.1:{Path(folder, 'port').read_text()}"
        values: Any = child("tests.bench.bare_path", "follow", url, str(rate), str(count))
        return list(values)


def following(work: Path, _runs: int) -> Figures:
    """Latency at 10/s and 200/s, and the longest stall in a burst of 1,000/s, over a full cache."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as desk, _process("tests.bench.burst_hub", str(work / "hub")) as hub:
        ready = _ask(hub)
        window = _process("tests.bench.watched_app", "follow", desk, ready["url"], ready["invitation"])
        with window as watched:
            _ask(watched)
            for rate, count in ((10, 150), (200, 2000)):
                sent = _posted(watched, ready["url"], rate, count)
                bare = _bare_latencies(rate, count)
                for p in (50, 99):
                    target = 150.0 if p == 99 else 75.0
                    name = f"latency_p{p}_at_{rate}_ms"
                    figures[name] = _figure(percentile(sent, p), percentile(bare, p), target, of_limit=False)
            assert hub.stdin is not None
            assert watched.stdin is not None
            watched.stdin.write("watch 8000 30\n")
            watched.stdin.flush()
            inserted = _ask(hub, "burst 1000 8")["inserted"]
            seen = _ask(watched)
            assert seen["rows"] == inserted, f"{seen['rows']} of {inserted} rows arrived"
            figures["burst_stall_ms"] = _figure(seen["stall_ms"], None, 50.0, of_limit=False)
    return figures


def _posted(watched: subprocess.Popen[str], url: str, rate: int, count: int) -> list[float]:
    """Return the milliseconds from sending each form to the paint that showed it."""
    assert watched.stdin is not None
    watched.stdin.write(f"watch {count} {count / rate + 20}\n")
    watched.stdin.flush()
    first = int(time.time()) * 100 % 90_000_000  # other people at every run, since the hub knows the earlier ones
    sent: Any = child("tests.bench.poster", f"{url}/apply/b0", str(rate), str(count), str(first))
    answer = _ask(watched)
    assert answer["rows"] == count, f"{answer['rows']} of {count} rows arrived"
    return [(answer["seen"][id_] - at) * 1000 for id_, at in sent]


BENCHMARKS = {
    "first_sync": first_sync,
    "start": start,
    "search": search,
    "hr": hr,
    "review": review,
    "following": following,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=BENCHMARKS, help="run one; most need first_sync's files first")
    parser.add_argument("--rows", type=int, default=360_000, help="applications (default: the platform's peak day)")
    parser.add_argument("--runs", type=int, default=5, help="counted starts after one warm-up")
    parser.add_argument("--work", type=Path, help="keep the files there and use them again")
    parser.add_argument("--json", type=Path, default=Path("out/bench.json"), help="where to write the figures")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kzg-bench-") as folder:
        work = args.work or Path(folder)
        if not (work / "hub" / "hub.db").exists():
            fill(work / "hub", args.rows)
        figures: Figures = {}
        for name, run in BENCHMARKS.items():
            if args.only in {None, name}:
                figures |= run(work, args.runs)
    for name, figure in figures.items():
        limit = f"limit {figure['limit']:>9}  ratio {figure['ratio']:>6}" if figure["limit"] is not None else ""
        verdict = "met" if figure["met"] else "MISSED"
        print(f"{name:<24} {figure['value']:>9}  {limit:<32}  target {figure['target']:>6}  {verdict}")
    args.json.parent.mkdir(parents=True, exist_ok=True)
    args.json.write_text(json.dumps(figures, indent=2) + "\n")
    return 0 if all(figure["met"] for figure in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
