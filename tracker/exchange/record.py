"""An entry as the JSON object that ``log --json`` and ``export json`` share.

Light enough for the commands typed all day: nothing is loaded but the domain and local
days, and ``zoneinfo`` when the first entry is written.
"""

from __future__ import annotations

from datetime import UTC

from tracker.calendar.local import zone
from tracker.domain.errors import InvalidValue
from tracker.domain.span import Amount, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from typing import Any

    from tracker.domain.entry import Entry

    Row = dict[str, Any]

_zones: dict[str, tzinfo] = {"UTC": UTC}


def zone_of(name: str) -> tzinfo:
    """The zone of that IANA name; UTC where this machine does not know it."""
    found = _zones.get(name)
    if found is None:
        try:
            found = zone(name)
        except InvalidValue:
            found = UTC
        _zones[name] = found
    return found


def local_iso(moment: datetime, zone_name: str) -> str:
    """``2026-11-19T09:15:00+01:00``: an instant in a zone, as ISO 8601 with its offset."""
    return moment.astimezone(zone_of(zone_name)).isoformat()


def stored(entry: Entry) -> Row:
    """The entry as the store's ledgers keep it: what every export is made from.

    ``start`` and ``stop`` (absent while it runs) are epoch seconds, an amount has ``day`` and
    ``seconds``; ``project tags note billable origin`` are absent where they are empty.
    """
    when = entry.when
    row: Row = {"id": entry.id, "task": entry.task, "zone": entry.zone, "source": entry.source}
    if isinstance(when, Amount):
        row["day"] = when.day.isoformat()
        row["seconds"] = when.seconds
    else:
        row["start"] = int(when.start.timestamp())
        if isinstance(when, Span):
            row["stop"] = int(when.stop.timestamp())
    for field in ("project", "note", "origin"):
        if getattr(entry, field):
            row[field] = getattr(entry, field)
    if entry.tags:
        row["tags"] = list(entry.tags)
    if entry.billable is not None:
        row["billable"] = entry.billable
    return row


def entry_record(entry: Entry, now: datetime) -> dict[str, object]:
    """The entry as JSON would have it.

    Args:
        entry: Any entry.
        now: Aware instant up to which a running one is counted.

    Returns:
        ``id task project tags note start stop seconds zone source billable``; instants are
        ISO 8601 with the offset of the entry's own zone; ``stop`` is ``None`` while it runs;
        an amount has ``date`` in place of ``start`` and ``stop``.
    """
    when = entry.when
    if isinstance(when, Amount):
        times: dict[str, object] = {"date": when.day.isoformat()}
    else:
        stop = local_iso(when.stop, entry.zone) if isinstance(when, Span) else None
        times = {"start": local_iso(when.start, entry.zone), "stop": stop}
    return {
        "id": entry.id,
        "task": entry.task,
        "project": entry.project,
        "tags": list(entry.tags),
        "note": entry.note,
        **times,
        "seconds": entry.seconds_at(now),
        "zone": entry.zone,
        "source": entry.source,
        "billable": entry.billable,
    }
