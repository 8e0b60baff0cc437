"""Intents as they are echoed and written, on Sunday 22 November 2026 at 14:57 in Berlin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.domain.entry import What
from tracker.domain.span import Amount, Span
from tracker.intents.intent import Add, Start, Switch
from tracker.line import read
from tracker.line.echo import echo
from tracker.line.write import write, write_name

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 22, 13, 57, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Invoicing", "start Invoicing now"),
        ("", "continue the last task now"),
        ("-10m", "continue the last task at 14:47, 10m ago"),
        ("14:15 Invoicing", "start Invoicing at 14:15, 42m ago"),
        ("yesterday 23:15 Invoicing", "start Invoicing at 23:15 yesterday, 15h42 ago"),
        ("25m Email", "log Email 14:32-14:57 today, 25m"),
        ("yesterday 14-16 Email", "log Email 14:00-16:00 yesterday, 2h00"),
        ("thu 14-16 Email", "log Email 14:00-16:00 Thu 19 Nov, 2h00"),
        ("2025-11-20 14-16 Email", "log Email 14:00-16:00 Thu 20 Nov 2025, 2h00"),
        ("22-1 Email", "log Email 22:00-01:00 yesterday, 3h00"),
        ("yesterday 25m Email", "log Email yesterday, 25m in all"),
        (
            "2026-11-19T22:00/2026-11-21T03:00 x",
            "log x Thu 19 Nov 22:00 - yesterday 03:00, 29h00",
        ),
        (
            "25m Email @Acme #b #a // november batch",
            "log Email 14:32-14:57 today, 25m @Acme #a #b // november batch",
        ),
    ],
)
def test_an_intent_is_echoed(line: str, said: str) -> None:
    assert echo(read(line, now=NOW, zone=ZONE), now=NOW, zone=ZONE) == said


def test_a_switch_is_echoed() -> None:
    assert echo(Switch(What("Email")), now=NOW, zone=ZONE) == "switch to Email now"
    assert echo(Switch(What("")), now=NOW, zone=ZONE) == "switch to the task before now"


def test_the_time_survives_a_long_name() -> None:
    said = echo(
        read("25m " + "x" * 200 + " // " + "y" * 200, now=NOW, zone=ZONE), now=NOW, zone=ZONE
    )
    assert said == f"log {'x' * 39}… 14:32-14:57 today, 25m // {'y' * 29}…"


def test_the_day_of_an_echo_is_the_persons() -> None:
    night = datetime(2026, 11, 22, 1, tzinfo=UTC)
    intent = read("1-1:30 x", now=night, zone=ZONE, day_start=240)
    assert echo(intent, now=night, zone=ZONE, day_start=240) == "log x 01:00-01:30 today, 30m"


@pytest.mark.parametrize(
    ("intent", "line"),
    [
        (Start(What("")), ""),
        (Start(What("Email")), "Email"),
        (Start(What("Form 1099")), "Form 1099"),
        (Start(What("9-10")), '"9-10"'),
        (Start(What('say "hi"')), '"say ""hi"""'),
        (Start(What('5" nails')), '5" nails'),
        (Start(What('"hi" said')), '"""hi"" said"'),
        (Start(What("a // b")), '"a // b"'),
        (Start(What("@home")), '"@home"'),
        (Start(What("yesterday")), '"yesterday"'),
        (Start(What("24h support")), '"24h support"'),
        (Start(What("Email"), NOW - timedelta(minutes=42)), "14:15 Email"),
        (Start(What("Email"), NOW - timedelta(seconds=30)), "14:56:30 Email"),
        (Start(What("Email"), NOW - timedelta(days=1)), "2026-11-21 14:57 Email"),
        (Add(What("Email"), Span(NOW - timedelta(hours=1), NOW)), "13:57-14:57 Email"),
        (
            Add(What("Email"), Span(NOW - timedelta(days=2, hours=1), NOW - timedelta(days=2))),
            "2026-11-20 13:57-14:57 Email",
        ),
        (
            Add(What("Email"), Span(NOW - timedelta(days=2), NOW)),
            "2026-11-20T13:57:00Z/2026-11-22T13:57:00Z Email",
        ),
        (Add(What("Email"), Amount(date(2026, 11, 22), 5400)), "2026-11-22 1h30m Email"),
        (
            Start(What("Email", "Acme Corp", ("a", "two words"), "say // it")),
            'Email @"Acme Corp" #a #"two words" // say // it',
        ),
    ],
)
def test_an_intent_is_written_so_that_it_reads_back(intent: Start | Add, line: str) -> None:
    assert write(intent, now=NOW, zone=ZONE) == line
    assert read(line, now=NOW, zone=ZONE) == intent


def test_the_second_of_two_times_is_written_as_an_instant() -> None:
    now = datetime(2026, 10, 25, 3, tzinfo=UTC)
    first, second = (
        Start(What("x"), datetime(2026, 10, 25, hour, 30, tzinfo=UTC)) for hour in (0, 1)
    )
    assert write(first, now=now, zone=ZONE) == "02:30 x"
    assert write(second, now=now, zone=ZONE) == "2026-10-25T01:30:00Z x"


def test_what_could_never_be_read_is_written_exactly() -> None:
    future = Start(What("x"), NOW + timedelta(hours=1))
    assert write(future, now=NOW, zone=ZONE) == '2026-11-22T14:57:00Z "x"'


def test_a_name_is_quoted_only_where_it_must_be() -> None:
    assert write_name("Client call", now=NOW) == "Client call"
    assert write_name("Form 1099", now=NOW) == "Form 1099"
    assert write_name("25m sprint", now=NOW) == '"25m sprint"'
