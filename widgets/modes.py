"""The screens by their mode; each is imported when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.actions import Mode
    from widgets.frame import FramedScreen


def screen_of(mode: Mode) -> type[FramedScreen]:
    """The class of the screen of ``mode``."""
    if mode == "recurring":
        from widgets.recurring.screen import RecurringScreen

        return RecurringScreen
    if mode == "handoff":
        from widgets.handoff.screen import HandoffScreen

        return HandoffScreen
    if mode == "review":
        from widgets.review.screen import ReviewScreen

        return ReviewScreen
    if mode == "reports":
        from widgets.reports.screen import ReportsScreen

        return ReportsScreen
    from widgets.today import TodayScreen

    return TodayScreen
