"""The as-run log as a table, in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.as_run import AsRunLine
from kzg_desktop.domain.entities import AirEventKind, Mode
from kzg_desktop.exporting.table import Cell, Column, Table

__all__ = ["Language", "as_run_table"]

Language: TypeAlias = Literal["zh", "en"]


class _Labels(Struct, frozen=True, kw_only=True):
    columns: tuple[Column, ...]
    kinds: dict[AirEventKind, str]
    modes: dict[Mode, str]
    triggers: dict[str, str]
    log: str


_LABELS: dict[Language, _Labels] = {
    "zh": _Labels(
        columns=(
            Column("时间", "time"),
            Column("事件"),
            Column("模式"),
            Column("企业"),
            Column("岗位"),
            Column("计划时长", "duration"),
            Column("上墙时长", "duration"),
            Column("超时（秒）", "signed"),
            Column("操作人"),
            Column("触发方式"),
            Column("广告检查"),
            Column("强制上墙理由"),
        ),
        kinds={"take": "上墙", "clear": "清屏", "mode": "切换模式"},
        modes={"prepare": "准备", "rehearse": "彩排", "on_air": "直播"},
        triggers={
            "key": "键盘",
            "mouse": "鼠标",
            "button": "按钮",
            "override": "确认后上墙",
            "close": "关闭窗口",
            "api": "控制接口",
            "ctl": "命令行",
            "demo": "演示",
        },
        log="播出记录",
    ),
    "en": _Labels(
        columns=(
            Column("Time", "time"),
            Column("Event"),
            Column("Mode"),
            Column("Employer"),
            Column("Job"),
            Column("Planned", "duration"),
            Column("On air", "duration"),
            Column("Over (s)", "signed"),
            Column("Operator"),
            Column("Trigger"),
            Column("Ad check"),
            Column("Override reason"),
        ),
        kinds={"take": "take", "clear": "clear", "mode": "mode"},
        modes={"prepare": "prepare", "rehearse": "rehearsal", "on_air": "on air"},
        triggers={
            "key": "keyboard",
            "mouse": "mouse",
            "button": "button",
            "override": "confirmed",
            "close": "window closed",
            "api": "control API",
            "ctl": "command line",
            "demo": "demo",
        },
        log="As-run log",
    ),
}


def as_run_table(
    lines: Iterable[AsRunLine], *, title: str, language: Language, names: Mapping[str, str] | None = None
) -> Table:
    """Return *lines* as a table named after the broadcast's *title*.

    *names* holds people's names by the account ids that stand as operators; one that is not there stays an id.
    """
    labels = _LABELS[language]
    return Table(
        title=f"{labels.log} {title}".strip(),
        columns=labels.columns,
        rows=tuple(_row(line, labels, names or {}) for line in lines),
    )


def _row(line: AsRunLine, labels: _Labels, names: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        line.at,
        labels.kinds[line.kind],
        labels.modes[line.mode],
        line.employer,
        line.title,
        line.planned_s,
        line.on_air_s,
        line.over_s,
        names.get(line.operator, line.operator),
        labels.triggers.get(line.trigger, line.trigger),
        ", ".join(line.findings),
        line.override,
    )
