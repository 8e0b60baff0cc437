"""The view of each step, and the place they take turns in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from widgets.review.decide_view import DecideView
from widgets.review.plan_view import PlanView
from widgets.review.rate_view import RateView
from widgets.review.repair_view import RepairView
from widgets.review.see_view import SeeView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from widgets.review.view import StepView

VIEWS: Mapping[str, type[StepView]] = {
    "repair": RepairView,
    "rate": RateView,
    "see": SeeView,
    "decide": DecideView,
    "plan": PlanView,
}
"""Made when it is first seen."""


class Steps(Vertical, can_focus=True):
    """Holds the step that is shown; takes the keys before there is one."""
