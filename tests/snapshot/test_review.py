"""The five steps of the review, a closed one, and the reports: what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pilot.stage import press, until
from tests.reviews import WEEK, reviewing, week
from tracker.app import WorthwhileApp
from tracker.domain.papers import Review
from widgets.reports.screen import ReportsScreen
from widgets.review.screen import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    Compare = Callable[..., bool]

SIZES = {"44x12": (44, 12), "80x24": (80, 24), "160x50": (160, 50)}
EVERY_SIZE = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


def shown(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Screen 4 with everything on it, then ``keys``; the pointer of the line stands still."""

    async def prepare(pilot: Pilot[None]) -> None:
        await press(pilot, "4")
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        await until(pilot, lambda: screen.reviewed is not None and screen.reviewed.advice)
        await press(pilot, *keys)
        assert isinstance(pilot.app, WorthwhileApp)
        app = pilot.app
        await until(pilot, lambda: not app.looking)
        await press(pilot)

    return prepare


def at(step: str) -> WorthwhileApp:
    log = week()
    log.filed[WEEK] = Review(WEEK, step)
    return reviewing(log)


@EVERY_SIZE
@pytest.mark.parametrize("step", ["repair", "rate", "see", "decide", "plan"])
def test_steps(snap_compare: Compare, step: str, size: tuple[int, int]) -> None:
    assert snap_compare(at(step), run_before=shown(), terminal_size=size)


@pytest.mark.parametrize("tabs", [1, 2, 3])
def test_one_chart_large(snap_compare: Compare, tabs: int) -> None:
    prepare = shown(*["tab"] * tabs)
    assert snap_compare(at("see"), run_before=prepare, terminal_size=(80, 24))


def test_a_quarter(snap_compare: Compare) -> None:
    prepare = shown("left_square_bracket", "M", "M")
    assert snap_compare(at("see"), run_before=prepare, terminal_size=(80, 24))


@EVERY_SIZE
def test_reports(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        await press(pilot, "5")
        assert isinstance(pilot.app.screen, ReportsScreen)

    assert snap_compare(reviewing(), run_before=prepare, terminal_size=size)


def test_the_entries_of_a_row(snap_compare: Compare) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        await press(pilot, "5", "enter")

    assert snap_compare(reviewing(), run_before=prepare, terminal_size=(80, 24))
