"""A whole folder of Timewarrior or Watson."""

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


def test_a_folder_without_frames_is_not_watsons(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("{}")
    with pytest.raises(ImportRefused, match="holds no file frames"):
        planned(tmp_path, "watson")


def test_what_runs_is_found_beside_the_frames_alone(tmp_path: Path) -> None:
    """Whatever the frames are called, and only where the state is Watson's."""
    frames = tmp_path / "frames.bak"
    frames.write_text('[[1771232400, 1771236000, "website"]]')
    assert len(planned(frames, "watson").draft.put) == 1
    (tmp_path / "state").write_text('{"project": "mail", "start": 1795076400}')
    assert [put.task for put in planned(frames, "watson").draft.put] == ["website", "mail"]
    (tmp_path / "state").write_bytes(b"\x00\x01")
    with pytest.raises(ImportRefused, match="not a text file"):
        planned(frames, "watson")


def test_frames_and_the_json_of_log_are_the_same_entries(tmp_path: Path) -> None:
    frames, log = tmp_path / "frames", tmp_path / "log.json"
    frames.write_text('[[1771232400, 1771236000, "website", "a1", ["ux", "design"], 1]]')
    log.write_text(
        '[{"id": "a1", "project": "website", "tags": ["design", "ux"],'
        ' "start": "2026-02-16T10:00:00+01:00", "stop": "2026-02-16T11:00:00+01:00"}]'
    )
    assert planned(frames, "auto").draft.put == planned(log, "auto").draft.put
