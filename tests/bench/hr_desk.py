"""The HR desk over everything cached: ``python -m tests.bench.hr_desk DATA_DIR``.

Prints the median milliseconds of each view (with its first rows in hand), each order of all rows, the counts of all
views, a search, and the first page of a view while an action is unconfirmed.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec

from kzg_desktop.cache.keys import EMBEDDED, cache_key, open_secrets
from kzg_desktop.domain.actions import AddNote
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.views import VIEWS, Moment
from kzg_desktop.hiring_services import ORDERS, ApplicantQuery
from kzg_desktop.sync.desk import LocalDesk
from tests.bench.big_hub import GIVEN, OWNERS, SURNAMES
from tests.bench.measure import median

RUNS = 5
FIRST_ROWS = 64


async def _timed(ask: Callable[[], Awaitable[Any]], runs: int = RUNS) -> float:
    """Return the median; the first answer finds nothing in SQLite's cache, and counts."""
    waits = []
    for _ in range(runs):
        started = time.perf_counter()
        await ask()
        waits.append((time.perf_counter() - started) * 1000)
    return median(waits)


async def measured(data_dir: Path) -> dict[str, Any]:
    desk = await LocalDesk.open(data_dir, cache_key(open_secrets(data_dir), EMBEDDED), SystemClock())
    total = (await desk.view_counts(Moment("", 0)))["all"]
    moment = Moment(OWNERS[0], desk.clock.now_ms())

    async def first_page(**query: Any) -> None:
        numbers = await desk.applicant_ids(ApplicantQuery(moment=moment, **query))
        await desk.applicant_rows(numbers[:FIRST_ROWS])

    rng = random.Random(5)
    words = [rng.choice(SURNAMES) + rng.choice(GIVEN) if i % 2 else f"{rng.randrange(10_000):04d}" for i in range(40)]
    found = {
        "rows": total,
        "views": {view: await _timed(lambda view=view: first_page(view=view)) for view in VIEWS},
        "orders": {order: await _timed(lambda order=order: first_page(order=order)) for order in ORDERS},
        "counts": await _timed(lambda: desk.view_counts(moment)),
        "search": median([await _timed(lambda word=word: first_page(text=word), 1) for word in words]),
    }
    (number, *_) = await desk.applicant_ids(ApplicantQuery(moment=moment, view="to_call"))
    (one,) = await desk.applicant_rows([number])
    await desk.act(AddNote(application_id=one.row.id, text="明天再打", event_id=new_id()))
    found["unconfirmed"] = await _timed(lambda: first_page(view="to_call"))
    for entry in desk.unconfirmed(0):
        await desk.recorded.forget([entry.number])
    await desk.close()
    return found


if __name__ == "__main__":
    print(msgspec.json.encode(asyncio.run(measured(Path(sys.argv[1])))).decode())
