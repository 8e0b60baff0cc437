"""What the audit has worked out, kept beside the log and good to throw away at any time.

Each kind of thing is one file in ``<state>/cache``: its key and its value as plain data, replaced
whole. A file that is not whole, or has another key, is as if it were not there.
"""

from __future__ import annotations

import os
from marshal import dumps, loads

from tracker.store import files
from tracker.store.folders import is_ours
from tracker.store.rows import PENDING, is_month, month_start, next_month

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracker.store.store import Store

_LAYOUT = 1
_FRESH = 2
"""The newest months are not at rest: they change all day."""
_SETTLED = 1_000_000_000
"""Nanoseconds a ledger must have rested: changes within one tick of the file system's clock could
look alike."""


class Findings:
    """Keeps things for one log, each log in files of its own."""

    __slots__ = ("_newest", "_store")

    def __init__(self, store: Store) -> None:
        """Nothing is read yet."""
        self._store = store
        self._newest = 0

    def resting(self) -> tuple[int, object]:
        """The second before which nothing changes every day, and the stats of what is before it.

        All machines' months count, so that a change that a sync brings is seen. The second value
        is ``None`` while a change is under way, and where the log is too young to gain from it.
        """
        found = _months(self._store.home)
        if found is None:
            return 0, None
        months = sorted({month for month, _ in found})
        if len(months) <= _FRESH:
            return 0, None
        last = months[-_FRESH - 1]
        return month_start(next_month(last)), self._identities(sorted(found), last)

    def _identities(self, found: list[tuple[str, str]], last: str) -> object:
        """Stats of the ledgers up to the month ``last``; ``None`` where one is gone."""
        stats = []
        for month, folder in found:
            if month > last:
                break
            try:
                stat = os.stat(f"{folder}/{month}.json")
            except OSError:
                return None
            self._newest = max(self._newest, stat.st_mtime_ns)
            stats.append(
                (os.path.basename(folder), month, stat.st_ino, stat.st_size, stat.st_mtime_ns)
            )
        return tuple(stats)

    def get(self, kind: str, key: Any) -> Any:
        """What was put under that kind with an equal key."""
        try:
            held: Any = loads(files.read(self._path(kind)) or b"")  # noqa: S302 - our own, 0700
        except (OSError, EOFError, ValueError, TypeError):
            return None
        if isinstance(held, tuple) and len(held) == 2 and held[0] == key:
            return held[1]
        return None

    def put(self, kind: str, key: Any, value: Any) -> None:
        """Keep plain data; where that is not possible it costs time, nothing else."""
        path = self._path(kind)
        unfinished = f"{path}.{os.getpid()}.tmp"
        try:
            data = dumps((key, value))
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            with open(unfinished, "wb", opener=_private) as file:
                rested = os.fstat(file.fileno()).st_mtime_ns - self._newest > _SETTLED
                file.write(data)
            if rested:
                os.replace(unfinished, path)
            else:
                os.unlink(unfinished)
        except (OSError, ValueError):
            return

    def _path(self, kind: str) -> str:
        from sys import implementation

        home = files.label(os.path.realpath(self._store.home))
        name = f"{kind}-{home}-{_LAYOUT}.{implementation.cache_tag}"
        return os.path.join(self._store.state, "cache", name)


def _months(home: str) -> list[tuple[str, str]] | None:
    """Every month of every machine with its folder; ``None`` while a change is under way."""
    found: list[tuple[str, str]] = []
    try:
        with os.scandir(home) as entries:
            folders = [
                entry.path
                for entry in entries
                if entry.name[:1] != "." and entry.name != "backups" and entry.is_dir()
            ]
        for folder in folders:
            names = os.listdir(folder)
            if PENDING in names:
                return None
            if any(map(is_ours, names)):
                found += [(name[:7], folder) for name in names if is_month(name)]
    except OSError:
        return None
    return found


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
