"""What an act is, and how its keys are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

from tracker.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

Mode = Literal["today", "recurring", "handoff", "review", "reports"]
"""The screens that have a key each."""

Owner = Literal[
    "app", "frame", "line", "today", "day", "entries", "due", "recurring", "lanes", "sides",
    "handoff", "tasks", "page", "whatif", "brief", "rows", "review", "repair", "rate", "see",
    "decide", "plan", "reports", "report-rows",
]  # fmt: skip
"""The node that a binding sits on: pressed elsewhere, the key means something else."""

SCREEN_OF: Mapping[Owner, Mode] = {
    "today": "today",
    "day": "today",
    "entries": "today",
    "due": "today",
    "recurring": "recurring",
    "lanes": "recurring",
    "sides": "recurring",
    "handoff": "handoff",
    "tasks": "handoff",
    "page": "handoff",
    "whatif": "handoff",
    "brief": "handoff",
    "rows": "review",
    "review": "review",
    "repair": "review",
    "rate": "review",
    "see": "review",
    "decide": "review",
    "plan": "review",
    "reports": "reports",
    "report-rows": "reports",
}
"""The only screen an owner is on; whoever is not named here is on all of them."""


class Act(Value):
    """One thing a person can do.

    Attributes:
        id: ``place.verb``, permanent; what a user's keymap names.
        keys: Textual key names, separated by commas; empty where only the palette has it.
        action: The Textual action.
        label: One or two words, for the key bar.
        about: One sentence, for the palette, the help and the tooltip.
        place: The heading it stands under in the help.
        owner: The node it is bound on.
        listed: Whether the palette offers it (moving a cursor is no command).
        instead: Id of the act of every screen whose key this one takes on its own screen.
    """

    id: str
    keys: str
    action: str
    label: str
    about: str
    place: str
    owner: Owner = "frame"
    listed: bool = True
    instead: str = ""

    def binding(self) -> Binding:
        """The Textual binding of this act."""
        return Binding(
            self.keys, self.action, self.label, show=False, id=self.id, tooltip=self.about
        )

    @property
    def screen(self) -> Mode | None:
        """The only screen it can be done on; ``None`` for all of them."""
        return SCREEN_OF.get(self.owner)


_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "esc",
    "delete": "del",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "minus": "-",
    "plus": "+",
    "dollar_sign": "$",
    "asterisk": "*",
    "percent_sign": "%",
    "full_stop": ".",
    "comma": ",",
}


def key_name(key: str) -> str:
    """A key as a person names it: ``?``, ``^p``, ``esc``."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key[5:])
    if key.startswith("shift+"):
        return "⇧" + key_name(key[6:])
    return _NAMES.get(key, key)


def keys_of(act: Act, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of ``act`` as a person names them, their own changes applied."""
    return tuple(
        key_name(key.strip()) for key in keymap.get(act.id, act.keys).split(",") if key.strip()
    )
