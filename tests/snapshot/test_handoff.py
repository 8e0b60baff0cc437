"""Pictures of the hand-off screen, of a task's page, of what if, and of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore
from tests.handed import audited, fair, studio
from tests.pilot.stage import Owner, morning, press, settle, stage, still
from tests.pilot.test_handoff import looked, opened
from tracker.domain.book import Draft
from tracker.domain.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from tracker.app import WorthwhileApp
    from tracker.audit.recurrence.standing import Standing

    Compare = Callable[..., bool]

SIZES = {"44x12": (44, 12), "80x24": (80, 24), "120x36": (120, 36), "160x50": (160, 50)}
EVERY_SIZE = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
THREE = pytest.mark.parametrize(
    "size", [(44, 12), (80, 24), (160, 50)], ids=["44x12", "80x24", "160x50"]
)
SMALL_AND_VAST = pytest.mark.parametrize("size", [(44, 12), (160, 50)], ids=["44x12", "160x50"])
NORMAL_AND_VAST = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])


def office(
    count: int | None = None,
    settings: Settings | None = None,
    more: tuple[Standing, ...] = (),
) -> WorthwhileApp:
    """The studio with its first ``count`` tasks, all of them unless said, and ``more``."""
    standings, tasks, papers = studio()
    standings = (*standings[:count], *more)
    names = {each.task for each in standings}
    log = morning() if count != 0 else MemoryStore()
    log.known |= {task.name: task for task in tasks if task.name in names}
    kept = tuple(paper for paper in papers if getattr(paper, "task", "") in names)
    if kept:
        log.change(lambda _book: Draft("filed papers", put_papers=kept))
    owner = Owner(settings or Settings(answered=True))
    return stage(log, owner=owner, survey=audited(log, standings, owner))


def on(task: str, *keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Screen 3 with the cursor on ``task``, and then ``keys``."""

    async def prepare(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await opened(pilot, task)
        await press(pilot, *keys)
        focused = pilot.app.focused
        if focused is not None and hasattr(focused, "cursor_blink"):
            focused.cursor_blink = False
        await looked(pilot)
        await still(pilot)

    return prepare


@EVERY_SIZE
def test_full(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(office(), run_before=on("Bookkeeping"), terminal_size=size)


@NORMAL_AND_VAST
def test_in_other_hands(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(office(), run_before=on("Data entry"), terminal_size=size)


def test_an_empty_log(snap_compare: Compare) -> None:
    assert snap_compare(office(0), run_before=on(""), terminal_size=(44, 12))


def test_one_task(snap_compare: Compare) -> None:
    assert snap_compare(office(1), run_before=on(""), terminal_size=(80, 24))


def test_no_price_is_known_in_this_currency(snap_compare: Compare) -> None:
    app = office(settings=Settings(answered=True, currency="CHF"))
    assert snap_compare(app, run_before=on("Payroll"), terminal_size=(80, 24))


def test_a_budget(snap_compare: Compare) -> None:
    app = office(settings=Settings(answered=True, budget=400))
    assert snap_compare(app, run_before=on("Bookkeeping"), terminal_size=(120, 36))


def test_a_budget_that_is_spent_in_part(snap_compare: Compare) -> None:
    app = office(settings=Settings(answered=True, budget=700))
    assert snap_compare(app, run_before=on("Bookkeeping"), terminal_size=(160, 50))


@THREE
def test_full_weeks(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(office(more=fair()), run_before=on(""), terminal_size=size)


@SMALL_AND_VAST
def test_the_page(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(office(), run_before=on("Bookkeeping", "enter"), terminal_size=size)


@SMALL_AND_VAST
def test_what_if(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = on("Bookkeeping", "w", *["shift+right"] * 6, "h")
    assert snap_compare(office(), run_before=keys, terminal_size=size)


@THREE
def test_the_brief(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(office(), run_before=on("Bookkeeping", "b"), terminal_size=size)


def test_a_quote(snap_compare: Compare) -> None:
    assert snap_compare(office(), run_before=on("Payroll", "Q"), terminal_size=(44, 12))


def test_quotes(snap_compare: Compare) -> None:
    assert snap_compare(office(), run_before=on("Bookkeeping", "Q"), terminal_size=(80, 24))
