"""CSV files in the encodings and with the delimiters that Chinese spreadsheet programs write."""

from __future__ import annotations

import codecs
import csv
import io
import re

from kzg_desktop.errors import FileUnreadable

__all__ = ["read_csv"]

_DELIMITERS = ",;\t"
_SAMPLE_LINES = 20
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"\s*<(?:!doctype|html|table|\?xml|meta)", re.IGNORECASE)


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _text(data: bytes, name: str) -> str:
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise FileUnreadable(f"不是可以读取的表格文件（支持 XLSX、XLS、ODS、CSV）：{name}") from error
    if _BINARY.search(text):
        raise FileUnreadable(f"不是可以读取的表格文件（支持 XLSX、XLS、ODS、CSV）：{name}")
    if _MARKUP.match(text):
        raise FileUnreadable(f"这是网页而不是表格，请用表格软件打开并另存为 XLSX 后再导入：{name}")
    return text


def _delimiter(text: str) -> str:
    lines = text.splitlines()[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda mark: sum(line.count(mark) for line in lines))


def read_csv(data: bytes, name: str) -> list[list[str]]:
    """Return the records of *data*, trimmed and all equally long; record n is row n of a spreadsheet program.

    Raises:
        FileUnreadable: not text, a web page, or broken quoting.
    """
    text = _text(data, name)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise FileUnreadable(f"CSV 文件的引号或分隔符有误，无法读取：{name}（{error}）") from error
    width = max(map(len, records), default=0)
    return [[cell.strip() for cell in record] + [""] * (width - len(record)) for record in records]
