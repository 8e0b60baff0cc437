"""An import without its screens: lists folders, reads a file, takes it in; knows no Textual.

Everything here may take its time and is called from a worker thread.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote

from tracker.domain.errors import ImportRefused
from tracker.domain.value import Value
from tracker.exchange.imports import known_of, read_file, suggestions_for
from tracker.exchange.plan import plan
from tracker.exchange.recognise import AUTO, KNOWN, format_named
from tracker.previewing import Here, counted, preview_of
from widgets.import_state import Folder, Options, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.desk import Desk
    from tracker.domain.book import Book, Draft
    from tracker.domain.task import Task
    from tracker.exchange.plan import Parsed, Plan
    from widgets.import_state import Decision, File, Preview

MOST_PLACES = 400
"""Files of a folder that are listed; typing finds the others."""

STARTS = ("~/Downloads/", "~/")
"""Where an export is looked for first."""


class Progress(Protocol):
    """Hears how far the work is; whatever it raises ends it, and nothing has changed."""

    def begin(self, doing: str, total: int | None = None) -> None:
        """Something else is being done now, of ``total`` rows where that is known."""
        ...

    def write(self) -> None:
        """From here on it is being written, and nothing stops it."""
        ...

    def __call__(self) -> None:
        """Another row is done."""
        ...


class Taken(Value):
    """What an import brought.

    Attributes:
        words: In a sentence.
        day, entry_id: Of the last entry; ``None`` and empty where only tasks came.
    """

    words: str
    day: date | None
    entry_id: str


class Importing:
    """One visit to the import form; keeps the file that was read last."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is read yet."""
        self._desk = desk
        self._read: tuple[File, Parsed] | None = None

    def options(self) -> Options:
        """What can be chosen in the form."""
        return Options(
            tuple((known.name, known.title) for known in KNOWN),
            tuple((kind.name, kind.title) for kind in self._desk.catalogue.categories),
            self._zone(),
        )

    def _zone(self) -> str:
        return self._desk.load_settings().zone or self._desk.zone

    def read(self, file: File, progress: Progress) -> Preview:
        """Understand a file and what it would bring.

        Raises:
            WorthwhileError: It cannot be used as a whole; nothing of it is kept.
        """
        desk = self._desk
        named = file.replace(zone=file.zone or self._zone())
        parsed = self._parse(named, progress)
        self._read = (file, parsed)
        made = self._plan(parsed, desk.log, {}, progress)
        return preview_of(named, parsed, made, desk.log.tasks(), desk.catalogue, here=self._here())

    def _parse(self, file: File, progress: Progress) -> Parsed:
        """What the file holds; its errors name it as it was typed."""
        path = real_path(file.path)
        progress.begin("Reading")
        try:
            return read_file(
                path,
                file.format or AUTO,
                zone=file.zone,
                date_order=file.date_order,
                now=self._desk.now(),
                tick=progress,
            )
        except ImportRefused as refused:
            if path not in str(refused):
                raise
            raise ImportRefused(str(refused).replace(path, file.path.strip())) from None

    def _plan(
        self, parsed: Parsed, book: Book, rename: Mapping[str, str], progress: Progress
    ) -> Plan:
        progress.begin("Looking through", len(parsed.rows))
        if format_named(parsed.format).suggests:
            return suggestions_for(parsed, book, now=self._desk.now(), rename=rename)
        return plan(
            parsed, known_of(book, parsed), now=self._desk.now(), rename=rename, tick=progress
        )

    def _here(self) -> Here:
        return Here(self._zone(), self._desk.load_settings().day_start)

    def take_in(self, decision: Decision, progress: Progress) -> Taken:
        """Put the file that was read into the log, as one change; durable once this returns.

        Raises:
            WorthwhileError: The log cannot be written; nothing changed.
        """
        if self._read is None or self._read[0].path != decision.file.path:
            raise ImportRefused("That file was not read yet: choose it again.")
        parsed = self._read[1]
        rename = settled(dict(decision.merges))
        kinds = {name.casefold(): kind for name, kind in decision.categories}
        made: list[Plan] = []

        def decide(book: Book) -> Draft:
            made[:] = [self._plan(parsed, book, rename, progress)]
            draft = made[0].draft
            progress.write()
            return draft.replace(put_tasks=tuple(_filed(task, kinds) for task in draft.put_tasks))

        self._desk.log.change(decide)
        return self._account(made[0])

    def _account(self, made: Plan) -> Taken:
        waiting = made.draft.put_suggestions
        if waiting:
            wait = (
                "1 suggestion waits" if len(waiting) == 1 else f"{len(waiting):,} suggestions wait"
            )
            return Taken(f"{wait}: S shows what may have been done.", None, "")
        entries = made.draft.put
        if entries:
            words = counted(len(entries), "entry", "entries")
        else:
            words = counted(len(made.draft.put_tasks), "task")
        last = max(entries, key=lambda entry: entry.order(), default=None)
        return Taken(
            f"{words} added; u takes the import back.",
            self._here().day(last) if last is not None else None,
            last.id if last is not None else "",
        )

    def folder(self, typed: str) -> Folder:
        """What is in the folder of the path ``typed`` so far; empty looks where exports lie."""
        if not typed:
            typed = next((start for start in STARTS if Path(real_path(start)).is_dir()), "/")
        folder = typed[: typed.rfind("/") + 1]
        today = self._here().day_of(self._desk.now())
        try:
            places = sorted(_places(real_path(folder) or ".", today), key=_first)
        except (OSError, ValueError):
            return Folder(folder, missing=True)
        return Folder(folder, tuple(place for _, place in places[:MOST_PLACES]))


def settled(merges: Mapping[str, str]) -> dict[str, str]:
    """``merges`` with every chain followed to its end: a into b, b into c makes a into c."""
    folded = {old.casefold(): new for old, new in merges.items()}

    def end(name: str) -> str:
        seen = set()
        while (key := name.casefold()) in folded and key not in seen:
            seen.add(key)
            name = folded[key]
        return name

    return {old: end(new) for old, new in merges.items()}


def _filed(task: Task, kinds: Mapping[str, str]) -> Task:
    """``task`` in the category that was chosen; what it had stays where none was."""
    kind = kinds.get(task.name.casefold())
    return task if kind is None else task.replace(category=kind)


def real_path(typed: str) -> str:
    """A path as a person types or pastes it: quoted, as a URL, with spaces escaped, from ``~``."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        text = unquote(text.removeprefix("file://"))
    elif "\\ " in text and os.sep == "/":
        text = text.replace("\\ ", " ")
    return os.path.expanduser(text)  # noqa: PTH111 - the text is no path yet, perhaps


_Listed = tuple[int, Place]


def _first(listed: _Listed) -> tuple[bool, int, str]:
    """Folders by name, then files, the newest first."""
    modified, place = listed
    return (not place.folder, 0 if place.folder else -modified, place.name.casefold())


def _places(folder: str, today: date) -> list[_Listed]:
    found: list[_Listed] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                stat = entry.stat()
                is_folder = entry.is_dir()
            except OSError:
                continue  # a link to nothing, or gone by now: nothing to choose
            name = entry.name.encode("utf-8", "replace").decode()
            if name != entry.name or not (is_folder or entry.is_file()):
                continue
            detail = "" if is_folder else f"{_size(stat.st_size)}  {_age(stat.st_mtime, today):>10}"
            found.append((stat.st_mtime_ns, Place(name, is_folder, detail)))
    return found


def _size(count: int) -> str:
    """``640 B``, ``12 KB``, ``3.4 MB``."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count / 1000:.0f} KB"
    return f"{count / 1_000_000:.1f} MB"


def _age(modified: float, today: date) -> str:
    """``today``, ``yesterday``, ``12 days ago``, then the date; ten cells at most."""
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=modified)).date()
    days = (today - day).days
    if days in (0, 1):
        return ("today", "yesterday")[days]
    return day.isoformat()
