"""What an import shows, as immutable values: a folder, a file as it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.value import Value

if TYPE_CHECKING:
    from datetime import date


class Place(Value):
    """A file or a folder to choose from.

    Attributes:
        name: Its name alone, plain text.
        detail: Size and day of a file, ready to show; empty for a folder.
    """

    name: str
    folder: bool
    detail: str = ""


class Folder(Value):
    """What is in a folder.

    Attributes:
        typed: The folder as it was typed, with a slash at its end; empty for where one is.
        places: Folders by name, then files, the newest first.
        missing: Whether there is no such folder, or none that can be read.
    """

    typed: str
    places: tuple[Place, ...] = ()
    missing: bool = False


class File(Value):
    """A file to be read, and how.

    Attributes:
        path: As it was typed.
        format: A format's name, or ``auto``.
        zone: IANA name; empty is the owner's own.
        date_order: ``dmy``, ``mdy``, or empty: then the file decides.
    """

    path: str
    format: str = "auto"
    zone: str = ""
    date_order: str = ""


class SampleRow(Value):
    """An entry as it will be, ready to show."""

    day: str
    clock: str
    task: str
    project: str
    tags: str
    length: str


class Part(Value):
    """Sentences under a heading: rejected rows, warnings.

    Attributes:
        more: How many are not listed.
    """

    heading: str
    sentences: tuple[str, ...]
    more: int = 0


class NewTask(Value):
    """A task that the log does not have yet.

    Attributes:
        category: By its name's keywords, or as the file says.
        settled: Whether the file said so.
    """

    name: str
    seconds: int
    entries: int
    category: str
    settled: bool = False


class Likeness(Value):
    """A new task, and the names it may mean the same as, the likeliest first.

    Attributes:
        known: Of each name, whether the log has it already.
    """

    name: str
    entries: int
    into: tuple[str, ...]
    known: tuple[bool, ...]


class Preview(Value):
    """A file as it was understood; nothing of it is in the log.

    Attributes:
        file: What was asked for, its zone filled in.
        format: Name and title of what it was read as.
        added, duplicates: How many rows are new, and how many the log has.
        first, last: Days of the first and the last new entry; ``None`` without any.
        rows: The first of the new entries.
        parts: Rejected rows first, then what else is to be known.
        tasks: New ones, those with the most time first.
        alike: Of these, what looks like another.
        suggested: Whether the entries are to wait until each is accepted.
    """

    file: File
    format: tuple[str, str]
    added: int
    duplicates: int
    rejected: int
    seconds: int
    first: date | None
    last: date | None
    rows: tuple[SampleRow, ...] = ()
    parts: tuple[Part, ...] = ()
    tasks: tuple[NewTask, ...] = ()
    alike: tuple[Likeness, ...] = ()
    suggested: bool = False

    @property
    def empty(self) -> bool:
        """Whether taking it in would change nothing."""
        return not self.added and not self.tasks


class Options(Value):
    """What can be chosen, each as name and title.

    Attributes:
        formats: Without ``auto``.
        categories: Every category a task can have.
        zone: The owner's own zone.
    """

    formats: tuple[tuple[str, str], ...]
    categories: tuple[tuple[str, str], ...]
    zone: str


class Decision(Value):
    """What is to be taken in, after all that was asked.

    Attributes:
        merges: New name -> the name it becomes.
        categories: Task -> category, for the new tasks that remain.
    """

    file: File
    merges: tuple[tuple[str, str], ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
