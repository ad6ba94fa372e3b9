"""``kzg-desktop check-ad``: check the lines of a text as job advertisements."""

from __future__ import annotations

import argparse
import codecs
import io
import json
import re
import sys
from pathlib import Path

from kzg_desktop.errors import FileUnreadable

__all__ = ["add_parser", "run"]

_LINE_END = re.compile(r"\r\n|\n|\r")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``check-ad`` to the command line."""
    parser = subparsers.add_parser(
        "check-ad",
        help="check advertisement texts against the rules for job advertisements",
        description="Print one JSON object for each line of FILE that is not blank, in order: 'text', and 'findings' "
        "with 'code', 'level' (block or warn), 'words', 'basis' and 'suggestion'. Each line is checked by itself, so "
        "what an advertisement lacks (MISSING) is not looked for. UTF-8, UTF-16 with a byte order mark and GB18030 are "
        "read; UTF-8 is written.",
        epilog="exit code: 0 the text was checked, whatever was found; 2 it could not be read",
    )
    parser.add_argument("file", metavar="FILE", help="a text file, one advertisement a line ('-': standard input)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    from kzg_desktop.domain.adcheck import Finding, check_text  # noqa: PLC0415 - only this command needs the rules

    def plain(finding: Finding) -> dict[str, str]:
        return {name: getattr(finding, name) for name in ("code", "level", "words", "basis", "suggestion")}

    data = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
    lines = _LINE_END.split(_decoded(data, args.file))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever reads this reads JSON, not the console's encoding
    for line in lines:
        if line.strip():
            checked = {"text": line, "findings": [plain(finding) for finding in check_text(line)]}
            sys.stdout.write(json.dumps(checked, ensure_ascii=False) + "\n")
    return 0


def _decoded(data: bytes, name: str) -> str:
    """Return the text of *data*.

    Raises:
        FileUnreadable: no text in any of the encodings.
    """
    encodings = ["utf-8-sig", "gb18030"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _BINARY.search(text):
            return text
    raise FileUnreadable(f"不是可以读取的文本文件：{name}")
