"""What leaves the log, and that nothing heavy is loaded for it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import date
from io import StringIO
from types import GeneratorType
from typing import Any

import pytest

from tests.fakes import NOW, ZONE, entry
from tracker.domain.entry import Entry
from tracker.domain.span import Amount
from tracker.domain.task import Task
from tracker.exchange.cells import defused, joined, parted, restored
from tracker.exchange.export import export_csv, export_json
from tracker.exchange.record import entry_record, stored

DONE = entry("Invoicing", "09:15", "09:45", project="Acme", tags=("b", "a"), note="batch")
RUNNING = entry("Mail", "09:50", source="timer", billable=True)
AMOUNT = Entry("amount", "Reading", Amount(date(2026, 11, 18), 5400), ZONE)


def rows_of(*entries: Entry) -> list[dict[str, Any]]:
    return [stored(entry) for entry in entries]


def test_the_record_of_log_json() -> None:
    assert entry_record(DONE, NOW) == {
        "id": "invoicing",
        "task": "Invoicing",
        "project": "Acme",
        "tags": ["a", "b"],
        "note": "batch",
        "start": "2026-11-19T09:15:00+01:00",
        "stop": "2026-11-19T09:45:00+01:00",
        "seconds": 1800,
        "zone": "Europe/Berlin",
        "source": "typed",
        "billable": None,
    }


def test_a_running_one_counts_up_to_now() -> None:
    record = entry_record(RUNNING, NOW)
    assert record["stop"] is None
    assert record["seconds"] == 437
    assert record["source"] == "timer"
    assert record["billable"] is True


def test_an_amount_has_a_date_in_place_of_times() -> None:
    record = entry_record(AMOUNT, NOW)
    assert record["date"] == "2026-11-18"
    assert record["seconds"] == 5400
    assert not {"start", "stop"} & record.keys()


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("America/New_York", "2026-11-19T03:15:00-05:00"),
        ("Asia/Kathmandu", "2026-11-19T14:00:00+05:45"),
        ("UTC", "2026-11-19T08:15:00+00:00"),
        ("No/Longer_There", "2026-11-19T08:15:00+00:00"),
    ],
)
def test_instants_are_in_the_zone_of_the_entry(zone: str, start: str) -> None:
    assert entry_record(DONE.replace(zone=zone), NOW)["start"] == start


def test_the_record_loads_nothing_heavy() -> None:
    """``log --json`` uses it, and is typed all day."""
    code = "import sys, tracker.exchange.record; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    heavy = {
        "typing",
        "dataclasses",
        "enum",
        "re",
        "json",
        "csv",
        "pathlib",
        "zoneinfo",
        "pendulum",
    }
    assert not heavy & set(loaded)


def test_json_is_one_object_with_a_line_for_each() -> None:
    pieces = export_json(rows_of(DONE, AMOUNT), [Task("Invoicing", tedium=5)], now=NOW)
    assert isinstance(pieces, GeneratorType)
    text = "".join(pieces)
    found = json.loads(text)
    assert list(found) == ["version", "tasks", "papers", "entries"]
    assert found["version"] == 1
    assert found["entries"] == [entry_record(DONE, NOW), entry_record(AMOUNT, NOW)]
    assert found["tasks"][0]["name"] == "Invoicing"
    assert found["tasks"][0]["tedium"] == 5
    assert found["tasks"][0]["core"] is None
    assert len(text.splitlines()) == 7


def test_json_of_an_empty_log() -> None:
    assert json.loads("".join(export_json([], [], now=NOW))) == {
        "version": 1,
        "tasks": [],
        "papers": [],
        "entries": [],
    }


def test_json_keeps_where_an_import_came_from() -> None:
    imported = DONE.replace(source="import:toggl", origin="00ff")
    (found,) = json.loads("".join(export_json(rows_of(imported), [], now=NOW)))["entries"]
    assert found["source"] == "import:toggl"
    assert found["origin"] == "00ff"


def rows(*entries: Entry) -> list[dict[str, str]]:
    text = "".join(export_csv(rows_of(*entries), hour_value=256.41, now=NOW))
    return list(csv.DictReader(StringIO(text, newline="")))


def test_csv_has_a_row_for_each() -> None:
    first, second, third = rows(DONE, RUNNING, AMOUNT)
    assert first == {
        "id": "invoicing",
        "task": "Invoicing",
        "project": "Acme",
        "tags": "a, b",
        "note": "batch",
        "start": "2026-11-19T09:15:00+01:00",
        "stop": "2026-11-19T09:45:00+01:00",
        "seconds": "1800",
        "zone": "Europe/Berlin",
        "value": "128.21",
    }
    assert (second["stop"], second["seconds"]) == ("", "437")
    assert (third["start"], third["stop"], third["seconds"]) == ("2026-11-18", "", "5400")


def test_csv_lines_end_as_the_rfc_says() -> None:
    text = "".join(export_csv(rows_of(DONE), hour_value=1, now=NOW))
    assert text.count("\r\n") == text.count("\n") == 2


def test_csv_never_starts_a_formula() -> None:
    (row,) = rows(entry("=HYPERLINK(1)", "09:15", "09:45", project="+1", tags=("@x",), note="-2"))
    assert [row[name] for name in ("task", "project", "tags", "note")] == [
        "'=HYPERLINK(1)",
        "'+1",
        "'@x",
        "'-2",
    ]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1", "'=1"),
        ("'=1", "''=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'tis", "'tis"),
        ("a=b", "a=b"),
        ("", ""),
        ("'", "'"),
    ],
)
def test_a_cell_is_defused_and_restored(cell: str, safe: str) -> None:
    assert defused(cell) == safe
    assert restored(safe) == cell


def test_tags_in_one_cell() -> None:
    tags = ["a, b", "c\\d", "e"]
    assert joined(tags) == r"a\, b, c\\d, e"
    assert parted(joined(tags)) == tags
    assert parted("") == []
    assert parted(" , a ,, \\") == ["a"]
