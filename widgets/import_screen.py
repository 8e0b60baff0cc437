"""Import, in four steps: the file, what is in it, names that look alike, categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import getters, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import ContentSwitcher, ProgressBar, Static

from tracker.domain.errors import DateOrderOpen
from widgets.choice_list import ChoiceList
from widgets.dialog import Dialog
from widgets.file_pane import FilePane
from widgets.import_choices import category_rows, chosen_categories, name_rows
from widgets.import_messages import (
    Advanced,
    Begun,
    FileWanted,
    FolderListed,
    FolderWanted,
    Imported,
    ImportStopped,
    ImportWanted,
    Previewed,
    Unusable,
)
from widgets.import_state import Decision, File
from widgets.preview_pane import PreviewPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.domain.errors import WorthwhileError
    from widgets.import_state import Options, Preview

Step = Literal["file", "preview", "names", "categories"]

TITLES: dict[Step, str] = {
    "file": "Import",
    "preview": "Import · what is in it",
    "names": "Import · names that look alike",
    "categories": "Import · new tasks",
}
WAYS: dict[Step, str] = {
    "file": "↑↓ choose · tab · enter · esc leaves",
    "preview": "↑↓ · tab fields · enter goes on · esc",
    "names": "←→ keep or merge · enter goes on · esc",
    "categories": "←→ or type · enter imports · esc",
}
HINTS: dict[Step, str] = {
    "names": "Do these mean the same? Each stays as it is unless you merge it.",
    "categories": "What kind of work are they? Guessed by their names.",
}


class ChoicePane(Vertical):
    """A sentence over a list of choices."""

    choices = getters.query_one(ChoiceList)

    def __init__(self, hint: str, *, id: str) -> None:  # noqa: A002
        """Ask ``hint``."""
        super().__init__(id=id)
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The list takes what room there is."""
        yield Static(self._hint, classes="hint", markup=False)
        yield ChoiceList()


class ImportScreen(Dialog):
    """Asks the app for everything it shows; nothing is in the log before the last step is done."""

    CSS_PATH: ClassVar = ["dialog.tcss", "import.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", id="import.next", show=False),
    ]

    step: var[Step] = var[Step]("file")
    busy: var[str] = var("")

    panes = getters.query_one(ContentSwitcher)
    files = getters.query_one(FilePane)
    account = getters.query_one(PreviewPane)
    names = getters.query_one("#names", ChoicePane)
    categories = getters.query_one("#categories", ChoicePane)
    bar = getters.query_one(ProgressBar)

    def __init__(self) -> None:
        """Nothing is known yet: the app answers once the form is there."""
        super().__init__()
        self._options: Options | None = None
        self._asked: File | None = None
        self._stoppable = True

    def compose(self) -> ComposeResult:
        """Every step is there; one of them is shown."""
        with Vertical(id="frame") as frame:
            frame.border_title, frame.border_subtitle = TITLES["file"], WAYS["file"]
            with ContentSwitcher(initial="file"):
                yield FilePane(id="file")
                yield PreviewPane(id="preview")
                yield ChoicePane(HINTS["names"], id="names")
                yield ChoicePane(HINTS["categories"], id="categories")
            yield Static(id="complaint", markup=False)
            yield ProgressBar(show_eta=False)

    def on_mount(self) -> None:
        """Ask where to begin."""
        self.files.path.focus()
        self.post_message(FolderWanted(self, ""))

    def watch_step(self) -> None:
        """Another step: its title, its keys, the focus in it."""
        if not self.is_mounted:
            return
        self.panes.current = self.step
        self.query_one("#frame").border_title = TITLES[self.step]
        self.complaint.display = False
        places = {
            "file": self.files.path,
            "preview": self.account.what,
            "names": self.names.choices,
            "categories": self.categories.choices,
        }
        places[self.step].focus()
        self.watch_busy()

    def watch_busy(self) -> None:
        """While work is done, only escape means anything."""
        if not self.is_mounted:
            return
        words = f"{self.busy} · esc stops" if self.busy else WAYS[self.step]
        self.query_one("#frame").border_subtitle = words
        self.bar.display = False
        self._stoppable = True

    # What the app says

    @on(Begun)
    def _begin(self, event: Begun) -> None:
        self._options = event.options
        self.account.offer(event.options)

    @on(FolderListed)
    def _list(self, event: FolderListed) -> None:
        self.files.folder = event.folder

    @on(Advanced)
    def _advance(self, event: Advanced) -> None:
        if not self.busy:
            return
        self._stoppable = event.stoppable
        self.bar.display = True
        self.bar.update(total=event.total, progress=event.done)
        words = f"{event.doing} · {event.done:,} rows · esc stops"
        self.query_one("#frame").border_subtitle = words if event.stoppable else event.doing

    @on(Previewed)
    def _show(self, event: Previewed) -> None:
        asked = self._asked
        if asked is None or event.preview.file.replace(zone=asked.zone) != asked:
            return
        self.busy = ""
        self.account.show(event.preview)
        self.categories.choices.rows = ()
        self.names.choices.rows = name_rows(event.preview)
        self.step = "preview"

    @on(Unusable)
    def _refuse(self, event: Unusable) -> None:
        if event.file.path != (self._asked and self._asked.path):
            return
        self.busy = ""
        error: WorthwhileError | str = event.error
        if isinstance(error, DateOrderOpen):
            self.account.ask(event.file)
            self.step = "preview"
            self.account.order.focus()
            error = f"{error.question}: choose it with ← and →."
        self.complain(error)

    @on(Imported)
    def _leave(self) -> None:
        self.dismiss()

    # What the owner says

    @on(FilePane.Elsewhere)
    def _look(self, event: FilePane.Elsewhere) -> None:
        self.complaint.display = False
        self.post_message(FolderWanted(self, event.typed))

    @on(FilePane.Chosen)
    def _choose(self, event: FilePane.Chosen) -> None:
        if event.path:
            self._read(File(event.path))

    @on(PreviewPane.Otherwise)
    def _otherwise(self, event: PreviewPane.Otherwise) -> None:
        self._read(event.file)

    def _read(self, file: File) -> None:
        self.complaint.display = False
        self.busy = "Reading"
        self._asked = file
        self.account.ask(file)
        self.post_message(FileWanted(self, file))

    @on(PreviewPane.Accepted)
    def action_go_on(self) -> None:
        """To the next step that has something to ask, or to work."""
        preview = self.account.preview
        if self.busy or preview is None or self.step == "file":
            return
        if preview.empty:
            self.complain("Everything in this file is in your log already.")
        elif self.step == "preview" and preview.alike:
            self.step = "names"
        elif self.step != "categories" and len(preview.tasks) > len(self._merges()):
            choices, options = self.categories.choices, self._options
            kinds = options.categories if options is not None else ()
            choices.rows = category_rows(preview, kinds, self._merges(), choices.rows)
            self.step = "categories"
        else:
            self._take_in(preview)

    def _take_in(self, preview: Preview) -> None:
        self.complaint.display = False
        self.busy = "Taking it in"
        chosen = chosen_categories(preview, self.categories.choices.rows)
        decision = Decision(preview.file, self._merges(), chosen)
        self.post_message(ImportWanted(self, decision))

    def action_leave(self) -> None:
        """Stop what is being done, or one step back; from the first one, leave."""
        if self.busy and not self._stoppable:
            return
        if self.busy:
            self.busy = ""
            self._asked = None if self.step == "file" else self._asked
            self.post_message(ImportStopped(self))
            return
        back: dict[Step, Step] = {"preview": "file", "names": "preview"}
        alike = self.account.preview is not None and self.account.preview.alike
        back["categories"] = "names" if alike else "preview"
        if self.step == "file":
            self.dismiss()
        else:
            self.step = back[self.step]

    def _merges(self) -> tuple[tuple[str, str], ...]:
        return tuple((row.key, row.choice) for row in self.names.choices.rows if row.choice)
