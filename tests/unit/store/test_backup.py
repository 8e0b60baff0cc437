"""Dated copies: taken once a day, sharing nothing with what is written, kept by age."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.fakes import NOW, entry
from tests.unit.store.conftest import Machine
from tracker.domain.book import Draft
from tracker.store import backup

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.store.store import Store

DAY = 86_400


def noted(log: Store, note: str) -> None:
    entries = (entry("A", "08:00", "08:30", note=note), entry("B", "08:00", day="2026-09-01"))
    log.change(lambda _book: Draft("noted", put=entries))


def on(machine: Machine, day: int) -> Store:
    return machine("here", lambda: NOW.timestamp() + day * DAY)


def test_the_first_change_of_a_day_keeps_what_was_before_it(machine: Machine, home: Path) -> None:
    noted(on(machine, 0), "first")
    assert not (home / "backups").exists()
    (home / "config.toml").write_text("# mine\n")
    before = {path.name: path.read_bytes() for path in (home / "here").glob("*.json")}
    noted(on(machine, 1), "second")
    noted(on(machine, 1), "third")
    kept = home / "backups" / "2026-11-20" / "here"
    found = {path.name: path.read_bytes() for path in kept.iterdir()}
    assert found == {**before, "config.toml": b"# mine\n"}
    assert sorted(path.name for path in (home / "backups").iterdir()) == ["2026-11-20"]


def test_what_did_not_change_is_stored_once_and_never_shared_with_a_ledger(
    machine: Machine, home: Path
) -> None:
    for day in range(4):
        noted(on(machine, day), f"day {day}")
    names = ("2026-11-20", "2026-11-21", "2026-11-22")
    folders = [home / "backups" / name / "here" for name in names]
    running = {(folder / "open.json").stat().st_ino for folder in folders}
    assert len(running) == 1
    assert (home / "here" / "open.json").stat().st_ino not in running
    assert len({(folder / "2026-11.json").stat().st_ino for folder in folders}) == 3
    (home / "here" / "open.json").write_text("spoilt in place")
    assert "spoilt" not in (folders[-1] / "open.json").read_text()


def test_where_links_fail_bytes_are_copied(
    machine: Machine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: str) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    for day in range(3):
        noted(on(machine, day), f"day {day}")
    last = home / "backups" / "2026-11-21" / "here"
    assert sorted(path.name for path in last.iterdir()) == ["2026-11.json", "open.json"]


def test_a_backup_that_fails_does_not_keep_anyone_from_logging(
    machine: Machine, home: Path
) -> None:
    noted(on(machine, 0), "first")
    (home / "backups").write_text("in the way")
    noted(on(machine, 1), "second")
    assert on(machine, 1).latest(1)[0].note == "second"
    (home / "backups").unlink()
    noted(on(machine, 1), "third")
    assert (home / "backups" / "2026-11-20" / "here").is_dir()


def test_an_unfinished_backup_is_begun_anew(machine: Machine, home: Path) -> None:
    noted(on(machine, 0), "first")
    unfinished = home / "backups" / "2026-11-20" / ".here.tmp"
    unfinished.mkdir(parents=True)
    (unfinished / "2026-11.json").write_text("{")
    noted(on(machine, 1), "second")
    assert not unfinished.exists()
    assert (home / "backups" / "2026-11-20" / "here" / "2026-11.json").exists()


def test_days_weeks_and_months_are_kept(machine: Machine, home: Path) -> None:
    for day in range(0, 500, 3):
        noted(on(machine, day), f"day {day}")
    (home / "backups" / "before-format-2").mkdir()
    there = home / "backups" / "2026-11-22" / "there"
    there.mkdir(parents=True)
    (there / "open.json").write_text("theirs")
    noted(on(machine, 500), "last")
    days = sorted(path.parent.name for path in (home / "backups").glob("2*/here"))
    assert backup.DAYS < len(days) <= backup.DAYS + backup.WEEKS + backup.MONTHS
    assert backup.kept(days) == set(days)
    assert len({day[:7] for day in days}) == backup.MONTHS
    assert (there / "open.json").read_text() == "theirs"
    assert (home / "backups" / "before-format-2").is_dir()
