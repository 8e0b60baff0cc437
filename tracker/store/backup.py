"""Dated copies of our own folder, taken before the first change of a day.

Ledgers are replaced and never changed in place, so a hard link is a copy that costs nothing;
where links are not possible the bytes are copied. Each device backs up and prunes its own part of
``backups/<day>/<device>/`` alone, so that synced machines never touch one another's. Days
are UTC. Kept are the last 7 days, and the newest of each of 4 weeks and 12 months.
"""

from __future__ import annotations

import os

from tracker.store import files
from tracker.store.rows import OPEN, TASKS, is_month

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
    target = os.path.join(home, "backups", name)
    files.make_folder(target)
    unfinished = os.path.join(target, f".{device}.tmp")
    _clear(unfinished)
    os.mkdir(unfinished, 0o700)
    try:
        for ledger in ledgers:
            _link(os.path.join(folder, ledger), os.path.join(unfinished, ledger))
        settings = os.path.join(home, "config.toml")
        if os.path.exists(settings):
            _link(settings, os.path.join(unfinished, "config.toml"))
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


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except (OSError, NotImplementedError):
        from shutil import copy2

        copy2(source, target)


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
    return name in (OPEN, TASKS) or is_month(name)


def _is_day(name: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False
