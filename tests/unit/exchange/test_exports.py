"""Exports for other tools, and reports."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import NOW, ZONE, entry
from tracker.domain.entry import Entry
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.exchange.html_out import html
from tracker.exchange.ical_out import export_ical
from tracker.exchange.klog_out import export_klog
from tracker.exchange.paper import Line, Paper, Section, markdown
from tracker.exchange.record import stored
from tracker.exchange.stream import LocalTimes, in_order
from tracker.exchange.timewarrior_out import export_timewarrior
from tracker.exchange.timewarrior_tags import tags_for, what_of

DONE = entry("Invoicing", "09:15", "09:45", project="Acme Inc", tags=("two words", "a"), note="x")
RUNNING = entry("Mail", "09:50")
AMOUNT = Entry("amount", "Reading", Amount(date(2026, 11, 18), 5400), ZONE)


def timewarrior(*entries: Entry) -> tuple[list[dict[str, Any]], list[str]]:
    notes: list[str] = []
    return json.loads("".join(export_timewarrior(map(stored, entries), notes))), notes


def klog(*entries: Entry) -> tuple[list[str], list[str]]:
    notes: list[str] = []
    text = "".join(export_klog(map(stored, entries), notes))
    return text.splitlines(), notes


def ical(*entries: Entry) -> tuple[str, list[str]]:
    notes: list[str] = []
    return "".join(export_ical(map(stored, entries), notes, now=NOW)), notes


def span(start: str, stop: str, **rest: Any) -> Entry:
    """An entry between two local times of Berlin."""
    ends = (datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)) for text in (start, stop))
    return Entry("i", "Work", Span(*ends), ZONE, **rest)


def test_timewarrior_has_task_and_project_as_tags() -> None:
    found, notes = timewarrior(DONE, RUNNING)
    assert found == [
        {
            "id": 1,
            "start": "20261119T081500Z",
            "end": "20261119T084500Z",
            "tags": ["a", "project:Acme Inc", "task:Invoicing", "two words"],
            "annotation": "x",
            "worthwhile_id": "invoicing",
        },
        {"id": 2, "start": "20261119T085000Z", "tags": ["task:Mail"], "worthwhile_id": "mail"},
    ]
    assert notes == []


def test_timewarrior_says_what_it_cannot_hold() -> None:
    found, notes = timewarrior(AMOUNT)
    assert found == []
    assert notes == [
        "1 amount of time on a day, without clock times, is not in it: "
        "Timewarrior has no place for that."
    ]


def test_tags_that_look_like_ours_are_told_apart() -> None:
    tags = ("project:x", "tag:y", "task:z", "plain")
    assert what_of(tags_for("T", "", tags), "") is not None
    what = what_of(tags_for("T", "P", tags), "n")
    assert what is not None
    assert (what.task, what.project, what.tags, what.note) == ("T", "P", tuple(sorted(tags)), "n")


@pytest.mark.parametrize("tags", [["a"], [], ["task:"], ["task:a", "task:b"], ["project:a"]])
def test_tags_of_others_are_not_taken_for_ours(tags: list[str]) -> None:
    assert what_of(tags, "") is None


def test_klog_has_a_record_for_each_day() -> None:
    lines, notes = klog(AMOUNT, DONE, RUNNING)
    assert lines == [
        "2026-11-18",
        "    1h30m Reading",
        "",
        "2026-11-19",
        '    9:15 - 9:45 Invoicing #project="Acme Inc" #a #tag="two words"',
        "        x",
        "    9:50 - ? Mail",
    ]
    assert notes == []


@pytest.mark.parametrize(
    ("start", "stop", "lines"),
    [
        ("2026-11-19T23:00", "2026-11-20T01:30", ["23:00 - 1:30>"]),
        ("2026-11-19T23:00", "2026-11-20T00:00", ["23:00 - 0:00>"]),
        ("2026-11-19T09:00:29", "2026-11-19T09:10:30", ["9:00 - 9:11"]),
        ("2026-11-19T09:00:01", "2026-11-19T09:00:02", ["9:00 - 9:01"]),
        ("2026-10-25T01:30", "2026-10-25T04:00", ["3h30m"]),
        ("2026-03-29T01:30", "2026-03-29T04:00", ["1h30m"]),
        ("2026-11-17T22:00", "2026-11-19T03:00", ["22:00 - 0:00>", "0:00 - 3:00>"]),
    ],
)
def test_klog_times(start: str, stop: str, lines: list[str]) -> None:
    found, _ = klog(span(start, stop))
    times = [line.strip().removesuffix(" Work") for line in found if line.startswith(" ")]
    assert times == lines


def test_klog_has_one_open_entry_in_a_record() -> None:
    lines, _ = klog(RUNNING, RUNNING.replace(id="2"))
    assert lines.count("2026-11-19") == 2


def test_klog_says_what_it_made_longer() -> None:
    _, notes = klog(span("2026-11-19T09:00:01", "2026-11-19T09:00:02"))
    assert notes == ["1 entry of less than half a minute: klog has them as one minute."]


def test_ical_has_an_event_for_each() -> None:
    text, notes = ical(DONE, RUNNING, AMOUNT)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART:20261119T081500Z\r\nDTEND:20261119T084500Z\r\nSUMMARY:Invoicing\r\n" in text
    assert "UID:invoicing@worthwhile\r\n" in text
    assert len(notes) == 2


def test_ical_lines_are_short_and_whole() -> None:
    from icalendar import Calendar, Event

    long = DONE.replace(task="ä,;\\N " * 33, note="日本" * 100)
    text, _ = ical(long)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert isinstance(event, Event)
    assert str(event["SUMMARY"]) == long.task
    assert str(event["DESCRIPTION"]) == long.note
    assert event.categories == list(long.tags)


PAPER = Paper(
    "A | <b>title</b>",
    (("Logged", "1h"),),
    (Section("Tasks", ("Task", "Time"), (Line(("<script>x</script> | [a](b)", "1h"), 1.0),)),),
    "Made now.",
)


def test_markdown_shows_names_as_they_are() -> None:
    text = "".join(markdown(PAPER))
    assert "| Task | Time |\n| --- | ---: |\n" in text
    assert "| \\<script\\>x\\</script\\> \\| \\[a\\](b) | 1h |" in text


class _Reader(HTMLParser):
    """Which tags a page has, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [str(value) for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_one_file_that_shows_names_as_they_are() -> None:
    reader = _Reader()
    reader.feed("".join(html(PAPER)))
    assert "script" not in reader.tags
    assert "b" not in reader.tags
    assert reader.links == []
    assert "<script>x</script> | [a](b)" in reader.text


def test_local_times_are_those_of_the_zone_also_when_clocks_change() -> None:
    for name in ("Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Monrovia"):
        zone, text = ZoneInfo(name), LocalTimes().of(name)
        for second in range(0, 86400 * 400, 86400 // 3 + 1234):
            assert text(second) == datetime.fromtimestamp(second, zone).isoformat()
        for day in (date(2026, 3, 28), date(2026, 10, 24), date(1972, 1, 6)):
            noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=zone).timestamp())
            for second in range(noon, noon + 86400 * 2, 601):
                assert text(second) == datetime.fromtimestamp(second, zone).isoformat()


def test_rows_come_in_order_though_months_hold_them_in_any() -> None:
    old = NOW - timedelta(days=70)
    entries = [
        Entry("c", "x", Span(old, old + timedelta(hours=1))),
        Entry("a", "x", Span(old - timedelta(days=3), old)),
        Entry("b", "x", Amount(old.date(), 60)),
        Entry("e", "x", Span(NOW - timedelta(hours=2), NOW)),
        Entry("d", "x", OpenSpan(NOW - timedelta(hours=5))),
    ]
    assert [row["id"] for row in in_order(map(stored, entries))] == ["a", "c", "b", "d", "e"]


def test_the_template_is_part_of_the_package() -> None:
    assert (Path(html.__code__.co_filename).parents[1] / "data" / "report.html").is_file()
