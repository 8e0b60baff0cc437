"""A file as it was understood, before anything of it is in the log; how it is read can change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from tracker.domain.format import duration
from widgets.cycle import Cycle
from widgets.fitting import fit_pieces, left, right
from widgets.import_state import File
from widgets.tones import COST, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from widgets.fitting import Piece
    from widgets.import_state import Options, Part, Preview, SampleRow

ORDERS = (("", "as the file shows"), ("dmy", "day first"), ("mdy", "month first"))

Line = list["Piece"]


def number(count: int, one: str, many: str = "") -> str:
    """``1 entry``, ``1,204 entries``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def told(preview: Preview, width: int) -> list[Line]:
    """The whole account, one list of pieces a line; sentences may be longer than ``width``."""
    return [
        *_counts(preview),
        *_sample(preview, width),
        *(line for part in preview.parts for line in _part(part)),
    ]


def _counts(preview: Preview) -> Iterator[Line]:
    if preview.first is not None and preview.last is not None:
        days = [f"{day_name(day)} {day.year}" for day in (preview.first, preview.last)]
        span = days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"
        kind = ("suggestion",) if preview.suggested else ("new entry", "new entries")
        yield [
            (number(preview.added, *kind), f"bold {VALUE}"),
            (f", {duration(preview.seconds)}", "bold"),
        ]
        yield [(span, QUIET)]
        if preview.suggested:
            yield [("Nothing of it is logged before you accept it.", QUIET)]
    elif preview.tasks:
        yield [(number(len(preview.tasks), "new task"), f"bold {VALUE}")]
    else:
        yield [("Nothing in this file is new.", "bold")]
    if preview.duplicates:
        yield [(f"{number(preview.duplicates, 'row')} had been imported before", QUIET)]
    if preview.rejected:
        yield [(f"{number(preview.rejected, 'row')} rejected, listed below", COST)]


def _sample(preview: Preview, width: int) -> Iterator[Line]:
    rows = preview.rows
    if not rows:
        return
    yield []
    more = preview.added - len(rows)
    name = "The first of them" if more > 0 else "As they will be"
    yield [(name, f"bold {VALUE}")]
    columns = _columns(rows, width)
    day = ""
    for row in rows:
        if row.day != day:
            day = row.day
            yield [(day, QUIET)]
        yield _row(row, columns)
    if more > 0:
        yield [(f"and {more:,} more", QUIET)]


def _columns(rows: tuple[SampleRow, ...], width: int) -> tuple[int, int, int]:
    """Cells for task, project and tags; one without words has none."""
    room = width - 2 - 11 - 2 - 7
    task = max(cell_len(row.task) for row in rows) + 2
    project = max(cell_len(row.project) for row in rows)
    tags = max(cell_len(row.tags) for row in rows)
    if room < 34 or not project + tags:
        return room, 0, 0
    task = min(task, room * 3 // 5)
    rest = room - task
    project = min(project + 3, rest if not tags else rest // 2) if project else 0
    return task, project, rest - project


def _row(row: SampleRow, columns: tuple[int, int, int]) -> Line:
    task, project, tags = columns
    shown: Line = [(f"  {left(row.clock, 11)}  ", QUIET), (left(row.task, task - 1) + " ", "")]
    if project:
        shown.append((left(row.project and f"@{row.project}", project - 1) + " ", QUIET))
    if tags:
        shown.append((left(row.tags, tags), QUIET))
    shown.append((right(row.length, 7), "bold"))
    return shown


def _part(part: Part) -> Iterator[Line]:
    yield []
    yield [(part.heading, f"bold {COST}")]
    for sentence in part.sentences:
        yield [(sentence, "")]
    if part.more:
        yield [(f"and {part.more:,} more: ww import --dry-run --json lists all", QUIET)]


class PreviewPane(Vertical):
    """Format, zone and date order in three lines; under them what they make of the file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", id="preview.next", show=False),
        Binding("up", "scroll(-1)", "Up", id="preview.up", show=False),
        Binding("down", "scroll(1)", "Down", id="preview.down", show=False),
    ]

    preview: var[Preview | None] = var(None)

    kind = getters.query_one("#format", Cycle)
    zone = getters.query_one("#zone", Input)
    order = getters.query_one("#order", Cycle)
    what = getters.query_one("#what", VerticalScroll)
    text = getters.query_one("#told", Static)

    @dataclass(eq=False, repr=False)
    class Otherwise(Message):
        """The file is to be read in another way."""

        file: File

    @dataclass(eq=False, repr=False)
    class Accepted(Message):
        """What is shown is right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Nothing is read yet."""
        super().__init__(id=id)
        self._file = File("")
        self._recognised = False

    def compose(self) -> ComposeResult:
        """Fields that stay, and a text that scrolls."""
        with Horizontal(classes="field"):
            yield Static("Format", markup=False)
            yield Cycle(id="format")
        with Horizontal(classes="field"):
            yield Static("Zone", markup=False)
            yield Input(compact=True, id="zone", max_length=40)
        with Horizontal(classes="field"):
            yield Static("Dates", markup=False)
            yield Cycle(id="order")
        with VerticalScroll(id="what"):
            yield Static(id="told")

    def offer(self, options: Options) -> None:
        """What the fields can say."""
        self.kind.options = (("auto", "auto"), *((name, name) for name, _ in options.formats))
        self.order.options = ORDERS
        self.zone.placeholder = options.zone

    def ask(self, file: File) -> None:
        """Show how ``file`` is to be read; what it holds is not known, or no longer."""
        self._file = file
        self.preview = None
        self.kind.chosen, self.order.chosen = file.format, file.date_order
        self.kind.aside = ""
        self._recognised = False
        if file.zone:
            self.zone.value = file.zone

    def show(self, preview: Preview) -> None:
        """The file was read."""
        self._recognised = self._file.format == "auto"
        name, title = preview.format
        self.kind.chosen = name
        self.kind.aside = f"recognised · {title}" if self._recognised else title
        self.zone.value = preview.file.zone
        self.preview = preview

    def watch_preview(self) -> None:
        """Another account, from its beginning."""
        self.what.scroll_to(0, 0, animate=False)
        self._draw()

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = self.what.scrollable_content_region.width
        if self.preview is None or not width:
            self.text.update("")
            return
        lines = [
            Content.assemble(*(fit_pieces(line, width) if len(line) > 1 else line))
            for line in told(self.preview, width)
        ]
        self.text.update(Content("\n").join(lines))

    @on(Cycle.Changed)
    def _changed(self, event: Cycle.Changed) -> None:
        event.stop()
        if event.cycle is self.kind:
            self._recognised = False
        self._again()

    def _again(self) -> None:
        kind = "auto" if self._recognised else self.kind.chosen
        self.post_message(
            self.Otherwise(
                self._file.replace(
                    format=kind, zone=self.zone.value.strip(), date_order=self.order.chosen
                )
            )
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Another zone reads the file again; the same goes on."""
        event.stop()
        if self.preview is not None and event.value.strip() == self.preview.file.zone:
            self.action_go_on()
        else:
            self._again()

    def action_go_on(self) -> None:
        """On to the next step; where nothing could be read, try again."""
        if self.preview is None:
            self._again()
        else:
            self.post_message(self.Accepted())

    def action_scroll(self, by: int) -> None:
        """Scroll the account from any field."""
        self.what.scroll_relative(y=by, animate=False)
