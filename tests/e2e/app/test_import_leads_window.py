"""The import of leads in the window: a platform's file goes to a hub process and comes back as applicants, once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from kzg_desktop.domain.clock import china_day
from kzg_desktop.importing.job_sheet import read_job_sheet
from kzg_desktop.importing.plan import plan_import
from kzg_desktop.services import FeedQuery
from kzg_desktop.ui.hub_fields import ByInvitation
from kzg_desktop.ui.leads.dialog import LeadImportDialog
from tests.e2e.app.invented_leads import JOBS, ROWS, sample_leads


async def _with_jobs(app: Any, folder: Path) -> None:
    """Make the jobs here; the hub does not know them yet when this returns."""
    path = folder / "jobs.csv"
    path.write_text(JOBS, "utf-8")
    sheet = read_job_sheet(path, china_day(app.clock.now_ms()))
    await app.desk.act(*plan_import(sheet.drafts, [], []).actions(lambda _row: True))


async def _opened(app: Any, leads: Path, until: Any) -> LeadImportDialog:
    app.window.show_page("hr")
    dialog: LeadImportDialog = app.window.page_widget("hr").import_leads(leads)
    await until(lambda: dialog.stage == "preview")
    dialog.preview.wishes.job.choose(next(job.id for job in app.desk.jobs() if job.title == "普工"))
    await until(lambda: "preview" == dialog.stage and not app.tasks.running("leads.import"))
    return dialog


async def _imported(dialog: LeadImportDialog, until: Any) -> Counter[str]:
    dialog.go.click()
    await until(lambda: dialog.stage == "done", 40)
    outcomes = Counter(row.draft.outcome for row in dialog.preview.rows.all_rows() if row.draft is not None)
    dialog.accept()
    return outcomes


def test_the_file_of_one_broadcast_is_imported_twice(tmp_path: Path, desk_of: Any, until: Any) -> None:
    leads = sample_leads(tmp_path)

    async def story(app: Any) -> None:
        await app.link.wait_live()
        await _with_jobs(app, tmp_path)
        dialog = await _opened(app, leads, until)
        counts = dialog.preview.rows.counts()
        assert ROWS == counts.total() == counts["ok"] + counts["warning"] + counts["error"]
        sent = {
            (row.draft.fields.phone, row.draft.job_id)
            for row in dialog.preview.rows.all_rows()
            if row.draft is not None and row.writes
        }
        first = await _imported(dialog, until)
        assert (len(sent), counts["error"]) == (first["created"], first[""])

        await until(lambda: app.window.page_widget("hr").table.rowCount() == len(sent))
        rows = await app.desk.feed_rows(await app.desk.feed_ids(FeedQuery(channel="sheet")))
        assert sent == {(row.phone, row.job_id) for row in rows}

        again = await _imported(await _opened(app, leads, until), until)
        assert {"unchanged": first.total() - first[""], "": first[""]} == again
        assert rows == await app.desk.feed_rows(await app.desk.feed_ids(FeedQuery(channel="sheet")))

    desk_of(tmp_path / "desk", story)


def test_a_hub_that_dies_keeps_what_it_has_and_the_rest_follows(
    tmp_path: Path, desk_of: Any, hub: Any, until: Any
) -> None:
    leads = sample_leads(tmp_path)

    async def story(app: Any) -> None:
        app.tasks.cancel("link")
        await app._sign_in(hub.url, ByInvitation(hub.invitation))
        app.tasks.spawn("link", app.link.run())
        await app.link.wait_live()
        await _with_jobs(app, tmp_path)
        dialog = await _opened(app, leads, until)
        total = dialog.preview.rows.accepted()
        dialog.go.click()
        await until(lambda: dialog._sent[0], 40)
        hub.stop()
        await until(lambda: dialog.stage == "preview", 40)
        sent = dialog._sent[0]
        assert 0 < sent < total
        assert total - sent == dialog.preview.rows.accepted()
        dialog.go.click()
        await until(lambda: dialog.stage == "preview" and not app.tasks.running("leads.import"))
        assert total - sent == dialog.preview.rows.accepted()
        hub.start()
        await until(lambda: app.desk.status.state == "live", 40)
        outcomes = await _imported(dialog, until)
        assert total == sum(outcomes[kind] for kind in ("created", "updated", "unchanged"))

    desk_of(tmp_path / "desk", story, mode="hub", hub_url=hub.url)
