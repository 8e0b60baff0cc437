"""Four screens, one key each; what is typed stays, and the cursor too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pilot.stage import SIZES, Clock, morning, press, screen_text, shown, stage, today, until
from tests.surveys import survey
from tracker.app import WorthwhileApp
from tracker.screens import Screens
from widgets.messages import Loaded, Surveyed
from widgets.stylesheet import KeptStylesheet

if TYPE_CHECKING:
    from textual.pilot import Pilot

EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=["44x12", "80x24", "160x50"])


def mode(pilot: Pilot[None]) -> str:
    """The screen that is shown."""
    assert isinstance(pilot.app, WorthwhileApp)
    return pilot.app.shown.MODE


@EVERY_SIZE
async def test_each_screen_has_its_key_also_on_an_empty_log(size: tuple[int, int]) -> None:
    async with stage().run_test(size=size) as pilot:
        for key, name, words in (
            ("2", "recurring", "comes back"),
            ("3", "handoff", "hand off"),
            ("4", "review", "Repair"),
            ("2", "recurring", "comes back"),
            ("1", "today", "Nothing"),
        ):
            await press(pilot, key)
            assert mode(pilot) == name
            assert any(words in line for line in screen_text(pilot)), screen_text(pilot)


@EVERY_SIZE
async def test_words_in_the_line_go_along_until_they_are_logged(size: tuple[int, int]) -> None:
    log = morning()
    app = stage(log)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "n", "text:6-6:10 call with Kim", "escape", "2")
        assert app.shown.line.value == "6-6:10 call with Kim"
        await press(pilot, "n", "end", "text: 2nd", "escape", "4", "n")
        await press(pilot, "enter")
        assert [held.task for held in log.all() if "2nd" in held.task] == ["call with Kim 2nd"]
        await press(pilot, "1")
        assert today(pilot).line.value == ""


async def test_the_timer_is_told_and_stopped_on_every_screen() -> None:
    log = morning()
    async with stage(log).run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert "Invoicing 0:42:17" in screen_text(pilot)[0]
        await press(pilot, "space")
        assert log.running() == ()
        assert "Invoicing" not in screen_text(pilot)[0]
        await press(pilot, "u")
        assert "Invoicing 0:42:17" in screen_text(pilot)[0]


async def test_today_puts_its_cursor_on_what_was_logged_elsewhere() -> None:
    async with stage(morning()).run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "n", "text:7:00-7:05 stretch", "enter", "1")
        assert shown(pilot)[0] == "07:00-07:05 stretch"
        current = today(pilot).day_panel.entry
        assert current is not None
        assert current.task == "stretch"


async def test_the_help_lists_what_works_on_this_screen() -> None:
    async with stage(morning()).run_test(size=(80, 120)) as pilot:
        await press(pilot, "4", "question_mark")
        text = "\n".join(screen_text(pilot))
        assert "Cut the entry in two" not in text
        assert "Recurring: what comes back" in text


async def test_the_name_of_a_screen_can_be_clicked() -> None:
    async with stage(morning()).run_test(size=(80, 24)) as pilot:
        at = screen_text(pilot)[0].index("4 Review")
        await pilot.click(offset=(at + 2, 0))
        await press(pilot)
        assert mode(pilot) == "review"


def test_a_second_that_passes_before_the_first_screen_is_there_harms_nothing() -> None:
    screens = Screens(stage(), Clock())
    screens.tick()
    assert screens.state is None


async def test_a_screen_that_was_away_wears_the_colours_that_were_chosen_meanwhile() -> None:
    app = stage(morning())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "1")
        before = app.shown.query_one("NowPanel").styles.border_top[1]
        await press(pilot, "2")
        app.theme = "worthwhile-light"
        await press(pilot, "1")
        assert app.shown.query_one("NowPanel").styles.border_top[1] != before


async def test_what_is_found_while_the_app_closes_is_let_go() -> None:
    app = stage(morning())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        state = app.state
    assert state is not None
    assert app.screen_stack == []
    app._tick()
    app._surveyed(Surveyed(survey(), "Invoicing was due yesterday: D on Today."))
    app._show(Loaded(state))


async def test_what_is_made_ready_is_not_parsed_again_when_it_is_opened() -> None:
    app = stage(morning())
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = app.stylesheet
        assert isinstance(sheet, KeptStylesheet)
        await until(pilot, lambda: any("handoff.tcss" in str(key) for key in parsed(sheet)))
        before = parsed(sheet)
        assert not any("handoff.tcss" in path for path, _ in sheet.source)  # not in force yet
        await press(pilot, "3")
        assert any("handoff.tcss" in path for path, _ in sheet.source)
        news = [key for key in parsed(sheet) if key not in before]
        assert not any("handoff.tcss" in str(key) for key in news)


def parsed(sheet: KeptStylesheet) -> list[object]:
    """What the rules that are kept were parsed from: their files, not their text."""
    return [key[1] for key in sheet._parse_cache.keys()]  # noqa: SIM118
