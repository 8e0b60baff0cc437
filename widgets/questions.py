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

    from tracker.audit.worth.profile import Profile
    from widgets.actions import Mode
    from widgets.frame import FramedScreen
    from widgets.state import TodayState


def asked(what: Literal["day", "worth"], state: TodayState) -> ModalScreen[None]:
    """The form for ``what``."""
    if what == "day":
        return ask_day(state)
    return WelcomeScreen(state.settings, first=False)


def price(state: TodayState, profile: Profile) -> ModalScreen[None]:
    """What an hour of such work costs from someone else."""
    return ask_rate(state, profile)


def importing() -> Message:
    """The wish for the import form, which only the app can fill."""
    return ImportOpened()


def suggested(screen: FramedScreen) -> ModalScreen[None]:
    """What waits to be accepted, as ``screen`` has it."""
    from widgets.suggested import SuggestedScreen

    return SuggestedScreen(screen)


def keys(mode: Mode, keymap: Mapping[str, str]) -> ModalScreen[None]:
    """The keys of a screen, with the owner's changes."""
    return HelpScreen(mode, keymap)
