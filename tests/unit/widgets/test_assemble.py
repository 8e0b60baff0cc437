"""From what the log says to what the screen shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, at, entry
from tests.pilot.stage import CATALOGUE
from tracker.audit.worth.profile import compare
from tracker.domain.book import Change
from tracker.domain.entry import Entry, What
from tracker.domain.papers import Quote
from tracker.domain.settings import Settings
from tracker.domain.span import Amount
from tracker.domain.task import Task
from widgets.assemble import Reading, assemble, frame
from widgets.state import TodayState


def state_of(
    log: MemoryStore,
    *,
    day: date | None = None,
    now: datetime = NOW,
    settings: Settings | None = None,
    changes: tuple[Change, ...] = (),
) -> TodayState:
    """The state of a log in memory, read as the app reads it."""
    settings = settings or Settings()
    framed = frame(day, now, ZONE, settings)
    said = Reading(
        entries=log.entries(*framed.range),
        latest=log.latest(400),
        running=log.running(),
        tasks=log.tasks(),
        changes=changes,
        papers=log.papers(),
    )
    return assemble(framed, said, settings, CATALOGUE)


def test_a_frame_is_a_local_day_and_its_week() -> None:
    framed = frame(None, NOW, ZONE, Settings())
    assert framed.day.date == framed.today.date == date(2026, 11, 19)
    assert [day.date.day for day in framed.week] == [16, 17, 18, 19, 20, 21, 22]
    assert framed.day.start == at("00:00").timestamp()
    assert framed.day.stop - framed.day.start == 86_400
    assert all(
        one.stop == two.start for one, two in zip(framed.week, framed.week[1:], strict=False)
    )


def test_a_week_starts_and_a_day_begins_where_the_owner_says() -> None:
    settings = Settings(week_start=6, day_start=240)
    late = at("02:30")  # still the day before
    framed = frame(None, late, ZONE, settings)
    assert framed.today.date == date(2026, 11, 18)
    assert framed.week[0].date == date(2026, 11, 15)
    assert framed.day.start == at("04:00", day="2026-11-18").timestamp()


def test_a_day_of_25_hours() -> None:
    framed = frame(date(2026, 10, 25), NOW, ZONE, Settings())
    assert framed.day.stop - framed.day.start == 25 * 3600


def test_the_day_has_what_touches_it_and_the_week_everything_else() -> None:
    log = MemoryStore.of(
        entry("Night", "23:30", "23:59", day="2026-11-18", entry_id="before"),
        entry("Email", "09:00", "09:30", entry_id="now"),
        Entry(id="amount", task="Reading", when=Amount(date(2026, 11, 19), 600), zone=ZONE),
        entry("Old", "09:00", "10:00", day="2026-11-12", entry_id="old"),
    )
    state = state_of(log)
    assert [one.id for one in state.entries] == ["now", "amount"]
    assert [one.id for one in state.week_entries] == ["before", "now", "amount"]


def test_recents_are_newest_first_each_once_without_what_runs() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "08:30", entry_id="1"),
        entry("Email", "08:30", "09:00", entry_id="2", tags=("admin",)),
        entry("Email", "07:00", "07:30", entry_id="3", project="Acme"),
        entry("Proposal", "06:00", "07:00", entry_id="4"),
        entry("Invoicing", "09:15", entry_id="5"),
    )
    assert state_of(log).recents == (
        What("Email", "", ("admin",)),
        What("Email", "Acme"),
        What("Proposal"),
    )


def test_vocabulary_is_recent_first_and_then_every_known_task() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "08:30", project="Acme", tags=("admin",)),
        entry("Proposal", "09:00", "09:30"),
        tasks=[Task("Zoning"), Task("Audit", project="House"), Task("Email")],
    )
    state = state_of(log)
    assert state.tasks == ("Proposal", "Email", "Audit", "Zoning")
    assert state.projects == ("Acme", "House")
    assert state.tags == ("admin",)


def test_of_two_timers_the_newer_is_shown_and_the_other_counted() -> None:
    log = MemoryStore.of(entry("Old", "08:00", entry_id="a"), entry("New", "09:00", entry_id="b"))
    state = state_of(log)
    assert state.running is not None
    assert (state.running.task, state.also_running) == ("New", 1)


def test_profiles_know_a_task_whatever_its_case() -> None:
    log = MemoryStore.of(
        entry("invoicing", "08:00", "09:00"), tasks=[Task("Invoicing", growth=5, tedium=1)]
    )
    assert state_of(log).profiles["invoicing"].growth == 5


def change(number: int, kind: str, label: str) -> Change:
    return Change(number, label, kind)


@pytest.mark.parametrize(
    ("oldest_first", "undo", "redo"),
    [
        ([], "", ""),
        (["do a"], "a", ""),
        (["do a", "do b"], "b", ""),
        (["do a", "do b", "undo b"], "a", "b"),
        (["do a", "do b", "undo b", "undo a"], "", "a"),
        (["do a", "do b", "undo b", "undo a", "redo a"], "a", "b"),
        (["do a", "do b", "undo b", "redo b"], "b", ""),
        (["do a", "do b", "undo b", "redo b", "undo b"], "a", "b"),
        (["do a", "undo a", "do c"], "c", ""),
    ],
)
def test_what_undo_and_redo_would_touch(oldest_first: list[str], undo: str, redo: str) -> None:
    changes = tuple(change(number, *words.split()) for number, words in enumerate(oldest_first, 1))[
        ::-1
    ]
    state = state_of(MemoryStore(), changes=changes)
    assert (state.undo, state.redo) == (undo, redo)


def test_a_tasks_own_quote_gives_its_rate() -> None:
    """An hour at $30 for half the time, and redo and oversight as ever."""
    quote = Quote(
        id="q",
        task="invoicing",
        vendor="freelancer",
        terms="hourly",
        amount=30.0,
        currency="USD",
        day=date(2026, 11, 18),
        effort_factor=0.5,
        source="Kim",
    )
    held = (entry("Invoicing", "08:00", "09:00"), entry("Email", "09:00", "09:30"))
    log = MemoryStore.of(*held, papers=(quote,))
    profiles = state_of(log).profiles
    assert (profiles["Invoicing"].rate, profiles["Invoicing"].rate_source) == (30.0, "Kim")
    assert "rate" not in profiles["Invoicing"].assumed
    assert profiles["Email"].rate == 45
    found = compare(3600, 100.0, profiles["Invoicing"]).handed_off
    assert found == pytest.approx(30 * 0.5 * 1.1 + 10)
    assert state_of(log, now=NOW - timedelta(days=2)).profiles["Invoicing"].rate == 45
