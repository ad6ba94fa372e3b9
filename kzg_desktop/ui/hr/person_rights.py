"""A person's rights (个人信息保护法 44-47): consents, a copy of all that is stored, correction, withdrawal, erasure."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import CHINA, Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.masking import mask_name
from kzg_desktop.errors import HubError, HubRejected, HubUnreachable, KzgError
from kzg_desktop.exporting.atomic import write_whole
from kzg_desktop.hiring_services import HiringDesk, Office
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.hr.person_rights_correct import CorrectForm
from kzg_desktop.ui.hr.person_rights_erase import EraseForm
from kzg_desktop.ui.kept_file import kept_file
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.wire_office import ConsentRecord, Correction

__all__ = ["RightsDialog", "consent_words", "receipt_text"]

translate = QCoreApplication.translate

_CONSENTS, _WORK = "hr.rights.consents", "hr.rights.work"


class RightsDialog(QDialog):
    """The person behind one application. All but withdrawing needs the hub, now.

    ``withdraw_requested``: the person does not want to be contacted any more.
    """

    withdraw_requested = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        row: Application,
        desk: HiringDesk,
        office: Office | None,
        *,
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None = None,
        employer: str = "",
        masked: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row, self._desk, self._office, self._tasks, self._clock = row, desk, office, tasks, clock
        self._employer = employer
        self._consents: list[ConsentRecord] = []
        self._busy = False
        name = mask_name(row.name) if masked else row.name
        self.setWindowTitle(self.tr("Personal data of {name}").format(name=name))
        self.away = QFrame(self)
        self.away.setProperty("role", "banner")
        self.away_words = QLabel(self.away, wordWrap=True)
        self.state = QLabel(self, wordWrap=True)
        self.state.setProperty("role", "caption")
        self.consents = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.consents.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.receipt = self._button(self.tr("Save a receipt…"), self.ask_receipt)
        self.export = self._button(self.tr("Save all data…"), self.ask_export)
        self.correct = CorrectForm(row, self, masked=masked)
        self.withdraw = self._button(self.tr("Withdraw consent…"), self._on_withdraw)
        self.erase = EraseForm(row, self)
        self.correct.wanted.connect(self._on_correct)
        self.erase.wanted.connect(self._on_erase)
        self.withdrawing = _Sure(
            self.tr("Nobody may call or write any more, and all open steps end. This cannot be undone."),
            self.tr("Yes, the consent is withdrawn"),
            self,
        )
        self.withdrawing.yes.clicked.connect(self._do_withdraw)
        self._build()
        self.finished.connect(self._stop)
        self.set_office(office)

    def set_office(self, office: Office | None) -> None:
        """Ask that office from now on; None while the hub is away."""
        self._office = office
        self._say_away(self.tr("The hub is away. These need it; try again when it is back.") if office is None else "")
        if office is not None and not self._consents:
            self._tasks.spawn(_CONSENTS, self._load(office))
        elif office is None:
            self.consents.setText(self.tr("Not known while the hub is away."))
        self._check()

    def reject(self) -> None:
        """Close, but not before what was asked for is known to be done or not."""
        if not self._busy:
            super().reject()

    def _stop(self) -> None:
        self._tasks.cancel(_CONSENTS)
        if self._busy:
            self._tasks.cancel(_WORK)

    # --- files

    def ask_receipt(self) -> None:
        """Let the user choose where the receipt goes."""
        self._ask_file(self.tr("Receipt of consent"), "txt", self.save_receipt)

    def ask_export(self) -> None:
        """Let the user choose where all data go."""
        self._ask_file(self.tr("Personal data"), "json", self.save_export)

    def save_receipt(self, path: Path) -> None:
        """Write what the person agreed to into a file for them."""
        text = receipt_text(self._row, self._consents, self._employer, self._clock.now_ms())
        self._run(self._write(path, lambda: _ready(text.encode())))

    def save_export(self, path: Path) -> None:
        """Write all that the hub holds about the person into a file for them."""
        office = self._office
        if office is not None:
            self._run(self._write(path, lambda: office.person_record(self._row.id)))

    async def _write(self, path: Path, content: Callable[[], Awaitable[bytes]]) -> str:
        """Before the file exists it is known to be one that an erasure has to find."""
        data = await content()
        async with kept_file(self._desk, path, [self._row.id]):
            await asyncio.to_thread(write_whole, path, data)
        return self.tr("Saved: {file}").format(file=path)

    def _ask_file(self, title: str, suffix: str, then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{title} {self._row.n}.{suffix}")
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- doing

    def _on_correct(self, correction: Correction) -> None:
        if self._office is not None:
            self._run(self._correct(self._office, correction))

    async def _correct(self, office: Office, correction: Correction) -> str:
        await office.correct(self._row.id, correction)
        self.correct.done()
        self.erase.show_row(self.correct.row)
        return self.tr("Corrected; it shows here as soon as the hub has sent it")

    def _on_erase(self) -> None:
        if self._office is not None:
            self._run(self._erase(self._office))

    async def _erase(self, office: Office) -> str:
        await office.erase(self._row.id)
        self.said.emit(self.tr("Erased; it disappears from every desktop"))
        self.accept()
        return ""

    def _on_withdraw(self) -> None:
        self.withdrawing.show()
        self.withdrawing.yes.setFocus()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.withdrawing))

    def _do_withdraw(self) -> None:
        self.accept()
        self.withdraw_requested.emit()

    def _run(self, work: Awaitable[str]) -> None:
        """Do one thing at a time; a second press meanwhile does nothing."""
        if self._busy:
            getattr(work, "close", _nothing)()
            return
        self._busy = True
        self._say(self.tr("Working…"))
        self._check()
        self._tasks.spawn(_WORK, self._finish(work))

    async def _finish(self, work: Awaitable[str]) -> None:
        worked = True
        try:
            words = await work
        except KzgError as error:
            words, worked = _words_of(error), False
        except asyncio.CancelledError:
            raise  # the dialog is gone
        except BaseException:
            self._end("")
            raise
        self._end(words)
        if worked and words:
            self.said.emit(words)

    def _end(self, words: str) -> None:
        self._busy = False
        self._say(words)
        self._check()

    async def _load(self, office: Office) -> None:
        self.consents.setText(self.tr("Asking the hub…"))
        try:
            self._consents = await office.consents(self._row.id)
        except HubError as error:
            self.consents.setText(_words_of(error))
        else:
            self.consents.setText(consent_words(self._consents) or self.tr("No consent is on record."))
        self._check()

    # --- building

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        column.setSpacing(3 * UNIT)
        heading = QLabel(self.windowTitle(), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        heading.setProperty("role", "title")
        column.addWidget(heading)
        self._add(column, self.tr("What was agreed to"), self.consents, self.receipt)
        told = self._muted(self.tr("Everything the hub holds about this person, for the person to keep (a JSON file)."))
        self._add(column, self.tr("A copy of all data"), told, self.export)
        self._add(column, self.tr("Correct"), self.correct)
        withdrawn = self._row.status == "withdrawn"
        words = self.tr("Withdrawn already.") if withdrawn else self.tr("The person does not want to be contacted.")
        self._add(column, self.tr("Withdraw"), self._muted(words), self.withdraw, self.withdrawing)
        self._add(column, self.tr("Erase"), self.erase)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        banner = QVBoxLayout(self.away)
        banner.setContentsMargins(6 * UNIT, 2 * UNIT, 6 * UNIT, 2 * UNIT)
        banner.addWidget(self.away_words)
        foot = QVBoxLayout()
        foot.setContentsMargins(6 * UNIT, 2 * UNIT, 6 * UNIT, 4 * UNIT)
        close = QPushButton(self.tr("Close"), self, autoDefault=False)
        close.clicked.connect(self.reject)
        foot.addWidget(self.state)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.away)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)
        self.withdrawing.hide()
        self.state.hide()
        self.resize(140 * UNIT, 170 * UNIT)

    def _add(self, column: QVBoxLayout, title: str, *parts: QWidget) -> None:
        line, heading = QFrame(), QLabel(title)
        line.setProperty("role", "hairline")
        heading.setProperty("role", "heading")
        column.addWidget(line)
        column.addWidget(heading)
        for part in parts:
            if isinstance(part, QPushButton):
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(part)

    def _muted(self, words: str) -> QLabel:
        label = QLabel(words, wordWrap=True)
        label.setProperty("role", "muted")
        return label

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self, autoDefault=False)
        button.clicked.connect(act)
        return button

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def _say_away(self, words: str) -> None:
        self.away_words.setText(words)
        self.away.setVisible(bool(words))

    def _check(self) -> None:
        there = self._office is not None and not self._busy
        self.receipt.setEnabled(bool(self._consents) and not self._busy)
        self.export.setEnabled(there)
        self.correct.set_usable(there and self._desk.may("applicant:write"))
        self.withdraw.setEnabled(
            self._row.status != "withdrawn" and self._desk.may("applicant:write") and not self._busy
        )
        self.erase.set_usable(there, allowed=self._desk.may("erase:admin"))


class _Sure(QFrame):
    """What happens, and the button that makes it happen."""

    def __init__(self, words: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        label = QLabel(words, self, wordWrap=True)
        self.yes = QPushButton(yes, self, autoDefault=True)
        no = QPushButton(self.tr("No"), self, autoDefault=True)
        no.clicked.connect(self.hide)
        flow = FlowLayout()
        flow.addWidget(self.yes)
        flow.addWidget(no)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(label)
        column.addLayout(flow)


def consent_words(consents: list[ConsentRecord]) -> str:
    """Return the consents, each with recipient, purpose and dates."""
    return "\n\n".join("\n".join(filter(None, _consent_lines(consent))) for consent in consents)


def _consent_lines(consent: ConsentRecord) -> tuple[str, ...]:
    since = translate("RightsDialog", "Agreed {when}").format(when=_day(consent.at))
    ended = translate("RightsDialog", "withdrawn {when}").format(when=_day(consent.withdrawn_at))
    dates = f"{since} · {ended}" if consent.withdrawn_at else since
    version = translate("RightsDialog", "text {version}").format(version=consent.text_version)
    return consent.recipient, consent.purpose, f"{dates} · {version}"


def receipt_text(row: Application, consents: list[ConsentRecord], employer: str, now: int) -> str:
    """Return the receipt of consent for the person: Chinese, since it is theirs to read."""
    lines = [
        "个人信息处理同意凭证",
        "",
        f"申请人：{row.name}",
        f"岗位：{row.job_title}（{employer}）",
        f"报名时间：{_day(row.received_at)}",
    ]
    for consent in consents:
        lines += [
            "",
            f"接收方：{consent.recipient}",
            f"处理目的：{consent.purpose}",
            f"同意时间：{_day(consent.at)}",
            f"撤回时间：{_day(consent.withdrawn_at) if consent.withdrawn_at else '未撤回'}",
            f"告知文本（版本 {consent.text_version}）：",
            consent.text,
        ]
    return "\n".join([*lines, "", f"出具时间：{_day(now)}", ""])


def _day(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, CHINA):%Y-%m-%d %H:%M}"


def _words_of(error: KzgError) -> str:
    """Return in one or two sentences why something did not work."""
    if isinstance(error, HubUnreachable):
        return translate("RightsDialog", "The hub does not answer. Nothing was changed; try again later.")
    if isinstance(error, HubRejected) and error.problem.errors:
        return "；".join(error.problem.errors.values())
    told = describe(error)
    return " ".join(filter(None, (told.what, told.todo)))


async def _ready(data: bytes) -> bytes:
    return data


def _nothing() -> None: ...
