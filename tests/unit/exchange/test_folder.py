"""A whole Timewarrior folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import NOW, ZONE, MemoryStore
from tracker.domain.errors import ImportRefused
from tracker.exchange import source
from tracker.exchange.imports import plan_for, read_file
from tracker.exchange.plan import Plan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What ``~/.timewarrior`` holds."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "2026-02.data").write_text("inc 20260202T080000Z - 20260202T090000Z # mail\n")
    (data / "2026-03.data").write_text("")
    (data / "2026-11.data").write_text(
        "inc 20261119T070000Z - 20261119T080000Z # mail\nexc monday\ninc 20261119T083000Z # calls\n"
    )
    (data / "undo.data").write_text("txn:\n  type: interval\n")
    (data / "tags.data").write_text('{"mail":{"count":2}}')
    (data / "backlog.data").write_text("nothing of ours")
    (tmp_path / "timewarrior.cfg").write_text("")
    return tmp_path


def planned(path: Path, fmt: str = "timewarrior") -> Plan:
    return plan_for(read_file(str(path), fmt, zone=ZONE), MemoryStore(), now=NOW)


@pytest.mark.parametrize("inside", ["", "data"])
@pytest.mark.parametrize("fmt", ["timewarrior", "auto"])
def test_either_folder_gives_every_month(folder: Path, inside: str, fmt: str) -> None:
    plan = planned(folder / inside, fmt)
    assert [put.task for put in plan.draft.put] == ["mail", "mail", "calls"]
    assert [put.running for put in plan.draft.put] == [False, False, True]
    assert plan.summary.seconds == 7200


def test_a_bad_line_is_named_with_its_file(folder: Path) -> None:
    plan = planned(folder)
    assert [(reject.file, reject.line) for reject in plan.summary.rejected] == [("2026-11.data", 2)]
    assert plan.summary.as_json()["rejected"] == [
        {"line": 2, "reason": "Only lines that start with inc hold time.", "file": "2026-11.data"}
    ]


def test_only_bad_lines_change_nothing_and_name_the_file(folder: Path) -> None:
    for path in (folder / "data").glob("2026-*.data"):
        path.write_text("exc monday\n")
    with pytest.raises(ImportRefused, match=r"nothing was changed\. 2026-02\.data, line 1: Only"):
        planned(folder)


def test_a_file_and_its_folder_are_the_same_entries(folder: Path) -> None:
    whole = {put.id for put in planned(folder).draft.put}
    one = {put.id for put in planned(folder / "data" / "2026-11.data").draft.put}
    assert len(one) == 2
    assert one < whole


@pytest.mark.parametrize("fmt", ["timewarrior", "auto"])
def test_a_folder_without_time(tmp_path: Path, fmt: str) -> None:
    (tmp_path / "undo.data").write_text("txn:\n")
    with pytest.raises(ImportRefused, match=r"YYYY-MM\.data"):
        planned(tmp_path, fmt)


def test_one_unusable_file_changes_nothing(folder: Path) -> None:
    (folder / "data" / "2026-04.data").write_bytes(b"inc \x00\x01")
    with pytest.raises(ImportRefused, match=r"2026-04\.data is not a text file"):
        planned(folder)


def test_a_folder_that_is_too_big(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST_FILE", 60)
    with pytest.raises(ImportRefused, match="import its files one by one"):
        planned(folder)
