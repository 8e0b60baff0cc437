"""Pictures of the import form: each step, and what it says of files that cannot be used."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pilot.stage import morning, press, settle, stage, until
from tests.pilot.test_import import HEADER, SAMPLES, form, opened, waiting
from tracker.domain.task import Task

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from tests.fakes import MemoryStore

    Compare = Callable[..., bool]

SIZES = {"44x12": (44, 12), "80x24": (80, 24), "120x36": (120, 36)}
EVERY_SIZE = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)

ROWS = (
    ("Invoice", "Acme", "2026-10-14,09:15:00,2026-10-14,10:00:00", "admin"),
    ("Invocing", "Acme", "2026-10-15,09:15:00,2026-10-15,09:35:00", ""),
    ("Emails", "", "2026-10-15,10:00:00,2026-10-15,10:25:00", ""),
    ("Logo drafts", "Northwind", "2026-10-15,10:25:00,2026-10-15,12:00:00", "design, print"),
    ("Call with 株式会社", "Northwind", "2026-10-15,13:00:00,2026-10-15,13:20:00", ""),
    ("Logo drafts", "Northwind", "2026-10-16,08:00:00,2026-10-16,23:10:00", "design"),
    ("Logo drafts", "Northwind", "2026-10-17,12:00:00,2026-10-17,11:00:00", ""),
    ("Taxes", "", "2026-10-32,12:00:00,2026-10-32,13:00:00", ""),
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder whose files are as old on any day."""
    downloads = tmp_path / "Downloads"
    (downloads / "statements").mkdir(parents=True)
    lines = [
        f'A,a@b.c,{project},,,"{task}",No,{times},x,"{tags}"\n'
        for task, project, times, tags in ROWS
    ]
    (downloads / "toggl-2026.csv").write_text(HEADER + "".join(lines))
    shutil.copy(SAMPLES / "toggl" / "undecidable.csv", downloads / "old-export.csv")
    (downloads / "photo.jpg").write_bytes(b"\0" * 1_400_000)
    for days, name in enumerate(("toggl-2026.csv", "photo.jpg", "old-export.csv")):
        stamp = 1795075200 - days * 86_400
        os.utime(downloads / name, (stamp, stamp))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def log() -> MemoryStore:
    """A log that has some of the tasks already."""
    made = morning()
    for name in ("Invoicing", "Email triage", "Email"):
        made.known[name] = Task(name)
    return made


def after(*steps: tuple[str, ...] | str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """The form, once ``steps`` are done: keys, or the name of a step to wait for."""

    async def prepare(pilot: Pilot[None]) -> None:
        await opened(pilot)
        for step in steps:
            if isinstance(step, tuple):
                await press(pilot, *step)
            elif step == "complaint":
                await until(pilot, lambda: form(pilot).complaint.display)
            else:
                await until(pilot, lambda step=step: form(pilot).step == step)
        form(pilot).files.path.cursor_blink = False
        await settle(pilot)

    return prepare


READ = (("text:togg", "down", "enter"), "preview")


@EVERY_SIZE
def test_choosing_a_file(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after(("down", "down"))
    assert snap_compare(stage(log()), run_before=keys, terminal_size=size)


@EVERY_SIZE
def test_what_is_in_it(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(stage(log()), run_before=after(*READ), terminal_size=size)


@EVERY_SIZE
def test_names_that_look_alike(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after(*READ, ("enter",), "names", ("right", "down"))
    assert snap_compare(stage(log()), run_before=keys, terminal_size=size)


@EVERY_SIZE
def test_categories(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after(*READ, ("enter",), "names", ("right", "enter"), "categories", ("down",))
    assert snap_compare(stage(log()), run_before=keys, terminal_size=size)


@EVERY_SIZE
def test_dates_that_can_be_read_two_ways(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after(("text:old", "down", "enter"), "complaint")
    assert snap_compare(stage(log()), run_before=keys, terminal_size=size)


@pytest.mark.parametrize("size", [(44, 12), (80, 24)], ids=["44x12", "80x24"])
def test_a_file_of_no_format(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after(("text:photo", "down", "enter"), "complaint")
    assert snap_compare(stage(log()), run_before=keys, terminal_size=size)


@pytest.mark.parametrize("size", [(44, 12), (80, 24)], ids=["44x12", "80x24"])
def test_suggestions(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, "S", "l", "down", "right", "right")

    assert snap_compare(stage(waiting()), run_before=prepare, terminal_size=size)
