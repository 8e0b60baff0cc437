"""What lines mean, said on Sunday 22 November 2026 at 14:57 in Berlin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.domain.entry import What
from tracker.domain.errors import InvalidValue
from tracker.domain.span import Amount, Span
from tracker.intents.intent import Add, Start
from tracker.line import read

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 22, 13, 57, tzinfo=UTC)
TASKS = ("Invoicing", "Client call", "Form 1099", "24h support", "Monday report", "5 o clock")


def local(text: str) -> datetime:
    """``9:15`` of that Sunday, or ``2026-11-20 9:15``, in Berlin."""
    day, _, clock = text.rpartition(" ")
    hour, minute, *second = map(int, clock.split(":"))
    on = date.fromisoformat(day or "2026-11-22")
    wall = datetime(on.year, on.month, on.day, hour, minute, *second, tzinfo=ZoneInfo(ZONE))
    return wall.astimezone(UTC)


def start(task: str, at: str | None = None, **what: object) -> Start:
    return Start(What(task, **what), local(at) if at else None)  # type: ignore[arg-type]


def block(task: str, begin: str, end: str, **what: object) -> Add:
    return Add(What(task, **what), Span(local(begin), local(end)))  # type: ignore[arg-type]


def amount(task: str, day: str, minutes: int) -> Add:
    return Add(What(task), Amount(date.fromisoformat(day), minutes * 60))


READINGS = [
    # Names
    ("", start("")),
    ("   ", start("")),
    ("invoicing", start("Invoicing")),
    ("  INVOICING  ", start("Invoicing")),
    ("client   call", start("Client call")),
    ("Proposal for Jörg", start("Proposal for Jörg")),
    ("monday report", start("Monday report")),
    ("friday wrap-up", start("friday wrap-up")),
    ("email - acme", start("email - acme")),
    ("review http://example.org", start("review http://example.org")),
    ("mail bob@example.org", start("mail bob@example.org")),
    ("rückblick 🎉", start("rückblick 🎉")),
    ("חשבוניות", start("חשבוניות")),
    ("John's books", start("John's books")),
    ('5" nails', start('5" nails')),
    # Project, tags, note
    ("invoicing @acme", start("Invoicing", project="acme")),
    ("@acme invoicing", start("Invoicing", project="acme")),
    ('invoicing @"Acme Corp"', start("Invoicing", project="Acme Corp")),
    ("invoicing #b #a #b", start("Invoicing", tags=("a", "b"))),
    ('invoicing #"two words"', start("Invoicing", tags=("two words",))),
    ("invoicing ##a", start("Invoicing", tags=("a",))),
    ("invoicing // 9-10 @x #y", start("Invoicing", note="9-10 @x #y")),
    ("invoicing //note", start("Invoicing", note="note")),
    ("invoicing //", start("Invoicing")),
    (
        "invoicing @acme #admin // november batch",
        start("Invoicing", project="acme", tags=("admin",), note="november batch"),
    ),
    ("@acme", start("", project="acme")),
    ('"9-10" job', start("9-10 job")),
    ('"say ""hi"" // @you"', start('say "hi" // @you')),
    # Started at
    ("9:15 invoicing", start("Invoicing", "9:15")),
    ("invoicing 9:15", start("Invoicing", "9:15")),
    ("9:15", start("", "9:15")),
    ("915 invoicing", start("Invoicing", "9:15")),
    ("0915 new thing", start("new thing", "9:15")),
    ("9.15 invoicing", start("Invoicing", "9:15")),
    ("9am invoicing", start("Invoicing", "9:00")),
    ("9 AM invoicing", start("Invoicing", "9:00")),
    ("2:30pm invoicing", start("Invoicing", "14:30")),
    ("12pm invoicing", start("Invoicing", "12:00")),
    ("12am invoicing", start("Invoicing", "0:00")),
    ("9:15:30 invoicing", start("Invoicing", "9:15:30")),
    ("9 invoicing", start("Invoicing", "9:00")),
    ("9 something", start("something", "9:00")),
    ("09 invoices", start("invoices", "9:00")),
    ("since 9 invoicing", start("Invoicing", "9:00")),
    ("invoicing since 9", start("Invoicing", "9:00")),
    ("invoicing at 9:15", start("Invoicing", "9:15")),
    ("lunch at noon", start("lunch", "12:00")),
    ("call 9:15 with bob", start("call with bob", "9:15")),
    ("9:15 - invoicing", start("Invoicing", "9:15")),
    ("9:15, invoicing", start("Invoicing", "9:15")),
    ("yesterday 23:15 invoicing", start("Invoicing", "2026-11-21 23:15")),
    ("yesterday invoicing 23:15", start("Invoicing", "2026-11-21 23:15")),
    ("23:15 invoicing yesterday", start("Invoicing", "2026-11-21 23:15")),
    ("friday report 9:15", start("friday report", "9:15")),
    ("since yesterday 23:15 invoicing", start("Invoicing", "2026-11-21 23:15")),
    ("fri 9 standup", start("standup", "2026-11-20 9:00")),
    ("2026-11-20 9:15 invoicing", start("Invoicing", "2026-11-20 9:15")),
    ("2026-11-20T09:15 invoicing", start("Invoicing", "2026-11-20 9:15")),
    ("2026-11-20T08:15:00Z invoicing", start("Invoicing", "2026-11-20 9:15")),
    # So long ago
    ("invoicing -10m", start("Invoicing", "14:47")),
    ("-10 invoicing", start("Invoicing", "14:47")),
    ("invoicing -10", start("Invoicing", "14:47")),
    ("-10m", start("", "14:47")),
    ("invoicing \N{MINUS SIGN}10m", start("Invoicing", "14:47")),
    ("-1h30 invoicing", start("Invoicing", "13:27")),
    ("-0:45 invoicing", start("Invoicing", "14:12")),
    ("-10 min invoicing", start("Invoicing", "14:47")),
    ("10m ago invoicing", start("Invoicing", "14:47")),
    ("2 hours ago invoicing", start("Invoicing", "12:57")),
    ("invoicing 1h 30m ago", start("Invoicing", "13:27")),
    ("half an hour ago invoicing", start("Invoicing", "14:27")),
    ("invoicing an hour ago", start("Invoicing", "13:57")),
    # Blocks
    ("9:15-10:30 invoicing", block("Invoicing", "9:15", "10:30")),
    ("invoicing 9:15-10:30", block("Invoicing", "9:15", "10:30")),
    ("9:15 - 10:30 invoicing", block("Invoicing", "9:15", "10:30")),
    ("9:15- 10:30 invoicing", block("Invoicing", "9:15", "10:30")),
    ("9:15 -10:30 invoicing", block("Invoicing", "9:15", "10:30")),
    ("9:15\N{EN DASH}10:30 invoicing", block("Invoicing", "9:15", "10:30")),
    ("9.15-10.30 invoicing", block("Invoicing", "9:15", "10:30")),
    ("0915-1030 invoicing", block("Invoicing", "9:15", "10:30")),
    ("9-10 invoicing", block("Invoicing", "9:00", "10:00")),
    ("9-9:30 invoicing", block("Invoicing", "9:00", "9:30")),
    ("9h15-10h30 invoicing", block("Invoicing", "9:15", "10:30")),
    ("9 to 10 invoicing", block("Invoicing", "9:00", "10:00")),
    ("from 9 to 10 invoicing", block("Invoicing", "9:00", "10:00")),
    ("invoicing 9 until 10:30", block("Invoicing", "9:00", "10:30")),
    ("noon-1pm lunch", block("lunch", "12:00", "13:00")),
    ("call 9-10 with bob", block("call with bob", "9:00", "10:00")),
    ("9am-10am invoicing", block("Invoicing", "9:00", "10:00")),
    ("9-10am invoicing", block("Invoicing", "9:00", "10:00")),
    ("yesterday 9-10pm invoicing", block("Invoicing", "2026-11-21 21:00", "2026-11-21 22:00")),
    ("11-1pm invoicing", block("Invoicing", "11:00", "13:00")),
    ("11am-1 invoicing", block("Invoicing", "11:00", "13:00")),
    ("9-2 pm invoicing", block("Invoicing", "9:00", "14:00")),
    ("9-now invoicing", block("Invoicing", "9:00", "14:57")),
    ("9 to now invoicing", block("Invoicing", "9:00", "14:57")),
    ("invoicing 9-10 @acme // x", block("Invoicing", "9:00", "10:00", project="acme", note="x")),
    ("9-10 form 1099", block("Form 1099", "9:00", "10:00")),
    ("9-10 24h support", block("24h support", "9:00", "10:00")),
    # Over midnight, and on another day
    ("22-1 invoicing", block("Invoicing", "2026-11-21 22:00", "1:00")),
    ("yesterday 22-24 invoicing", block("Invoicing", "2026-11-21 22:00", "0:00")),
    ("yesterday 22-1 invoicing", block("Invoicing", "2026-11-21 22:00", "1:00")),
    ("fri 22:30-0:15 x", block("x", "2026-11-20 22:30", "2026-11-21 0:15")),
    ("yesterday 14-16 invoicing", block("Invoicing", "2026-11-21 14:00", "2026-11-21 16:00")),
    ("invoicing yesterday 14-16", block("Invoicing", "2026-11-21 14:00", "2026-11-21 16:00")),
    ("14-16 invoicing yesterday", block("Invoicing", "2026-11-21 14:00", "2026-11-21 16:00")),
    ("yesterday invoicing 14-16", block("Invoicing", "2026-11-21 14:00", "2026-11-21 16:00")),
    ("today 9-10 invoicing", block("Invoicing", "9:00", "10:00")),
    ("mon 9-9:30 standup", block("standup", "2026-11-16 9:00", "2026-11-16 9:30")),
    ("Monday standup 9-9:30", block("standup", "2026-11-16 9:00", "2026-11-16 9:30")),
    ("standup 9-9:30 on monday", block("standup", "2026-11-16 9:00", "2026-11-16 9:30")),
    ("monday report 9-10", block("Monday report", "9:00", "10:00")),
    ("sunday 9-10 x", block("x", "9:00", "10:00")),
    ("sunday 16-17 x", block("x", "2026-11-15 16:00", "2026-11-15 17:00")),
    ("last sunday 9-10 x", block("x", "2026-11-15 9:00", "2026-11-15 10:00")),
    ("2026-11-20 9:00-9:45 payroll", block("payroll", "2026-11-20 9:00", "2026-11-20 9:45")),
    ("payroll 9:00-9:45 2026-11-20", block("payroll", "2026-11-20 9:00", "2026-11-20 9:45")),
    ("4 november 9-10 x", block("x", "2026-11-04 9:00", "2026-11-04 10:00")),
    ("dec 4 9-10 x", block("x", "2025-12-04 9:00", "2025-12-04 10:00")),
    ("3 days ago 9-10 x", block("x", "2026-11-19 9:00", "2026-11-19 10:00")),
    (
        "2026-11-20T09:00/2026-11-21T10:30 x",
        block("x", "2026-11-20 9:00", "2026-11-21 10:30"),
    ),
    # Lengths
    ("25m invoicing", block("Invoicing", "14:32", "14:57")),
    ("invoicing 1h30", block("Invoicing", "13:27", "14:57")),
    ("invoicing 1h30m", block("Invoicing", "13:27", "14:57")),
    ("1h 30m invoicing", block("Invoicing", "13:27", "14:57")),
    ("1.5h invoicing", block("Invoicing", "13:27", "14:57")),
    ("1,5h invoicing", block("Invoicing", "13:27", "14:57")),
    ("90s invoicing", block("Invoicing", "14:55:30", "14:57")),
    ("0:45 invoicing", block("Invoicing", "14:12", "14:57")),
    ("0:42:17 invoicing", block("Invoicing", "14:14:43", "14:57")),
    ("25 min invoicing", block("Invoicing", "14:32", "14:57")),
    ("2 hours and 5 minutes of invoicing", block("Invoicing", "12:52", "14:57")),
    ("invoicing for 25m", block("Invoicing", "14:32", "14:57")),
    ("9:15 25m invoicing", block("Invoicing", "9:15", "9:40")),
    ("9 25m invoicing", block("Invoicing", "9:00", "9:25")),
    ("yesterday 9:15 25m x", block("x", "2026-11-21 9:15", "2026-11-21 9:40")),
    ("yesterday 25m email", amount("email", "2026-11-21", 25)),
    ("25m email yesterday", amount("email", "2026-11-21", 25)),
    ("2026-11-20 8h conference", amount("conference", "2026-11-20", 480)),
    ("today 25m email", amount("email", "2026-11-22", 25)),
    ("friday 2h email", amount("email", "2026-11-20", 120)),
    ("half an hour of invoicing", block("Invoicing", "14:27", "14:57")),
    ("invoicing two hours", block("Invoicing", "12:57", "14:57")),
    ("yesterday an hour of email", amount("email", "2026-11-21", 60)),
    # As in a sentence
    ("invoicing, 9:15-10:30", block("Invoicing", "9:15", "10:30")),
    ("9:15-10:30: invoicing", block("Invoicing", "9:15", "10:30")),
    ("9 a.m. invoicing", start("Invoicing", "9:00")),
    ("9a-2p x", block("x", "9:00", "14:00")),
    ("2026/11/20 9-10 x", block("x", "2026-11-20 9:00", "2026-11-20 10:00")),
    # Numbers that are no times
    ("100 emails", start("100 emails")),
    ("happy hour plan", start("happy hour plan")),
    ("office hours", start("office hours")),
    ("form 1099", start("Form 1099")),
    ("24h support", start("24h support")),
    ("q3 2026 plan", start("q3 2026 plan")),
    ("2026 taxes", start("2026 taxes")),
    ("3 invoices", start("3 invoices")),
    ("1099 filing", start("1099 filing")),
    ("invoicing 9", start("invoicing 9")),
    ("iso 9001 audit", start("iso 9001 audit")),
    ("web 2.0", start("web 2.0")),
    ("1:1 with Bob", start("1:1 with Bob")),
    ("1-1 with Bob", start("1-1 with Bob")),
    ("1 on 1 with Bob", start("1 on 1 with Bob")),
    ("24/7 watch", start("24/7 watch")),
    ("covid-19 plan", start("covid-19 plan")),
    ("2026-11 close", start("2026-11 close")),
    ("2fa setup", start("2fa setup")),
    ("10-K filing", start("10-K filing")),
    ("issue #5", start("issue", tags=("5",))),
    ("phase ² b", start("phase ² b")),
    ("٩ أعمال", start("٩ أعمال")),
]


@pytest.mark.parametrize(("text", "wanted"), READINGS)
def test_a_line_is_read(text: str, wanted: Start | Add) -> None:
    assert read(text, now=NOW, zone=ZONE, tasks=TASKS) == wanted


def test_a_tzinfo_will_do_and_seconds_are_whole() -> None:
    now = NOW.replace(microsecond=900_000).astimezone(ZoneInfo("Asia/Tokyo"))
    assert read("-10 x", now=now, zone=ZoneInfo(ZONE)) == start("x", "14:47")


def test_a_lone_number_is_a_time_before_a_known_task_whatever_it_ends_with() -> None:
    assert read("9 Invoices", now=NOW, zone=ZONE, tasks=("invoices",)) == start("invoices", "9:00")
    assert read("9 Invoices", now=NOW, zone=ZONE) == start("9 Invoices")


def test_a_known_task_keeps_the_day_in_its_name() -> None:
    assert read("monday report 9-10", now=NOW, zone=ZONE) == block(
        "report", "2026-11-16 9:00", "2026-11-16 10:00"
    )


def test_a_known_name_is_never_a_bare_range() -> None:
    junk = ("9-10", "1099")
    with pytest.raises(Exception, match="What was it"):
        read("9-10", now=NOW, zone=ZONE, tasks=junk)


def test_a_day_that_starts_at_four_ends_at_four() -> None:
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # 00:30 on the clock, still Saturday
    for text in ("23-23:30 x", "today 23-23:30 x", "saturday 23-23:30 x"):
        assert read(text, now=late, zone=ZONE, day_start=240) == block(
            "x", "2026-11-21 23:00", "2026-11-21 23:30"
        )
    assert read("0:15-0:20 x", now=late, zone=ZONE, day_start=240) == block("x", "0:15", "0:20")
    assert read("yesterday 1-2 x", now=late, zone=ZONE, day_start=240) == block(
        "x", "2026-11-21 1:00", "2026-11-21 2:00"
    )
    assert read("today 5m x", now=late, zone=ZONE, day_start=240) == amount("x", "2026-11-21", 5)
    # A date is the calendar's.
    assert read("2026-11-21 1-2 x", now=late, zone=ZONE, day_start=240) == block(
        "x", "2026-11-21 1:00", "2026-11-21 2:00"
    )


def test_the_night_the_clocks_go_back() -> None:
    now = datetime(2026, 10, 25, 12, tzinfo=UTC)
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert read("2:30 x", now=now, zone=ZONE).at == first  # type: ignore[union-attr]
    span = read("1:30-2:30 x", now=now, zone=ZONE).when  # type: ignore[union-attr]
    assert span == Span(first - timedelta(hours=1), first)
    utc = read("2026-10-25T01:30Z x", now=now, zone=ZONE).at  # type: ignore[union-attr]
    assert utc == first + timedelta(hours=1)


def test_the_night_the_clocks_go_forward() -> None:
    now = datetime(2026, 3, 29, 12, tzinfo=UTC)
    found = read("2:15-2:45 x", now=now, zone=ZONE)
    moved = datetime(2026, 3, 29, 1, 15, tzinfo=UTC)
    assert found == Add(What("x"), Span(moved, moved + timedelta(minutes=30)))


def test_a_block_over_the_change_has_its_real_length() -> None:
    now = datetime(2026, 10, 25, 12, tzinfo=UTC)
    at = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    assert read("2:45-3:15 x", now=now, zone=ZONE) == Add(
        What("x"), Span(at, at + timedelta(minutes=90))
    )


def test_names_too_long_are_refused_in_a_sentence() -> None:
    with pytest.raises(InvalidValue, match="500 characters; 200 is the most"):
        read("x" * 500, now=NOW, zone=ZONE)
    with pytest.raises(InvalidValue, match="project name has 201"):
        read("y @" + "x" * 201, now=NOW, zone=ZONE)
    with pytest.raises(InvalidValue, match="note is longer"):
        read("y // " + "x" * 4001, now=NOW, zone=ZONE)
    with pytest.raises(InvalidValue, match="broken characters"):
        read("\ud800", now=NOW, zone=ZONE)
    with pytest.raises(InvalidValue, match="no time zone"):
        read("9:15 x", now=NOW, zone="Nowhere/Else")


def test_markup_is_plain_text() -> None:
    assert read("[bold]x[/bold]", now=NOW, zone=ZONE) == start("[bold]x[/bold]")
