"""A review accounts for every second of its period, and agrees with the other commands' sums."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.audit.categorise import Catalogue
from tracker.audit.review.document import plain, see_of
from tracker.audit.review.frame import Frame
from tracker.audit.review.habits import Habits
from tracker.audit.review.picture import See
from tracker.audit.review.repair import Week, findings
from tracker.audit.review.see import Eyes, see
from tracker.audit.worth.profile import Profile, profile_of
from tracker.calendar.hours import hour_slots
from tracker.calendar.local import midnights
from tracker.domain.entry import Entry
from tracker.domain.period import Period, before, of
from tracker.domain.settings import Settings
from tracker.domain.span import Amount, Span
from tracker.store.categories import load_categories

Stint = tuple[int, int | None, str, str]
DayAmount = tuple[str, int, str, str]

CATALOGUE = Catalogue(load_categories())
PERIODS = [
    of("week", date(2026, 11, 19)),
    of("week", date(2026, 10, 25)),
    of("week", date(2026, 3, 29)),
    of("week", date(2026, 12, 31)),
    of("month", date(2026, 10, 1)),
]
ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]
_SPAN = 12 * 86_400


def frame(period: Period, zone: str, day_start: int, now: int) -> Frame:
    edges = midnights(period.first, period.last, zone, day_start)
    days = range(period.first.toordinal(), period.last.toordinal())
    return Frame(
        period,
        tuple(date.fromordinal(day).isoformat() for day in days),
        tuple(edges),
        now,
        hour_slots(edges, zone),
    )


def profile(name: str) -> Profile:
    return profile_of(name, None, CATALOGUE, Settings())


EYES = Eyes(profile, 256.41, {})
STINTS = st.lists(
    st.tuples(
        st.integers(-90_000, _SPAN),
        st.integers(1, 20_000) | st.none(),
        st.sampled_from(["Invoicing", "Design", "Xyzzy"]),
        st.sampled_from(["", "Acme"]),
    ),
    max_size=12,
)
AMOUNTS = st.lists(st.tuples(st.integers(-1, 12), st.integers(1, 9000)), max_size=3)
FRAMES = st.tuples(
    st.sampled_from(PERIODS),
    st.sampled_from(ZONES),
    st.sampled_from([0, 240, 405]),
    st.integers(0, _SPAN),
)


def made(
    where: tuple[Period, str, int, int],
    rows: list[tuple[int, int | None, str, str]],
    sums: list[tuple[int, int]],
) -> tuple[Frame, list[Stint], list[DayAmount]]:
    period, zone, day_start, now = where
    start = midnights(period.first, period.first, zone, day_start)[0]
    found = frame(period, zone, day_start, start + now)
    stints: list[Stint] = [
        (start + at, None if length is None else start + at + length, task, project)
        for at, length, task, project in rows
    ]
    amounts: list[DayAmount] = [
        ((period.first + timedelta(day)).isoformat(), seconds, "Email", "") for day, seconds in sums
    ]
    return found, stints, amounts


def look(found: Frame, stints: list[Stint], amounts: list[DayAmount]) -> See:
    earlier = [frame(before(found.period, back), "Europe/Berlin", 0, found.now) for back in (2, 1)]
    return see(found, earlier, stints, amounts, EYES)


@given(FRAMES, STINTS, AMOUNTS)
@settings(max_examples=60)
def test_all_rows_are_the_length_of_the_period(
    where: tuple[Period, str, int, int],
    rows: list[tuple[int, int | None, str, str]],
    sums: list[tuple[int, int]],
) -> None:
    found, stints, amounts = made(where, rows, sums)
    seen = look(found, stints, amounts)
    assert seen.unaccounted == 0
    assert seen.length_seconds == found.stop - found.start
    totals = found.totals(stints, amounts)
    assert seen.total_seconds == totals.total_seconds
    assert seen.total_seconds == seen.on_seconds + seen.in_seconds
    for rows_ in (seen.tasks, seen.projects, seen.categories, seen.days):
        assert sum(row.seconds for row in rows_) == seen.total_seconds  # type: ignore[attr-defined]
    assert sum(map(sum, seen.heat.seconds)) == seen.total_seconds - seen.amount_seconds
    assert sum(day.on_seconds for day in seen.days) == seen.on_seconds
    assert sum(day.busywork_seconds for day in seen.days) == seen.busywork.seconds
    assert seen.trend[-1].busywork_seconds == seen.busywork.seconds


@given(FRAMES, STINTS, AMOUNTS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_order_does_not_matter_and_a_document_is_read_back(
    where: tuple[Period, str, int, int],
    rows: list[tuple[int, int | None, str, str]],
    sums: list[tuple[int, int]],
    dice: random.Random,
) -> None:
    found, stints, amounts = made(where, rows, sums)
    seen = look(found, stints, amounts)
    dice.shuffle(stints)
    dice.shuffle(amounts)
    assert look(found, stints, amounts) == seen
    assert see_of(json.loads(json.dumps(plain(seen), allow_nan=False))) == seen


@given(FRAMES, STINTS, AMOUNTS)
@settings(max_examples=40)
def test_findings_lie_in_the_log_and_have_keys_of_their_own(
    where: tuple[Period, str, int, int],
    rows: list[tuple[int, int | None, str, str]],
    sums: list[tuple[int, int]],
) -> None:
    found, stints, amounts = made(where, rows, sums)
    entries = [
        Entry(f"e{n}", task, Span(_at(start), _at(stop)), "UTC", project)
        for n, (start, stop, task, project) in enumerate(stints)
        if stop is not None and start < found.stop and stop > found.start
    ]
    entries += [
        Entry(f"a{n}", task, Amount(date.fromisoformat(day), seconds))
        for n, (day, seconds, task, _) in enumerate(amounts)
    ]
    ordered = tuple(sorted(entries, key=Entry.order))
    week = Week(found, ordered, (), Habits((540, 1020), {}), profile, CATALOGUE.fits)
    keys = [it.key for it in findings(week)]
    assert len(keys) == len(set(keys))
    settled = week.replace(settled=frozenset(keys[::2]))
    assert [it.key for it in findings(settled)] == keys[1::2]


def _at(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC)
