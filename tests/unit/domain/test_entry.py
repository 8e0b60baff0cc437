"""Spans, amounts, entries, tasks and settings refuse what cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tracker.domain.entry import LONGEST_NAME, Entry, plain
from tracker.domain.errors import InvalidValue
from tracker.domain.settings import Settings
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import Task

NINE = datetime(2026, 11, 19, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def entry(**fields: object) -> Entry:
    return Entry(**{"id": "a", "task": "Email", "when": Span(NINE, NINE + HOUR), **fields})  # type: ignore[arg-type]


def test_a_span_is_utc_whole_seconds_and_half_open() -> None:
    berlin = timezone(HOUR)
    span = Span(datetime(2026, 11, 19, 10, 0, 0, 999, tzinfo=berlin), NINE + HOUR)
    assert span == Span(NINE, NINE + HOUR)
    assert span.start.tzinfo is UTC
    assert span.seconds == 3600
    assert span.overlap(Span(NINE + HOUR, NINE + 2 * HOUR)) is None
    assert span.overlap(Span(NINE - HOUR, NINE + HOUR / 2)) == Span(NINE, NINE + HOUR / 2)


@pytest.mark.parametrize(
    ("start", "stop"),
    [
        (NINE, NINE),
        (NINE, NINE - HOUR),
        (NINE.replace(tzinfo=None), NINE),
        (NINE, NINE + timedelta(days=31, seconds=1)),
        (NINE.replace(year=1), NINE),
        (NINE, NINE.replace(year=9999)),
    ],
)
def test_impossible_spans(start: datetime, stop: datetime) -> None:
    with pytest.raises(InvalidValue):
        Span(start, stop)


def test_a_stepped_clock_gives_no_negative_time() -> None:
    running = OpenSpan(NINE)
    assert running.seconds_at(NINE - HOUR) == 0
    assert running.seconds_at(NINE + HOUR) == 3600
    assert running.until(NINE + HOUR) == Span(NINE, NINE + HOUR)
    assert entry(when=running).span_at(NINE - HOUR) == Span(NINE, NINE + timedelta(seconds=1))


@pytest.mark.parametrize("seconds", [0, -60, 25 * 3600 + 1])
def test_impossible_amounts(seconds: int) -> None:
    with pytest.raises(InvalidValue):
        Amount(date(2026, 11, 19), seconds)


def test_an_amount_sorts_at_noon_and_covers_no_clock_time() -> None:
    amount = entry(when=Amount(date(2026, 11, 19), 600))
    assert amount.order()[0] == NINE + 3 * HOUR
    assert amount.span_at(NINE) is None
    assert amount.seconds_at(NINE) == 600
    assert not amount.running


def test_texts_are_one_plain_line() -> None:
    assert plain(" a\tb\n\u202ec\x1b[31m\u2066 ") == "a b c[31m"
    assert plain("family \N{MAN}\u200d\N{WOMAN}") == "family \N{MAN}\u200d\N{WOMAN}"
    made = entry(task="  In  voicing ", tags=("#b", "a", "a"), note=" n\nm ")
    assert (made.task, made.tags, made.note) == ("In voicing", ("a", "b"), "n m")


@pytest.mark.parametrize("task", ["", " \n ", "x" * (LONGEST_NAME + 1), "\ud800"])
def test_impossible_names_are_refused_in_a_sentence(task: str) -> None:
    with pytest.raises(InvalidValue, match=r"\.$"):
        entry(task=task)


@pytest.mark.parametrize("note", ["x" * 5000, "half a \ud83d"])
def test_an_impossible_note_is_refused(note: str) -> None:
    with pytest.raises(InvalidValue, match=r"note .*\.$"):
        entry(note=note)


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_ratings_are_one_to_five(rating: int) -> None:
    with pytest.raises(InvalidValue, match="1 to 5"):
        Task("Email", tedium=rating)


def test_hour_value_is_goal_over_productive_hours() -> None:
    # the vectors of the decision model
    assert Settings().hour_value == pytest.approx(256.4103, abs=5e-5)
    other = Settings(income_goal=60_000, hours_per_day=4, weeks_per_year=48)
    assert other.hour_value == pytest.approx(62.5)


@pytest.mark.parametrize(
    "fields",
    [
        {"income_goal": 0},
        {"hours_per_day": 25},
        {"days_per_week": 8},
        {"weeks_per_year": float("nan")},
        {"currency": "usd"},
        {"currency": "EURO"},
        {"week_start": 7},
        {"day_start": 721},
    ],
)
def test_impossible_settings(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        Settings(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", ["#b", "##b", "# #b", " # \u202e#b", "b"])
def test_a_tag_loses_every_mark_in_front_at_once(tag: str) -> None:
    made = entry(tags=(tag,))
    assert made.tags == ("b",)
    assert made.replace(note="n").tags == ("b",)


@pytest.mark.parametrize("tag", ["", "#", "# #", " \u202e# "])
def test_a_tag_of_marks_alone_has_no_name(tag: str) -> None:
    with pytest.raises(InvalidValue, match="tag has no name"):
        entry(tags=(tag,))
