"""Ledgers of an earlier format are read as they are, and written in the present one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes import at, entry
from tracker.domain.book import Draft
from tracker.domain.errors import StoreError
from tracker.store import migrations, parsing, record

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.store.store import Store

Row = dict[str, Any]


def to_two(table: str, row: Row) -> Row:
    """As if format 2 had renamed what was a project in capitals."""
    if table == "entries" and "project" in row:
        row["project"] = row["project"].title()
    return row


def to_three(table: str, row: Row) -> Row:
    """As if format 3 had given every live entry a note."""
    if table == "entries" and "deleted" not in row:
        row.setdefault("note", "from before")
    return row


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The present format is 3."""
    monkeypatch.setattr(migrations, "FORMAT", 3)
    monkeypatch.setattr(migrations, "STEPS", {1: to_two, 2: to_three})


def test_steps_are_taken_in_order_and_share_nothing() -> None:
    rows: dict[str, Row] = {"1": {"id": "a", "project": "ACME"}, "2": {"id": "b", "deleted": True}}
    made = migrations.migrated(rows, "entries", 1, steps={1: to_two, 2: to_three}, target=3)
    assert made["1"] == {"id": "a", "project": "Acme", "note": "from before"}
    assert rows["1"] == {"id": "a", "project": "ACME"}
    again = migrations.migrated(made, "entries", 3, steps={1: to_two, 2: to_three}, target=3)
    assert again == made


def test_a_missing_step_is_an_error() -> None:
    with pytest.raises(KeyError):
        migrations.migrated({}, "entries", 1, steps={2: to_three}, target=3)


def test_every_version_up_to_ours_has_a_step() -> None:
    assert sorted(migrations.STEPS) == list(range(1, migrations.FORMAT))


def test_an_old_ledger_is_read_and_upgraded_by_the_next_change_with_a_backup(
    here: Store, home: Path, request: pytest.FixtureRequest
) -> None:
    old = entry("A", "08:00", "08:30", project="ACME")
    untouched = entry("B", "08:00", "08:30", day="2026-09-01")
    here.change(lambda _book: Draft("put", put=(old, untouched)))
    ledger, september = home / "here" / "2026-11.json", home / "here" / "2026-09.json"
    before = (ledger.read_bytes(), september.read_bytes())
    request.getfixturevalue("later")
    assert [(held.project, held.note) for held in here.latest(1)] == [("Acme", "from before")]
    assert ledger.read_bytes() == before[0]
    here.change(lambda _book: Draft("put", put=(entry("C", "09:00", "09:30", note="n"),)))
    written = json.loads(ledger.read_text())
    assert written["format"]["1"]["version"] == 3
    assert [row["note"] for row in written["entries"].values()] == ["from before", "n"]
    assert september.read_bytes() == before[1]
    kept = home / "backups" / "before-format-3" / "here"
    assert (kept / "2026-11.json").read_bytes() == before[0]
    assert (kept / "2026-09.json").read_bytes() == before[1]
    here.undo()
    assert here.entries(at("08:00"), at("08:30"))[0].project == "Acme"


def test_a_change_of_an_earlier_format_can_be_undone(
    here: Store, request: pytest.FixtureRequest
) -> None:
    here.change(lambda _book: Draft("put", put=(entry("A", "08:00", "08:30", project="ACME"),)))
    here.change(lambda _book: Draft("edited", put=(entry("A", "08:00", "09:00", project="ACME"),)))
    request.getfixturevalue("later")
    here.undo()
    assert here.latest(1)[0].when.stop == at("08:30")
    here.redo()
    assert here.latest(1)[0].when.stop == at("09:00")


def test_a_change_of_a_later_format_is_refused(here: Store, home: Path) -> None:
    here.change(lambda _book: Draft("put", put=(entry("A", "08:00", "08:30"),)))
    record_file = home / "here" / "history" / "00000001.json"
    record_file.write_text(record_file.read_text().replace('"version":1', '"version":2', 1))
    with pytest.raises(StoreError, match="newer worthwhile"):
        here.undo()
    with pytest.raises(parsing.Fault, match="newer worthwhile"):
        record.decode_header(record_file.read_bytes().split(b"\n")[0])
