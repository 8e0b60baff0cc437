"""What an owner does with the app open all day, by key alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore, at, entry, moment
from tests.pilot.stage import (
    Clock,
    Owner,
    morning,
    press,
    said,
    screen_text,
    settle,
    shown,
    stage,
    today,
    until,
)
from tests.surveys import standing, survey
from tracker.domain.entry import What
from tracker.domain.settings import Settings
from tracker.intents.decide import decide
from tracker.intents.intent import Start
from widgets.ask import AskScreen
from widgets.edit import EditScreen
from widgets.help import HelpScreen
from widgets.overlap import OverlapScreen
from widgets.week_panel import WeekPanel
from widgets.welcome import WelcomeScreen
from widgets.worth_panel import WorthPanel

if TYPE_CHECKING:
    from tracker.audit.survey import Survey

TASKS = ("Invoicing", "Payroll", "Orders", "Standup", "Reports", "Calls")
NARROW, NORMAL, WIDE = (44, 12), (80, 24), (160, 50)


def several() -> Survey:
    """Tasks that come back each week."""
    return survey(*(standing(task, "weekly", "#" * 19 + "o") for task in TASKS))


async def test_what_another_terminal_does_appears_within_a_second() -> None:
    log = morning()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        log.change(lambda book: decide(Start(What("Payroll")), book, moment()))
        await until(pilot, lambda: shown(pilot)[-1] == "09:57-now Payroll")
        assert today(pilot).state.undo == "started Payroll"


async def test_settings_changed_elsewhere_are_followed() -> None:
    log, owner = morning(), Owner()
    async with stage(log, owner=owner).run_test(size=WIDE) as pilot:
        await settle(pilot)
        owner.save({"income_goal": 100_000.0})
        await press(pilot, "t")
        assert today(pilot).state.hour_value == pytest.approx(128.205, abs=0.001)
        assert any("$128.21" in line for line in screen_text(pilot))


async def test_time_that_is_taken_can_be_trimmed_with_one_key() -> None:
    log = morning()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await press(pilot, "n", "text:8:30-9 Call", "enter")
        assert isinstance(pilot.app.screen, OverlapScreen)
        assert any("08:05-09:10" in line and "Proposal" in line for line in screen_text(pilot))
        await press(pilot, "t")
        assert shown(pilot)[1:4] == [
            "08:05-08:30 Proposal",
            "08:30-09:00 Call",
            "09:00-09:10 Proposal",
        ]
        assert today(pilot).line.value == ""


async def test_time_that_is_taken_can_be_left_alone_and_the_words_stay() -> None:
    log = morning()
    before = log.all()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await press(pilot, "n", "text:8:30-9 Call", "enter", "escape")
        assert log.all() == before
        assert today(pilot).line.value == "8:30-9 Call"
        assert today(pilot).line.has_focus


@pytest.mark.parametrize("text", ["9:15-9:61 Call", "8:30-8:10 Call", "23:50 Call", "14:30-16:30"])
async def test_what_cannot_be_read_is_said_and_kept(text: str) -> None:
    log = morning()
    before = log.all()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await press(pilot, "n", f"text:{text}", "enter")
        screen = today(pilot)
        assert log.all() == before
        assert screen.line.value == text
        assert screen.line.has_focus
        echo = screen.query_one("Echo")
        assert echo.has_class("-wrong")
        assert getattr(echo, "said", "")


async def test_while_typing_it_stays_calm() -> None:
    """A time that is not finished is no mistake yet."""
    async with stage(morning()).run_test(size=NORMAL) as pilot:
        await press(pilot, "n", "text:9:15-")
        echo = today(pilot).query_one("Echo")
        assert not echo.has_class("-wrong")
        await press(pilot, "text:9:61 Call")
        assert echo.has_class("-wrong")


async def test_a_refusal_keeps_the_words() -> None:
    async with stage(morning()).run_test(size=NORMAL) as pilot:
        await press(pilot, "n", "text:Invoicing @Acme // November batch", "enter")
        assert any("running" in notice for notice in said(pilot))
        assert today(pilot).line.value == "Invoicing @Acme // November batch"


async def test_leaving_the_line_keeps_the_words_too() -> None:
    async with stage(morning()).run_test(size=NORMAL) as pilot:
        await press(pilot, "n", "text:half a tho", "escape")
        assert today(pilot).day_panel.entries.has_focus
        await press(pilot, "n")
        assert today(pilot).line.value == "half a tho"


async def test_a_recent_task_starts_in_two_keystrokes() -> None:
    log = morning()
    async with stage(log).run_test(size=NARROW) as pilot:
        await press(pilot, "s", "2")
        assert [one.task for one in log.running()] == ["Email triage"]
        assert shown(pilot)[-1] == "09:57-now Email triage"


async def test_a_switch_takes_the_first_that_fits_and_a_number_with_enter() -> None:
    log = morning()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await press(pilot, "s", "text:plan", "enter")
        assert [one.task for one in log.running()] == ["Planning"]
        await press(pilot, "n", "1", "enter")
        assert [one.task for one in log.running()] == ["Invoicing"]


async def test_completion_of_task_project_and_tag() -> None:
    async with stage(morning()).run_test(size=NORMAL) as pilot:
        await press(pilot, "n", "text:prop", "tab")
        assert today(pilot).line.value.strip() == "Proposal"
        await press(pilot, "text: @nor", "right")
        assert today(pilot).line.value.strip() == "Proposal @Northwind"
        await press(pilot, "text: #s", "down", "enter")
        assert today(pilot).line.value.strip() == "Proposal @Northwind #sales"
        assert today(pilot).line.has_focus


async def test_a_gap_is_filled_from_where_it_stands() -> None:
    log = morning()
    async with stage(log).run_test(size=NARROW) as pilot:
        await press(pilot, "up", "n", "text:Tea", "enter")
        assert shown(pilot)[2] == "09:10-09:15 Tea"


async def test_a_day_opens_on_its_last_entry_not_on_the_pause_since() -> None:
    log = MemoryStore.of(entry("Proposal", "08:05", "09:10"))
    async with stage(log).run_test(size=NORMAL) as pilot:
        await press(pilot, "n")
        assert today(pilot).line.value == ""
        await press(pilot, "text:25m email", "enter")
        assert shown(pilot)[-1] == "09:32-09:57 email"
        await press(pilot, "up", "n", "text:Tea", "enter")
        assert "09:10-09:32 Tea" in shown(pilot)


async def test_an_entry_is_cut_inside_of_itself() -> None:
    log = morning()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await press(pilot, "home", "x", "ctrl+u", "text:6:45", "enter")
        assert any("Cut it between 07:30 and 08:05." in line for line in screen_text(pilot))
        await press(pilot, "ctrl+u", "text:7:45", "enter")
        assert shown(pilot)[:2] == ["07:30-07:45 Email triage", "07:45-08:05 Email triage"]


@pytest.mark.parametrize(("mode", "words"), [("1", "Nothing here matches"), ("2", "No task")])
async def test_escape_shows_everything_again(mode: str, words: str) -> None:
    app = stage(morning(), survey=several, fresh=lambda _, __: ())
    async with app.run_test(size=NORMAL) as pilot:
        await press(pilot, mode)
        await until(pilot, lambda: app.shown.survey is not None)
        await press(pilot, "slash", "text:zz", "enter")
        assert any(words in line for line in screen_text(pilot))
        await press(pilot, "escape")
        assert not any(words in line for line in screen_text(pilot))
        assert not any(" / " in line for line in screen_text(pilot)[-2:-1])
        await press(pilot, "slash", "text:zz", "enter", "n", "escape", "escape")
        assert not any(words in line for line in screen_text(pilot))


async def test_what_was_switched_to_leaves_an_empty_line() -> None:
    async with stage(morning()).run_test(size=NORMAL) as pilot:
        await press(pilot, "s", "1")
        await until(pilot, lambda: not today(pilot).line.has_focus)
        assert not screen_text(pilot)[-2].startswith(" ⇄ ")
        assert today(pilot).line.purpose == "log"


async def test_a_screen_fits_the_size_it_comes_back_to() -> None:
    app = stage(morning(), survey=several, fresh=lambda _, __: ())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2")
        await until(pilot, lambda: app.shown.survey is not None)
        await press(pilot, "1")
        await pilot.resize_terminal(*NARROW)
        await press(pilot, "2")
        await until(pilot, lambda: any("▌" in line for line in screen_text(pilot)[1:-2]))
        assert sum("■" in line for line in screen_text(pilot)) > 4
        await pilot.resize_terminal(*WIDE)
        await press(pilot, "1")
        await until(pilot, lambda: "/ find" in screen_text(pilot)[-1])
        assert "v entries" not in screen_text(pilot)[-1]


async def test_a_forgotten_timer_asks_when_it_ended() -> None:
    log = MemoryStore.of(entry("Email", "16:40", day="2026-11-18"))
    async with stage(log).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        assert any("Forgotten?" in line for line in screen_text(pilot))
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, AskScreen)
        await press(pilot, "ctrl+u", "text:17:05", "enter")
        assert log.running() == ()
        assert log.all()[0].seconds_at(at("12:00")) == 25 * 60


async def test_a_clock_that_jumped_shows_now_minus_start() -> None:
    log, clock = morning(), Clock()
    async with stage(log, clock=clock).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        clock.on(hours=3)
        await until(pilot, lambda: today(pilot).clock.now == clock.now)
        assert today(pilot).state.running is not None
        assert today(pilot).day_panel.entries.rows[-1].duration == "3h42"  # type: ignore[union-attr]


async def test_midnight_turns_the_page() -> None:
    log, clock = morning(), Clock(at("23:59:50"))
    async with stage(log, clock=clock).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        clock.on(seconds=20)
        await until(pilot, lambda: today(pilot).state.day.date == date(2026, 11, 20))
        assert shown(pilot) == ["  …  -now Invoicing".strip()]


async def test_days_before_and_back() -> None:
    async with stage(morning()).run_test(size=NORMAL) as pilot:
        await press(pilot, "left")
        assert shown(pilot) == ["09:00-10:00 Planning"]
        await press(pilot, "h")
        assert shown(pilot) == ["10:00-12:30 Bookkeeping"]
        await press(pilot, "n")
        assert today(pilot).line.value == "2026-11-17 "
        await press(pilot, "text:14-15 Payroll", "enter")
        assert shown(pilot)[-1] == "14:00-15:00 Payroll"
        await press(pilot, "l", "l", "l", "l")
        assert today(pilot).state.is_today
        await press(pilot, "g", "text:2026-11-18", "enter")
        assert today(pilot).state.day.date == date(2026, 11, 18)
        await press(pilot, "t")
        assert today(pilot).state.is_today


async def test_a_day_of_the_week_by_mouse() -> None:
    async with stage(morning()).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click(WeekPanel, offset=(12, 2))
        await settle(pilot)
        assert today(pilot).state.day.date == date(2026, 11, 17)


async def test_an_entry_by_mouse_on_the_strip_and_twice_to_edit() -> None:
    async with stage(morning()).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click("Timeline", offset=(6, 0))
        assert today(pilot).day_panel.entry is not None
        assert today(pilot).day_panel.entry.task == "Email triage"
        await pilot.click("EntryList", offset=(20, 1), times=2)
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditScreen)


async def test_the_key_bar_by_mouse() -> None:
    log = morning()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        await pilot.click("KeyBar", offset=(2, 0))
        await settle(pilot)
        assert log.running() == ()


async def test_find_shows_only_what_matches() -> None:
    async with stage(morning()).run_test(size=NORMAL) as pilot:
        await press(pilot, "slash", "text:acme")
        assert shown(pilot) == ["09:15-now Invoicing"]
        await press(pilot, "enter", "e")
        assert isinstance(pilot.app.screen, EditScreen)
        await press(pilot, "escape", "slash", "escape")
        assert len(shown(pilot)) == 4


async def test_the_first_run_asks_three_questions_and_enter_goes_through() -> None:
    owner = Owner(Settings())
    async with stage(MemoryStore(), owner=owner, currency="EUR").run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, WelcomeScreen)
        assert any("$260" in line or "€260" in line for line in screen_text(pilot))
        await press(pilot, "ctrl+u", "text:100000", "enter")
        assert any("€130" in line for line in screen_text(pilot))
        await press(pilot, "enter", "enter", "enter")
        assert today(pilot) is pilot.app.screen
        assert owner.settings == Settings(income_goal=100_000, currency="EUR", answered=True)


async def test_the_first_run_can_be_skipped_and_is_asked_only_once() -> None:
    owner = Owner(Settings())
    async with stage(MemoryStore(), owner=owner).run_test(size=NORMAL) as pilot:
        await press(pilot, "escape")
        assert owner.settings == Settings(answered=True)
    async with stage(MemoryStore(), owner=owner).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        assert pilot.app.screen is today(pilot)
        await press(pilot, "w", "ctrl+u", "text:50000", "enter", "enter", "enter", "enter")
        assert owner.settings.income_goal == 50_000


async def test_an_answer_that_makes_no_sense_is_said_in_place() -> None:
    owner = Owner(Settings())
    async with stage(MemoryStore(), owner=owner).run_test(size=NORMAL) as pilot:
        await press(pilot, "ctrl+u", "text:lots", "enter", "enter", "enter", "enter")
        assert isinstance(pilot.app.screen, WelcomeScreen)
        assert any("Income goal is a number" in line for line in screen_text(pilot))
        assert not owner.settings.answered


async def test_a_price_of_ones_own_beats_the_estimate() -> None:
    owner = Owner(Settings(answered=True, currency="EUR"))
    async with stage(morning(), owner=owner).run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert any("No price is known for Invoicing" in line for line in screen_text(pilot))
        await press(pilot, "r", "text:40", "enter")
        assert owner.settings.rates == (("invoicing", 40.0),)
        panel = today(pilot).query_one(WorthPanel)
        assert panel.figures.compared is not None
        assert panel.figures.compared.handed_off is not None


async def test_the_palette_does_everything_by_name() -> None:
    log = morning()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await press(pilot, "ctrl+p", "text:start plan")
        await until(pilot, lambda: any("Planning" in line for line in screen_text(pilot)))
        await press(pilot, "enter")
        await until(pilot, lambda: [one.task for one in log.running()] == ["Planning"])
        await press(pilot, "ctrl+p", "text:go to yesterday")
        await until(pilot, lambda: any("Go to Yesterday" in line for line in screen_text(pilot)))
        await press(pilot, "enter")
        await until(pilot, lambda: today(pilot).state.day.date == date(2026, 11, 18))


async def test_help_opens_and_closes() -> None:
    async with stage(morning()).run_test(size=NARROW) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape")
        assert pilot.app.screen is today(pilot)


async def test_an_owners_own_key_works_and_the_old_one_does_not() -> None:
    log, owner = morning(), Owner(Settings(answered=True, keys=(("timer.toggle", "f9"),)))
    async with stage(log, owner=owner).run_test(size=NORMAL) as pilot:
        await press(pilot, "space")
        assert len(log.running()) == 1
        await press(pilot, "f9")
        assert log.running() == ()


async def test_a_theme_that_is_not_there_is_no_disaster() -> None:
    owner = Owner(Settings(answered=True, theme="mauve"))
    async with stage(morning(), owner=owner).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        assert any("mauve" in notice for notice in said(pilot))
        assert pilot.app.theme == "worthwhile"


async def test_a_small_screen_flips_to_the_entries_and_the_timer_stays_in_sight() -> None:
    async with stage(morning()).run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert not any("Proposal  " in line for line in screen_text(pilot))
        await press(pilot, "v")
        lines = screen_text(pilot)
        assert "Invoicing 0:42:17" in lines[0]
        assert any("08:05-09:10" in line for line in lines)
        await press(pilot, "v")
        assert "Invoicing" not in screen_text(pilot)[0]


async def test_leaving_says_that_the_timer_runs_on() -> None:
    app = stage(morning())
    async with app.run_test(size=NORMAL) as pilot:
        await settle(pilot)
        await pilot.press("q")
    assert app.return_code == 0
    assert "Invoicing keeps running" in app.parting


async def test_leaving_a_demo_says_nothing_of_its_timer() -> None:
    app = stage(morning(), kept=False)
    async with app.run_test(size=NORMAL) as pilot:
        await settle(pilot)
        await pilot.press("q")
    assert (app.return_code, app.parting) == (0, "")


async def test_what_was_wished_before_leaving_is_done() -> None:
    log = morning()
    async with stage(log).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        await pilot.press("space", "q")
    assert log.running() == ()


async def test_colours_chosen_once_are_kept() -> None:
    owner = Owner()
    async with stage(morning(), owner=owner).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        pilot.app.theme = "nord"
        await until(pilot, lambda: owner.settings.theme == "nord")
    async with stage(morning(), owner=owner).run_test(size=NORMAL) as pilot:
        await settle(pilot)
        assert pilot.app.theme == "nord"
