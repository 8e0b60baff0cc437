"""What was said today, on this machine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.store.reminders import Reminders

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 19)


def reminders(folder: Path, log: str = "log") -> Reminders:
    return Reminders(str(folder / log), str(folder / "state"))


def test_a_thing_is_said_once_a_day_also_after_a_restart(tmp_path: Path) -> None:
    assert reminders(tmp_path).fresh(TODAY, ["Invoicing", "Payroll"]) == ("Invoicing", "Payroll")
    assert reminders(tmp_path).fresh(TODAY, ["Payroll", "Books"]) == ("Books",)
    assert reminders(tmp_path).fresh(TODAY, ["Invoicing", "Books"]) == ()
    assert reminders(tmp_path).fresh(date(2026, 11, 20), ["Invoicing"]) == ("Invoicing",)


def test_each_log_is_told_of_by_itself(tmp_path: Path) -> None:
    assert reminders(tmp_path).fresh(TODAY, ["Invoicing"]) == ("Invoicing",)
    assert reminders(tmp_path, "other").fresh(TODAY, ["Invoicing"]) == ("Invoicing",)


def test_nothing_to_say_writes_nothing(tmp_path: Path) -> None:
    assert reminders(tmp_path).fresh(TODAY, []) == ()
    assert not (tmp_path / "state").exists()


def test_a_broken_file_is_as_none(tmp_path: Path) -> None:
    reminders(tmp_path).fresh(TODAY, ["Invoicing"])
    (kept,) = (tmp_path / "state" / "cache").iterdir()
    for broken in ("", "{", "[]", '{"day": "2026-11-19"}', '{"day": "2026-11-19", "said": 3}'):
        kept.write_text(broken)
        assert reminders(tmp_path).fresh(TODAY, ["Invoicing"]) == ("Invoicing",)


def test_a_folder_that_cannot_be_written_is_remembered_while_the_program_runs(
    tmp_path: Path,
) -> None:
    (tmp_path / "state").write_text("in the way")
    held = reminders(tmp_path)
    assert held.fresh(TODAY, ["Invoicing"]) == ("Invoicing",)
    assert held.fresh(TODAY, ["Invoicing", "Payroll"]) == ("Payroll",)
