"""Days, weeks, months, quarters and years against pendulum's calendar, and against themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pendulum
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tracker.calendar.local import (
    day_range,
    first_instant,
    local_day,
    midnights,
    month_start_of,
    months_later,
    quarter_start_of,
    resolve,
    week_start_of,
    year_start_of,
    zone,
)
from tracker.calendar.ranges import DateRange, read_range
from tracker.calendar.words import step
from tracker.domain.errors import Unreadable

# These skipped a whole day when they crossed the date line; pendulum does not return from there.
SKIPPED_A_DAY = {
    "Kwajalein",
    "Pacific/Apia",
    "Pacific/Enderbury",
    "Pacific/Fakaofo",
    "Pacific/Kanton",
    "Pacific/Kiritimati",
    "Pacific/Kwajalein",
}
ZONES = sorted(
    name for name in available_timezones() - SKIPPED_A_DAY if "/" in name or name == "UTC"
)
# Where midnight does not exist or comes twice, and where clocks move by less than an hour.
TRICKY = st.sampled_from(
    [
        ("America/Sao_Paulo", date(2018, 11, 4)),
        ("America/Sao_Paulo", date(2018, 2, 18)),
        ("Asia/Beirut", date(2022, 3, 27)),
        ("Africa/Cairo", date(2024, 4, 26)),
        ("Africa/Cairo", date(2010, 9, 10)),
        ("America/Havana", date(2023, 11, 5)),
        ("America/Havana", date(2023, 3, 12)),
        ("America/St_Johns", date(2010, 11, 7)),
        ("America/St_Johns", date(2010, 3, 14)),
        ("Australia/Lord_Howe", date(2024, 4, 7)),
        ("Australia/Lord_Howe", date(2024, 10, 6)),
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/New_York", date(2026, 11, 1)),
    ]
)
DATES = st.dates(date(1971, 1, 8), date(2037, 12, 1))
PLACES = st.one_of(TRICKY, st.tuples(st.sampled_from(ZONES), DATES))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year"])


def ours(unit: str, day: date) -> tuple[date, date]:
    """First day of the unit around ``day``, and the first day after it."""
    if unit == "day":
        return day, day + timedelta(days=1)
    if unit == "week":
        return week_start_of(day), week_start_of(day) + timedelta(days=7)
    start = {"month": month_start_of, "quarter": quarter_start_of, "year": year_start_of}[unit]
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    return start(day), months_later(start(day), months)


def theirs(unit: str, day: date, name: str) -> tuple[datetime, datetime]:
    """The same as instants, by pendulum."""
    if unit == "quarter":
        plain = pendulum.date(day.year, day.month, day.day)
        first, last = plain.first_of("quarter"), plain.last_of("quarter")
        return noon(first, name).start_of("day"), noon(last, name).end_of("day")
    return noon(day, name).start_of(unit), noon(day, name).end_of(unit)


def noon(day: date, name: str) -> pendulum.DateTime:
    """Noon exists in every zone."""
    return pendulum.datetime(day.year, day.month, day.day, 12, tz=name)


def same_beginning(mine: datetime, other: datetime, name: str) -> bool:
    """Equal; or midnight comes twice, where ours is the first and pendulum's the second."""
    if mine == other:
        return True
    walls = [moment.astimezone(ZoneInfo(name)).replace(tzinfo=None) for moment in (mine, other)]
    return mine < other and walls[0] == walls[1]


@given(PLACES, UNITS)
@example(("America/Sao_Paulo", date(2018, 11, 4)), "day")
@example(("America/Havana", date(2023, 11, 5)), "day")
@example(("America/St_Johns", date(2010, 11, 7)), "day")
def test_every_unit_begins_and_ends_where_pendulums_does(
    place: tuple[str, date], unit: str
) -> None:
    name, day = place
    first, after = ours(unit, day)
    begin, end = theirs(unit, day, name)
    assert same_beginning(first_instant(first, name), begin, name)
    assert same_beginning(first_instant(after, name), theirs(unit, after, name)[0], name)
    # Where clocks skip the last minutes of a day, pendulum's end is a time of the next one.
    if end.date() < after:
        assert same_beginning(first_instant(after, name), end + timedelta(microseconds=1), name)


@given(PLACES, st.integers(-36 * 3600, 36 * 3600), st.integers(0, 720))
def test_an_instant_belongs_to_the_day_that_holds_it(
    place: tuple[str, date], seconds: int, day_start: int
) -> None:
    name, day = place
    instant = first_instant(day, name) + timedelta(seconds=seconds)
    start, stop = day_range(local_day(instant, name, day_start), name, day_start)
    assert start <= instant < stop


@given(PLACES, st.integers(0, 40), st.integers(0, 720))
def test_midnights_are_where_the_days_begin(
    place: tuple[str, date], days: int, day_start: int
) -> None:
    name, day = place
    stop = day + timedelta(days=days)
    found = midnights(day, stop, name, day_start)
    expected = [first_instant(day + timedelta(days=n), name, day_start) for n in range(days + 1)]
    assert found == [int(moment.timestamp()) for moment in expected]
    assert all(22 * 3600 <= later - earlier <= 26 * 3600 for earlier, later in pairwise(found))


@given(PLACES, st.integers(0, 1439))
def test_a_resolved_time_is_what_the_clock_shows_or_is_noted(
    place: tuple[str, date], minutes: int
) -> None:
    name, day = place
    found = resolve(day, minutes, name)
    local = found.instant.astimezone(zone(name))
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001
    shown = local.replace(tzinfo=None, fold=0)
    twice = resolve(day, minutes, name, second=True).instant
    if not found.note:
        assert shown == wall
        assert twice == found.instant
    elif "twice" in found.note:
        assert shown == wall
        assert twice > found.instant
        assert twice.astimezone(zone(name)).replace(tzinfo=None, fold=0) == wall
    else:
        assert shown > wall
        assert local.strftime("%H:%M") in found.note


@given(DATES, st.sampled_from(["day", "week", "month", "quarter", "year"]), st.integers(-40, 40))
def test_a_step_by_words_is_a_step_by_the_calendar(day: date, unit: str, by: int) -> None:
    moved = step(day, unit, by)
    if unit in ("day", "week"):
        assert moved == day + timedelta(days=by * (7 if unit == "week" else 1))
    else:
        months = by * {"month": 1, "quarter": 3, "year": 12}[unit]
        assert months_later(day, months) == moved.replace(day=1)
        assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


@given(DATES, DATES)
def test_iso_days_and_ranges_of_them_read_back(one: date, other: date) -> None:
    assume(one <= other)
    found = read_range(f"{one}..{other}", today=date(2026, 11, 22))
    assert (found.first, found.last) == (one, other + timedelta(days=1))
    assert found.days == (other - one).days + 1
    single = read_range(str(one), today=other)
    assert (single.first, single.days, single.label) == (one, 1, one.isoformat())


@given(DATES)
def test_a_day_lies_in_its_iso_week_month_quarter_and_year(day: date) -> None:
    year, week, _ = day.isocalendar()
    quarter = (day.month - 1) // 3 + 1
    texts = f"{year}-W{week:02}", f"{day:%Y-%m}", f"{day.year}-Q{quarter}", f"{day.year}"
    for text, length in zip(texts, (7, 31, 92, 366), strict=True):
        found = read_range(text, today=date(2026, 11, 22))
        assert found.first <= day < found.last
        assert found.days <= length
        assert read_range(found.label, today=day) == found


@given(DATES, st.integers(0, 6), st.sampled_from(["week", "month", "quarter", "year"]))
def test_last_ends_where_this_begins(today: date, week_start: int, unit: str) -> None:
    this = read_range(unit, today=today, week_start=week_start)
    last = read_range(f"LAST {unit}", today=today, week_start=week_start)
    assert this.first <= today < this.last
    assert last.last == this.first
    assert (unit != "week") or (this.first.weekday() == week_start and this.days == 7)


def refusal(text: str, today: date) -> Unreadable | DateRange:
    try:
        return read_range(text, today=today)
    except Unreadable as error:
        return error


@given(st.text(max_size=30), DATES)
def test_any_text_is_a_range_or_unreadable_within_itself(text: str, today: date) -> None:
    found = refusal(text, today)
    if isinstance(found, Unreadable):
        assert 0 <= found.start <= found.stop <= len(text)
        assert str(found).endswith(".")
        return
    assert found.first < found.last
    start, stop = found.instants("Asia/Kathmandu", 240)
    assert start < stop
    assert start.tzinfo is UTC
