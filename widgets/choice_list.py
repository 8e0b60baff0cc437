"""A list to go through by keyboard, with something to choose in each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from tracker.domain.value import Value
from widgets.fitting import fit, left, right
from widgets.line_list import CURSOR, LineList
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from widgets.fitting import Piece

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


class ChoiceList(LineList[ChoiceRow]):
    """Shows ``rows``; left and right choose, and so do the first letters of an option.

    The cursor may be nowhere (-1) where the list only accompanies a line that is typed.
    """

    ELSEWHERE: ClassVar[str] = CURSOR
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

    @dataclass(eq=False, repr=False)
    class Picked(Message):
        """A row was clicked."""

        row: ChoiceRow

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._letters = ""
        self._widest = (0, 0, 0)

    @property
    def stops(self) -> Sequence[ChoiceRow]:
        """Every row."""
        return self.rows

    def name_of(self, row: ChoiceRow) -> str:
        """Its key."""
        return row.key

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
        self.lay_out()

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Another row: its letters are typed anew."""
        self._letters = ""
        super().watch_cursor(before, cursor)

    def draw(self, index: int, width: int, *, here: bool) -> Strip:
        """One row."""
        parts = self._pieces(self.rows[index], width - 1, here=here)
        return self.row_strip(parts, width, here=here)

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

    def clicked(self, times: int) -> None:
        """One click picks it."""
        row = self.current
        if row is not None:
            self.post_message(self.Picked(row))
