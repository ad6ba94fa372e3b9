"""The work at the HR desk that the demo's pictures show is work: a hub accepts all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kzg_desktop.demo.hr_work import Team, invite_team, work_through
from kzg_desktop.domain.views import Moment, View
from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.services import FeedQuery
from kzg_desktop.viewers.simulation import Audience, Simulation


def test_a_hub_accepts_all_of_it(tmp_path: Path, desk_of: Any, until: Any) -> None:
    async def story(app: Any) -> tuple[dict[View, int], list[Any], list[Team], Any]:
        desk = app.desk
        await app.link.wait_live()
        await desk.act(*missing_actions(desk, app.clock.now_ms()))
        await until(lambda: not desk.status.waiting)
        viewers = Simulation(app.link.url, BROADCAST_ID, Audience(rate_per_s=200, count=80))
        await viewers.run()
        await until(lambda: app.window.page_widget("live").feed.table.rowCount() == viewers.tally.sent)
        assert viewers.tally.sent == len(await desk.feed_ids(FeedQuery(broadcast_id=BROADCAST_ID)))
        teams = [await invite_team(desk, app.link.office) for _ in range(2)]
        number = await work_through(desk, BROADCAST_ID, teams[0].hr, app.clock.now_ms())
        await until(lambda: not desk.status.waiting)
        counts = await desk.view_counts(Moment(desk.account_id, app.clock.now_ms()))
        (shown,) = await desk.applicant_rows([number])
        return counts, desk.refusals(), teams, await desk.history([shown.row.id])

    counts, refused, teams, history = desk_of(tmp_path / "desk", story)
    assert [] == refused
    assert teams[0] == teams[1]
    assert 1 == counts["employed"]
    assert 1 == counts["starting"]
    assert all(counts[view] for view in ("to_call", "mine", "unreachable", "considering", "interviews", "quarantined"))
    assert {"reveal", "attempt", "note", "booking", "link"} <= {line.kind for line in history}
