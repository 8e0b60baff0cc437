"""Every key by the place it works in, from the same definitions that bind it."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from widgets.actions import keys_of, places
from widgets.fitting import left
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from widgets.actions import Mode

KEYS = 11
"""Cells for the keys of an act."""


def help_text(mode: Mode, keymap: Mapping[str, str], width: int = 0) -> Content:
    """Headings, keys and sentences of a screen; keys as the owner has changed them.

    In ``width`` cells, where one is given, what is too long goes on below its own column.
    """
    parts: list[str | tuple[str, str]] = []
    for place, acts in places(mode):
        parts.append((f"{place}\n", f"bold {VALUE}"))
        for act in acts:
            keys = " ".join(keys_of(act, keymap))
            if keys:
                about = _hanging(act.about, width, KEYS + 2)
                parts += [(f"  {left(keys, KEYS)}", "bold"), (f"{about}\n", QUIET)]
        parts.append("\n")
    parts += [
        ("The line understands\n", f"bold {VALUE}"),
        *((f"  {_example(line, width)}\n", QUIET) for line in GRAMMAR),
    ]
    return Content.assemble(*parts)


def _hanging(text: str, width: int, column: int) -> str:
    """``text``, begun at ``column``, with what does not fit in ``width`` below itself."""
    if not width:
        return text
    return f"\n{' ' * column}".join(wrap(text, max(12, width - column)))


def _example(line: str, width: int) -> str:
    """An example of the grammar; its meaning on the next line where the room is small."""
    if not width or len(line) + 2 <= width:
        return line
    return f"{line[:MEANING].rstrip()}\n    {line[MEANING:]}"


MEANING = 25
"""Where in an example its meaning begins."""

GRAMMAR = (
    "invoicing                start now",
    "invoicing -10m           started ten minutes ago",
    "9:15 invoicing           started at 9:15",
    "9:15-10:30 invoicing     a finished block",
    "25m email                a block that ends now",
    "yesterday 14-16 email    on another day",
    "... @acme #admin // note project, tag, note",
)


class HelpScreen(ModalScreen[None]):
    """Closed by the key that opened it, or escape."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", "Close", id="help.close", show=False)
    ]

    def __init__(self, mode: Mode, keymap: Mapping[str, str]) -> None:
        """Show the keys of a screen with the owner's changes."""
        super().__init__()
        self._mode: Mode = mode
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """One long text that scrolls."""
        with VerticalScroll(id="frame") as frame:
            frame.border_title = "Keys"
            frame.border_subtitle = "esc closes"
            yield Static(help_text(self._mode, self._keymap), id="keys")

    def on_resize(self) -> None:
        """The sentences go as wide as the frame."""
        self.call_after_refresh(self._wrap)

    def _wrap(self) -> None:
        keys = self.query_one("#keys", Static)
        keys.update(help_text(self._mode, self._keymap, keys.content_size.width))
