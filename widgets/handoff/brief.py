"""The brief editor: what someone else needs to take a task over, a field for each part."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from tracker.domain.papers import Brief
from tracker.intents.intent import File
from widgets.dialog import Dialog, title
from widgets.handoff.brief_fields import (
    PARTS,
    QUESTIONS,
    TERMS,
    WORK,
    changed_titles,
    frequency_words,
    text_of,
    time_words,
    with_texts,
)
from widgets.messages import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.audit.recurrence.standing import Standing
    from widgets.handoff.brief_fields import Part
    from widgets.messages import Done


STYLES: list[str | PurePath] = [
    Path(__file__).parents[1] / "dialog.tcss",
    Path(__file__).with_name("brief.tcss"),
]
"""What every question wears, and what this one adds."""


class Field(TextArea):
    """A few lines of text; the arrows go on to the next field from its first and last line."""

    DEFAULT_CSS = """
    Field { height: auto; min-height: 1; max-height: 12; scrollbar-size-vertical: 1; }
    """

    def __init__(self, part: Part, text: str) -> None:
        """Hold ``text`` of ``part``."""
        super().__init__(
            text,
            compact=True,
            soft_wrap=True,
            tab_behavior="focus",
            id=f"field-{part.field}",
            highlight_cursor_line=False,
        )
        self.part = part

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """The line above, or the field before."""
        if not select and self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            self.screen.focus_previous(Field)
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """The line below, or the next field."""
        offset = self.wrapped_document.location_to_offset(self.cursor_location)
        if not select and offset.y == self.wrapped_document.height - 1:
            self.screen.focus_next(Field)
        else:
            super().action_cursor_down(select)


class BriefScreen(Dialog):
    """Wants the brief kept each time a field is left, so that nothing typed depends on an end."""

    CSS_PATH: ClassVar = STYLES
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="brief.save", show=False),
    ]

    def __init__(
        self,
        brief: Brief | None,
        task: str,
        standing: Standing | None,
        today: date,
        new_id: Callable[[], str],
    ) -> None:
        """Edit ``brief`` of ``task``, or begin one; how often it comes back is filled in."""
        super().__init__()
        begun = brief or Brief(id=new_id(), task=task)
        if not begun.frequency:
            begun = begun.replace(frequency=frequency_words(standing))
        self._brief = begun
        self._standing = standing
        self._today = today

    def compose(self) -> ComposeResult:
        """The four questions and the terms on one side, the work on the other."""
        with VerticalScroll(id="frame", can_focus=False) as frame:
            frame.border_title = title(f"Brief: {self._brief.task}", 60)
            with Container(id="columns"):
                with Vertical(classes="column"):
                    for part in QUESTIONS:
                        yield from self._part(part)
                with Vertical(classes="column"):
                    for part in WORK:
                        yield from self._part(part)
                with Vertical(classes="column"):
                    for part in TERMS:
                        yield from self._part(part)
                    yield Static("Time it takes", classes="name", markup=False)
                    yield Static(time_words(self._standing), classes="hint", markup=False)
            yield Static(id="complaint", markup=False)

    def _part(self, part: Part) -> ComposeResult:
        with Vertical(classes="part"):
            yield Static(part.title, classes="name", markup=False)
            yield Static(part.hint, classes="hint", markup=False)
            yield Field(part, text_of(self._brief, part))

    def on_mount(self) -> None:
        """Begin at the first open question."""
        self._tell("")
        first = next(
            (part for part in PARTS if not text_of(self._brief, part).strip()), QUESTIONS[0]
        )
        field = self.query_one(f"#field-{first.field}", Field)
        field.focus(scroll_visible=False)

    def on_resize(self) -> None:
        """Texts have wrapped anew: what is typed in stays in view, with its question."""
        self.call_after_refresh(self.call_after_refresh, self._into_view)

    def _into_view(self) -> None:
        field = self.focused
        if isinstance(field, Field) and isinstance(field.parent, Vertical):
            self.frame.scroll_to_widget(field.parent, animate=False, force=True)

    def _tell(self, what: str) -> None:
        brief = self._typed()
        left = len(brief.questions_open)
        said = "ready to send" if not left else f"{4 - left} of 4 questions"
        self.frame.border_subtitle = f"{what}{said} · esc goes back"

    def _typed(self) -> Brief:
        """The brief as it stands in the fields."""
        texts = {field.part.field: field.text for field in self.query(Field)}
        return with_texts(self._brief, texts, self._today)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field was left: keep it."""
        self.action_save()

    def on_text_area_changed(self) -> None:
        """Say at once how many questions are open."""
        self._tell("")

    def action_save(self) -> None:
        """Want what was changed; the app keeps one wish after the other, in order."""
        brief = self._typed()
        if brief is self._brief:
            return
        label = f"wrote {changed_titles(self._brief, brief)} of the brief of {brief.task}"
        self._brief = brief
        self.app.post_message(Wanted(File((brief,), label), origin=self))

    def on_done(self, event: Done) -> None:
        """It is kept; the form stays."""
        event.stop()
        event.prevent_default()  # other dialogs go once they are answered
        self.complaint.display = False
        self._tell("saved · ")

    def action_leave(self) -> None:
        """Keep what was typed, and go back."""
        self.action_save()
        self.dismiss()
