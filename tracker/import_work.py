"""Carries what the import form asks to a worker thread, and the answers back."""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.errors import WorthwhileError
from tracker.importing import Importing
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
from widgets.import_screen import ImportScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.message_pump import MessagePump

    from tracker.desk import Desk
    from widgets.import_messages import ImportAsk

EVERY = 250
"""Rows after which progress is said and a stop is looked for: some milliseconds of them."""


class _StoppedByOwner(Exception):
    """Escape was pressed; whatever was being done leaves no trace."""


class ImportWork:
    """One visit to the import form: one piece of work at a time, the last that was asked."""

    def __init__(self, app: App[None], desk: Desk) -> None:
        """Open the form on ``app``."""
        self._app = app
        self._importing = Importing(desk)
        self._stop = threading.Event()
        form = ImportScreen()
        app.push_screen(form)
        self._start(lambda: form.post_message(Begun(self._importing.options())), "import-list")

    def hear(self, asked: ImportAsk) -> None:
        """Do what the form asks."""
        origin = asked.origin
        if isinstance(asked, FolderWanted):
            self._start(partial(self._list, asked.typed, origin), "import-list")
            return
        self.stop()
        if isinstance(asked, ImportStopped):
            return
        self._stop = threading.Event()
        if isinstance(asked, FileWanted):
            self._start(partial(self._read, asked, _Counter(origin, self._stop)), "import")
        elif isinstance(asked, ImportWanted):
            # In the group of all changes: whoever leaves the app waits for it.
            self._start(partial(self._take_in, asked, _Counter(origin, self._stop)), "change")

    def stop(self) -> None:
        """Stop what is being done, before it has changed anything."""
        self._stop.set()

    def _start(self, work: Callable[[], object], group: str) -> None:
        self._app.run_worker(work, thread=True, group=group)

    def _list(self, typed: str, origin: MessagePump) -> None:
        origin.post_message(FolderListed(self._importing.folder(typed)))

    def _read(self, asked: FileWanted, tick: _Counter) -> None:
        try:
            preview = self._importing.read(asked.file, tick)
            tick.look()
        except _StoppedByOwner:
            return
        except WorthwhileError as error:
            asked.origin.post_message(Unusable(error, asked.file))
        else:
            asked.origin.post_message(Previewed(preview))

    def _take_in(self, asked: ImportWanted, tick: _Counter) -> None:
        try:
            taken = self._importing.take_in(asked.decision, tick)
        except _StoppedByOwner:
            return
        except WorthwhileError as error:
            asked.origin.post_message(Unusable(error, asked.decision.file))
        else:
            asked.origin.post_message(Imported(taken.words, taken.day, taken.entry_id))


class _Counter:
    """Counts rows, says so now and then, and gives the screen its turn."""

    def __init__(self, origin: MessagePump, stop: threading.Event) -> None:
        self._origin = origin
        self._stop = stop
        self._doing = ""
        self._total: int | None = None
        self._done = 0

    def begin(self, doing: str, total: int | None = None) -> None:
        """Something else is being done now, of ``total`` rows where that is known."""
        self.look()
        self._doing, self._total, self._done = doing, total, 0

    def write(self) -> None:
        """From here on it is being written, and nothing stops it."""
        self.look()
        self._origin.post_message(Advanced("Writing it down", 0, None, stoppable=False))

    def __call__(self) -> None:
        self._done += 1
        if not self._done % EVERY:
            self.look()
            self._origin.post_message(Advanced(self._doing, self._done, self._total))
            time.sleep(0)  # lets the screen's thread run, which waits for this one otherwise

    def look(self) -> None:
        """Raise where it is to stop."""
        if self._stop.is_set():
            raise _StoppedByOwner
