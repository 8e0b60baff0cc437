"""The made-up log looks lived in, whatever time it is."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, entry
from tracker.audit.categorise import Catalogue
from tracker.audit.worth.profile import is_busywork, on_business, profile_of
from tracker.demo import fill, generate
from tracker.domain.errors import Refused
from tracker.domain.filed import filed_of
from tracker.domain.papers import BRIEF_LISTS, BRIEF_TEXTS, KINDS, Handoff, Review
from tracker.domain.span import OpenSpan, Span
from tracker.store.categories import load_categories

if TYPE_CHECKING:
    from tracker.demo import DemoLog


def spans(demo: DemoLog, now: datetime) -> list[tuple[datetime, datetime]]:
    found = []
    for held in demo.entries:
        assert isinstance(held.when, (Span, OpenSpan))
        found.append((held.when.start, held.when.stop if isinstance(held.when, Span) else now))
    return found


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "UTC"])
@pytest.mark.parametrize("hours", range(0, 24 * 9, 13))
def test_the_log_is_sound_at_any_time_of_day(hours: int, zone: str) -> None:
    now = NOW + timedelta(hours=hours)
    demo = generate(hours, now=now, zone=zone)
    stretches = spans(demo, now)
    assert all(start < stop <= now for start, stop in stretches)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(stretches))
    assert [held.running for held in demo.entries].count(True) == 1
    assert timedelta(minutes=20) <= now - stretches[-1][0] <= timedelta(minutes=50)
    assert len({held.id for held in demo.entries}) == len(demo.entries)

    midnight = datetime.combine(
        now.astimezone(ZoneInfo(zone)).date(), datetime.min.time(), ZoneInfo(zone)
    ).astimezone(UTC)
    today = [stretch for stretch in stretches if stretch[0] >= midnight]
    if now - midnight > timedelta(minutes=90):
        assert len(today) >= 5
        widest = max(later[0] - earlier[1] for earlier, later in pairwise(today))
        assert widest >= timedelta(minutes=8)


def test_the_same_seed_is_the_same_log() -> None:
    assert generate(3, now=NOW, zone=ZONE) == generate(3, now=NOW, zone=ZONE)
    assert generate(3, now=NOW, zone=ZONE).entries != generate(4, now=NOW, zone=ZONE).entries


def test_twelve_weeks_of_a_business() -> None:
    demo = generate(1, now=NOW, zone=ZONE)
    assert timedelta(weeks=12) <= NOW - demo.entries[0].order()[0] < timedelta(weeks=13)
    days = {held.order()[0].date() for held in demo.entries}
    assert len(days) == 12 * 5 + 4 - 5 - 1, "weekdays to Thursday, less a vacation and a sick day"
    done = Counter(
        (held.task, held.order()[0].date()) for held in demo.entries if held.order()[0] < NOW
    )
    times = Counter(task for task, _day in done)
    assert 50 <= times["Email triage"] <= 58
    assert 9 <= times["Invoicing"] <= 13
    assert 2 <= times["Payroll"] <= 3
    assert 2 <= times["Bookkeeping"] <= 3
    assert times["Sales tax"] == 1
    assert {held.task for held in demo.entries} <= {task.name for task in demo.tasks}
    assert sum(bool(held.note) for held in demo.entries) > 100
    assert len({held.project for held in demo.entries}) >= 3


def test_it_shows_growth_and_busywork_both() -> None:
    demo = generate(1, now=NOW, zone=ZONE)
    tasks = {task.name: task for task in demo.tasks}
    catalogue = Catalogue(load_categories())
    profiles = [
        profile_of(held.task, tasks[held.task], catalogue, demo.settings)
        for held in demo.entries[-5:]
    ]
    assert any(on_business(profile) for profile in profiles)
    assert is_busywork(profiles[-1])
    assert profiles[-1].rate is not None
    assert demo.settings.answered


def test_some_work_goes_to_other_hands() -> None:
    demo = generate(1, now=NOW, zone=ZONE)
    handed = {
        paper.task: paper
        for paper in demo.papers
        if isinstance(paper, Handoff) and paper.stage in ("trial", "handed-off")
    }
    assert {task: paper.stage for task, paper in handed.items()} == {
        "Newsletter": "handed-off",
        "Receipts": "trial",
    }
    for task, paper in handed.items():
        began = next(move.day for move in paper.moves if move.stage == "trial")
        mine = [held for held in demo.entries if held.task == task]
        before, after = (
            [held.seconds_at(NOW) for held in mine if (held.order()[0].date() < began) is early]
            for early in (True, False)
        )
        assert len(before) >= 3
        assert len(after) >= 3
        assert median(after) < median(before) / 3
        assert paper.promise is not None
    assert any(held.tags == ("admin", "redo") for held in demo.entries)
    today = [held.task for held in demo.entries if held.order()[0].date() == NOW.date()]
    assert not {*today} & {*handed}


def test_papers_belong_to_tasks_and_to_the_past() -> None:
    for hours in range(0, 24 * 8, 17):
        now = NOW + timedelta(hours=hours)
        demo = generate(1, now=now, zone=ZONE)
        names = {task.name for task in demo.tasks}
        today = now.astimezone(ZoneInfo(ZONE)).date()
        assert {paper.task for paper in demo.papers if not isinstance(paper, Review)} <= names
        assert len({paper.id for paper in demo.papers}) == len(demo.papers)
        days = [getattr(paper, name, None) for paper in demo.papers for name in ("day", "updated")]
        assert all(day <= today for day in days if day)
        reviews = [paper for paper in demo.papers if isinstance(paper, Review)]
        assert [paper.begun <= today for paper in reviews if paper.begun] == [True, True]
        assert reviews[0].intention
        assert {type(paper) for paper in demo.papers} == {*KINDS.values()}


def test_one_brief_is_complete() -> None:
    demo = generate(1, now=NOW, zone=ZONE)
    found = filed_of("Invoicing", demo.papers).brief
    assert found is not None
    assert all(getattr(found, field) for field in (*BRIEF_TEXTS, *BRIEF_LISTS))


def test_fill_is_one_change_that_undo_takes_back() -> None:
    log = MemoryStore()
    demo = generate(1, now=NOW, zone=ZONE)
    fill(log, demo)
    assert [held.replace(revised="") for held in log.all()] == list(demo.entries)
    assert len(log.tasks()) == len(demo.tasks)
    assert len(log.papers()) == len(demo.papers)
    log.undo()
    assert (log.all(), log.papers()) == ((), ())


def test_fill_never_touches_a_log_that_holds_something() -> None:
    log = MemoryStore.of(entry("Email", "08:00", "09:00"))
    with pytest.raises(Refused, match="empty log"):
        fill(log, generate(1, now=NOW, zone=ZONE))
    assert len(log.all()) == 1
