"""A cheap fingerprint of the whole log, so that an open app notices what others change."""

from __future__ import annotations

import os
from itertools import islice

from tracker.store.folders import is_ours
from tracker.store.lock import last_noted
from tracker.store.rows import ASIDE, OPEN, PENDING, is_month

TYPE_CHECKING = False
if TYPE_CHECKING:
    Mark = tuple[int, int, int] | None


def stamp(home: str, lock: str) -> tuple[object, ...]:
    """Stats of the settings and, on every device, of the folder and its busiest ledgers.

    A ledger of any month is replaced by a rename in its folder, which changes the folder's time;
    the lock file tells two changes of this machine apart that fall within one tick of it.

    Args:
        home: The folder of the log.
        lock: The lock file of this machine for it.
    """
    marks: list[object] = [last_noted(lock), _mark(f"{home}/config.toml")]
    try:
        names = sorted(os.listdir(home))
    except OSError:
        return tuple(marks)
    for name in names:
        if name[:1] != "." and name not in ("backups", "config.toml"):
            marks += _device(os.path.join(home, name), name)
    return tuple(marks)


def _device(folder: str, name: str) -> list[object]:
    try:
        inside = os.listdir(folder)
    except OSError:
        return []
    inside.sort(reverse=True)
    if not any(is_ours(found) for found in inside):
        return []
    watched = (PENDING, OPEN, *ASIDE, *islice(filter(is_month, inside), 2))
    return [name, _mark(folder), *(_mark(f"{folder}/{file}") for file in watched)]


def _mark(path: str) -> Mark:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)
