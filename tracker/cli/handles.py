"""Which entry is meant: ``@1`` is the newest, else an id or its beginning."""

from __future__ import annotations

from tracker.domain.errors import Refused, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.domain.entry import Entry
    from tracker.store.store import Store

SHORTEST_PREFIX = 4
_FAR_FUTURE = 1 << 35
"""Epoch seconds after any entry: about the year 3058."""


def named(log: Store, handle: str) -> Entry:
    """The entry that ``handle`` names.

    Raises:
        Refused: There is none, or an id's beginning fits several.
        UsageError: ``@`` is not followed by a number from 1.
    """
    if handle.startswith("@"):
        return _counted(log, handle)
    entry = log.entry(handle)
    if entry is not None:
        return entry
    found = _beginning(log, handle) if len(handle) >= SHORTEST_PREFIX else []
    if len(found) > 1:
        raise Refused(f"{len(found)} entries have an id that begins with {handle}: type more.")
    entry = log.entry(found[0]) if found else None
    if entry is None:
        raise Refused(f'There is no entry "{handle}". ww log lists them: @1 is the newest.')
    return entry


def _counted(log: Store, handle: str) -> Entry:
    number = handle[1:]
    if not (number.isascii() and number.isdigit()) or int(number) == 0 or len(number) > 6:
        raise UsageError(f'"{handle}" names no entry: @1 is the newest, @2 the one before.')
    latest = log.latest(int(number))
    if not latest:
        raise Refused("The log is empty. Start with: ww start TASK")
    if len(latest) < int(number):
        last = f"@{len(latest)}"
        raise Refused(f"There is no entry {handle}: the log ends at {last}. ww log lists them.")
    return latest[-1]


def _beginning(log: Store, prefix: str) -> list[str]:
    """Ids that begin with ``prefix``; reads the whole log."""
    rows = log.rows(0, _FAR_FUTURE)
    return sorted({row["id"] for row in rows if row["id"].startswith(prefix)})
