"""The reports by keyboard: any range, any heading, narrowed, opened, sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore, entry
from tests.pilot.stage import SIZES, Clock, press, said, screen_text, stage, until
from tests.reviews import reviewing
from tracker.app import WorthwhileApp
from tracker.calendar.ranges import read_range
from tracker.reporting import Asked
from widgets.reports.rows import range_words, turned
from widgets.reports.screen import ReportsScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
TODAY = Clock().now.date()


async def opened(pilot: Pilot[None]) -> ReportsScreen:
    await press(pilot, "5")
    screen = pilot.app.screen
    assert isinstance(screen, ReportsScreen)
    return screen


def rows(screen: ReportsScreen) -> list[tuple[str, str]]:
    """Name and time of each row."""
    return [(row.columns[0][0], row.columns[1][0]) for row in screen.rows.rows]


def text(pilot: Pilot[None]) -> str:
    return "\n".join(screen_text(pilot))


@EVERY_SIZE
async def test_a_week_by_every_heading_down_to_a_day(size: tuple[int, int]) -> None:
    async with reviewing().run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert rows(screen)[:2] == [("Customer calls", "5h00"), ("Proposal writing", "2h00")]
        assert "10h00" in screen_text(pilot)[1]
        await press(pilot, "tab")
        assert rows(screen) == [("(no project)", "8h30"), ("Acme", "1h30")]
        await press(pilot, "down", "enter")
        assert screen.opened == "Acme"
        assert [row.key for row in screen.rows.rows] == ["today"]
        await press(pilot, "escape")
        assert screen.rows.current is not None
        assert screen.rows.current.key == "Acme"
        await press(pilot, "tab", "tab", "tab")
        assert rows(screen)[0] == ("Mon 16 Nov", "2h30")
        assert rows(screen)[-1] == ("Sun 22 Nov", "-")
        await press(pilot, "tab")
        assert rows(screen) == [("2026-W47", "10h00")]
        await press(pilot, "full_stop")
        assert rows(screen) == [("2026-W47", "10.00")]
        await press(pilot, "tab", "enter", "enter")
        assert isinstance(pilot.app, WorthwhileApp)
        assert pilot.app.shown.MODE == "today"
        assert pilot.app.shown.state.day.date.isoformat() == "2026-11-16"


async def test_any_range_in_words_and_the_ones_around_it() -> None:
    async with reviewing().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "right_square_bracket")
        assert "still to come" in said(pilot)[-1]
        await press(pilot, "left_square_bracket")
        assert rows(screen) == [("Customer calls", "12h00")]
        await press(pilot, "g", "text:no such range", "enter")
        assert "no such range" in text(pilot)
        await press(pilot, "ctrl+u", "text:2026-11", "enter")
        assert "November 2026" in screen_text(pilot)[1]
        assert rows(screen)[0] == ("Customer calls", "23h00")
        await press(pilot, "g", "text:all", "enter")
        assert "29h00" in text(pilot)


async def test_words_narrow_it_and_escape_widens_it_again() -> None:
    async with reviewing().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "slash", "text:acme", "enter")
        assert rows(screen) == [("Customer calls", "1h30")]
        assert '"acme"' in screen_text(pilot)[1]
        await press(pilot, "slash", "text:zz", "enter")
        assert "No entry matches" in text(pilot)
        await press(pilot, "escape")
        assert len(rows(screen)) > 3


@pytest.mark.parametrize(
    ("ending", "words"),
    [("csv", "Customer calls,18000,5.00"), ("md", "| 5h00 |"), ("html", "5h00")],
)
async def test_what_is_seen_leaves_as_a_file(
    ending: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reviewing().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "x", "ctrl+u", "text:seen.pdf", "enter")
        assert ".csv" in said(pilot)[-1]
        await press(pilot, "x", "ctrl+u", f"text:seen.{ending}", "enter")
        assert "Wrote the report" in said(pilot)[-1]
    assert words in (tmp_path / f"seen.{ending}").read_text("utf-8")


async def test_the_week_it_is_follows_the_calendar_in_reports_and_review() -> None:
    clock = Clock()
    async with reviewing(clock=clock).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "Week 47" in screen_text(pilot)[1]
        await press(pilot, "4")
        await until(pilot, lambda: "W47" in screen_text(pilot)[1])
        clock.on(days=5)
        await until(pilot, lambda: "Week 48" in screen_text(pilot)[1])
        await press(pilot, "5")
        await until(pilot, lambda: "Week 48" in screen_text(pilot)[1])


async def test_it_follows_the_log() -> None:
    log = MemoryStore.of(entry("Email", "08:00", "09:00"))
    async with stage(log).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "n", "text:9:00-9:30 Email", "enter", "escape")
        assert rows(screen) == [("Email", "1h30")]
        await press(pilot, "u")
        assert rows(screen) == [("Email", "1h00")]


@pytest.mark.parametrize(
    ("words", "name", "before"),
    [
        ("week", "Week 47", "Week 46"),
        ("2026-01", "January 2026", "December 2025"),
        ("2026-Q1", "Quarter 1, 2026", "Quarter 4, 2025"),
        ("2026", "2026", "2025"),
        ("today", "Thu 19 Nov 2026", "Wed 18 Nov 2026"),
        ("2026-11-03..2026-11-05", "3 Nov 2026 - 5 Nov 2026", "31 Oct 2026 - 2 Nov 2026"),
        ("all", "All of it", "All of it"),
    ],
)
def test_a_range_has_a_name_and_one_as_long_before_it(words: str, name: str, before: str) -> None:
    found = read_range(words, today=TODAY)
    asked = Asked(found.first, found.last)
    assert range_words(asked, 0) == name
    if words != "all":
        assert range_words(turned(asked, -1, 0), 0) == before
