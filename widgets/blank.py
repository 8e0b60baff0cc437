"""A screen that has nothing to show yet says in plain words what will be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from widgets.frame import FramedScreen
from widgets.tones import QUIET

if TYPE_CHECKING:
    from textual.app import ComposeResult, RenderResult

    from widgets.actions import Mode


class Words(Widget, can_focus=True):
    """A few plain sentences in the middle of a screen."""

    DEFAULT_CSS = """
    Words { width: 100%; height: 1fr; padding: 1 3; }
    """

    def __init__(self, title: str, text: str) -> None:
        """``title`` stands out over ``text``, which wraps."""
        super().__init__()
        self._title = title
        self._text = text

    def render(self) -> RenderResult:
        """As wide as there is room for."""
        return Content.assemble((f"{self._title}\n\n", "bold"), (self._text, QUIET))


class BlankScreen(FramedScreen):
    """Says what will be there."""

    TITLE_WORDS: ClassVar = ""
    TEXT: ClassVar = ""

    def body(self) -> ComposeResult:
        """The sentences."""
        with Vertical():
            yield Words(self.TITLE_WORDS, self.TEXT)

    @property
    def home(self) -> Widget:
        """The sentences take the keys."""
        return self.query_one(Words)


class HandoffScreen(BlankScreen):
    """Screen 3 before there is anything to hand off."""

    MODE: ClassVar[Mode] = "handoff"
    TITLE_WORDS = "What to hand off"
    TEXT = (
        "Once two weeks are logged, the tasks stand here that cost you more than they would "
        "cost in other hands, with the price of each and what to write down before you give it "
        "away."
    )


class ReviewScreen(BlankScreen):
    """Screen 4 before there is a week to look back on."""

    MODE: ClassVar[Mode] = "review"
    TITLE_WORDS = "The end of the week"
    TEXT = (
        "On Friday you close the week here: fill its gaps, rate what is new, see where the time "
        "went, and choose the next thing to hand off."
    )
