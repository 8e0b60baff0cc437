"""The marks of a task, a key each: needed, only me, core, confidential, expert."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tracker.intents.intent import Amend
from widgets.dialog import Dialog, title
from widgets.fitting import first_that_fits
from widgets.messages import Wanted
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult, RenderResult
    from textual.binding import BindingType

    from tracker.audit.worth.profile import Profile

MARKS: tuple[tuple[str, str, str, tuple[str, str]], ...] = (
    ("o", "only_me", "only me", ("nobody else can do it: never handed off", "never handed off")),
    ("c", "core", "core", ("it is what you sell: kept", "what you sell: kept")),
    ("s", "confidential", "confidential", ("secret: only with limited access", "limited access")),
    ("e", "expert", "expert", ("another expert could, at an expert's rate", "at an expert's rate")),
    ("n", "necessary", "necessary", ("without the mark: stop doing it", "else: stop it")),
)
"""Key, field, name, and what the mark does, in full and in short."""

Said = dict[str, bool | None]


class MarkRows(Widget, can_focus=True):
    """A row for each mark.

    Attributes:
        said: What is shown of each; ``None`` where it is assumed.
    """

    DEFAULT_CSS = """
    MarkRows { height: 5; width: 100%; }
    """

    said: reactive[Said] = reactive(dict)
    at: reactive[int] = reactive(0)

    def __init__(self, profile: Profile) -> None:
        """Show the marks of ``profile``."""
        super().__init__()
        self._profile = profile
        given = {
            field: None if field in profile.assumed else getattr(profile, field)
            for _, field, _, _ in MARKS
        }
        self.set_reactive(MarkRows.said, given)

    def holds(self, field: str) -> bool:
        """Whether the mark is set, by its owner or by what is assumed."""
        given = self.said[field]
        return bool(getattr(self._profile, field)) if given is None else given

    def render(self) -> RenderResult:
        """Key, tick, name, and what it does."""
        width = self.content_size.width
        lines = []
        for place, (key, field, name, about) in enumerate(MARKS):
            here = place == self.at
            star = "*" if self.said[field] is None else " "
            line = Content.assemble(
                ("▌" if here else " ", VALUE),
                (key, f"bold {VALUE}"),
                (" ✓ " if self.holds(field) else " · ", f"bold {VALUE}"),
                (f"{name}{star:<{15 - len(name)}}", ""),
                (first_that_fits((*about, ""), width - 20), QUIET),
            )
            lines.append(line.stylize_before("on $foreground 12%") if here else line)
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """A click sets or clears."""
        at = event.get_content_offset(self)
        if at is not None and 0 <= at.y < len(MARKS) and isinstance(self.screen, MarksScreen):
            self.screen.action_mark(MARKS[at.y][1])


class MarksScreen(Dialog):
    """Sets or clears a mark with its key; every step can be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"mark('{field}')", show=False, id=f"marks.{key}")
            for key, field, _, _ in MARKS
        ),
        Binding("down,j,tab", "step(1)", show=False, id="marks.down"),
        Binding("up,k,shift+tab", "step(-1)", show=False, id="marks.up"),
        Binding("space", "mark", show=False, id="marks.toggle"),
        Binding("0,backspace,delete", "forget", show=False, id="marks.forget"),
        Binding("enter,m", "leave", show=False, id="marks.leave"),
    ]

    def __init__(self, profile: Profile) -> None:
        """Mark the task of ``profile``."""
        super().__init__()
        self._profile = profile

    def compose(self) -> ComposeResult:
        """The rows, and what the star means."""
        with Vertical(id="frame") as frame:
            frame.border_title = title(f"Marks of {self._profile.task}")
            frame.border_subtitle = "a letter sets or clears · esc"
            yield MarkRows(self._profile)
            yield Static("* nobody has said; 0 takes an answer back", classes="hint", markup=False)
            yield Static(id="complaint", markup=False)

    @property
    def _rows(self) -> MarkRows:
        return self.query_one(MarkRows)

    def _say(self, field: str, holds: bool | None) -> None:  # noqa: FBT001
        self._rows.said = {**self._rows.said, field: holds}
        self.post_message(Wanted(Amend(self._profile.task, ((field, holds),))))

    def action_mark(self, field: str = "") -> None:
        """Set what is clear, clear what is set; without a name the lit one."""
        rows = self._rows
        fields = [name for _, name, _, _ in MARKS]
        if field:
            rows.at = fields.index(field)
        self._say(fields[rows.at], not rows.holds(fields[rows.at]))

    def action_forget(self) -> None:
        """Take the answer back: what its kind assumes holds again."""
        self._say(MARKS[self._rows.at][1], None)

    def action_step(self, by: int) -> None:
        """The next one, or the one before."""
        self._rows.at = (self._rows.at + by) % len(MARKS)
