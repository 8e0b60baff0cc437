"""The log as a decision sees it, and what a decision wants done to it."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from tracker.domain.entry import Entry
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


class Draft(Value):
    """What a decision wants done, whole or not at all.

    Attributes:
        label: Past-tense words for undo and history: ``started Invoicing``.
        put: Entries to add or replace, by id.
        delete: Ids of entries to delete (a tombstone stays).
        put_tasks: Tasks to add or replace, by name.
        delete_tasks: Names of tasks to remove.
    """

    label: str
    put: tuple[Entry, ...] = ()
    delete: tuple[str, ...] = ()
    put_tasks: tuple[Task, ...] = ()
    delete_tasks: tuple[str, ...] = ()


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
