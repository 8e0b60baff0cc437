"""What a line cannot mean, and the characters that are pointed at.

It is Sunday 22 November 2026, 14:57 in Berlin.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.errors import InvalidValue, Unreadable
from tracker.line import read

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 22, 13, 57, tzinfo=UTC)

REFUSALS = [
    # Times that are none: (line, the characters pointed at, part of the sentence)
    ("25:99 x", "25:99", "is not a time"),
    ("x 25:99", "25:99", "is not a time"),
    ("24:30 x", "24:30", "is not a time"),
    ("9:5 x", "9:5", "is not a time"),
    ("9: x", "9:", "is not a time"),
    (":30 x", ":30", "is not a time"),
    ("9:15:99 x", "9:15:99", "is not a time"),
    ("13pm x", "13pm", "is not a time"),
    ("0am x", "0am", "is not a time"),
    ("9:15x task", "9:15x", "is not a time"),
    ("14:30-16:99", "16:99", "is not a time"),
    ("14:30-16:99 x", "16:99", "is not a time"),
    ("25:30-16:30 x", "25:30", "is not a time"),
    ("14.30-16.99 x", "16.99", "is not a time"),
    ("9-26 x", "26", "is not a time"),
    ("80-20 analysis", "80", "is not a time"),
    ("9:15 - 16:99 x", "16:99", "is not a time"),
    ("9:15-10:30-11 x", "-11", "is not a time"),
    ("1-2-3 x", "-3", "is not a time"),
    ("-9:15 x", "-9:15", "is not a time"),
    ("x --10", "--10", "is not a time"),
    ("16:9 video", "16:9", "is not a time"),
    ("(9:15-10:30) x", "(9:15-10:30)", "is not a time"),
    ("9:15- x", "9:15-", "has no end: type 9:15-now"),
    ("9- x", "9-", "has no end: type 9-now"),
    ("9am- x", "9am-", "has no end"),
    ("24:00 x", "24:00", "begins no day"),
    ("24-1 x", "24-1", "begins no day"),
    ("2026-2027 budget", "2026-2027", "could be years: type 20:26-20:27"),
    # Days
    ("2026-13-01 9-10 x", "2026-13-01", "not a day or an instant that exists"),
    ("2026-02-30 9-10 x", "2026-02-30", "not a day or an instant that exists"),
    ("2026-11-20T25:00 x", "2026-11-20T25:00", "not a day or an instant that exists"),
    ("2026-11-20 payroll", "2026-11-20", "needs a time or a length"),
    ("yesterday email", "yesterday", "needs a time or a length"),
    ("email yesterday", "yesterday", "needs a time or a length"),
    ("yesterday email -10m", "yesterday", "Say when once"),
    ("20/11 9-10 x", "20/11", "could be a date: type it as 2026-11-20"),
    ("9-10 x 20/11", "20/11", "could be a date"),
    ("20.11 9-10 x", "20.11", "could be a date"),
    ("12.5.2026 9-10 x", "12.5.2026", "could be a date"),
    # Backwards and empty
    ("10:30-9:15 x", "10:30-9:15", "ends before it starts: swap its two ends"),
    ("9-5 x", "9-5", "or type 09:00-17:00"),
    ("12-1 x", "12-1", "or type 12:00-13:00"),
    ("9-9 x", "9-9", "ends where it starts"),
    ("9:15-9:15 x", "9:15-9:15", "ends where it starts"),
    ("2026-11-20T10:00/2026-11-20T09:00 x", "2026-11-20T10:00/2026-11-20T09:00", "swap its two"),
    ("0m x", "0m", "no time at all"),
    ("0:00 x", "0:00", "no time at all"),
    # The future
    ("16:00 x", "16:00", "still to come: it is 14:57. For the day before type yesterday 16:00"),
    ("x at 3pm", "at 3pm", "still to come"),
    ("16-17 x", "16-17", "type yesterday 16-17"),
    ("14-16 x", "14-16", "not over yet: it is 14:57. Type 14:00-now, or 14:00 to start there"),
    ("14:50 25m x", "25m", "not over yet"),
    ("15:00-now x", "15:00-now", "still to come"),
    ("tomorrow 9-10 x", "9-10", "still to come"),
    ("today 16-17 x", "16-17", "only time that is over can be logged"),
    ("tomorrow 25m x", "tomorrow", "still to come"),
    ("2026-11-23 9-10 x", "9-10", "still to come"),
    ("2026-11-23 25m x", "2026-11-23", "still to come"),
    ("2026-11-23T09:00 x", "2026-11-23T09:00", "still to come"),
    ("2026-11-22T09:00/2026-11-22T16:00 x", "2026-11-22T09:00/2026-11-22T16:00", "in the future"),
    ("today 22-1 x", "22-1", "still to come"),
    # Too much, too long, too long ago
    ("9:15 10:30 x", "10:30", "one time too many"),
    ("9-10 x 25m", "25m", "one time too many"),
    ("25m x 30m", "30m", "one time too many"),
    ("9-10 11-12 x", "11-12", "one time too many"),
    ("-10m 9:15 x", "9:15", "one time too many"),
    ("2026-11-20 2026-11-21 9-10 x", "2026-11-21", "one time too many"),
    ("48h delivery", "48h", "a whole day or more"),
    ("24h watch", "24h", "a whole day or more"),
    ("yesterday 26h x", "26h", "a whole day or more"),
    ("-800h x", "-800h", "more than 31 days ago"),
    ("2026-10-01 9:15 x", "9:15", "more than 31 days ago"),
    # Without a task
    ("14:00-14:30", "14:00-14:30", "What was it? Type the task after 14:00-14:30"),
    ("9-10", "9-10", "What was it?"),
    ("  25m ", "25m", "What was it?"),
    ("yesterday 14-16 @acme", "yesterday 14-16", "What was it?"),
    # Marks
    ('"unclosed', '"unclosed', "quote is not closed"),
    ('x @"Acme', '"Acme', "quote is not closed"),
    ("x @", "@", "Which project?"),
    ("x @ y", "@", "Which project?"),
    ("x #", "#", "Which tag?"),
    ("x ###", "###", "Which tag?"),
    ('x @""', '@""', "Which project?"),
    ("x @a @b", "@b", "has one project"),
]


@pytest.mark.parametrize(("text", "pointed", "said"), REFUSALS)
def test_a_line_is_refused_where_it_is_wrong(text: str, pointed: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text, now=NOW, zone=ZONE)
    assert text[refused.value.start : refused.value.stop] == pointed
    assert said in str(refused.value)
    assert str(refused.value)[0].isupper() or str(refused.value)[0] == '"'
    assert str(refused.value).endswith(".")


def test_an_empty_block_in_the_hour_that_clocks_skip() -> None:
    with pytest.raises(Unreadable, match="clocks skip"):
        read("2:30-3:15 x", now=datetime(2026, 3, 29, 12, tzinfo=UTC), zone=ZONE)


def test_after_midnight_the_evening_before_is_asked_for() -> None:
    night = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    with pytest.raises(Unreadable, match="type yesterday 23:15"):
        read("23:15 x", now=night, zone=ZONE)
    with pytest.raises(Unreadable, match='"22-1" is not over yet'):
        read("22-1 x", now=night, zone=ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "1969-12-30 9-10 x",
        "0001-01-01 0-1 x",
        "9999-12-31 9-10 x",
        "1900-01-01T09:00 x",
        "1969-01-01 25m x",
    ],
)
def test_a_year_before_the_log_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="outside 1970-2999"):
        read(text, now=NOW, zone=ZONE)


def test_a_block_longer_than_a_month_is_refused() -> None:
    with pytest.raises(InvalidValue, match="31 days long at most"):
        read("2026-01-01T09:00/2026-03-01T09:00 x", now=NOW, zone=ZONE)
