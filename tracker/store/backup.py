"""Dated copies of our own folder, taken before the first change of a day.

What has changed since the newest backup is copied; everything else is a hard link to the copy
made then, so that ten years cost their bytes once. A backup never shares its bytes with a ledger:
an editor that writes in place would spoil both. Each device backs up and prunes its own part of
``backups/<day>/<device>/`` alone, so that synced machines never touch one another's. Days are
UTC. Kept are the last 7 days, and the newest of each of 4 weeks and 12 months.
"""

from __future__ import annotations

import os

from tracker.store import files
from tracker.store.rows import ASIDE, OPEN, is_month

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

DAYS, WEEKS, MONTHS = 7, 4, 12


def take(home: str, device: str, now: float) -> bool:
    """Back up, if this is the first change of the day; whether anything was done.

    A backup that fails is given up and tried again at the next change: not being able to copy
    must not keep anyone from logging.
    """
    from time import gmtime

    moment = gmtime(now)
    day = f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"
    if os.path.exists(os.path.join(home, "backups", day, device)):
        return False
    try:
        taken = copy(home, device, day)
        if taken:
            prune(home, device)
    except OSError:
        return False
    return taken


def copy(home: str, device: str, name: str) -> bool:
    """Copy the ledgers and the settings to ``backups/<name>/<device>``, whole or not at all.

    Raises:
        OSError: It could not be made; what was begun is cleared away.
    """
    folder = os.path.join(home, device)
    ledgers = [found for found in _names(folder) if _is_kept(found)]
    if not ledgers:
        return False
    backups = os.path.join(home, "backups")
    earlier = _newest(backups, device)
    target = os.path.join(backups, name)
    files.make_folder(target)
    unfinished = os.path.join(target, f".{device}.tmp")
    _clear(unfinished)
    os.mkdir(unfinished, 0o700)
    try:
        for ledger in ledgers:
            _keep(folder, ledger, unfinished, earlier)
        if os.path.exists(os.path.join(home, "config.toml")):
            _keep(home, "config.toml", unfinished, earlier)
        os.rename(unfinished, os.path.join(target, device))
    except OSError:
        _clear(unfinished)
        raise
    return True


def prune(home: str, device: str) -> None:
    """Remove our own part of the days that are no longer kept, and what was left unfinished."""
    backups = os.path.join(home, "backups")
    days = [name for name in _names(backups) if _is_day(name)]
    ours = [day for day in days if os.path.isdir(os.path.join(backups, day, device))]
    keep = kept(ours)
    for day in days:
        place = os.path.join(backups, day)
        _clear(os.path.join(place, f".{device}.tmp"))
        if day in ours and day not in keep:
            _clear(os.path.join(place, device))
        if not _names(place):
            os.rmdir(place)


def kept(days: Iterable[str]) -> frozenset[str]:
    """Which ISO days to keep: the last days, and the newest of the last weeks and months."""
    from datetime import date

    newest_first = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], str] = {}
    months: dict[str, str] = {}
    for day in newest_first:
        year, week, _ = date.fromisoformat(day).isocalendar()
        weeks.setdefault((year, week), day)
        months.setdefault(day[:7], day)
    return frozenset(
        [*newest_first[:DAYS], *list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]]
    )


def _keep(folder: str, name: str, target: str, earlier: str) -> None:
    """Put one file into a backup: linked to an earlier copy of the same state, else copied."""
    source, copy_of_it = os.path.join(folder, name), os.path.join(target, name)
    found = os.stat(source)
    if earlier and _is_same(os.path.join(earlier, name), found):
        try:
            os.link(os.path.join(earlier, name), copy_of_it)
        except OSError:  # a file system without links, or with too many
            pass
        else:
            return
    data = files.read(source)
    if data is None:
        return
    files.replace(files.beside(copy_of_it, data), copy_of_it)
    os.utime(copy_of_it, ns=(found.st_atime_ns, found.st_mtime_ns))


def _is_same(path: str, source: os.stat_result) -> bool:
    """Whether a copy is of the state the source is in: copies keep size and time of change."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return False
    return (found.st_size, found.st_mtime_ns) == (source.st_size, source.st_mtime_ns)


def _newest(backups: str, device: str) -> str:
    for day in reversed(_names(backups)):
        folder = os.path.join(backups, day, device)
        if _is_day(day) and os.path.isdir(folder):
            return folder
    return ""


def _clear(folder: str) -> None:
    """Remove a flat folder; no error where there is none."""
    for name in _names(folder):
        os.unlink(os.path.join(folder, name))
    try:
        os.rmdir(folder)
    except FileNotFoundError:
        return


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []


def _is_kept(name: str) -> bool:
    return name in (OPEN, *ASIDE) or is_month(name)


def _is_day(name: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False
