"""Declared rhythms on the calendar, held to python-dateutil's recurrence rules."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.audit.recurrence.declared import Timetable, nearest
from tracker.domain.cadence import Cadence

NAMES = (MO, TU, WE, TH, FR, SA, SU)
STARTS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
LENGTH = timedelta(days=900)


def ruled(start: date, freq: int, **rule: object) -> list[date]:
    """What the library says for the 900 days from ``start``."""
    stop = datetime.combine(start + LENGTH, time()) - timedelta(seconds=1)
    found = rrule(freq, dtstart=datetime.combine(start, time()), until=stop, **rule)
    return [day.date() for day in found]


def ours(cadence: Cadence, start: date, *done: date) -> list[date]:
    return Timetable(cadence, done).slots(start, start + LENGTH)


@settings(max_examples=60)
@given(STARTS, st.integers(1, 9))
def test_every_n_days(start: date, every: int) -> None:
    assert ours(Cadence("day", every), start, start) == ruled(start, DAILY, interval=every)


@settings(max_examples=60)
@given(STARTS, st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, 4))
def test_weekdays_of_every_nth_week(start: date, weekdays: frozenset[int], every: int) -> None:
    cadence = Cadence("week", every, tuple(sorted(weekdays)))
    expected = ruled(start, WEEKLY, interval=every, byweekday=[NAMES[day] for day in weekdays])
    done = [day for day in expected if day <= start + timedelta(days=7)] or [expected[0]]
    found = ours(cadence, start, *done)
    assert [day for day in found if day >= done[0]] == expected


@settings(max_examples=40)
@given(STARTS)
def test_monday_to_friday(start: date) -> None:
    expected = ruled(start, DAILY, byweekday=NAMES[:5])
    assert ours(Cadence("weekday"), start) == expected


@settings(max_examples=60)
@given(STARTS, st.integers(1, 31) | st.just(-1))
def test_a_day_of_the_month_clamped_to_its_end(start: date, day: int) -> None:
    within = [-1] if day < 0 else list(range(min(day, 28), day + 1))
    expected = ruled(start, MONTHLY, bymonthday=within, bysetpos=-1)
    assert ours(Cadence("month", day=day), start) == expected


@settings(max_examples=60)
@given(STARTS, st.sampled_from((1, 2, 3, 4, -1)), st.integers(0, 6))
def test_a_weekday_of_the_month(start: date, nth: int, weekday: int) -> None:
    expected = ruled(start, MONTHLY, byweekday=NAMES[weekday](nth))
    assert ours(Cadence("month", nth=nth, weekdays=(weekday,)), start) == expected


@settings(max_examples=60)
@given(STARTS, st.integers(1, 10) | st.integers(-10, -1))
def test_a_business_day_of_the_month(start: date, number: int) -> None:
    expected = ruled(start, MONTHLY, byweekday=NAMES[:5], bysetpos=number)
    assert ours(Cadence("month", business=number), start) == expected


@settings(max_examples=60)
@given(STARTS, st.integers(1, 31), st.integers(0, 2))
def test_a_day_of_the_quarter(start: date, day: int, month: int) -> None:
    months = [(month or 3) + 3 * quarter for quarter in range(4)]
    within = list(range(min(day, 28), day + 1))
    expected = ruled(start, MONTHLY, bymonth=months, bymonthday=within, bysetpos=-1)
    assert ours(Cadence("quarter", day=day, month=month), start) == expected


ANY = st.one_of(
    st.builds(Cadence, st.sampled_from(("day", "weekday", "week", "month", "quarter"))),
    st.builds(Cadence, st.just("week"), st.integers(1, 3), st.just((4,))),
    st.builds(Cadence, st.just("month"), st.integers(1, 3), day=st.integers(1, 31)),
    st.builds(Cadence, st.just("month"), business=st.just(-1)),
    st.builds(Cadence, st.just("day"), st.integers(1, 40), after=st.just(True)),
)


@settings(max_examples=150)
@given(ANY, STARTS, st.lists(st.integers(0, 200), min_size=1, max_size=8))
def test_the_next_one_comes_after_the_last_one(
    cadence: Cadence, start: date, ahead: list[int]
) -> None:
    days = sorted({start + timedelta(days=number) for number in ahead})
    table = Timetable(cadence, days)
    due = table.next_due()
    assert due is not None
    assert days[-1] < due <= days[-1] + timedelta(days=2 * table.length + 3)


@settings(max_examples=100)
@given(st.sets(STARTS, min_size=1), STARTS)
def test_the_nearest_slot(slots: set[date], day: date) -> None:
    held = sorted(slots)
    found = held[nearest(held, day)]
    assert abs(found - day) == min(abs(slot - day) for slot in held)
