"""Campaigns on screen: what each brought over all its broadcasts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.review.campaign import Campaign, campaign_of, campaigns
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.documents.campaign import campaign_book, campaign_report, campaign_text
from kzg_desktop.review.documents.words import Language
from kzg_desktop.review.reading import Progress, Totals
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.report.totals_dialog import Paper
from kzg_desktop.ui.review.entries import campaign_entry, campaign_name
from kzg_desktop.ui.review.entry_list import EntryList, Keyed
from kzg_desktop.ui.review.faces import Face, campaign_face
from kzg_desktop.ui.review.totals_mode import TotalsMode
from kzg_desktop.ui.review.totals_view import TotalsView
from kzg_desktop.widgets.search_field import SearchField

__all__ = ["CampaignsMode"]


class CampaignsMode(TotalsMode[Campaign]):
    """Lists the campaigns, the latest first; broadcasts of none are one, too."""

    def __init__(self, desk: ReviewDesk, tasks: Tasks, clock: Clock, keymap: Keymap, parent: QWidget) -> None:
        self._desk = desk
        self._clock = clock
        self._totals: Mapping[str, Totals] | None = None
        self.search = SearchField("")
        entries = EntryList("", 3, self.search)
        super().__init__("campaigns", tasks, entries, TotalsView(keymap), parent)
        self.search.setPlaceholderText(self.tr("Search campaigns  ( / )"))
        entries.view.setAccessibleName(self.tr("Campaigns"))
        self.search.textChanged.connect(lambda _text: self._list())
        self.search.left.connect(entries.view.setFocus)
        self.search.returnPressed.connect(entries.view.setFocus)

    def show_totals(self, totals: Mapping[str, Totals] | None) -> None:
        self._totals = totals
        self._list()

    # --- inside

    def _list(self) -> None:
        """List the campaigns with every word searched for."""
        words = self.search.text().casefold().split()
        found = campaigns(self._desk.broadcasts())
        self.list.empty.say(*self._nothing(searched=bool(found)))
        self.list.show_entries(
            [
                Keyed(name, campaign_entry(name, broadcasts, self._totals))
                for name, broadcasts in found.items()
                if all(word in campaign_name(name).casefold() for word in words)
            ]
        )

    def _nothing(self, *, searched: bool) -> tuple[str, str]:
        if searched:
            return self.tr("No campaign matches"), self.tr("Try fewer words.")
        return (
            self.tr("No campaign yet"),
            self.tr("The campaign of a broadcast is set where the broadcast is planned; its totals stand here."),
        )

    async def _read(self, key: str, progress: Progress) -> Campaign:
        return await campaign_of(self._desk, key, progress)

    def _title(self, key: str) -> str:
        return campaign_name(key)

    def _face(self, found: Campaign) -> tuple[Face, Campaign]:
        return campaign_face(found), found

    def _text(self, found: Campaign, language: Language) -> str:
        return campaign_text(found, language)

    def _paper(self, found: Campaign) -> Paper:
        made_at = self._clock.now_ms()
        return Paper(
            heading=self.tr("Campaign totals"),
            name=f"{self.tr('Campaign totals')} {campaign_name(found.name)}",
            pages=lambda language: campaign_report(found, language, made_at=made_at),
            sheets=lambda language: campaign_book(found, language),
        )
