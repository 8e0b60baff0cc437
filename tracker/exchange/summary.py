"""The account of an import, in numbers and plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.errors import ImportRefused
from tracker.exchange.record import local_iso
from tracker.exchange.row import CostRate, Reject

LONG_SECONDS = 12 * 3600
"""A longer entry is listed: it usually is a timer that was forgotten."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The import in numbers.

    Attributes:
        format: The format's name.
        read: Rows in the file, good and rejected.
        added: Entries the draft adds, or finishes where a running one has ended.
        duplicates: Rows that the log has already, or has had.
        rejected: In the order of the file.
        seconds: Of the added entries; one still running counts nothing.
        start, stop: First and last instant of the added entries; ``None`` without any.
        zone: IANA name in which these are shown.
        tasks: Names of tasks that are new.
        warnings: Plain sentences.
        long: Line, task and seconds of added entries above ``LONG_SECONDS``.
        rates: What hours cost, as the file says; shown, not kept.
        papers: Quotes, briefs, hand-offs and the like that are added.
    """

    format: str
    read: int
    added: int
    duplicates: int
    rejected: tuple[Reject, ...]
    seconds: int
    start: datetime | None
    stop: datetime | None
    zone: str
    tasks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    long: tuple[tuple[int, str, int], ...] = ()
    rates: tuple[CostRate, ...] = ()
    papers: int = 0

    def as_json(self) -> dict[str, object]:
        """The shape of ``import --json``; ``file`` only where a folder was read."""
        return {
            "format": self.format,
            "read": self.read,
            "added": self.added,
            "duplicates": self.duplicates,
            "rejected": [
                {"line": line, "reason": reason} | ({"file": file} if file else {})
                for line, reason, file in self.rejected
            ],
            "seconds": self.seconds,
            "from": local_iso(self.start, self.zone) if self.start else None,
            "to": local_iso(self.stop, self.zone) if self.stop else None,
            "tasks": list(self.tasks),
            "warnings": list(self.warnings),
            "long": [
                {"line": line, "task": task, "seconds": seconds}
                for line, task, seconds in self.long
            ],
            "rates": [rate._asdict() for rate in self.rates],
            "papers": self.papers,
        }


def nothing_good(rejected: Sequence[Reject]) -> ImportRefused:
    """The refusal of a file without one good row; it names the first bad one."""
    line, reason, file = rejected[0]
    place = f"{file}, line {line}" if file else f"Line {line}"
    return ImportRefused(
        f"No row could be taken ({len(rejected)} rejected), so nothing was changed. "
        f"{place}: {reason}"
    )
