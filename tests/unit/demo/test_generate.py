"""The made-up log looks lived in, whatever time it is."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, entry
from tracker.audit.categorise import Catalogue
from tracker.audit.worth.profile import is_busywork, on_business, profile_of
from tracker.demo import fill, generate
from tracker.domain.errors import Refused
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


def test_fill_is_one_change_that_undo_takes_back() -> None:
    log = MemoryStore()
    demo = generate(1, now=NOW, zone=ZONE)
    fill(log, demo)
    assert [held.replace(revised="") for held in log.all()] == list(demo.entries)
    assert len(log.tasks()) == len(demo.tasks)
    log.undo()
    assert log.all() == ()


def test_fill_never_touches_a_log_that_holds_something() -> None:
    log = MemoryStore.of(entry("Email", "08:00", "09:00"))
    with pytest.raises(Refused, match="empty log"):
        fill(log, generate(1, now=NOW, zone=ZONE))
    assert len(log.all()) == 1
