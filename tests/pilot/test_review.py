"""The end of the week by keyboard: five steps, each kept, each taken back, at every size."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore, entry
from tests.pilot.stage import (
    SIZES,
    Clock,
    Owner,
    press,
    said,
    screen_text,
    settle,
    stage,
    until,
)
from tests.reviews import WEEK, reviewing, week
from tracker.domain.filed import filed_of
from tracker.domain.papers import Review
from widgets.handoff.brief import BriefScreen
from widgets.key_bar import KeyBar
from widgets.review.screen import ReviewScreen
from widgets.review.view import StepRows

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from textual.pilot import Pilot

EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(autouse=True)
def _no_spacing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks at the whole log follow one another at once."""
    monkeypatch.setattr("tracker.surveyor.SPACING", 0.0)


async def opened(pilot: Pilot[None]) -> ReviewScreen:
    """Screen 4 with everything on it."""
    await press(pilot, "4")
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await until(
        pilot,
        lambda: (
            screen.reviewed is not None
            and screen.reviewed.advice is not None
            and screen.view is not None
            and screen.view.is_mounted
        ),
    )
    await settle(pilot)
    return screen


def paper(log: MemoryStore, period: str = WEEK) -> Review:
    return next(one for one in log.papers() if isinstance(one, Review) and one.id == period)


def rows(screen: ReviewScreen) -> list[str]:
    assert screen.view is not None
    return [row.key for row in screen.view.query_one(StepRows).rows]


def text(pilot: Pilot[None]) -> str:
    return "\n".join(screen_text(pilot))


async def looked(pilot: Pilot[None]) -> None:
    """Until the screen shows what the last change made of the week."""
    await settle(pilot)
    await until(pilot, lambda: not pilot.app.looking)  # type: ignore[attr-defined]
    await settle(pilot)


@EVERY_SIZE
async def test_a_week_from_repair_to_its_line_by_keyboard_alone(size: tuple[int, int]) -> None:
    log = week()
    async with reviewing(log).run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert screen.step == "repair"
        before = rows(screen)
        assert [key.partition(":")[0] for key in before] == ["double", "gap", "unsorted"]
        await press(pilot, "a")
        await looked(pilot)
        assert rows(screen) == before[1:]
        assert log.entry("proposal").when.seconds == 5400  # type: ignore[union-attr]
        await press(pilot, "o", "o")
        await looked(pilot)
        assert rows(screen) == []
        assert paper(log).settled == tuple(before[1:])

        await press(pilot, "enter")
        assert screen.step == paper(log).step == "rate"
        assert screen.about == "Customer calls"
        await press(pilot, "2", "4", "5")
        await looked(pilot)
        rated = next(task for task in log.tasks() if task.name == "Customer calls")
        assert (rated.tedium, rated.growth, rated.skill, rated.like) == (2, 5, 4, 5)
        assert screen.about != "Customer calls"

        await press(pilot, "enter")
        assert screen.step == paper(log).step == "see"
        assert "Customer calls" in text(pilot) or "on the business" in text(pilot)
        await press(pilot, "enter")
        assert screen.step == "decide"
        assert "question:Invoicing" in rows(screen)
        first = screen.about
        await press(pilot, "k")
        await looked(pilot)
        assert first != screen.about
        put_off = filed_of(first, log.papers()).later
        assert put_off is not None
        assert put_off.decision == "keep"

        await press(pilot, "enter")
        assert screen.step == paper(log).step == "plan"
        await press(pilot, "text:No email before ten", "enter")
        await looked(pilot)
        closed = paper(log)
        assert closed.finished is not None
        assert closed.intention == "No email before ten"
        seen = json.loads(closed.seen)
        assert seen["tasks"][0]["task"] == "Customer calls"
        assert seen["verdicts"]
        assert "closed" in said(pilot)[-1]


@EVERY_SIZE
async def test_nothing_is_cut_or_wrapped_in_any_step(size: tuple[int, int]) -> None:
    async with reviewing().run_test(size=size) as pilot:
        screen = await opened(pilot)
        for step in ("repair", "rate", "see", "decide", "plan"):
            assert screen.step == step
            lines = screen_text(pilot)
            assert step.capitalize() in lines[1]
            assert all(len(line.rstrip()) <= size[0] for line in lines)
            boxed = [line.rstrip() for line in lines if line.startswith("│")]
            assert [line for line in boxed if line[-1] not in "│╮╯"] == []
            if step != "plan":
                await press(pilot, "enter")


async def test_each_step_can_be_taken_back_and_gone_back() -> None:
    log = week()
    async with reviewing(log).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        before = rows(screen)
        await press(pilot, "a")
        await looked(pilot)
        await press(pilot, "u")
        await looked(pilot)
        assert rows(screen) == before
        await press(pilot, "enter", "enter")
        await looked(pilot)
        assert screen.step == "see"
        await press(pilot, "u")
        await looked(pilot)
        assert screen.step == paper(log).step == "rate"
        await press(pilot, "b")
        assert screen.step == paper(log).step == "repair"


@pytest.mark.parametrize("step", ["rate", "see", "decide", "plan"])
async def test_it_resumes_where_it_stood(step: str) -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, step)
    async with reviewing(log).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert screen.step == step
        assert screen.focused is not None
        await press(pilot, "2")
        await press(pilot, "4")
        assert screen.step == step


async def test_four_digits_rate_a_task_and_the_next_comes_by_itself() -> None:
    log = week()
    async with reviewing(log).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter")
        while screen.about != "Office garden":
            await press(pilot, "down")
        await press(pilot, "1", "2", "3", "4")
        await looked(pilot)
        garden = next(task for task in log.tasks() if task.name == "Office garden")
        assert (garden.tedium, garden.growth, garden.skill, garden.like) == (1, 2, 3, 4)
        assert "Office garden" not in rows(screen)
        await press(pilot, "l", "1")
        await looked(pilot)
        task = next(one for one in log.tasks() if one.like == 1 and one.name in text(pilot))
        assert task.name != "Office garden"


async def test_the_keys_and_the_ways_are_said_in_full() -> None:
    async with reviewing().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "end")
        assert "a  Customer care" in text(pilot)
        await press(pilot, "enter")
        assert "1-5 rate" in screen_text(pilot)[-1]


async def test_the_line_is_kept_while_it_is_written() -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, "plan")
    async with reviewing(log).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "e", "text:Rest")
        await until(pilot, lambda: paper(log).intention == "Rest")
        await press(pilot, "text: well")
        await until(pilot, lambda: paper(log).intention == "Rest well")
        assert paper(log).finished is None


@EVERY_SIZE
async def test_what_was_written_is_gone_on_with_and_only_its_keys_are_offered(
    size: tuple[int, int],
) -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, "decide", intention="Rest")
    async with reviewing(log).run_test(size=size) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter")
        foot = screen_text(pilot)[-1].strip()
        assert foot == "enter close the review  esc leave the line"
        await press(pilot, "text:be")
        await until(pilot, lambda: paper(log).intention == "Restbe")
        await press(pilot, "escape")
        assert "e intention" in text(pilot) or size[0] == 44
        assert "leave the line" not in text(pilot)
        await press(pilot, "home", "e", "text:!")
        assert "leave the line" in text(pilot)
        await pilot.click(KeyBar, offset=(30, 0))
        await until(pilot, lambda: paper(log).intention == "Restbe!")
        assert screen.focused is screen.home
        await press(pilot, "e")
        await pilot.click(KeyBar, offset=(5, 0))
        await looked(pilot)
        assert paper(log).finished is not None
        assert paper(log).intention == "Restbe!"


async def test_the_line_of_a_closed_review_is_not_offered() -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, "plan", intention="Rest")
    async with reviewing(log).run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        assert "plan.intend" in dict(screen.offers())
        await press(pilot, "enter", "enter")
        await looked(pilot)
        await press(pilot, "enter", "enter")
        assert screen.step == "plan"
        assert "plan.intend" not in dict(screen.offers())
        await press(pilot, "e")
        assert said(pilot)[-1] == "This review is closed: O opens it again."


async def test_a_trial_is_kept_or_taken_back_and_a_candidate_is_briefed_or_put_off() -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, "decide")
    async with reviewing(log).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "trial:Data entry" in rows(screen)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, BriefScreen)
        await press(pilot, "escape")
        first = screen.about
        await press(pilot, "K")
        await looked(pilot)
        later = filed_of(first, log.papers()).later
        assert later is not None
        assert later.until is not None
        await press(pilot, "end")
        assert screen.about == "Data entry"
        await press(pilot, "T")
        await looked(pilot)
        assert filed_of("Data entry", log.papers()).stage == "taken-back"
        assert "trial:Data entry" not in rows(screen)


async def test_a_closed_week_stays_as_it_was_seen_until_it_is_opened_again() -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, "plan")
    async with reviewing(log).run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter", "text:Rest", "enter")
        await looked(pilot)
        assert screen.step == "see"
        assert "· closed" in screen_text(pilot)[1]
        logged = "10h00"
        assert f"{logged} logged" in screen_text(pilot)[1]
        await press(pilot, "n", "text:yesterday 14-15 Invoicing", "enter", "escape")
        await looked(pilot)
        assert f"{logged} logged" in screen_text(pilot)[1]
        assert "Logged: 10h00 then, 11h00 now" in text(pilot)
        await press(pilot, "enter", "enter", "enter", "enter")
        assert [words for words in said(pilot) if "O opens it again" in words] == said(pilot)[-1:]
        await press(pilot, "O")
        await looked(pilot)
        assert paper(log).finished is None
        assert "11h00 logged" in screen_text(pilot)[1]


async def test_a_closed_review_takes_no_decision_it_would_not_show() -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, "plan")
    async with reviewing(log).run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter", "enter")
        await looked(pilot)
        await press(pilot, "enter")
        assert screen.step == "decide"
        before, filed = rows(screen), log.papers()
        assert before
        for key in ("h", "k", "K"):
            await press(pilot, key)
            assert said(pilot)[-1] == "This review is closed: O opens it again."
        await press(pilot, "end", "T")
        await looked(pilot)
        assert pilot.app.screen is screen
        assert rows(screen) == before
        assert log.papers() == filed
        assert [act for act, _ in screen.offers() if act.startswith("decide.")] == []
        await press(pilot, "O")
        await looked(pilot)
        await press(pilot, "k")
        await looked(pilot)
        assert rows(screen) != before


async def test_other_weeks_months_and_quarters_and_the_list_of_reviews() -> None:
    async with reviewing().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "right_square_bracket")
        assert "has not begun" in said(pilot)[-1]
        await press(pilot, "left_square_bracket")
        assert screen.reviewed is not None
        assert screen.reviewed.period.id == "2026-W46"
        assert "closed" in screen_text(pilot)[1]
        await press(pilot, "M")
        assert screen.reviewed.period.id == "2026-11"
        assert screen.step == "rate"
        assert "Repair" not in screen_text(pilot)[1]
        await press(pilot, "M", "M", "L", "enter")
        assert screen.reviewed.period.id == "2026-W46"


@pytest.mark.parametrize("ending", ["html", "md", "json"])
async def test_it_leaves_as_a_file(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / f"week.{ending}"
    async with reviewing().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "x", "ctrl+u", "text:week.txt", "enter")
        assert "html" in said(pilot)[-1]
        await press(pilot, "x", "ctrl+u", f"text:week.{ending}", "enter")
        assert str(place) in said(pilot)[-1].replace("\n", "")
    assert "Customer calls" in place.read_text("utf-8")


async def test_an_empty_week_has_words_in_every_step() -> None:
    async with reviewing(MemoryStore()).run_test(size=(44, 12)) as pilot:
        await opened(pilot)
        assert "Nothing to put right" in text(pilot)
        await press(pilot, "enter")
        assert "Nothing new to rate" in text(pilot)
        await press(pilot, "enter")
        assert "Nothing was logged" in text(pilot)


@EVERY_SIZE
async def test_see_shows_one_chart_large_and_other_bars(size: tuple[int, int]) -> None:
    log = week()
    log.filed[WEEK] = Review(WEEK, "see")
    async with reviewing(log).run_test(size=size) as pilot:
        await opened(pilot)
        shots = []
        for _ in range(5):
            shots.append(text(pilot))
            await press(pilot, "tab")
        assert len(set(shots)) >= 4
        assert any("Mon" in shot for shot in shots)
        assert any("growth" in shot for shot in shots)
        assert any("Two proposals out" in shot for shot in shots)
        await press(pilot, "g")
        assert "Acme" in text(pilot) or "(no project)" in text(pilot)


async def test_the_hour_of_the_review_is_said_once_also_when_the_app_opens_later() -> None:
    log = MemoryStore.of(entry("Email", "09:00", "10:00", day="2026-11-12"))
    told: set[date] = set()

    def rings(day: date) -> bool:
        fresh = day not in told
        told.add(day)
        return fresh

    for words in (True, False):
        clock = Clock()
        app = stage(log, clock=clock, owner=Owner(), rings=rings)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            app._bell.listen(clock())
            await settle(pilot)
            await until(pilot, lambda: len(told) == 1)
            await until(pilot, lambda: all(it.is_finished for it in pilot.app.workers))
            assert ("week 46" in " ".join(said(pilot))) is words


async def test_a_review_that_was_begun_is_not_spoken_of() -> None:
    log = MemoryStore.of(entry("Email", "09:00", "10:00", day="2026-11-12"))
    log.filed["2026-W46"] = Review("2026-W46")
    app = stage(log, rings=lambda _: True)
    async with app.run_test(size=(80, 24)) as pilot:
        app._bell.listen(Clock()())
        await until(pilot, lambda: all(it.is_finished for it in pilot.app.workers))
        assert said(pilot) == []
