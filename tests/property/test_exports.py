"""Round trips through the formats of other tools."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.fakes import MemoryStore
from tests.property.test_exchange import (
    NOW,
    entries,
    instants,
    logs,
    one_spelling,
    parsed,
    planned,
)
from tracker.domain.entry import Entry
from tracker.domain.span import Amount, Span
from tracker.exchange.export import record_lines
from tracker.exchange.ical_out import export_ical
from tracker.exchange.imports import plan_for
from tracker.exchange.klog_out import export_klog
from tracker.exchange.record import entry_record, stored
from tracker.exchange.timewarrior_out import export_timewarrior


@given(entries())
def test_the_line_of_an_export_is_the_record_of_log_json(entry: Entry) -> None:
    (line,) = record_lines([stored(entry)], now=NOW)
    origin = {"origin": entry.origin} if entry.origin else {}
    assert json.loads(line) == entry_record(entry, NOW) | origin


@given(logs)
def test_timewarrior_keeps_words_and_times(found: list[Entry]) -> None:
    assume(one_spelling(found))
    kept = [entry for entry in found if isinstance(entry.when, Span)]
    content = "".join(export_timewarrior(map(stored, found), [])).encode()
    plan = planned(content, "timewarrior")
    usual = {
        "zone": "Europe/Berlin",
        "source": "import:timewarrior",
        "billable": None,
        "origin": "",
    }
    assert list(plan.draft.put) == [entry.replace(**usual) for entry in kept]


@given(logs)
def test_timewarrior_through_timewarrior_itself_keeps_words_and_times(found: list[Entry]) -> None:
    """It drops our id and sorts the tags."""
    assume(one_spelling(found))
    intervals = json.loads("".join(export_timewarrior(map(stored, found), [])))
    for interval in intervals:
        del interval["worthwhile_id"]
        interval["tags"] = sorted(interval["tags"], key=str.encode)
    plan = planned(json.dumps(intervals).encode(), "timewarrior")
    assert [(e.task, e.project, e.tags, e.note, e.when) for e in plan.draft.put] == [
        (e.task, e.project, e.tags, e.note, e.when) for e in found if isinstance(e.when, Span)
    ]


@given(logs)
def test_what_left_as_timewarrior_is_known_again(found: list[Entry]) -> None:
    assume(one_spelling(found))
    content = "".join(export_timewarrior(map(stored, found), [])).encode()
    assert planned(content, "timewarrior", MemoryStore.of(*found)).summary.added == 0


def spans(found: list[Entry]) -> list[Entry]:
    return [entry for entry in found if isinstance(entry.when, Span)]


@given(logs)
def test_a_calendar_keeps_all_but_the_zone(found: list[Entry]) -> None:
    assume(one_spelling(found))
    content = "".join(export_ical(map(stored, found), [], now=NOW)).encode()
    plan = planned(content, "ical")
    assert plan.summary.rejected == ()
    assert [(e.id, e.task, e.project, e.tags, e.note, e.when) for e in plan.draft.put] == [
        (e.id, e.task, e.project, e.tags, e.note, e.when) for e in spans(found)
    ]


def minutes(moment: datetime) -> datetime:
    """To the nearest minute, half a minute up."""
    return datetime.fromtimestamp((int(moment.timestamp()) + 30) // 60 * 60, UTC)


plain_words = st.text(st.sampled_from("abc äß"), min_size=1).map(str.strip).filter(bool)
one_day = st.integers(1, 20 * 3600)
klog_entries = st.builds(
    lambda when, task, project, tags, note: Entry(
        "i", task, when, "Asia/Kathmandu", project, tags, note
    ),
    st.one_of(
        st.builds(
            lambda start, length: Span(start, start + timedelta(seconds=length)), instants, one_day
        ),
        st.builds(Amount, st.dates(date(2000, 1, 1), date(2029, 12, 1)), st.integers(60, 80_000)),
    ),
    plain_words,
    st.one_of(st.just(""), plain_words),
    st.lists(plain_words, max_size=2).map(tuple),
    st.one_of(st.just(""), plain_words),
)


@given(klog_entries)
def test_klog_keeps_words_and_minutes(entry: Entry) -> None:
    """In a zone whose clocks never change; tasks without marks that klog reads."""
    content = "".join(export_klog([stored(entry)], [])).encode()
    plan = plan_for(parsed(content, "klog", "Asia/Kathmandu"), MemoryStore(), now=NOW)
    (put,) = plan.draft.put
    assert (put.task, put.project, put.tags) == (entry.task, entry.project, entry.tags)
    assert put.note == entry.note
    if isinstance(entry.when, Amount):
        assert put.when == Amount(entry.when.day, (entry.when.seconds + 30) // 60 * 60)
    else:
        assert isinstance(entry.when, Span)
        start, stop = minutes(entry.when.start), minutes(entry.when.stop)
        assert put.when == Span(start, max(stop, start + timedelta(minutes=1)))
