"""A list to go through by keyboard, with something to choose in each row; draws what it must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.domain.value import Value
from widgets.fitting import fit, left, right
from widgets.ink import Ink
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from widgets.fitting import Piece

CURSOR = "on $foreground 12%"
LEAST_LABEL = 14
"""Cells of a label below which details are left out."""

MEASURED = 200
"""Rows whose texts decide how wide the columns are."""


class ChoiceRow(Value):
    """One row.

    Attributes:
        key: What it is about, for whoever put it there.
        label, detail: Plain text.
        brief: The detail in fewer words, where there is no room for the whole.
        options: Name and title of what can be chosen; empty where the row itself is the choice.
        chosen: Place of the one that is.
    """

    key: str
    label: str
    detail: str = ""
    options: tuple[tuple[str, str], ...] = ()
    chosen: int = 0
    brief: str = ""

    @property
    def choice(self) -> str:
        """The name of what is chosen."""
        return self.options[self.chosen][0] if self.options else ""


class ChoiceList(ScrollView, can_focus=True):
    """Shows ``rows``; left and right choose, and so do the first letters of an option.

    The cursor may be nowhere (-1) where the list only accompanies a line that is typed.
    """

    DEFAULT_CSS = """
    ChoiceList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", id="choice.up", show=False),
        Binding("down", "step(1)", "Down", id="choice.down", show=False),
        Binding("pageup", "page(-1)", "Page up", id="choice.page-up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="choice.page-down", show=False),
        Binding("home", "edge(0)", "First", id="choice.first", show=False),
        Binding("end", "edge(-1)", "Last", id="choice.last", show=False),
        Binding("left", "choose(-1)", "Before", id="choice.before", show=False),
        Binding("right,space", "choose(1)", "After", id="choice.after", show=False),
    ]

    rows: reactive[tuple[ChoiceRow, ...]] = reactive((), layout=False)
    cursor: reactive[int] = reactive(-1, repaint=False)
    empty: reactive[str] = reactive("")

    @dataclass(eq=False, repr=False)
    class Picked(Message):
        """A row was clicked."""

        row: ChoiceRow

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._ink = Ink(self)
        self._letters = ""
        self._widest = (0, 0, 0)

    @property
    def current(self) -> ChoiceRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def validate_cursor(self, cursor: int) -> int:
        """On a row, or nowhere."""
        return max(-1, min(cursor, len(self.rows) - 1))

    def watch_rows(self, before: tuple[ChoiceRow, ...], rows: tuple[ChoiceRow, ...]) -> None:
        """Other rows start at their top; the same ones with another choice stay."""
        some = rows[:MEASURED]
        wide = max((cell_len(title) for row in some for _, title in row.options), default=0)
        detail = max((cell_len(row.detail) for row in some), default=0)
        brief = max((cell_len(row.brief) for row in some), default=0)
        self._widest = (wide, detail, brief)
        if [row.key for row in before] != [row.key for row in rows]:
            self.cursor = 0 if self.can_focus and rows else -1
            self.scroll_to(0, 0, animate=False)
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Draw the two lines that changed."""
        self._letters = ""
        for index in (before, cursor):
            if index >= 0:
                self.refresh_line(index)
        self._show_cursor()

    def _show_cursor(self) -> None:
        if self.cursor >= 0 and self.is_mounted:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.rows))
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Another theme: other styles."""
        super().notify_style_update()
        self._ink.dry()

    def render_line(self, y: int) -> Strip:
        """One row, or why there is none."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self.rows):
            words = self.empty if not self.rows and index == 0 else ""
            line = Strip([Segment(fit(f" {words}", width), self._ink(QUIET))])
            return line.adjust_cell_length(width, self._ink())
        here = index == self.cursor
        ground = (CURSOR,) if here else ()
        segments = [Segment("▌" if here else " ", self._ink(*ground, VALUE))]
        segments += [
            Segment(text, self._ink(*ground, style))
            for text, style in self._pieces(self.rows[index], width - 1, here=here)
        ]
        return Strip(segments).adjust_cell_length(width, self._ink(*ground))

    def _pieces(self, row: ChoiceRow, width: int, *, here: bool) -> list[Piece]:
        wide, *details = self._widest
        choice = min(wide + 4, width // 2) if wide else 0
        fitting = (one for one in details if width - choice - one - 2 >= LEAST_LABEL)
        detail = next(fitting, 0)
        said = row.detail if detail == details[0] else row.brief
        gap = 1 if detail else 0
        pieces: list[Piece] = [(left(row.label, width - choice - detail - gap - 1), "")]
        if detail:
            pieces.append((" " + right(said, detail), QUIET))
        pieces.append((" ", ""))
        if row.options:
            title = row.options[row.chosen][1]
            shown = f"◂ {fit(title, choice - 4)} ▸" if here else f"  {fit(title, choice - 4)}"
            pieces.append((left(shown, choice), VALUE if row.choice else QUIET))
        return pieces

    def action_step(self, by: int) -> None:
        """Move ``by`` rows."""
        self.cursor = max(0, self.cursor + by) if self.can_focus else self.cursor + by

    def action_page(self, by: int) -> None:
        """Move ``by`` pages."""
        self.action_step(by * max(1, self.scrollable_content_region.height - 1))

    def action_edge(self, index: int) -> None:
        """The first row, or with -1 the last."""
        self.cursor = len(self.rows) - 1 if index else 0

    def action_choose(self, by: int) -> None:
        """Another option for the row under the cursor."""
        row = self.current
        if row is not None and row.options:
            self._set((row.chosen + by) % len(row.options))

    def _set(self, place: int) -> None:
        rows = list(self.rows)
        rows[self.cursor] = rows[self.cursor].replace(chosen=place)
        self.rows = tuple(rows)

    def on_key(self, event: events.Key) -> None:
        """Letters choose the option that begins with them."""
        row = self.current
        letter = event.character or ""
        if row is None or not row.options or not letter.isalpha():
            return
        for letters in (self._letters + letter.casefold(), letter.casefold()):
            for place, (_, title) in enumerate(row.options):
                if title.casefold().startswith(letters):
                    event.stop()
                    self._letters = letters
                    self._set(place)
                    return

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there."""
        at = event.get_content_offset(self)
        index = self.scroll_offset.y + (at.y if at is not None else len(self.rows))
        if index < len(self.rows):
            self.cursor = index
            self.post_message(self.Picked(self.rows[index]))
