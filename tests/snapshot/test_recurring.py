"""Pictures of the Recurring screen: full, empty, with one task, a page, the two columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore
from tests.pilot.stage import morning, press, stage, until
from tests.snapshot.test_today import SIZES
from tests.surveys import standing, survey
from tracker.app import WorthwhileApp
from tracker.domain.cadence import Cadence
from tracker.domain.task import Task

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from tracker.audit.survey import Survey

    Compare = Callable[..., bool]

EVERY_SIZE = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
SMALL_AND_NORMAL = pytest.mark.parametrize("size", [(44, 12), (80, 24)], ids=["44x12", "80x24"])


def full() -> Survey:
    """A task of every kind in every lane."""
    return survey(
        standing("Email triage", "daily", "####x#########~#####", usual=2100, per_month=260 / 12,
                 pattern="weekdays", next_due=date(2026, 11, 20), due="week", done_today=True,
                 reasons=("Logged on 212 of 226 working days since 5 January.",
                          "Misses fall on your holidays; no other rhythm comes near.")),
        standing("Supplier chat", "daily", "##x####x######x#####", usual=600, per_month=260 / 12,
                 pattern="weekdays", next_due=date(2026, 11, 20), due="week"),
        standing("Invoicing", "weekly", "########~######x###o", usual=4800, pattern="Mondays",
                 next_due=date(2026, 11, 23), due="later",
                 disagreement="You say weekly; the log says every second week, 96 % sure."),
        standing("Standup with Kim", "weekly", "####################", usual=1500,
                 pattern="Tuesdays", next_due=date(2026, 11, 24), due="later"),
        standing("Supplier orders", "weekly", "..###x#~######x####!", usual=2400, confidence=0.93,
                 pattern="about every 8 days", status="likely", next_due=date(2026, 11, 16),
                 due="overdue", loose=True),
        standing("Payment reminders", "biweekly", "......##x#####o", usual=700,
                 per_month=26 / 12, pattern="every second Wednesday",
                 next_due=date(2026, 11, 25), due="later"),
        standing("Bookkeeping", "monthly", "..........#####~###o", usual=11_400, per_month=1.0,
                 pattern="last business day", next_due=date(2026, 11, 30), due="later",
                 loose=True),
        standing("Payroll", "monthly", "..........#####=###o", usual=4500, per_month=1.0,
                 pattern="last Friday", status="declared", paused_until=date(2027, 1, 5),
                 declared=Cadence("month", nth=-1, weekdays=(4,)), next_due=date(2027, 1, 29),
                 due="later"),
        standing("Sales tax", "quarterly", "................###o", usual=14_400, per_month=1 / 3,
                 pattern="15th", status="likely", confidence=0.94, next_due=date(2027, 1, 15),
                 due="later", loose=True),
        standing("Customer questions", "as-needed", "#o##o####o####o#o###", usual=1200,
                 per_month=14.0, pattern="most weeks, 14 a month"),
        standing("Conference", "none", "...................#", status="none", per_month=0.0,
                 usual=28_800),
        tasks=[
            Task("Email triage", tedium=4, growth=1, skill=3, like=2),
            Task("Invoicing", tedium=5, like=1, skill=2),
            Task("Standup with Kim", like=4, skill=5),
        ],
    )  # fmt: skip


def looked(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Open screen 2, wait for the survey, press ``keys``; the last picture rests on the last."""

    async def prepare(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, WorthwhileApp)
        for key in ("2", *keys):
            await press(pilot, key)
            await until(pilot, lambda: app.shown.survey is not None and not app.looking)

    return prepare


def screen(*keys: str, found: Callable[[], Survey] = full) -> tuple[WorthwhileApp, object]:
    """Screen 2 after ``keys``."""
    log = morning() if found is full else MemoryStore()
    return stage(log, survey=found, fresh=lambda _, __: ()), looked(*keys)


@EVERY_SIZE
def test_full(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen()
    assert snap_compare(app, run_before=prepare, terminal_size=size)


@EVERY_SIZE
def test_empty(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen(found=survey)
    assert snap_compare(app, run_before=prepare, terminal_size=size)


@EVERY_SIZE
def test_one_task(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen(
        found=lambda: survey(
            standing("Invoicing", "none", "#", status="tentative", per_month=0.0, reasons=())
        )
    )
    assert snap_compare(app, run_before=prepare, terminal_size=size)


@pytest.mark.parametrize("size", [(44, 12), (80, 24), (120, 36)], ids=["44x12", "80x24", "120x36"])
def test_the_page_of_a_task(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen("l", "enter")
    assert snap_compare(app, run_before=prepare, terminal_size=size)


@EVERY_SIZE
def test_likes_and_dislikes(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen("v")
    assert snap_compare(app, run_before=prepare, terminal_size=size)


def test_strengths_and_weaknesses(snap_compare: Compare) -> None:
    app, prepare = screen("v", "v", "j")
    assert snap_compare(app, run_before=prepare, terminal_size=(80, 24))


@SMALL_AND_NORMAL
def test_rating(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen("t", "5")
    assert snap_compare(app, run_before=prepare, terminal_size=size)


@SMALL_AND_NORMAL
def test_marks(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen("m", "o")
    assert snap_compare(app, run_before=prepare, terminal_size=size)


@SMALL_AND_NORMAL
def test_declaring(snap_compare: Compare, size: tuple[int, int]) -> None:
    app, prepare = screen("c", "text:every 2 weeks on tue")
    assert snap_compare(app, run_before=prepare, terminal_size=size)


@EVERY_SIZE
def test_what_is_due_on_today(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = stage(morning(), survey=full, fresh=lambda _, __: ())
    assert snap_compare(app, run_before=looked("1"), terminal_size=size)


@SMALL_AND_NORMAL
def test_the_list_of_what_is_due(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = stage(morning(), survey=full, fresh=lambda _, __: ())
    assert snap_compare(app, run_before=looked("1", "D"), terminal_size=size)
