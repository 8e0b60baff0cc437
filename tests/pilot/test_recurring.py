"""Stories on the Recurring screen: declare, correct, pause, mark, rate, start; by keyboard."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.fakes import ZONE, MemoryStore, entry
from tests.pilot.stage import CATALOGUE, SIZES, Clock, press, said, screen_text, stage, until
from tests.surveys import AS_OF, standing, survey
from tracker.app import WorthwhileApp
from tracker.auditing import survey as look
from tracker.domain.cadence import Cadence
from tracker.domain.settings import Settings
from tracker.domain.task import Task
from widgets.recurring.screen import RecurringScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tracker.audit.survey import Survey

EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=["44x12", "80x24", "160x50"])
WEEKS = ("2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")


def worked() -> MemoryStore:
    """Six weeks: invoicing on Mondays, email most days, one conference."""
    held = [entry("Invoicing", "09:00", "10:20", day=day, entry_id=f"inv {day}") for day in WEEKS]
    held += [
        entry("Email triage", "08:00", "08:30", day=f"2026-11-{day:02}", entry_id=f"mail {day}")
        for day in (*range(2, 7), *range(9, 14), *range(16, 19))
    ]
    held.append(entry("Conference", "10:00", "18:00", day="2026-10-14"))
    return MemoryStore.of(*held)


def audit_of(log: MemoryStore) -> Callable[[], Survey]:
    """The real audit over ``log``, on the fixed day."""
    return lambda: look(log, Settings(answered=True), ZONE, CATALOGUE, Clock().now)


@asynccontextmanager
async def recurring(
    log: MemoryStore, size: tuple[int, int], task: str
) -> AsyncIterator[Pilot[None]]:
    """Screen 2 over the real audit, the cursor on ``task``."""
    async with stage(log, survey=audit_of(log)).run_test(size=size) as pilot:
        await press(pilot, "2")
        await until(pilot, lambda: bool(screen(pilot).chart.lanes))
        screen(pilot).chart.select(task)
        await press(pilot)
        yield pilot


def screen(pilot: Pilot[None]) -> RecurringScreen:
    """Screen 2, whatever question is over it."""
    assert isinstance(pilot.app, WorthwhileApp)
    shown = pilot.app.shown
    assert isinstance(shown, RecurringScreen)
    return shown


async def surveyed(pilot: Pilot[None], condition: Callable[[Survey], object]) -> None:
    """Until what is shown rests on a survey for which ``condition`` holds."""
    await until(pilot, lambda: (held := screen(pilot).survey) is not None and condition(held))


def lane_of(pilot: Pilot[None], task: str) -> str:
    """The title of the lane that a task stands in."""
    lanes = screen(pilot).chart.lanes
    return next(lane.title for lane in lanes for row in lane.rows if row.task == task)


@EVERY_SIZE
async def test_declare_and_take_back(size: tuple[int, int]) -> None:
    log = worked()
    async with recurring(log, size, "Conference") as pilot:
        assert lane_of(pilot, "Conference").startswith("One-off")
        await press(pilot, "c", "text:quarterly on the 14th", "enter")
        assert log.known["Conference"].cadence == Cadence("quarter", day=14, month=1)
        await until(pilot, lambda: lane_of(pilot, "Conference") == "Quarterly")
        assert screen(pilot).about == "Conference"
        await press(pilot, "c", "ctrl+u", "enter")
        await until(pilot, lambda: lane_of(pilot, "Conference").startswith("One-off"))
        await press(pilot, "u")
        assert log.known["Conference"].cadence == Cadence("quarter", day=14, month=1)


@EVERY_SIZE
async def test_correct_what_was_found(size: tuple[int, int]) -> None:
    log = worked()
    async with recurring(log, size, "Invoicing") as pilot:
        assert lane_of(pilot, "Invoicing") == "Weekly"
        await press(pilot, "c", "text:monthly on the frst", "enter")
        assert "Invoicing" not in log.known  # it cannot be read: nothing happened
        await press(pilot, "ctrl+u", "text:monthly on the 1st", "enter")
        await until(pilot, lambda: lane_of(pilot, "Invoicing") == "Monthly")
        row = screen(pilot).row
        assert row is not None
        assert row.standing.status == "declared"


@EVERY_SIZE
async def test_pause_and_resume(size: tuple[int, int]) -> None:
    log = worked()
    async with recurring(log, size, "Invoicing") as pilot:
        await press(pilot, "p", "text:5 jan", "enter")
        assert log.known["Invoicing"].paused_until == date(2027, 1, 5)
        await surveyed(pilot, lambda held: held.tasks["Invoicing"].paused_until is not None)
        assert any("5 Jan" in line for line in screen_text(pilot))
        await press(pilot, "p")
        assert log.known["Invoicing"].paused_until is None


@EVERY_SIZE
async def test_mark(size: tuple[int, int]) -> None:
    log = worked()
    async with recurring(log, size, "Invoicing") as pilot:
        await press(pilot, "m", "o", "n", "escape")
        assert log.known["Invoicing"].only_me is True
        assert log.known["Invoicing"].necessary is False
        await press(pilot, "m", "o", "0", "escape")
        assert log.known["Invoicing"].only_me is None


@EVERY_SIZE
async def test_rate_with_four_digits(size: tuple[int, int]) -> None:
    log = worked()
    async with recurring(log, size, "Invoicing") as pilot:
        await press(pilot, "t", "5", "1", "2", "3")
        task = log.known["Invoicing"]
        assert (task.tedium, task.growth, task.skill, task.like) == (5, 1, 2, 3)
        assert isinstance(pilot.app.screen, RecurringScreen)
        await press(pilot, "L", "1")
        assert log.known["Invoicing"].like == 1
        await press(pilot, "g", "0", "escape")
        assert log.known["Invoicing"].growth is None
        await press(pilot, "u", "u")
        assert log.known["Invoicing"].like == 3


async def test_what_was_rated_is_shown_at_once() -> None:
    log = worked()
    async with recurring(log, (80, 24), "Invoicing") as pilot:
        await press(pilot, "t", "1", "escape")
        await surveyed(pilot, lambda held: held.profiles["Invoicing"].tedium == 1)
        assert any("tedium ●○○○○ " in line for line in screen_text(pilot))


@EVERY_SIZE
async def test_start_and_stop_from_the_lane(size: tuple[int, int]) -> None:
    log = worked()
    async with recurring(log, size, "Email triage") as pilot:
        await press(pilot, "space")
        assert [held.task for held in log.running()] == ["Email triage"]
        assert "● Email" in screen_text(pilot)[0]
        await press(pilot, "space")
        assert log.running() == ()


async def test_likes_are_rated_with_arrows_and_the_cursor_goes_along() -> None:
    log = worked()
    async with recurring(log, (80, 24), "Invoicing") as pilot:
        held = screen(pilot).survey
        assert held is not None
        assumed = held.profiles["Invoicing"].like
        await press(pilot, "v", "right")
        assert log.known["Invoicing"].like == assumed + 1
        await surveyed(pilot, lambda held: held.profiles["Invoicing"].like == assumed + 1)
        await press(pilot, "left")
        assert log.known["Invoicing"].like == assumed
        await surveyed(pilot, lambda held: held.profiles["Invoicing"].like == assumed)
        assert screen(pilot).about == "Invoicing"
        await press(pilot, "v")
        assert any("Strength" in line for line in screen_text(pilot))
        await press(pilot, "v")
        assert screen(pilot).chart.current is not None
        assert screen(pilot).about == "Invoicing"


@EVERY_SIZE
async def test_two_columns_open_with_their_titles(size: tuple[int, int]) -> None:
    many = survey(*(standing(f"Task {number:02}") for number in range(30)))
    async with stage(worked(), survey=lambda: many).run_test(size=size) as pilot:
        await press(pilot, "2")
        await until(pilot, lambda: bool(screen(pilot).chart.lanes))
        await press(pilot, "v")
        assert "Dislike" in screen_text(pilot)[1]
        assert screen(pilot).about == "Task 00"


@EVERY_SIZE
async def test_its_page_says_each_time_and_why(size: tuple[int, int]) -> None:
    async with recurring(worked(), size, "Invoicing") as pilot:
        await press(pilot, "enter")
        seen = screen_text(pilot)
        await press(pilot, *["pagedown"] * 5, *["j"] * 8)
        text = "\n".join([*seen, *screen_text(pilot)])
        assert "rhythm" in text
        assert "Mon 5 Oct 2026" in text
        await press(pilot, "t", "4", "escape", "escape")
        assert isinstance(pilot.app.screen, RecurringScreen)


async def test_filter_sort_and_silence() -> None:
    log = worked()
    async with recurring(log, (80, 24), "Invoicing") as pilot:
        await press(pilot, "slash", "text:mail", "enter")
        assert [row.task for lane in screen(pilot).chart.lanes for row in lane.rows] == [
            "Email triage"
        ]
        assert "enter open" in screen_text(pilot)[-1]  # the keys are back when the words are kept
        await press(pilot, "z")
        assert log.known["Email triage"].silent is True
        await press(pilot, "slash", "escape")
        assert len([row for lane in screen(pilot).chart.lanes for row in lane.rows]) == 3
        await press(pilot, "o", "o")
        assert screen(pilot).sort == "name"


async def test_hjkl_go_where_the_arrows_go() -> None:
    async with recurring(worked(), (80, 24), "Email triage") as pilot:
        await press(pilot, "home")
        first = screen(pilot).about
        await press(pilot, "j")
        second = screen(pilot).about
        assert second != first
        await press(pilot, "k")
        assert screen(pilot).about == first
        await press(pilot, "l")
        after_lane = screen(pilot).about
        await press(pilot, "h", "right")
        assert screen(pilot).about == after_lane


@EVERY_SIZE
async def test_a_name_is_plain_text_everywhere(size: tuple[int, int]) -> None:
    name = "[b]Tax[/] $x 会議 {a}"
    log = MemoryStore.of(*(entry(name, "09:00", "10:00", day=day, entry_id=day) for day in WEEKS))
    async with recurring(log, size, name) as pilot:
        for keys in ([], ["enter"], ["escape", "t"], ["escape", "m"], ["escape", "c"]):
            await press(pilot, *keys)
            assert "[b]Tax" in "\n".join(screen_text(pilot))


async def test_a_slow_look_at_the_log_drops_no_key() -> None:
    gate = threading.Event()

    def slow() -> Survey:
        gate.wait(5)
        return survey(standing("Invoicing"), standing("Standup"), standing("Payroll", "monthly"))

    async with stage(worked(), survey=slow).run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert any("Looking" in line for line in screen_text(pilot))
        await press(pilot, "n", "text:6-6:30 tea", "enter", "1", "2", "n", "text:half a line")
        assert pilot.app.focused is screen(pilot).line
        assert screen(pilot).line.value == "half a line"
        gate.set()
        await until(pilot, lambda: bool(screen(pilot).chart.lanes))
        assert screen(pilot).line.value == "half a line"
        await press(pilot, "escape", "j")
        assert screen(pilot).about == "Standup"


async def test_overdue_is_said_once_a_day_and_not_of_what_is_silenced() -> None:
    late = {"due": "overdue", "next_due": date(2026, 11, 16)}
    found = survey(
        standing("Invoicing", **late),
        standing("Gossip", **late),
        standing("Email", "daily", **late),
        tasks=[Task("Gossip", silent=True)],
    )
    told: set[str] = set()

    def fresh(day: date, things: object) -> tuple[str, ...]:
        assert day == AS_OF
        new = tuple(one for one in things if one not in told)  # type: ignore[attr-defined]
        told.update(new)
        return new

    async def notices() -> list[str]:
        app = stage(worked(), survey=lambda: found, fresh=fresh)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: app.shown.survey is not None)
            return said(pilot)

    assert await notices() == ["Invoicing was due Mon 16 Nov: D on Today."]
    assert await notices() == []


@EVERY_SIZE
async def test_start_what_is_due(size: tuple[int, int]) -> None:
    log = worked()
    found = survey(
        standing("Invoicing", due="overdue", next_due=date(2026, 11, 16)),
        standing("Standup", due="week", next_due=date(2026, 11, 20)),
    )
    app = stage(log, survey=lambda: found)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.shown.survey is not None)
        text = "\n".join(screen_text(pilot))
        assert ("D 1 due" if size == (44, 12) else "! Invoicing") in text
        await press(pilot, "D")
        text = "\n".join(screen_text(pilot))
        assert "! Invoicing" in text
        assert "since Mon 16 Nov" in text
        await press(pilot, "j", "enter")
        assert [held.task for held in log.running()] == ["Standup"]
        assert "Due" not in "\n".join(screen_text(pilot)) or size == (160, 50)
