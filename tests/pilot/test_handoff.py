"""From a flag to a brief that can be sent, by keyboard alone; and what comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore
from tests.handed import audited, standing, studio
from tests.pilot.stage import SIZES, Owner, morning, press, said, screen_text, settle, stage, until
from tracker.domain.book import Draft
from tracker.domain.filed import filed_of
from tracker.domain.papers import Bill, Check, Later
from tracker.domain.span import OpenSpan
from widgets.handoff.brief import BriefScreen, Field
from widgets.handoff.quotes import QuoteForm, QuotesScreen
from widgets.handoff.screen import HandoffScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tracker.app import WorthwhileApp
    from tracker.domain.filed import Filed

EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

EXTREMES = pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]], ids=["44x12", "160x50"])


def office(owner: Owner | None = None) -> tuple[WorthwhileApp, MemoryStore]:
    """The studio's log with the audit looking at its papers as they are."""
    standings, tasks, papers = studio()
    log = morning()
    log.known |= {task.name: task for task in tasks}
    log.change(lambda _book: Draft("filed papers", put_papers=papers))
    owner = owner or Owner()
    return stage(log, owner=owner, survey=audited(log, standings, owner)), log


async def opened(pilot: Pilot[None], task: str = "") -> HandoffScreen:
    """Screen 3 with the cursor on ``task``."""
    await press(pilot, "3")
    screen = pilot.app.screen
    assert isinstance(screen, HandoffScreen)
    await until(pilot, lambda: screen.board.ready)
    if task:
        await press(pilot, "home")
        for _ in screen.board.rows:
            if screen.about == task:
                break
            await press(pilot, "down")
        assert screen.about == task
    return screen


def filed(log: MemoryStore, task: str) -> Filed:
    return filed_of(task, log.papers())


async def looked(pilot: Pilot[None]) -> None:
    """Until the audit has seen the last change."""
    await settle(pilot)
    app = pilot.app
    await until(pilot, lambda: not app.looking)  # type: ignore[attr-defined]


@EVERY_SIZE
async def test_from_flag_to_sent_brief_by_keyboard_alone(size: tuple[int, int]) -> None:
    app, log = office()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, "Payroll")
        assert screen.verdict is not None
        assert screen.verdict.headline == "Hand it off."
        await press(pilot, "right_square_bracket")
        assert "First the brief must say: goals" in said(pilot)[-1]
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, BriefScreen)
        for words in ("Paid on the last Friday", "Run it, file it", "Nobody asks", "Ask first"):
            await press(pilot, f"text:{words}", "tab")
        await press(pilot, "text:Wages", "tab", "text:Trust", "tab")
        await press(pilot, "text:open it", "enter", "text:send it", "escape")
        await looked(pilot)
        brief = filed(log, "Payroll").brief
        assert brief is not None
        assert brief.questions_open == ()
        assert (brief.goals, brief.expectations) == ("Paid on the last Friday", "Ask first")
        assert brief.steps == ("open it", "send it")
        assert brief.frequency == "Monthly: last Friday"
        await press(pilot, "y")
        assert "# Payroll" in pilot.app.clipboard
        assert "Paid on the last Friday" in pilot.app.clipboard
        assert "Copied the brief of Payroll" in said(pilot)[-1]
        await press(pilot, "right_square_bracket")
        await looked(pilot)
        assert filed(log, "Payroll").stage == "briefed"
        await press(pilot, "right_square_bracket")
        await looked(pilot)
        held = filed(log, "Payroll").handoff
        assert held is not None
        assert held.stage == "trial"
        assert held.promise is not None
        assert held.promise.own_hours == pytest.approx(1.25)
        assert screen.row is not None
        assert screen.row.section == "away"


async def test_a_brief_is_kept_when_a_field_is_left_and_each_step_can_be_undone() -> None:
    app, log = office()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "Invoicing")
        await press(pilot, "b", "text:Out by Monday", "tab")
        kept = filed(log, "Invoicing").brief
        assert kept is not None
        assert kept.goals == "Out by Monday"
        await press(pilot, "text:All of them", "ctrl+s")
        again = filed(log, "Invoicing").brief
        assert again is not None
        assert (again.id, again.objectives) == (kept.id, "All of them")
        await press(pilot, "escape", "u")
        assert filed(log, "Invoicing").brief == again.replace(
            objectives="",
            revised=filed(log, "Invoicing").brief.revised,  # type: ignore[union-attr]
        )


async def test_leaving_an_untouched_brief_files_nothing() -> None:
    app, log = office()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "Invoicing")
        await press(pilot, "b", "tab", "tab", "escape")
        assert filed(log, "Invoicing").brief is None


async def test_arrows_go_from_field_to_field() -> None:
    app, _ = office()
    async with app.run_test(size=(44, 12)) as pilot:
        await opened(pilot, "Invoicing")
        await press(pilot, "b", "down", "down")
        assert isinstance(pilot.app.focused, Field)
        assert pilot.app.focused.part.field == "success"
        await press(pilot, "up")
        assert pilot.app.focused.part.field == "objectives"  # type: ignore[union-attr]


@EXTREMES
async def test_what_if_turns_the_verdict_and_changes_nothing(size: tuple[int, int]) -> None:
    app, log = office()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, "Bookkeeping")
        before = log.papers()
        await press(pilot, "w")
        assert screen.reach.has_focus
        await press(pilot, *["shift+right"] * 6)
        assert screen.verdict is not None
        assert screen.verdict.numbers is not None
        assert screen.verdict.numbers.rate == 250.0
        assert not screen.verdict.is_candidate
        await press(pilot, "up", "h", "O")
        assert screen.verdict.numbers.hour_value == 260.0
        assert screen.verdict.numbers.own_hours == 3.25
        assert "was 3.17" in "\n".join(screen_text(pilot))
        await press(pilot, "escape")
        assert said(pilot)[-1].startswith("With rate $40.00 to $250.00")
        assert said(pilot)[-1].endswith("Nothing was changed.")
        assert screen.row is not None
        assert screen.verdict == screen.row.verdict
        assert log.papers() == before


async def test_what_if_is_kept_as_a_quote_and_asks_whose() -> None:
    app, log = office()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "Bookkeeping")
        await press(pilot, "w", "left", "left", "enter")
        assert isinstance(pilot.app.screen, QuoteForm)
        await press(pilot, "text:Alex", "enter")
        await looked(pilot)
        quote = filed(log, "Bookkeeping").quote
        assert quote is not None
        assert (quote.amount, quote.source, quote.chosen) == (38.0, "Alex", True)
        assert screen.verdict is not None
        assert screen.verdict.numbers is not None
        assert screen.verdict.numbers.rate == 38.0
        assert screen.tasks.has_focus


async def test_quotes_are_added_chosen_and_removed() -> None:
    app, log = office()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "Bookkeeping")
        await press(pilot, "Q")
        assert isinstance(pilot.app.screen, QuotesScreen)
        await press(pilot, "down", "enter")
        await looked(pilot)
        assert filed(log, "Bookkeeping").quote.id == "q2"  # type: ignore[union-attr]
        assert screen.verdict is not None
        assert screen.verdict.numbers is not None
        assert screen.verdict.numbers.fixed_fee == 390.0
        await press(pilot, "Q", "d")
        await looked(pilot)
        assert [quote.id for quote in filed(log, "Bookkeeping").quotes] == ["q1"]
        await press(pilot, "Q", "a", "text:free", "enter")
        assert "such as 45" in "\n".join(screen_text(pilot))
        await press(pilot, *["backspace"] * 4, "text:55", "down", "right", "enter")
        await looked(pilot)
        newest = filed(log, "Bookkeeping").quotes[0]
        assert (newest.amount, newest.terms, newest.currency) == (55.0, "fixed", "USD")
        await press(pilot, "u")
        assert [quote.id for quote in filed(log, "Bookkeeping").quotes] == ["q1"]


async def test_invoices_and_quality_show_at_once_what_was_realised() -> None:
    app, log = office()
    async with app.run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot, "Data entry")
        assert "promised" in "\n".join(screen_text(pilot))
        await press(pilot, "dollar_sign", "text:9000 9h november", "enter")
        await looked(pilot)
        bill = filed(log, "Data entry").bills[-1]
        assert isinstance(bill, Bill)
        assert (bill.amount, bill.hours, bill.note) == (9000.0, 9.0, "november")
        assert "It does not pay as it is." in "\n".join(screen_text(pilot))
        assert "An hour back costs" in "\n".join(screen_text(pilot))
        await press(pilot, "asterisk", "text:2 3d", "enter")
        await looked(pilot)
        check = filed(log, "Data entry").checks[-1]
        assert isinstance(check, Check)
        assert (check.quality, check.days_late) == (2, 3)
        await press(pilot, "left_square_bracket")
        await looked(pilot)
        assert filed(log, "Data entry").stage == "taken-back"
        assert screen.row is not None
        assert screen.row.section != "away"


async def test_an_invoice_is_only_for_what_is_in_other_hands() -> None:
    app, _ = office()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "Payroll")
        await press(pilot, "dollar_sign")
        assert said(pilot)[-1].startswith("It is still yours")


async def test_keeping_and_putting_off_take_a_task_off_the_list() -> None:
    app, log = office()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "Payroll")
        await press(pilot, "M")
        await looked(pilot)
        later = filed(log, "Payroll").later
        assert isinstance(later, Later)
        assert (later.decision, later.verdict) == ("keep", "candidate")
        assert screen.row is not None
        assert (screen.about, screen.row.section) == ("Payroll", "kept")
        await press(pilot, "z")
        await looked(pilot)
        later = filed(log, "Payroll").later
        assert later is not None
        assert later.until is not None
        assert (later.until - later.day).days == 30
        assert screen.row.label == "put off"
        await press(pilot, "u", "u")
        await looked(pilot)
        assert screen.row.section == "candidates"


async def test_ratings_marks_and_share_change_the_verdict() -> None:
    app, log = office()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "Payroll")
        await press(pilot, "g", "5", "escape")
        await looked(pilot)
        assert screen.verdict is not None
        assert screen.verdict.verdict == "growth"
        await press(pilot, "u")
        await opened(pilot, "Email triage")
        await press(pilot, "m", "o", "escape")
        await looked(pilot)
        assert screen.verdict.verdict == "only-you"
        await opened(pilot, "Invoicing")
        await press(pilot, "percent_sign", "text:60%", "enter")
        await looked(pilot)
        assert log.known["Invoicing"].share == 0.6
        assert screen.verdict.numbers is not None
        assert screen.verdict.numbers.own_hours == pytest.approx(80 / 60 * 52 / 12 * 0.6)


async def test_a_budget_says_which_candidates_fit() -> None:
    owner = Owner()
    app, _ = office(owner)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "B", "text:400", "enter")
        await until(pilot, lambda: owner.settings.budget == 400.0)
        await looked(pilot)
        await until(pilot, lambda: any(row.words == "over budget" for row in screen.board.rows))
        assert "$201.50 left: " in "\n".join(screen_text(pilot))


async def test_the_brief_is_written_into_a_file_and_never_over_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app, _ = office()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "Bookkeeping")
        await press(pilot, "x", "enter")
        assert "match receipts" in (tmp_path / "brief-bookkeeping.md").read_text()
        assert str(tmp_path / "brief-bookkeeping.md") in said(pilot)[-1]
        await press(pilot, "x", "enter")
        assert "give the brief another name" in said(pilot)[-1]


@EXTREMES
async def test_the_page_opens_and_closes_and_its_keys_work_there(size: tuple[int, int]) -> None:
    app, _ = office()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, "Bookkeeping")
        await press(pilot, "enter")
        assert screen.page.has_focus
        text = "\n".join(line for line in screen_text(pilot))
        assert "Hand it off." in text
        await press(pilot, "end")
        assert "at its slowest" in "\n".join(screen_text(pilot)).replace("\n", " ")
        await press(pilot, "Q")
        assert isinstance(pilot.app.screen, QuotesScreen)
        await press(pilot, "escape", "escape")
        assert screen.tasks.has_focus


async def test_words_in_the_line_and_the_cursor_survive_another_screen() -> None:
    app, _ = office()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "Payroll")
        await press(pilot, "n", "text:25m em", "escape", "1", "3")
        assert screen.about == "Payroll"
        assert "25m em" in "\n".join(screen_text(pilot))


async def test_an_empty_log_says_what_will_be_here() -> None:
    owner = Owner()
    log = MemoryStore()
    app = stage(log, owner=owner, survey=audited(log, (), owner))
    async with app.run_test(size=(44, 12)) as pilot:
        await opened(pilot)
        assert "Nothing to hand off yet." in "\n".join(screen_text(pilot))
        await press(pilot, "b", "w", "enter", "right_square_bracket")
        assert said(pilot)[-1] == "There is no task here yet."


async def test_names_are_plain_text_everywhere() -> None:
    owner, name = Owner(), "[b]Odd[/b] 請求書"
    log = MemoryStore()
    app = stage(log, owner=owner, survey=audited(log, (standing(name, "weekly", 90, 30),), owner))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, name)
        assert "\n".join(screen_text(pilot)).count(name) == 3  # candidate, procedure, verdict
        for keys in (("enter",), ("b",), ("escape", "t"), ("escape", "Q")):
            await press(pilot, *keys)
            assert name in "\n".join(screen_text(pilot))


async def test_own_time_on_what_is_in_other_hands_is_redo_by_one_key() -> None:
    app, log = office()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n", "text:Data entry", "enter", "3")
        await looked(pilot)
        await press(pilot, "1", "R")
        (running,) = log.running()
        assert isinstance(running.when, OpenSpan)
        assert running.tags == ("redo",)
        await press(pilot, "R")
        assert log.running()[0].tags == ()
        await press(pilot, "n", "text:Invoicing", "enter", "R")
        assert log.running()[0].tags == ()
        assert "not in other hands" in said(pilot)[-1]
