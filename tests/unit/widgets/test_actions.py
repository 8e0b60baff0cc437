"""One definition gives the key, the palette entry, the help row and the keymap id."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tracker.app import WorthwhileApp
from widgets.actions import ACTS, BY_ID, acts_on, bindings, key_name, keys_of, places
from widgets.actions.act import SCREEN_OF
from widgets.day_panel import DayPanel
from widgets.due_panel import DuePanel
from widgets.entry_list import EntryList
from widgets.frame import FramedScreen
from widgets.handoff.page import Page
from widgets.handoff.panels import ReachPanel
from widgets.handoff.screen import HandoffScreen
from widgets.handoff.task_list import TaskList
from widgets.help import help_text
from widgets.quick_line import QuickLine
from widgets.recurring.lane_list import LaneList
from widgets.recurring.screen import RecurringScreen
from widgets.recurring.sides import SidesView
from widgets.reports.screen import ReportRows, ReportsScreen
from widgets.review.screen import ReviewScreen
from widgets.review.steps import VIEWS
from widgets.review.view import StepRows
from widgets.today import TodayScreen

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from widgets.actions import Mode

OWNERS: dict[str, type[DOMNode]] = {
    "frame": FramedScreen,
    "today": TodayScreen,
    "day": DayPanel,
    "entries": EntryList,
    "line": QuickLine,
    "due": DuePanel,
    "recurring": RecurringScreen,
    "lanes": LaneList,
    "sides": SidesView,
    "handoff": HandoffScreen,
    "tasks": TaskList,
    "page": Page,
    "whatif": ReachPanel,
    "rows": StepRows,
    "review": ReviewScreen,
    **VIEWS,
    "reports": ReportsScreen,
    "report-rows": ReportRows,
}

MODES: tuple[Mode, ...] = ("today", "recurring", "handoff", "review", "reports")
SHADOWED = {"left", "right", "h", "l", "escape"}
"""Of the screen; in a list that has the focus they may mean something else."""
APART = {"line", "due", "sides", "page", "whatif", "brief", *VIEWS}
"""Owners that never have the focus together with the others of their screen."""


def test_ids_are_unique_and_named_by_place_and_verb() -> None:
    assert len(BY_ID) == len(ACTS)
    for act in ACTS:
        place, verb = act.id.split(".")
        assert place.isalpha()
        assert verb


@pytest.mark.parametrize("act", [act for act in ACTS if act.owner != "app"], ids=lambda act: act.id)
def test_each_act_is_bound_where_it_says_and_can_be_done(act: object) -> None:
    from widgets.actions import Act

    assert isinstance(act, Act)
    owner = OWNERS[act.owner]
    bound = [binding for binding in owner.BINDINGS if getattr(binding, "id", "") == act.id]
    assert len(bound) == 1
    binding = bound[0]
    assert (binding.key, binding.action, binding.tooltip) == (act.keys, act.action, act.about)  # type: ignore[union-attr]
    namespace, _, action = act.action.partition("(")[0].rpartition(".")
    assert callable(getattr(WorthwhileApp if namespace == "app" else owner, f"action_{action}"))


@pytest.mark.parametrize("mode", MODES)
def test_no_two_acts_that_meet_share_a_key(mode: Mode) -> None:
    """A list, its panel, the screen and the app hear the same key press in turn."""
    keys = Counter(
        key.strip()
        for act in acts_on(mode)
        if act.owner not in APART
        for key in act.keys.split(",")
        if key
    )
    assert [key for key, uses in keys.items() if uses > 1] == []


@pytest.mark.parametrize("step", VIEWS)
def test_a_step_of_the_review_leaves_its_list_and_the_screens_their_keys(step: str) -> None:
    """Only where a task is rated, digits rate: there the screens wait for the next step."""
    keys = Counter(
        key.strip()
        for act in acts_on("review")
        if act.owner in {step, "rows", "review", "frame", "app"}
        for key in act.keys.split(",")
        if key
    )
    digits = {"1", "2", "3", "4", "5"} if step == "rate" else set()
    assert {key for key, uses in keys.items() if uses > 1} == digits


@pytest.mark.parametrize("owner", ["due", "sides"])
def test_a_list_that_takes_the_place_of_another_leaves_the_screen_its_keys(owner: str) -> None:
    mode = SCREEN_OF[owner]  # type: ignore[index]
    keys = Counter(
        key.strip()
        for act in acts_on(mode)
        if act.owner in {owner, mode, "frame", "app"}
        for key in act.keys.split(",")
        if key
    )
    assert {key for key, uses in keys.items() if uses > 1} <= SHADOWED


def test_an_act_only_stands_for_one_of_every_screen_that_has_the_same_key() -> None:
    for act in ACTS:
        if act.instead:
            other = BY_ID[act.instead]
            assert other.screen is None
            assert set(act.keys.split(",")) & set(other.keys.split(","))
            assert act not in acts_on("today" if act.screen != "today" else "review")
            assert act.screen is not None
            assert other not in acts_on(act.screen)


@pytest.mark.parametrize("mode", MODES)
def test_help_has_a_row_for_every_key_under_its_place(mode: Mode) -> None:
    lines = help_text(mode, {}).plain.splitlines()
    for place, acts in places(mode):
        assert place in lines
        for act in acts:
            if act.keys:
                row = next(line for line in lines if line.endswith(act.about))
                assert row.split()[0] == keys_of(act, {})[0]


def test_help_is_silent_on_other_screens() -> None:
    shown = help_text("review", {}).plain
    assert BY_ID["entry.split"].about not in shown
    assert BY_ID["mode.today"].about in shown


def test_help_and_bar_show_the_owners_own_keys() -> None:
    changed = {"entry.split": "ctrl+x"}
    assert keys_of(BY_ID["entry.split"], changed) == ("^x",)
    assert "  ^x" in help_text("today", changed).plain


def test_bindings_are_hidden_from_no_one_but_textuals_own_footer() -> None:
    for owner in OWNERS:
        for binding in bindings(owner):  # type: ignore[arg-type]
            assert binding.show is False  # type: ignore[union-attr]


def test_keys_are_named_as_a_person_names_them() -> None:
    assert [key_name(key) for key in ("ctrl+r", "question_mark", "escape", "x", "ctrl+slash")] == [
        "^r",
        "?",
        "esc",
        "x",
        "^/",
    ]
