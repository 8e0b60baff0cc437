"""What is said of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Owner

HEAD = "User,Email,Description,Start date,Start time,End date,End time,Duration"


def test_of_many_new_tasks_only_some_are_named(ww: Owner, tmp_path: Path) -> None:
    days = [f"2026-10-{day:02}" for day in range(1, 21)]
    rows = [f"A,a@b.c,Task {n},{day},09:00:00,{day},10:00:00,01:00:00"
            for n, day in enumerate(days)]  # fmt: skip
    path = tmp_path / "many.csv"
    path.write_text("\n".join([HEAD, *rows]))
    told = ww.done("import", "toggl", str(path)).out
    assert "Task 11 and 8 more." in told
    assert "Task 12" not in told
