"""The things a person can want done to the log, as values.

The quick line reads into these, keys and commands make them, and
:func:`tracker.intents.decide.decide` turns one into a draft or refuses it.
"""

from __future__ import annotations

from tracker.domain.entry import What
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.domain.papers import Paper
    from tracker.domain.span import Amount, OpenSpan, Span


class Moment(Value):
    """When and where something is wanted: the clock, the zone and fresh ids, as arguments.

    Attributes:
        now: Aware UTC instant, whole seconds.
        zone: IANA name of the person's zone.
        new_id: Gives a fresh random entry id.
    """

    now: datetime
    zone: str
    new_id: Callable[[], str]


class Start(Value):
    """Start a timer, ``at`` an instant or now; what runs is stopped there.

    An empty ``what.task`` continues the last task.
    """

    what: What
    at: datetime | None = None


class Switch(Value):
    """Like :class:`Start`, but refused where nothing runs."""

    what: What
    at: datetime | None = None


class Stop(Value):
    """Stop what runs, ``at`` an instant or now."""

    at: datetime | None = None


class Continue(Value):
    """Start again what ``entry_id`` (or the last finished entry) was about."""

    entry_id: str = ""
    at: datetime | None = None


class Cancel(Value):
    """Throw the running timer away."""


class Add(Value):
    """Log finished time: a closed span, or an amount on a day."""

    what: What
    when: Span | Amount


class Edit(Value):
    """Change fields of one entry; ``None`` leaves a field as it is.

    ``start`` and ``stop`` move the ends of a span; ``when`` replaces it whole (an
    :class:`OpenSpan` makes it run again).
    """

    entry_id: str
    task: str | None = None
    project: str | None = None
    tags: tuple[str, ...] | None = None
    note: str | None = None
    billable: bool | None = None
    start: datetime | None = None
    stop: datetime | None = None
    when: Span | OpenSpan | Amount | None = None


class Split(Value):
    """Cut an entry in two at an instant; ``what`` renames the later part."""

    entry_id: str
    at: datetime
    what: What | None = None


class Trim(Value):
    """Take a stretch out of one entry: it ends earlier, begins later, parts in two or goes."""

    entry_id: str
    span: Span


class Delete(Value):
    """Delete entries by id."""

    entry_ids: tuple[str, ...]


class Rename(Value):
    """Call a task, and all that was logged on it, ``name`` from now on."""

    task: str
    name: str


class Merge(Value):
    """Let everything logged on ``tasks`` count for the task ``into``."""

    tasks: tuple[str, ...]
    into: str


class Accept(Value):
    """Log suggestions; a ``task`` takes the place of theirs."""

    ids: tuple[str, ...]
    task: str = ""


class Dismiss(Value):
    """Drop suggestions for good."""

    ids: tuple[str, ...]


class Revise(Value):
    """Change the words of a suggestion; ``None`` leaves them as they are."""

    entry_id: str
    task: str | None = None
    project: str | None = None
    tags: tuple[str, ...] | None = None
    note: str | None = None


class Amend(Value):
    """Say something of a task: field name and value, in order; ``None`` takes an answer back.

    Fields are those of :class:`~tracker.domain.task.Task` but ``name`` and ``revised``. A task
    that is logged but has no record yet gets one.
    """

    task: str
    said: tuple[tuple[str, object], ...]


class File(Value):
    """Keep papers: added, or put in the place of those with the same id.

    ``label`` is the past-tense word for undo: ``wrote the brief of Invoicing``.
    """

    papers: tuple[Paper, ...]
    label: str


class Withdraw(Value):
    """Remove papers by id; ``label`` as in :class:`File`."""

    ids: tuple[str, ...]
    label: str


Named = Rename | Merge | Amend
Filed = File | Withdraw
Suggested = Accept | Dismiss | Revise
Timed = Start | Switch | Stop | Continue | Cancel
Intent = Timed | Add | Edit | Split | Trim | Delete | Named | Suggested | Filed
