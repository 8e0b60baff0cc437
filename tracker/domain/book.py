"""The log as a decision sees it, and what a decision wants done to it."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from typing import Protocol

    Stint = tuple[int, int | None, str, str]
    DayAmount = tuple[str, int, str, str]

    from tracker.domain.entry import Entry
    from tracker.domain.papers import Paper
    from tracker.domain.span import Span
    from tracker.domain.task import Task
else:
    Protocol = object


class Book(Protocol):
    """A consistent view of the log; inside a change it is read under the lock."""

    def running(self) -> tuple[Entry, ...]:
        """Every entry whose timer runs, oldest first; usually none or one."""
        ...

    def overlapping(self, span: Span) -> tuple[Entry, ...]:
        """Entries with clock time in ``span``, running ones as if they never ended, in order."""
        ...

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, wherever it is."""
        ...

    def latest(self, count: int) -> tuple[Entry, ...]:
        """The last ``count`` entries by start, newest first; running ones included."""
        ...

    def tasks(self) -> tuple[Task, ...]:
        """Every known task."""
        ...

    def named(self, task: str) -> tuple[Entry, ...]:
        """Every entry of the task of that name, upper or lower case alike; by ``order()``."""
        ...

    def suggestions(self) -> tuple[Entry, ...]:
        """What might have been done and waits to be accepted; by ``order()``, in no total."""
        ...

    def suggested_ids(self) -> frozenset[str]:
        """Ids of all suggestions there ever were, settled ones included."""
        ...

    def papers(self) -> tuple[Paper, ...]:
        """Every quote, brief, hand-off, bill, check, put-off and review; by id."""
        ...

    def known_ids(self, start: datetime, stop: datetime) -> frozenset[str]:
        """Ids of entries, deleted ones included, whose month files touch ``[start, stop)``."""
        ...


class Log(Book, Protocol):
    """The whole log, as commands and the app see it: reading takes no lock, a change takes it."""

    def entries(self, start: datetime, stop: datetime) -> tuple[Entry, ...]:
        """What has clock time in ``[start, stop)``, running ones included; by ``order()``.

        An amount counts where UTC noon of its day lies in the range.
        """
        ...

    def stints(self, start: int, stop: int) -> tuple[list[Stint], list[DayAmount]]:
        """The same selection as plain tuples, for sums over years; epoch seconds.

        Stints are ``(start, stop, task, project)``, ``stop`` being ``None`` while one runs;
        amounts are ``(day, seconds, task, project)``. Both may hold more at the edges of the
        range, up to two months.
        """
        ...

    def stints_by_year(
        self, start: int, stop: int
    ) -> Iterator[tuple[list[Stint], list[DayAmount]]]:
        """The same in pieces, for whoever adds up ten years without room for all of them.

        They are read one after another, so a change meanwhile may be in some and not in others.
        """
        ...

    def change(self, decide: Callable[[Book], Draft]) -> Change:
        """Read, decide and write under the lock; returns once the change is durable."""
        ...

    def undo(self) -> Change:
        """Take back the newest change not yet undone; Refused where there is none."""
        ...

    def redo(self) -> Change:
        """Apply again what was undone last; Refused where there is nothing."""
        ...

    def changes(self, count: int) -> tuple[Change, ...]:
        """The newest ``count`` changes, newest first, without their entries."""
        ...

    def stamp(self) -> tuple[object, ...]:
        """Differs from an earlier stamp where anything in the log may have changed."""
        ...


class Draft(Value):
    """What a decision wants done, whole or not at all.

    Attributes:
        label: Past-tense words for undo and history: ``started Invoicing``.
        put: Entries to add or replace, by id.
        delete: Ids of entries to delete (a tombstone stays).
        put_tasks: Tasks to add or replace, by name.
        delete_tasks: Names of tasks to remove.
        put_suggestions: Suggestions to add or replace, by id.
        drop_suggestions: Ids of suggestions that are settled, accepted or not.
        put_papers: Papers to add or replace, by id.
        drop_papers: Ids of papers to remove.
    """

    label: str
    put: tuple[Entry, ...] = ()
    delete: tuple[str, ...] = ()
    put_tasks: tuple[Task, ...] = ()
    delete_tasks: tuple[str, ...] = ()
    put_suggestions: tuple[Entry, ...] = ()
    drop_suggestions: tuple[str, ...] = ()
    put_papers: tuple[Paper, ...] = ()
    drop_papers: tuple[str, ...] = ()


class Change(Value):
    """A change that was acknowledged: durable on disk before anyone hears of it.

    Attributes:
        number: Its place in the history, from 1.
        label: As in the draft; ``undo`` and ``redo`` carry the label of what they touch.
        kind: ``do``, ``undo`` or ``redo``.
        before, after: The entries it touched, as they were and as they are.
    """

    number: int
    label: str
    kind: str
    before: tuple[Entry, ...] = ()
    after: tuple[Entry, ...] = ()
