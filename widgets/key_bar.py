"""What can be done now, with its key; a click does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from widgets.actions import BY_ID, keys_of
from widgets.drawing import Drawing
from widgets.rows import GapRow
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

    from widgets.actions import Act
    from widgets.fitting import Piece
    from widgets.quick_line import Purpose
    from widgets.rows import Row
    from widgets.state import TodayState

Offered = tuple[tuple[str, str], ...]
"""Act ids with the label they have just now; an empty label keeps the act's own.

A label such as ``-5 rate`` begins with the last of a range of keys: it is shown as ``1-5 rate``.
"""


class KeyBar(Widget):
    """Draws ``offered`` as far as the width goes; the last one is always there."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $panel; }
    """

    offered: reactive[Offered] = reactive(())
    keymap: reactive[Mapping[str, str]] = reactive({}, init=False)

    def _fitting(self) -> list[tuple[str, str, str]]:
        """Act id, key and label of what fits."""
        width = self.content_size.width
        shown: list[tuple[str, str, str]] = []
        for act_id, label in self.offered:
            keys = keys_of(BY_ID[act_id], self.keymap)
            if keys:
                last, _, words = label.rpartition(" ") if label.startswith("-") else ("", "", label)
                shown.append((act_id, keys[0] + last, words or BY_ID[act_id].label))
        while len(shown) > 1 and sum(len(k) + len(w) + 3 for _, k, w in shown) - 2 > width:
            del shown[-2]
        return shown

    def render(self) -> Drawing:
        """Key in the accent, word in grey."""
        parts: list[Piece] = []
        for _, key, label in self._fitting():
            parts += [(key, f"bold {VALUE}"), (f" {label}", QUIET), ("  ", "")]
        return Drawing([parts])

    @dataclass(eq=False, repr=False)
    class Clicked(Message):
        """An act was clicked."""

        act: Act

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked."""
        at = event.get_content_offset(self)
        column = 0
        for act_id, key, label in self._fitting():
            width = len(key) + len(label) + 1
            if at is not None and column <= at.x < column + width:
                self.post_message(self.Clicked(BY_ID[act_id]))
            column += width + 2


def offered_typing(purpose: Purpose) -> Offered:
    """What can be done in the quick line."""
    enter = {"log": "log it", "switch": "start", "find": "keep"}[purpose]
    return (("line.log", enter), ("line.accept", ""), ("line.leave", ""))


def offered(state: TodayState, row: Row | None, other_view: str) -> Offered:
    """What can be done on the screen, most wanted first; help is always the last.

    Args:
        state: Of the screen.
        row: Under the cursor.
        other_view: What flipping would show; empty where everything is in view.
    """
    found: list[tuple[str, str]] = [("timer.toggle", "stop" if state.running else "start")]
    if state.running is not None:
        found.append(("timer.switch", ""))
    if other_view:
        found.insert(1, ("view.flip", other_view))
    found.append(("timer.new", ""))
    if isinstance(row, GapRow):
        found.append(("entry.open", "log gap"))
    elif row is not None:
        acts = ("entry.edit", "entry.continue", "entry.split", "entry.delete")
        found += [(act, "") for act in acts]
    if not state.is_today:
        found.append(("day.today", ""))
    if state.undo:
        found.append(("log.undo", ""))
    return (*found, ("entry.find", ""), ("app.palette", ""), ("app.help", ""))
