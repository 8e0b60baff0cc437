"""How an owner brings an export in: by keyboard, from the file to the day it ends on."""

from __future__ import annotations

import shutil
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from tests.fakes import MemoryStore, entry
from tests.pilot.stage import (
    morning,
    press,
    said,
    screen_text,
    settle,
    stage,
    today,
    until,
)
from tracker.domain.book import Draft
from tracker.domain.errors import StoreError
from tracker.domain.task import Task
from widgets.ask import AskScreen
from widgets.import_screen import ImportScreen
from widgets.suggested import SuggestedScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tracker.domain.book import Book, Change

SAMPLES = Path(__file__).parents[1] / "unit" / "exchange" / "samples"
SIZES = ((44, 12), (80, 24), (160, 50))
HEADER = (
    "User,Email,Client,Project,Task,Description,Billable,"
    "Start date,Start time,End date,End time,Duration,Tags\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with exports in it."""
    downloads = tmp_path / "Downloads"
    ignored = shutil.ignore_patterns("*.json")
    shutil.copytree(SAMPLES / "toggl", downloads / "toggl", ignore=ignored)
    shutil.copy(SAMPLES / "toggl" / "classic.csv", downloads / "classic.csv")
    (downloads / "notes.txt").write_text("nothing that anyone logged\n")
    (downloads / "empty.csv").write_text("")
    (downloads / "picture.csv").write_bytes(b"\x89PNG\x00\x00\x01")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def toggl(home: Path, *rows: tuple[str, str, str, str]) -> Path:
    """A report of rows: task, day, start, stop."""
    made = home / "Downloads" / "mine.csv"
    lines = [
        f'A,a@b.c,Acme,,,"{task}",No,{day},{start},{day},{stop},x,\n'
        for task, day, start, stop in rows
    ]
    made.write_text(HEADER + "".join(lines))
    return made


def form(pilot: Pilot[None]) -> ImportScreen:
    """The form, which must be open."""
    screen = pilot.app.screen
    assert isinstance(screen, ImportScreen)
    return screen


def closed(pilot: Pilot[None]) -> bool:
    return not isinstance(pilot.app.screen, ImportScreen)


def words(pilot: Pilot[None]) -> str:
    return "\n".join(screen_text(pilot))


async def opened(pilot: Pilot[None]) -> None:
    """The form with the first folder listed."""
    await settle(pilot)
    await press(pilot, "i")
    await until(pilot, lambda: not closed(pilot) and form(pilot).files.folder is not None)


async def typed(pilot: Pilot[None], path: str) -> None:
    """Paste a path over whatever stands in the line, and read it."""
    form(pilot).files.path.value = path
    await press(pilot, "enter")


async def at_step(pilot: Pilot[None], step: str) -> None:
    await until(pilot, lambda: not closed(pilot) and form(pilot).step == step)


@pytest.mark.parametrize("size", SIZES)
async def test_an_export_comes_in_by_keyboard_and_goes_again(size: tuple[int, int]) -> None:
    log = morning()
    before = dict(log.held)
    async with stage(log).run_test(size=size) as pilot:
        await opened(pilot)
        await press(pilot, "text:clas", "down", "enter")
        await at_step(pilot, "preview")
        assert "2 new entries, 1h30" in words(pilot)
        await press(pilot, "enter")
        await at_step(pilot, "categories")
        await press(pilot, "enter")
        await until(pilot, lambda: closed(pilot))
        await settle(pilot)
        assert said(pilot) == ["2 entries added; u takes the import back."]
        assert today(pilot).state.day.date == date(2026, 11, 18)
        current = today(pilot).day_panel.entry
        assert current is not None
        assert current.task == 'Say "hello", twice'
        assert len(log.held) == len(before) + 2
        await press(pilot, "u")
        assert log.held == before
        assert log.known == {}


async def test_a_name_is_merged_and_a_category_changed_in_the_same_change(home: Path) -> None:
    log = MemoryStore.of(entry("Invoicing", "09:15", "09:30"), tasks=[Task("Invoicing")])
    toggl(
        home,
        ("Invocing", "2026-10-18", "09:15:00", "10:00:00"),
        ("Juggling", "2026-10-19", "09:15:00", "10:15:00"),
        ("Logo drafts", "2026-10-20", "09:15:00", "09:45:00"),
        ("Whittling", "2026-10-20", "10:15:00", "10:20:00"),
    )
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/mine.csv")
        await at_step(pilot, "preview")
        await press(pilot, "enter")
        await at_step(pilot, "names")
        assert "into" not in words(pilot)
        await press(pilot, "right")
        assert "into Invoicing" in words(pilot)
        await press(pilot, "enter")
        await at_step(pilot, "categories")
        await press(pilot, "text:pay", "enter")
        await until(pilot, lambda: closed(pilot))
        await settle(pilot)
        assert [held.task for held in log.all()] == [
            "Invoicing", "Juggling", "Logo drafts", "Whittling", "Invoicing",
        ]  # fmt: skip
        assert {task.name: task.category for task in log.tasks()} == {
            "Invoicing": "",
            "Juggling": "payroll",
            "Logo drafts": "graphic-design",
            "Whittling": "",
        }
        assert len(log.changes(10)) == 1
        await press(pilot, "u")
        assert [held.task for held in log.all()] == ["Invoicing"]
        assert [task.name for task in log.tasks()] == ["Invoicing"]


async def test_nothing_is_merged_without_a_yes(home: Path) -> None:
    log = MemoryStore.of(tasks=[Task("Invoicing")])
    toggl(home, ("Invocing", "2026-10-18", "09:15:00", "10:00:00"))
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/mine.csv")
        await at_step(pilot, "preview")
        await press(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: closed(pilot))
        assert [held.task for held in log.all()] == ["Invocing"]


async def test_what_is_merged_is_not_asked_about_again_but_comes_back_if_it_is_kept(
    home: Path,
) -> None:
    log = MemoryStore.of(tasks=[Task("Invoicing")])
    toggl(
        home,
        ("Invocing", "2026-10-18", "09:15:00", "10:00:00"),
        ("Juggling", "2026-10-19", "09:15:00", "10:15:00"),
    )
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/mine.csv")
        await at_step(pilot, "preview")
        await press(pilot, "enter", "right", "enter")
        await at_step(pilot, "categories")
        rows = form(pilot).categories.choices
        assert [row.key for row in rows.rows] == ["Juggling"]
        await press(pilot, "text:sal", "escape", "left", "enter")
        await at_step(pilot, "categories")
        assert [(row.key, row.choice) for row in rows.rows] == [
            ("Juggling", "sales"),
            ("Invocing", "other"),
        ]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("~/Downloads/nope.csv", "There is no file"),
        ("~/Downloads/empty.csv", "is empty"),
        ("~/Downloads/picture.csv", "is not a text file"),
        ("~/Downloads/notes.txt", "of no format known here"),
        ("~/Downloads/toggl/only-bad.csv", "No row could be taken"),
        ("~/Nowhere/", "There is no file"),
        ("~/Downloads/classic.csv\0", "cannot be the name of a file"),
    ],
)
async def test_a_file_that_cannot_be_used_is_said_in_the_form(path: str, sentence: str) -> None:
    log = morning()
    async with stage(log).run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        form(pilot).files.path.value = path
        await press(pilot, "enter")
        await until(pilot, lambda: form(pilot).complaint.display)
        assert sentence in " ".join(str(form(pilot).complaint.content).split())
        assert form(pilot).files.path.value == path
        assert form(pilot).step == "file"
        await press(pilot, "escape")
        assert closed(pilot)
        assert log.changes(10) == ()


async def test_a_path_may_be_pasted_as_other_programs_give_it(home: Path) -> None:
    spaced = home / "Downloads" / "my export.csv"
    shutil.copy(home / "Downloads" / "classic.csv", spaced)
    for pasted in (f"'{spaced}'", f"file://{home}/Downloads/my%20export.csv",
                   str(spaced).replace(" ", "\\ "), f'  "{spaced}" '):  # fmt: skip
        async with stage(morning()).run_test(size=(80, 24)) as pilot:
            await opened(pilot)
            await typed(pilot, pasted)
            await at_step(pilot, "preview")
            assert "2 new entries" in words(pilot)


async def test_folders_are_gone_into_and_left_by_typing() -> None:
    async with stage(morning()).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        files = form(pilot).files
        assert files.path.value == "~/Downloads/"
        assert files.places.rows[0].label == "toggl/"
        await press(pilot, "down", "enter")
        await until(pilot, lambda: files.folder and files.folder.typed == "~/Downloads/toggl/")
        await press(pilot, "text:twel", "tab")
        assert files.path.value == "~/Downloads/toggl/twelve-hour.csv"
        for _ in range(len("toggl/twelve-hour.csv")):
            await pilot.press("backspace")
        await until(pilot, lambda: files.folder and files.folder.typed == "~/Downloads/")
        assert "classic.csv" in [row.label for row in files.places.rows]


async def test_a_whole_folder_of_timewarrior_is_read(home: Path) -> None:
    data = home / ".timewarrior" / "data"
    data.mkdir(parents=True)
    (data / "2026-10.data").write_text("inc 20261020T080000Z - 20261020T090000Z # Drawing\n")
    async with stage(morning()).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/.timewarrior")
        await at_step(pilot, "preview")
        assert "1 new entry, 1h00" in words(pilot)


async def test_an_open_order_of_day_and_month_is_asked_in_the_form() -> None:
    log = morning()
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/toggl/undecidable.csv")
        await until(pilot, lambda: form(pilot).complaint.display)
        assert "choose it with" in str(form(pilot).complaint.content)
        assert "--date-order" not in words(pilot)
        await press(pilot, "right")
        await until(pilot, lambda: form(pilot).account.preview)
        preview = form(pilot).account.preview
        assert preview is not None
        assert preview.first == date(2024, 4, 3)
        await press(pilot, "right")
        await until(pilot, lambda: form(pilot).account.preview not in (None, preview))
        other = form(pilot).account.preview
        assert other is not None
        assert other.first == date(2024, 3, 4)


async def test_format_and_zone_can_be_changed_and_what_does_not_fit_is_said() -> None:
    async with stage(morning()).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/classic.csv")
        await at_step(pilot, "preview")
        account = form(pilot).account
        assert account.kind.chosen == "toggl"
        assert account.kind.aside.startswith("recognised")
        account.zone.focus()
        account.zone.value = "America/New_York"
        await press(pilot, "enter")
        await until(pilot, lambda: "15:15-16:00" in words(pilot))
        account.kind.focus()
        await press(pilot, "text:h")
        await until(pilot, lambda: form(pilot).complaint.display)
        assert account.kind.chosen == "harvest"
        assert account.preview is None
        await press(pilot, "enter")
        assert form(pilot).step == "preview"
        await press(pilot, "left", "left")
        await until(pilot, lambda: account.preview)
        assert account.kind.chosen == "toggl"
        assert not form(pilot).complaint.display


async def test_rejected_rows_are_listed_with_line_and_reason() -> None:
    async with stage(morning()).run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/toggl/bad-rows.csv")
        await at_step(pilot, "preview")
        text = words(pilot)
        preview = form(pilot).account.preview
        assert preview is not None
        assert preview.rejected > 0
        assert f"{preview.rejected} rows rejected, listed below" in text
        assert "Rejected" in text
        for sentence in preview.parts[0].sentences:
            assert sentence.startswith("line ")
            assert sentence[:60] in text


async def test_a_second_import_says_that_there_is_nothing_new() -> None:
    log = morning()
    async with stage(log).run_test(size=(80, 24)) as pilot:
        for _ in range(2):
            await opened(pilot)
            await typed(pilot, "~/Downloads/classic.csv")
            await at_step(pilot, "preview")
            await press(pilot, "enter")
            if form(pilot).step == "categories":
                await press(pilot, "enter")
                await until(pilot, lambda: closed(pilot))
                await settle(pilot)
        assert "2 rows had been imported before" in words(pilot)
        assert "in your log already" in str(form(pilot).complaint.content)
        assert len(log.changes(10)) == 1


class Gate(MemoryStore):
    """A log that waits inside every change until it is let go, and knows who asked."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.inside = threading.Event()
        self.open = threading.Event()
        self.threads: set[int] = set()

    def change(self, decide: Callable[[Book], Draft]) -> Change:
        self.threads.add(threading.get_ident())
        self.inside.set()
        assert self.open.wait(10)
        return super().change(decide)


def many(home: Path, count: int = 1000) -> None:
    toggl(home, *(("Work", "2026-10-18", f"{n // 60:02}:{n % 60:02}:00",
                   f"{n // 60:02}:{n % 60:02}:30") for n in range(count)))  # fmt: skip


async def test_escape_during_the_import_leaves_no_trace(home: Path) -> None:
    many(home)
    log = Gate()
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/mine.csv")
        await at_step(pilot, "preview")
        await press(pilot, "enter")
        await at_step(pilot, "categories")
        await pilot.press("enter")
        await until(pilot, log.inside.is_set)
        assert "esc stops" in words(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: not form(pilot).busy)
        log.open.set()
        await settle(pilot)
        assert (log.held, log.known, log.changes(10)) == ({}, {}, ())
        assert form(pilot).step == "categories"
        assert threading.get_ident() not in log.threads
        await press(pilot, "enter")
        await until(pilot, lambda: closed(pilot))
        assert len(log.held) == 1000


async def test_leaving_the_app_during_an_import_leaves_no_trace(home: Path) -> None:
    many(home)
    log = Gate()
    app = stage(log)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/mine.csv")
        await at_step(pilot, "preview")
        await press(pilot, "enter")
        await pilot.press("enter")
        await until(pilot, log.inside.is_set)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: any(w.group == "leave" for w in app.workers))
        log.open.set()
    assert log.changes(10) == ()


async def test_escape_goes_back_step_by_step_and_keeps_what_was_typed() -> None:
    async with stage(morning()).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/classic.csv")
        await at_step(pilot, "preview")
        await press(pilot, "enter")
        await at_step(pilot, "categories")
        await press(pilot, "escape", "escape")
        assert form(pilot).step == "file"
        assert form(pilot).files.path.value == "~/Downloads/classic.csv"
        await press(pilot, "escape")
        assert closed(pilot)


class Full(MemoryStore):
    """A log on a full disk."""

    def change(self, *_: Any) -> Change:
        raise StoreError("There is no room left on the disk: make some, then try again.")


async def test_a_log_that_cannot_be_written_is_said_in_the_form() -> None:
    async with stage(Full()).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/classic.csv")
        await at_step(pilot, "preview")
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: form(pilot).complaint.display)
        assert "no room left" in str(form(pilot).complaint.content)
        assert not form(pilot).busy


async def test_names_from_a_file_are_plain_text(home: Path) -> None:
    toggl(home, ("[b]Bold[/b] [@click=app.quit]x", "2026-10-18", "09:15:00", "10:00:00"))
    async with stage(MemoryStore()).run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        await typed(pilot, "~/Downloads/mine.csv")
        await at_step(pilot, "preview")
        assert "[b]Bold[/b] [@click=app.quit]x" in words(pilot)
        await press(pilot, "enter")
        await at_step(pilot, "categories")
        assert "[b]Bold[/b] [@click=app.quit]x" in words(pilot)


async def test_what_a_watcher_saw_waits_as_suggestions() -> None:
    log = MemoryStore()
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed(pilot, str(SAMPLES / "activitywatch" / "one-program.json"))
        await at_step(pilot, "preview")
        assert "Nothing of it is logged before you accept it." in words(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: closed(pilot))
        assert log.held == {}
        assert len(log.suggestions()) > 0
        assert "suggestion" in said(pilot)[0]


def waiting() -> MemoryStore:
    """Three suggestions over an empty log."""
    log = MemoryStore()
    seen = tuple(
        entry(task, start, stop, day="2026-11-18", entry_id=task, source="import:activitywatch")
        for task, start, stop in (
            ("Code", "08:00", "09:00"), ("Mail", "09:00", "09:30"), ("Chess", "10:00", "11:00"),
        )
    )  # fmt: skip
    log.change(lambda _: Draft("suggested 3 entries", put_suggestions=seen))
    return log


async def test_suggestions_are_logged_changed_or_dropped_by_key() -> None:
    log = waiting()
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "S", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        pilot.app.screen.query_one(Input).value = "Website"
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SuggestedScreen))
        await until(pilot, lambda: "Website" in words(pilot))
        await press(pilot, "l", "down", "down", "d")
        assert log.held == {}
        await press(pilot, "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SuggestedScreen))
        await settle(pilot)
        assert [held.task for held in log.all()] == ["Website"]
        assert [held.task for held in log.suggestions()] == ["Mail"]


async def test_all_suggestions_can_be_logged_at_once_and_taken_back() -> None:
    log = waiting()
    async with stage(log).run_test(size=(44, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "S", "a", "enter")
        await until(pilot, lambda: len(log.held) == 3)
        await settle(pilot)
        await press(pilot, "u")
        assert (log.held, len(log.suggestions())) == ({}, 3)
