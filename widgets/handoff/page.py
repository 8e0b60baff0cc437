"""One task on a page of its own: the verdict, the money, how far it is, its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from widgets.actions import bindings
from widgets.dialog import title
from widgets.drawing import Drawing
from widgets.handoff.board import EMPTY
from widgets.handoff.page_lines import papers_side, verdict_side

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.audit.worth.verdict import Verdict
    from widgets.handoff.board import Board, Row


class Page(VerticalScroll, can_focus=True):
    """Scrolls; verdict and money at the left, the way and the papers at the right or below."""

    DEFAULT_CSS = """
    Page { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; padding: 0 0 0 1; }
    Page #sides { height: auto; }
    Page .side { width: 1fr; height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("page")

    board: reactive[Board] = reactive(EMPTY)
    row: reactive[Row | None] = reactive(None)
    verdict: reactive[Verdict | None] = reactive(None)

    left = getters.query_one("#page-left", Static)
    right = getters.query_one("#page-right", Static)

    def compose(self) -> ComposeResult:
        """Two texts."""
        with Horizontal(id="sides"):
            yield Static(id="page-left", classes="side")
            yield Static(id="page-right", classes="side")

    @dataclass(eq=False, repr=False)
    class Closed(Message):
        """Back to the tasks."""

    def action_close(self) -> None:
        """Say that it is to be closed."""
        self.post_message(self.Closed())

    def watch_verdict(self) -> None:
        """Another task, or other numbers."""
        self._draw()

    def watch_row(self) -> None:
        """Other papers."""
        self._draw()

    def on_resize(self) -> None:
        """Sentences go as wide as there is room."""
        self.call_after_refresh(self._draw)

    def on_show(self) -> None:
        """It was out of sight while others changed."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        row, verdict = self.row, self.verdict
        if not self.is_mounted or row is None or verdict is None or not self.display:
            return
        self.border_title = title(row.task)
        width = self.left.content_size.width
        if width:
            side = verdict_side(self.board, row, verdict, width)
            self.left.update(Drawing.fitted(side, width))
            self.right.update(Drawing.fitted(papers_side(self.board, row, width), width))
