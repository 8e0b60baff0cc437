"""Round trips through the formats of other tools."""

from __future__ import annotations

import json

from hypothesis import assume, given

from tests.fakes import MemoryStore
from tests.property.test_exchange import NOW, entries, logs, one_spelling, planned
from tracker.domain.entry import Entry
from tracker.domain.span import Span
from tracker.exchange.export import record_lines
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
