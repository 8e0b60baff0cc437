"""Everything that can be done, said once: key, label, help, palette and keymap id.

An :class:`Act` gives the Textual binding, the row in the help, the command in the palette,
the word in the key bar, and the id under which ``[keys]`` in the settings changes its key.
Ids are permanent. Each screen's own acts are in the module of its name; a screen lists, binds
and offers only what can be done on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.actions.act import Act, Mode, Owner, key_name, keys_of
from widgets.actions.frame import FRAME, LINE, TIMER
from widgets.actions.handoff import HANDOFF
from widgets.actions.recurring import RECURRING
from widgets.actions.reports import REPORTS
from widgets.actions.review import REVIEW
from widgets.actions.today import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.binding import BindingType

ACTS: tuple[Act, ...] = (*TIMER, *TODAY, *RECURRING, *HANDOFF, *REVIEW, *REPORTS, *FRAME, *LINE)

BY_ID: Mapping[str, Act] = {act.id: act for act in ACTS}


def bindings(owner: Owner) -> list[BindingType]:
    """The bindings of every act that sits on ``owner``."""
    return [act.binding() for act in ACTS if act.owner == owner and act.keys]


def acts_on(mode: Mode) -> tuple[Act, ...]:
    """What can be done on a screen: its own acts, then those of all but what they stand for."""
    replaced = {act.instead for act in ACTS if act.screen == mode}
    return tuple(act for act in ACTS if act.screen in (mode, None) and act.id not in replaced)


def places(mode: Mode) -> Iterator[tuple[str, tuple[Act, ...]]]:
    """Every heading of the help of a screen with its acts, in order."""
    acts = acts_on(mode)
    for place in dict.fromkeys(act.place for act in acts):
        yield place, tuple(act for act in acts if act.place == place)


__all__ = [
    "ACTS",
    "BY_ID",
    "Act",
    "Mode",
    "Owner",
    "acts_on",
    "bindings",
    "key_name",
    "keys_of",
    "places",
]
