"""Which form asks which question; imported with the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from widgets.ask import ask_day, ask_rate
from widgets.help import HelpScreen
from widgets.import_messages import ImportOpened
from widgets.welcome import WelcomeScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.message import Message
    from textual.screen import ModalScreen

    from tracker.domain.entry import Entry
    from widgets.state import TodayState
    from widgets.today import TodayScreen


def asked(
    what: Literal["day", "worth", "rate"], state: TodayState, about: Entry | None
) -> ModalScreen[None]:
    """The form for ``what``; the rate is that of ``about``, where there is one."""
    if what == "rate" and about is not None:
        return ask_rate(state, about)
    if what == "day":
        return ask_day(state)
    return WelcomeScreen(state.settings, first=False)


def importing() -> Message:
    """The wish for the import form, which only the app can fill."""
    return ImportOpened()


def suggested(today: TodayScreen) -> ModalScreen[None]:
    """What waits to be accepted, as ``today`` has it."""
    from widgets.suggested import SuggestedScreen

    return SuggestedScreen(today)


def keys(keymap: Mapping[str, str]) -> ModalScreen[None]:
    """The keys, with the owner's changes."""
    return HelpScreen(keymap)
