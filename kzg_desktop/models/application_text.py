"""What the table of applications says in each of its columns."""

from __future__ import annotations

import time
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.masking import mask_name, mask_phone

__all__ = ["ApplicationColumn", "audience_name", "cell_text", "channel_name"]


class ApplicationColumn(IntEnum):
    """Columns from left to right."""

    TIME = 0
    NAME = 1
    PHONE = 2
    CITY = 3
    JOB = 4
    CHANNEL = 5


def channel_name(channel: str) -> str:
    """Return a channel's name for people; an unknown one is its own name."""
    names = {
        "form": QCoreApplication.translate("Channel", "Form"),
        "webhook": QCoreApplication.translate("Channel", "Link"),
        "sheet": QCoreApplication.translate("Channel", "Sheet"),
        "kuaishou": QCoreApplication.translate("Channel", "Kuaishou"),
        "douyin": QCoreApplication.translate("Channel", "Douyin"),
        "oceanengine": QCoreApplication.translate("Channel", "Ocean Engine"),
        "wechat": QCoreApplication.translate("Channel", "WeChat"),
    }
    return names.get(channel, channel)


def audience_name(audience: str) -> str:
    """Return one of :data:`kzg_desktop.domain.entities.AUDIENCES` for people; another one is its own name."""
    names = {
        "蓝领": QCoreApplication.translate("Audience", "Blue-collar workers"),
        "大学生": QCoreApplication.translate("Audience", "Students and graduates"),
        "农民工": QCoreApplication.translate("Audience", "Migrant workers"),
        "退役军人": QCoreApplication.translate("Audience", "Veterans"),
    }
    return names.get(audience, audience)


def cell_text(row: Application, column: int) -> str:
    """Return the text of one cell; names and phones always masked."""
    match column:
        case ApplicationColumn.TIME:
            return time.strftime("%H:%M:%S", time.localtime(row.received_at / 1000))
        case ApplicationColumn.NAME:
            return mask_name(row.name)
        case ApplicationColumn.PHONE:
            return mask_phone(row.phone)
        case ApplicationColumn.CITY:
            return row.city
        case ApplicationColumn.JOB:
            return row.job_title
        case _:
            name = channel_name(row.channel)
            return f"{name} ↻" if row.repeat else name
