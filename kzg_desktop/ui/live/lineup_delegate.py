"""How a lineup row is drawn: mark, number, title over pay and employer; applications and minutes at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.domain.lineup import LineupMark, LineupRow
from kzg_desktop.models.lineup_list import LineupRole
from kzg_desktop.ui.live.status_text import obstacle_text
from kzg_desktop.widgets.light import paint_light
from kzg_desktop.widgets.text import elided, pay_short
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["LINEUP_ROW_HEIGHT", "LineupDelegate"]

LINEUP_ROW_HEIGHT = 12 * UNIT

_MARKS: dict[LineupMark, tuple[str, str]] = {
    "waiting": ("", "text_faint"),
    "next": ("→", "accent"),
    "on_air": ("●", "on_air"),
    "shown": ("✓", "green"),
    "skipped": ("–", "text_faint"),
}


class LineupDelegate(QStyledItemDelegate):
    """Draws :class:`LineupRow` s. In a ``rehearsal`` the card that shows is blue, for red means viewers."""

    rehearsal = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, LINEUP_ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: LineupRow = index.data(LineupRole.ROW)
        tokens = tokens_for(option.palette)
        painter.save()
        air = "accent" if self.rehearsal else "on_air"
        _paint_ground(painter, option, row, tokens, air)
        _RowPainter(painter, QRectF(option.rect), option.font, tokens, air).paint(row)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, row: LineupRow, tokens: Tokens, air: str) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if row.mark == "on_air":
        painter.fillRect(option.rect, tokens.color(f"{air}_soft"))
        painter.fillRect(QRectF(option.rect.left(), option.rect.top(), 3, option.rect.height()), tokens.color(air))
    if selected and row.mark != "on_air":
        painter.fillRect(option.rect, tokens.color("selected"))
    elif hovered and row.mark != "on_air":
        painter.fillRect(option.rect, tokens.color("hover"))
    line = QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(line, tokens.color("hairline"))
    if selected and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(tokens.color("accent"), 2))
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))


class _RowPainter:
    """Draws the texts of one row."""

    def __init__(self, painter: QPainter, rect: QRectF, font: QFont, tokens: Tokens, air: str) -> None:
        self._painter = painter
        self._air = air
        self._top = QRectF(rect.left(), rect.top() + UNIT, rect.width(), 5 * UNIT)
        self._bottom = QRectF(rect.left(), rect.top() + 6 * UNIT, rect.width(), 5 * UNIT)
        self._tokens = tokens
        self._body = number_font(font)
        self._body.setPixelSize(SIZES["body"])
        self._small = number_font(font)
        self._small.setPixelSize(SIZES["caption"])

    def paint(self, row: LineupRow) -> None:
        mark, color = _MARKS[row.mark]
        color = self._air if row.mark == "on_air" else color
        quiet = row.mark in {"shown", "skipped"}
        top, bottom = self._top, self._bottom
        if row.mark != "waiting":
            self._draw(self._body, color, _part(top, 3 * UNIT, 4 * UNIT), mark)
        self._draw(self._body, "text_faint", _part(top, 7 * UNIT, 6 * UNIT), str(row.number), right=True)
        left, right_column, light = 15 * UNIT, 9 * UNIT, 5 * UNIT
        width = top.width() - left - right_column - light - 3 * UNIT
        title, employer, pay = _words(row)
        strong = QFont(self._body)
        strong.setStrikeOut(row.mark == "skipped")
        strong.setWeight(QFont.Weight.DemiBold if row.mark in {"on_air", "next"} else QFont.Weight.Normal)
        self._draw(strong, "text_muted" if quiet else "text", _part(top, left, width), title)
        if row.standing is not None and row.standing.obstacle is not None:
            self._second_line(_part(bottom, left, width + light), pay, obstacle_text(row.standing.obstacle), "amber")
        else:
            self._second_line(_part(bottom, left, width + light), pay, employer, "text_faint")
        if row.standing is not None and row.standing.light != "ok":
            box = _part(top, left + width, 4 * UNIT)
            paint_light(self._painter, box, row.standing.light, self._tokens)
        end = top.width() - right_column - 3 * UNIT
        applications = f"{row.applications:,}" if row.applications else "–"
        count_color = "text" if row.applications else "text_faint"
        self._draw(self._body, count_color, _part(top, end, right_column), applications, right=True)
        minutes = f"{row.item.planned_s / 60:g}′"
        self._draw(self._small, "text_faint", _part(bottom, end, right_column), minutes, right=True)

    def _second_line(self, line: QRectF, pay: str, rest_text: str, color: str) -> None:
        metrics = QFontMetricsF(self._small)
        taken = min(line.width(), metrics.horizontalAdvance(pay))
        if color == "amber" and taken + 2 * UNIT + metrics.horizontalAdvance(rest_text) > line.width():
            self._draw(self._small, color, line, rest_text)  # what stands against a card comes before its pay
            return
        self._draw(self._small, "text_muted", _part(line, 0, taken), pay)
        rest = line.width() - taken - 2 * UNIT
        if rest > 12 * UNIT:
            self._draw(self._small, color, _part(line, taken + 2 * UNIT, rest), rest_text)

    def _draw(self, font: QFont, color: str, rect: QRectF, text: str, *, right: bool = False) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._tokens.color(color))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = elided(text, QFontMetricsF(font), rect.width())
        self._painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)


def _part(line: QRectF, left: float, width: float) -> QRectF:
    return QRectF(line.left() + left, line.top(), width, line.height())


def _words(row: LineupRow) -> tuple[str, str, str]:
    if row.job is None:
        return row.item.job_id, "", ""
    return row.job.title, row.job.hiring_organization, pay_short(row.job.pay)
