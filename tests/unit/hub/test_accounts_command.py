"""``kzg-desktop hub accounts`` and ``hub audit``."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kzg_desktop.cli import hub as command

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, migrated: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line on a fresh hub; returns the exit code and what was said."""
    shutil.copy(migrated, tmp_path / "hub.db")
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())

    def once(*words: str) -> tuple[int, str, str]:
        code = command.run(parser.parse_args(["hub", *words, "--data-dir", str(tmp_path)]))
        said = capsys.readouterr()
        return code, said.out, said.err

    return once


def listed(run: Run) -> dict[str, dict[str, object]]:
    code, out, _ = run("accounts", "list", "--json")
    assert 0 == code
    return {account["name"]: account for account in json.loads(out)}


def test_accounts_are_listed_disabled_enabled_and_invited_again(run: Run) -> None:
    run("invite", "--role", "admin", "--name", "管理员")
    run("invite", "--role", "hr", "--organization", "org-a", "--name", "李敏")
    assert {"管理员": ["*"], "李敏": ["org-a"]} == {name: account["scopes"] for name, account in listed(run).items()}
    id_ = str(listed(run)["李敏"]["id"])
    code, out, _ = run("accounts", "disable", "李敏")
    assert (0, True) == (code, "disabled" in out)
    assert 2 == run("accounts", "invite", id_)[0]
    run("accounts", "enable", id_)
    code, out, _ = run("accounts", "invite", id_)
    assert (0, 8) == (code, len(out.strip()))
    assert "2 accounts" in run("accounts", "list")[1]


def test_unlocking_and_forgetting_a_password_are_told(run: Run) -> None:
    run("invite", "--role", "host", "--name", "小王")
    assert 0 == run("accounts", "unlock", "小王")[0]
    assert 0 == run("accounts", "forget-password", "小王")[0]
    code, out, _ = run("audit", "--json")
    assert (0, ["account_created", "invited", "account_unlocked", "password_forgotten"]) == (
        code,
        [line["kind"] for line in json.loads(out)],
    )
    code, out, _ = run("audit", "--limit", "1")
    assert (1, True, True) == (len(out.splitlines()), "password_forgotten" in out, "小王" in out)


def test_what_cannot_be_done_is_said(run: Run) -> None:
    run("invite", "--role", "admin", "--name", "管理员")
    for name in ("李", "李"):
        run("invite", "--role", "hr", "--organization", "org-a", "--name", name)
    for words, expected in (
        (("disable", "管理员"), "last administrator"),
        (("disable", "nobody"), "there is no account nobody"),
        (("unlock", "李"), "2 accounts are named 李"),
    ):
        code, _, err = run("accounts", *words)
        assert (2, True) == (code, expected in err), err


@pytest.mark.parametrize("words", [["accounts"], ["accounts", "disable"], ["audit", "--limit", "0"], ["accounts", "x"]])
def test_bad_usage_ends_with_help(run: Run, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert 2 == caught.value.code
    assert "usage" in capsys.readouterr().err


def test_nothing_in_a_name_steers_the_terminal(run: Run) -> None:
    assert 2 == run("invite", "--role", "host", "--name", "\x1b[31mred")[0]
