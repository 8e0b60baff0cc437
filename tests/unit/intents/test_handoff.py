"""Which way a task may go to other hands, and what each step files."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import Ids
from tests.papers import brief, handoff, quote
from tracker.domain.errors import InvalidValue, Refused
from tracker.domain.papers import STAGES, Bill, Check, Handoff, Paper, Promise
from tracker.intents.handoff import advance, came, given_to, stages_from
from tracker.intents.intent import File

TODAY = date(2026, 11, 19)
PROMISE = Promise(9.75, 433.3, 51.2, 200.0, 4000.0, 10.8, 256.4, 40.0)


def moved(stage: str, *papers: Paper, day: date = TODAY, **rest: object) -> Handoff:
    wish = advance("Invoicing", stage, day, papers, PROMISE, Ids(), **rest)
    (made,) = wish.papers
    assert isinstance(made, Handoff)
    return made


def test_a_first_move_begins_the_way() -> None:
    made = moved("candidate")
    assert (made.id, made.task, made.stage, made.since) == ("n1", "Invoicing", "candidate", TODAY)
    assert made.promise is None


def test_the_trial_keeps_what_was_promised_and_to_whom() -> None:
    made = moved("trial", brief(), handoff("candidate", "briefed"), to="Ada")
    assert [move.stage for move in made.moves] == ["candidate", "briefed", "trial"]
    assert (made.id, made.to, made.promise) == ("h1", "Ada", PROMISE)
    later = moved("handed-off", brief(), made.replace(promise=PROMISE.replace(cash=1.0)))
    assert later.promise == PROMISE.replace(cash=1.0)
    assert later.to == "Ada"


def test_a_second_trial_is_measured_by_its_own_promise() -> None:
    old = handoff("trial", "taken-back", promise=PROMISE.replace(cash=1.0))
    assert moved("trial", brief(), old).promise == PROMISE


@pytest.mark.parametrize("stage", ["briefed", "trial", "handed-off"])
def test_the_four_questions_come_first(stage: str) -> None:
    with pytest.raises(Refused, match="goals, objectives, success factors, expectations"):
        moved(stage)
    with pytest.raises(Refused, match=r"yet: goals, success factors\. Write"):
        moved(stage, brief(goals="", success=" "))
    assert moved(stage, anyway=True).stage == stage
    assert moved(stage, brief()).stage == stage


@pytest.mark.parametrize(
    ("stages", "to", "said"),
    [
        ((), "mine", "at mine already"),
        (("candidate",), "candidate", "already since 2026-11-02"),
        ((), "taken-back", "never left your hands"),
        (("briefed",), "taken-back", "never left your hands"),
        (("trial",), "mine", "take it back first"),
        (("handed-off",), "briefed", "take it back first"),
    ],
)
def test_moves_that_cannot_be(stages: tuple[str, ...], to: str, said: str) -> None:
    papers = (handoff(*stages),) if stages else ()
    with pytest.raises(Refused, match=said):
        moved(to, brief(), *papers)


def test_a_day_before_the_last_move_is_refused() -> None:
    with pytest.raises(Refused, match="since 2026-11-02"):
        moved("briefed", brief(), handoff("candidate"), day=date(2026, 11, 1))
    assert moved("briefed", brief(), handoff("candidate"), day=date(2026, 11, 2)).since.day == 2


def test_there_are_six_stages() -> None:
    with pytest.raises(InvalidValue, match="one of mine, candidate"):
        moved("gone")


@given(st.lists(st.sampled_from(STAGES), max_size=8))
def test_any_way_is_one_of_allowed_steps(stages: list[str]) -> None:
    papers: tuple[Paper, ...] = (brief(),)
    stage = "mine"
    for to in stages:
        if to in stages_from(stage):
            papers = (brief(), moved(to, *papers))
            stage = to
        else:
            with pytest.raises(Refused):
                moved(to, *papers)
    held = papers[-1]
    assert (held.stage if isinstance(held, Handoff) else "mine") == stage


def test_what_comes_of_it_is_noted_once_it_is_away() -> None:
    away = handoff("candidate", "trial")
    bill = Bill("i1", "Invoicing", TODAY, 480.0, "USD")
    check = Check("k1", "Invoicing", TODAY, 4)
    assert came("INVOICING", (bill, check), (away, quote())) == File(
        (bill, check), "noted what came of INVOICING"
    )
    with pytest.raises(Refused, match="begin its trial"):
        came("Invoicing", (bill,), (handoff("candidate"),))
    with pytest.raises(Refused, match="on 2026-11-03, after 2026-11-01"):
        came("Invoicing", (bill.replace(day=date(2026, 11, 1)),), (away,))
    with pytest.raises(Refused, match="Say what came"):
        came("Invoicing", (), (away,))


def test_who_has_it_can_be_written_down_later() -> None:
    (made,) = given_to("Invoicing", "Ada", (handoff("trial"),)).papers
    assert (made.to, made.stage) == ("Ada", "trial")
    with pytest.raises(Refused, match="say a stage"):
        given_to("Invoicing", "Ada", ())
