"""The review of a period, built from a log: right totals and right words on the odd weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, at, entry
from tracker.audit.categorise import Catalogue
from tracker.audit.review.finding import Forgotten
from tracker.audit.review.review import Looked
from tracker.audit.review.words import against_words, busiest_words, coverage_words, finding_words
from tracker.calendar.periods import read_period
from tracker.domain.entry import Entry
from tracker.domain.errors import Refused
from tracker.domain.papers import Quote, Review
from tracker.domain.period import week_of
from tracker.domain.settings import Settings
from tracker.domain.span import Amount
from tracker.domain.task import Task
from tracker.reviewing import Reviewer
from tracker.store.categories import load_categories
from widgets.review.see_lines import worth_lines

CATALOGUE = Catalogue(load_categories())
HOUR = 3600
WEEK = 7 * 24 * HOUR


def reviewer(*entries: Entry, now: datetime = NOW, **settings: int) -> Reviewer:
    store = MemoryStore.of(*entries)
    return Reviewer(store, Settings(**settings), ZONE, CATALOGUE, now)


def look(*entries: Entry, period: str = "", now: datetime = NOW, **settings: int) -> Looked:
    made = reviewer(*entries, now=now, **settings)
    week_start = settings.get("week_start", 0)
    found = made.look(read_period(period, today=made.today, week_start=week_start))
    assert found.see.unaccounted == 0
    return found


def amount(task: str, seconds: int, day: date) -> Entry:
    return Entry(id=f"{task}-{day}", task=task, when=Amount(day, seconds), zone=ZONE)


def test_an_empty_week_says_so() -> None:
    see = look().see
    assert (see.total_seconds, see.outside_seconds, see.length_seconds) == (0, WEEK, WEEK)
    assert coverage_words(see) == "Nothing was logged."
    assert busiest_words(see) == ""
    assert see.heat.hours == ()
    assert all(against_words(it) == "" for it in see.against)
    assert (see.busiest_hour, see.coverage) == (None, None)


def test_a_week_of_one_entry() -> None:
    found = look(entry("Invoicing", "09:00", "09:45", day="2026-11-17"))
    see = found.see
    assert see.total_seconds == see.tasks[0].seconds == 45 * 60
    assert see.untracked_seconds == 0
    assert coverage_words(see) == "100 % of the time is accounted for."
    assert busiest_words(see) == "09:00-10:00 was the busiest hour: 45m."
    assert see.tasks[0].side == "busywork"
    assert see.busywork.seconds == 45 * 60
    assert [(it.task, it.why) for it in found.rate] == [("Invoicing", "new")]
    assert found.findings == ()


def test_a_week_of_amounts_has_no_clock_times() -> None:
    see = look(
        amount("Email", 2 * HOUR, date(2026, 11, 16)), amount("Design", HOUR, date(2026, 11, 22))
    ).see
    assert (see.total_seconds, see.amount_seconds, see.outside_seconds) == (
        3 * HOUR,
        3 * HOUR,
        WEEK,
    )
    assert [day.seconds for day in see.days] == [2 * HOUR, 0, 0, 0, 0, 0, HOUR]
    assert coverage_words(see) == "Logged without clock times: gaps cannot be told."
    assert see.busiest_hour is None


def test_an_amount_on_the_day_after_is_not_in_it() -> None:
    assert look(amount("Email", HOUR, date(2026, 11, 23))).see.total_seconds == 0


def test_a_timer_that_runs_counts_until_now() -> None:
    see = look(entry("Invoicing", "09:27:17")).see
    assert see.total_seconds == 30 * 60
    assert see.heat.seconds[-1][3] == 30 * 60


def test_a_timer_from_an_earlier_day_is_found_and_counts_until_now() -> None:
    entries = (
        entry("Proposal", "09:00", "11:00", day="2026-11-17"),
        entry("Invoicing", "16:00", day="2026-11-17"),
    )
    found = look(*entries)
    assert found.see.total_seconds == 2 * HOUR + int(
        (NOW - at("16:00", "2026-11-17")).total_seconds()
    )
    first = found.findings[0]
    assert isinstance(first, Forgotten)
    words = finding_words(first, reviewer().local)
    assert words == "Invoicing has been running since Tue 17 Nov 16:00"


def test_the_week_the_clocks_go_back_is_an_hour_longer() -> None:
    sunday = entry("Invoicing", "01:30", "03:30", day="2026-10-25")
    see = look(sunday, period="2026-W43").see
    assert see.length_seconds == WEEK + HOUR
    assert see.total_seconds == 3 * HOUR
    two = see.heat.hours.index(2)
    assert (see.heat.seconds[two][6], see.heat.room[two][6]) == (2 * HOUR, 2 * HOUR)


def test_the_week_the_clocks_go_forward_is_an_hour_shorter() -> None:
    sunday = entry("Invoicing", "01:30", "03:30", day="2026-03-29")
    see = look(sunday, period="2026-W13").see
    assert see.length_seconds == WEEK - HOUR
    assert see.total_seconds == HOUR
    assert see.heat.seconds[see.heat.hours.index(3)][6] == 30 * 60
    assert see.heat.room[see.heat.hours.index(2)][6] == 0


def test_the_week_over_new_year_takes_days_of_both() -> None:
    now = datetime(2027, 1, 5, 12, tzinfo=UTC)
    old = entry("Invoicing", "09:00", "10:00", day="2026-12-31")
    new = entry("Invoicing", "09:00", "11:00", day="2027-01-01", entry_id="new")
    found = look(old, new, period="2026-W53", now=now)
    assert found.see.total_seconds == 3 * HOUR
    assert (found.period.first, found.period.final) == (date(2026, 12, 28), date(2027, 1, 3))


def test_work_past_midnight_belongs_to_both_weeks() -> None:
    sunday = entry("Invoicing", "23:00", "23:30", day="2026-11-15")
    late = sunday.replace(when=sunday.when.replace(stop=at("01:00", "2026-11-16")))  # type: ignore[union-attr]
    assert look(late, period="2026-W46").see.total_seconds == HOUR
    assert look(late, period="2026-W47").see.total_seconds == HOUR


def test_a_day_that_starts_at_four_keeps_the_night_before() -> None:
    night = entry("Invoicing", "02:00", "03:00", day="2026-11-16")
    assert look(night, period="2026-W46", day_start=240).see.days[-1].seconds == HOUR
    assert look(night, period="2026-W47", day_start=240).see.total_seconds == 0
    hours = look(night, period="2026-W46", day_start=240).see.heat.hours
    assert hours == (2,)


def test_a_week_that_starts_on_sunday() -> None:
    sunday = entry("Invoicing", "09:00", "10:00", day="2026-11-15")
    assert look(sunday, period="2026-W47", week_start=6).see.days[0].seconds == HOUR


def test_overlaps_count_twice_and_are_said() -> None:
    see = look(
        entry("Email", "09:00", "10:00", day="2026-11-17"),
        entry("Design", "09:30", "10:00", day="2026-11-17"),
    ).see
    assert (see.total_seconds, see.twice_seconds) == (90 * 60, 30 * 60)


def test_low_coverage_is_said_in_words() -> None:
    see = look(
        entry("Email", "09:00", "10:00", day="2026-11-17"),
        entry("Design", "13:00", "14:00", day="2026-11-17"),
    ).see
    assert coverage_words(see) == (
        "This looks at 40 % of the time only: 3h00 is missing, and with it the picture could be "
        "another."
    )


def test_low_coverage_is_said_also_where_one_line_is_left() -> None:
    see = look(
        entry("Email", "09:00", "10:00", day="2026-11-17"),
        entry("Design", "13:00", "14:00", day="2026-11-17"),
    ).see
    for width, height, words in ((30, 7, "Only 40 % of the time is here"), (60, 13, "40 % of")):
        lines = worth_lines(see, "USD", width, height)
        assert len(lines) <= height
        assert any(words in "".join(text for text, _ in line) for line in lines)


def test_against_the_week_before_and_the_median_of_those_with_anything_logged() -> None:
    weeks = [
        entry("Email", "09:00", f"{9 + hours:02}:00", day=day, entry_id=day)
        for day, hours in (("2026-10-27", 1), ("2026-11-03", 5), ("2026-11-10", 3))
    ]
    see = look(*weeks, entry("Email", "08:00", "09:00")).see
    total = see.against[0]
    assert (total.seconds, total.last, total.median, total.periods) == (HOUR, 3 * HOUR, 3 * HOUR, 3)
    assert against_words(total) == "-2h00 on the median of the 3 before, -2h00 on the one before"
    assert [it.id for it in see.trend][-2:] == ["2026-W46", "2026-W47"]
    assert len(see.trend) == 9
    earlier = see.against[0].replace(periods=1, last=0)
    assert against_words(earlier) == "-2h00 on the only one before, +1h00 on the one before"
    assert against_words(earlier.replace(last=3 * HOUR)) == "-2h00 on the one before"


def test_a_quote_counts_from_its_day_on() -> None:
    work = [
        entry("Invoicing", "09:00", "10:00", day=day, entry_id=day)
        for day in ("2026-11-10", "2026-11-17")
    ]
    quote = Quote("q", "invoicing", "freelancer", "hourly", 20.0, "USD", date(2026, 11, 16))
    store = MemoryStore.of(*work, papers=[quote])
    made = Reviewer(store, Settings(), ZONE, CATALOGUE, NOW)
    before, after = (
        made.look(week_of(date(2026, 11, day))).see.tasks[0].handed_off for day in (10, 17)
    )
    assert after == round(20 * 1.1 + 0.1 * 200_000 / 780, 2)
    assert before is not None
    assert before > after


def test_months_and_quarters_have_no_repair() -> None:
    long = entry("Email", "08:00", "15:00", day="2026-11-10")
    assert look(long, period="2026-W46").findings
    found = look(long, period="2026-11")
    assert (found.findings, found.step) == ((), "rate")
    assert len(found.see.heat.columns) == 7
    assert look(long, period="2026-Q4").see.total_seconds == 7 * HOUR


def test_what_was_settled_is_not_offered_again_and_the_intention_comes_back() -> None:
    long = entry("Email", "08:00", "15:00", day="2026-11-10")
    store = MemoryStore.of(long, tasks=[Task("Email")])
    week = week_of(date(2026, 11, 10))
    made = Reviewer(store, Settings(), ZONE, CATALOGUE, NOW)
    (finding,) = made.look(week).findings
    paper = Review(week.id, "see", settled=(finding.key,), intention="No email before ten")
    store = MemoryStore.of(long, tasks=[Task("Email")], papers=[paper])
    made = Reviewer(store, Settings(), ZONE, CATALOGUE, NOW)
    assert made.look(week).findings == ()
    assert made.look(week).step == "see"
    assert made.look(week_of(NOW.date())).last_intention == "No email before ten"


def test_a_week_that_has_not_begun_is_refused() -> None:
    with pytest.raises(Refused, match="has not begun"):
        look(period="2026-W48")


def test_the_whole_week_is_looked_at_on_its_first_second() -> None:
    now = at("00:00", "2026-11-16")
    assert look(now=now + timedelta(0)).as_of == date(2026, 11, 16)
