"""What a foreign file turns into: a stream of rows, good or rejected, of tasks and papers.

A format module reads text and yields :data:`Item` values. It knows nothing of the log; the
log knows nothing of formats; :mod:`tracker.exchange.plan` stands between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tracker.domain.entry import What
from tracker.domain.papers import Paper
from tracker.domain.span import When
from tracker.domain.task import Task
from tracker.exchange.wallclock import WallClock


class Row(NamedTuple):
    """One good row of a foreign file, its texts cleaned and its time in UTC.

    Attributes:
        what, when, billable: As in an :class:`~tracker.domain.entry.Entry`.
        zone: IANA name of the zone it was logged in.
        origin: What makes this row itself and no other: its texts and its times as the file
            states them. Hashed into the entry's id. Where ``entry_id`` is given, the entry's
            stored origin instead, kept as it is.
        line: Where the row starts, from 1.
        entry_id: The id the file gives it; only our own formats have one.
        begun: The ``origin`` of the same row while it was still running; empty where the
            format has no running rows.
        source: The entry's own source; empty means ``import:<format>``.
        warning: A sentence about how it had to be read; empty where nothing was odd.
        file: Its file's name where a folder was read.
    """

    what: What
    when: When
    zone: str
    billable: bool | None
    origin: str
    line: int
    entry_id: str = ""
    begun: str = ""
    source: str = ""
    warning: str = ""
    file: str = ""


class Reject(NamedTuple):
    """A row that could not be taken, and why, in one plain sentence."""

    line: int
    reason: str
    file: str = ""


class CostRate(NamedTuple):
    """What an hour of someone's work cost, as a file says; the log keeps none yet.

    Attributes:
        task, project, person: Plain text as in the file; empty where it says nothing.
        rate: Money an hour.
        currency: As in the file: a code or a name.
    """

    task: str
    project: str
    person: str
    rate: float
    currency: str


Item = Row | Reject | Task | Paper


def _alone(_: str) -> str:
    return ""


_NEVER = datetime(2900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the person said about a file, and what the format has to say about it.

    Attributes:
        clock: Reads times that carry no zone.
        date_order: ``dmy``, ``mdy``, or empty: then the whole file decides.
        columns: Our name of a column -> its header in the file; for CSV of any kind.
        beside: The text of a file of that name in the same folder; empty where there is none.
        now: Aware instant; what a calendar has for later has not been done.
        titles: Whether titles of windows, which are private, may be read.
        warnings: A format appends sentences about the file as a whole.
        rates: A format appends what hours cost.
    """

    clock: WallClock
    date_order: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    beside: Callable[[str], str] = _alone
    now: datetime = _NEVER
    titles: bool = False
    warnings: list[str] = field(default_factory=list)
    rates: list[CostRate] = field(default_factory=list)

    def next_to(self, beside: Callable[[str], str]) -> Reading:
        """The same for a file in another place; what a format says still comes together."""
        return replace(self, beside=beside)


@dataclass(frozen=True, slots=True)
class Format:
    """A foreign format.

    Attributes:
        name: What a person types, permanent: ``toggl``.
        title: What it is called in a sentence.
        recognise: Whether a text is of this format, from its beginning alone.
        items: The text as a stream; raises ImportRefused where the whole file is unusable.
        folder: The same for a whole folder; ``None`` where the format has none.
        suggests: Whether its rows are guesses, which only ever wait to be accepted.
    """

    name: str
    title: str
    recognise: Callable[[str], bool]
    items: Callable[[str, Reading], Iterator[Item]]
    folder: Callable[[Path, Reading], Iterator[Item]] | None = None
    suggests: bool = False
