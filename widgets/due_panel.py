"""What is due today and this week, and what of it is done: a list to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tracker.audit.recurrence.due_list import due_list
from tracker.audit.recurrence.phrases import day_text, spoken
from tracker.domain.span import Span
from tracker.domain.value import Value
from widgets.actions import bindings
from widgets.fitting import fit, left
from widgets.ink import Ink
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

    from tracker.audit.recurrence.due_list import Due
    from tracker.audit.survey import Survey
    from widgets.fitting import Piece
    from widgets.state import TodayState

SIGNS: dict[str, Piece] = {
    "now": ("●", f"bold {VALUE}"),
    "overdue": ("!", f"bold {COST}"),
    "today": ("○", f"bold {COST}"),
    "week": ("○", QUIET),
    "done": ("✓", VALUE),
}
MOST, FEW, HIGH = 12, 8, 44
"""Lines on a high screen, on a lower one, and from how many cells on a screen is high."""

CURSOR = "on $foreground 12%"


class DueRow(Value):
    """One line: what, how often, when."""

    task: str
    state: str
    rhythm: str
    when: str


def due_rows(survey: Survey, state: TodayState) -> tuple[DueRow, ...]:
    """What runs, what is overdue, due today and this week, then what is done today."""
    running = state.running.task if state.running is not None else ""
    return tuple(
        DueRow(due.task, due.state, spoken(due.cadence), _when(due, survey, state))
        for due in due_list(survey.standings, survey.as_of, running)
    )


def _when(due: Due, survey: Survey, state: TodayState) -> str:
    if due.state == "now":
        return "now"
    if due.state == "done":
        return _done_at(due.task, state)
    if due.state == "overdue":
        return f"since {day_text(due.day, survey.as_of)}"
    words = day_text(due.day, survey.as_of)
    loose = due.loose and (due.day - survey.as_of).days > 1
    return f"around {words.partition(' ')[2]}" if loose else words


def _done_at(task: str, state: TodayState) -> str:
    """``done 08:05``: when it ended last today."""
    stops = [
        entry.when.stop
        for entry in state.week_entries
        if isinstance(entry.when, Span)
        and entry.task == task
        and state.today.start <= entry.when.start.timestamp() < state.today.stop
    ]
    return f"done {state.clock(max(stops))}" if stops else "done"


class DuePanel(Widget, can_focus=True):
    """Shows ``rows``; Enter starts the one under the cursor, and so do the digits."""

    DEFAULT_CSS = """
    DuePanel { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("due")

    rows: reactive[tuple[DueRow, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """A task is to be started."""

        row: DueRow

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The list has been looked at."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._ink = Ink(self)

    @property
    def current(self) -> DueRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_rows(self, before: tuple[DueRow, ...], rows: tuple[DueRow, ...]) -> None:
        """The cursor stays on its task; the frame says how much there is to do."""
        task = before[self.cursor].task if self.cursor < len(before) else ""
        names = [row.task for row in rows]
        self.cursor = names.index(task) if task in names else self.cursor
        self.border_subtitle = self.words

    @property
    def words(self) -> str:
        """``D · 2 due · 1 done``: the key that leads here, and how much there is."""
        todo = sum(row.state in ("overdue", "today") for row in self.rows)
        done = sum(row.state == "done" for row in self.rows)
        words = [f"{todo} due" if todo else "", f"{done} done" if done else ""]
        return " · ".join(word for word in ("D", *words) if word) if self.rows else ""

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went: look the styles up anew."""
        super().notify_style_update()
        self._ink.dry()

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001
        """The cursor shows only while the keys go here."""
        super().watch_has_focus(_has_focus)
        self._ink.dry()
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each row, on a lower screen not more than a few."""
        return max(1, min(len(self.rows), MOST if viewport.height >= HIGH else FEW))

    @property
    def _offset(self) -> int:
        """The first row in view: the cursor is always in view."""
        height = max(1, self.content_size.height)
        if not self.has_focus:
            return 0
        return max(0, self.cursor - height + 1)

    def render_line(self, y: int) -> Strip:
        """One row; where not all go in, the last line says how many more there are."""
        width, height = self.content_size
        index = self._offset + y
        if index >= len(self.rows):
            words = "Nothing is due." if not self.rows and y == 0 else ""
            return self._strip([(fit(words, width), QUIET)], width, "")
        rest = len(self.rows) - index
        if y == height - 1 and rest > 1 and not self.has_focus:
            return self._strip([(f"  and {rest} more", QUIET)], width, "")
        here = self.has_focus and index == self.cursor
        return self._strip(self._pieces(self.rows[index], width), width, CURSOR if here else "")

    def _strip(self, parts: list[Piece], width: int, ground: str) -> Strip:
        segments = [Segment(text, self._ink(ground, style)) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, self._ink(ground))

    def _pieces(self, row: DueRow, width: int) -> list[Piece]:
        when = max(cell_len(one.when) for one in self.rows)
        rhythm = max(cell_len(one.rhythm) for one in self.rows)
        if width - 2 - when - rhythm - 4 < 14:
            rhythm = 0
        longest = max(cell_len(one.task) for one in self.rows)
        room = width - 2 - when - 2 - (rhythm + 2 if rhythm else 0)
        name = max(4, min(longest, room))
        done = row.state == "done"
        style = QUIET if done or row.state == "week" else "bold $foreground"
        sign, look = SIGNS[row.state]
        found = [(f"{sign} ", look), (left(row.task, name) + "  ", style)]
        if rhythm:
            found.append((left(row.rhythm, rhythm) + "  ", QUIET))
        return [*found, (row.when, look if row.state in ("now", "overdue") else QUIET)]

    def action_step(self, by: int) -> None:
        """The next row, or the one before."""
        self.cursor += by

    def action_start(self) -> None:
        """Say which task is to be started."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def action_leave(self) -> None:
        """Back to the entries."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; a second one starts."""
        at = event.get_content_offset(self)
        index = self._offset + (at.y if at is not None else len(self.rows))
        if index < len(self.rows):
            self.cursor = index
            if event.chain == 2:
                self.action_start()
