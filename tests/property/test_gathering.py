"""Days of tasks, whatever the zone, wherever the log is cut in two."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import MemoryStore
from tests.unit.test_auditing import Notes
from tracker.calendar.local import local_day
from tracker.domain.entry import Entry
from tracker.domain.span import Amount, Span
from tracker.gathering import gather

ZONES = ("UTC", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia")
FIRST = datetime(2011, 12, 1, tzinfo=UTC)
NOW = FIRST + timedelta(days=420)
TIMED = st.tuples(st.integers(0, 400 * 86_400), st.integers(60, 90_000), st.sampled_from("AaB"))


@st.composite
def logs(draw: st.DrawFn) -> MemoryStore:
    """Entries that may overlap, and amounts of days."""
    entries = []
    for number, (start, length, task) in enumerate(draw(st.lists(TIMED, max_size=15))):
        begin = FIRST + timedelta(seconds=start)
        when = Span(begin, begin + timedelta(seconds=length))
        entries.append(Entry(f"t{number}", task, when, "UTC"))
    for number, ahead in enumerate(draw(st.lists(st.integers(0, 400), max_size=4))):
        day = FIRST.date() + timedelta(days=ahead)
        entries.append(Entry(f"a{number}", "B", Amount(day, 600), "UTC"))
    return MemoryStore.of(*entries)


@settings(max_examples=80)
@given(logs(), st.sampled_from(ZONES), st.sampled_from((0, 240)))
def test_every_second_is_on_the_day_on_which_its_entry_starts(
    log: MemoryStore, zone: str, day_start: int
) -> None:
    expected: dict[tuple[str, date], int] = {}
    for entry in log.all():
        when = entry.when
        day = when.day if isinstance(when, Amount) else local_day(when.start, zone, day_start)
        key = (entry.task.casefold(), day)
        expected[key] = expected.get(key, 0) + when.seconds
    found = gather(log, zone, day_start, NOW)
    assert {
        (fact.task.casefold(), day): seconds
        for fact in found.facts
        for day, seconds in zip(fact.days, fact.seconds, strict=True)
    } == expected
    assert all(list(fact.days) == sorted(set(fact.days)) for fact in found.facts)
    assert found.worked == tuple(sorted({day for _, day in expected}))


@settings(max_examples=80)
@given(logs(), st.integers(0, 400), st.integers(0, 420))
def test_what_is_kept_changes_no_answer(log: MemoryStore, cut: int, asked: int) -> None:
    as_of = FIRST.date() + timedelta(days=asked)
    notes = Notes(FIRST + timedelta(days=cut))
    plain = gather(log, "Europe/Berlin", 0, NOW, as_of)
    for _ in range(2):
        assert gather(log, "Europe/Berlin", 0, NOW, as_of, kept=notes) == plain
    assert all(day <= as_of for day in plain.worked)
