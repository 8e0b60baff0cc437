"""Logged time as plain numbers, for sums over years.

Ten years are 7 MB of JSON, which take longer to parse than to add up. What is in the ledgers
of months that have come to rest is therefore kept beside the log, in the state folder, as
columns of numbers; a kept month counts while its ledger's stat is what it was. All of it can
be thrown away at any time. Where several machines' folders are merged, or a change is under way,
nothing kept is used.
"""

from __future__ import annotations

import os
from itertools import islice
from marshal import dumps, loads

from tracker.store import files
from tracker.store.folders import is_ours
from tracker.store.rows import PENDING, instant_of, is_month, month_start, next_month

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from tracker.store.store import Store

    Row = dict[str, Any]
    Stint = tuple[int, int | None, str, str]
    Amount = tuple[str, int, str, str]
    Piece = tuple[list[Stint], list[Amount]]
    Identity = tuple[int, int, int]
    Columns = tuple[
        tuple[str, ...],
        tuple[int, ...],
        tuple[int, ...],
        tuple[int, ...],
        tuple[int, ...],
        tuple[Amount, ...],
    ]
    Kept = tuple[Identity, Columns]

_LAYOUT = 1
_FRESH = 2
"""The newest ledgers are read as they are: they change all day."""
_FEW = 4
"""Months of a range up to which nothing is gained."""
_MANY = 5_000
"""Rows in memory together where nothing is kept."""
_SETTLED = 1_000_000_000
"""Nanoseconds a ledger must have rested: changes within one tick of the file system's clock could
look alike."""


def stints(store: Store, start: int, stop: int) -> tuple[list[Stint], list[Amount]]:
    """What :meth:`Store.rows` selects as stints and as amounts of days.

    Stints are ``(start, stop, task, project)`` in epoch seconds, ``stop`` being ``None`` while
    one runs; amounts are ``(day, seconds, task, project)``. Both may hold more at the edges of
    the range, up to two months.
    """
    folder = _only_folder(store.home)
    months = _resting(folder, start, stop) if folder else []
    before = _identities(folder, months)
    timed, amounts = _joined(_pieces(store, start, stop, before))
    if before and (
        _identities(folder, months) != before or os.path.exists(os.path.join(folder, PENDING))
    ):
        return _joined(_in_pieces(store.rows(start, stop), _Found()))
    return timed, amounts


def stints_by_year(store: Store, start: int, stop: int) -> Iterator[Piece]:
    """The same in pieces of about a year, of which each may be forgotten before the next.

    They are read one after another: who needs them to be of one instant has to see to it.
    """
    folder = _only_folder(store.home)
    months = _resting(folder, start, stop) if folder else []
    return _pieces(store, start, stop, _identities(folder, months))


def _pieces(store: Store, start: int, stop: int, months: dict[str, Identity]) -> Iterator[Piece]:
    """Year by year from what is kept of ``months``, then the rest; without any all of it."""
    found = _Found()
    if len(months) <= _FEW:
        yield from _in_pieces(store.rows(start, stop), found)
        return
    for year in sorted({month[:4] for month in months}):
        asked = {month: known for month, known in months.items() if month[:4] == year}
        _add_year(store, found, asked, year)
        yield found.piece()
    yield from _in_pieces(_newer(store, month_start(next_month(max(months))), stop), found)


def _in_pieces(rows: Iterator[Row], found: _Found) -> Iterator[Piece]:
    """Rows as they come, as many at a time as a busy year has."""
    while True:
        found.take(islice(rows, _MANY))
        if not found.stints and not found.amounts:
            return
        yield found.piece()


def _joined(pieces: Iterable[Piece]) -> Piece:
    timed: list[Stint] = []
    amounts: list[Amount] = []
    for some, more in pieces:
        timed += some
        amounts += more
    return timed, amounts


def _newer(store: Store, cut: int, stop: int) -> Iterator[Row]:
    """What runs, and what is filed from ``cut`` on."""
    for row in store.rows(min(cut, stop - 1), stop):
        if instant_of(row) >= cut or ("day" not in row and "stop" not in row):
            yield row


class _Found:
    """What has been gathered; equal names are one string, of which ten years have 80,000."""

    __slots__ = ("_names", "amounts", "stints")

    def __init__(self) -> None:
        self.stints: list[Stint] = []
        self.amounts: list[Amount] = []
        self._names: dict[str, str] = {}

    def take(self, rows: Iterable[Row]) -> None:
        """Add rows as they are in the ledgers."""
        name = self._names.setdefault
        for row in rows:
            task = row["task"]
            project = row.get("project", "")
            task, project = name(task, task), name(project, project)
            if "day" in row:
                self.amounts.append((row["day"], row["seconds"], task, project))
            else:
                self.stints.append((row["start"], row.get("stop"), task, project))

    def piece(self) -> Piece:
        """What was added since the last one."""
        found = self.stints, self.amounts
        self.stints, self.amounts = [], []
        return found

    def add(self, columns: Columns) -> None:
        """Add a kept month."""
        names, starts, stops, tasks, projects, amounts = columns
        named = [self._names.setdefault(name, name) for name in names].__getitem__
        self.stints.extend(zip(starts, stops, map(named, tasks), map(named, projects), strict=True))
        self.amounts.extend(amounts)


def _only_folder(home: str) -> str:
    """The folder of the one machine that logs here; empty where more do, or none."""
    try:
        folders = [
            entry.path
            for entry in os.scandir(home)
            if entry.name[:1] != "." and entry.name != "backups" and entry.is_dir()
        ]
        if len(folders) != 1:
            folders = [path for path in folders if any(map(is_ours, os.listdir(path)))]
        if len(folders) != 1 or os.path.exists(os.path.join(folders[0], PENDING)):
            return ""
    except OSError:
        return ""
    return folders[0]


def _resting(folder: str, start: int, stop: int) -> list[str]:
    """The months of ``[start, stop)`` and the one before, oldest first, without the newest."""
    try:
        listed = sorted(name[:7] for name in os.listdir(folder) if is_month(name))
    except OSError:
        return []
    return [
        month
        for month in listed[:-_FRESH]
        if month_start(next_month(next_month(month))) > start and month_start(month) < stop
    ]


def _identities(folder: str, months: list[str]) -> dict[str, Identity]:
    """What a ledger is known by; nothing where it is gone."""
    found: dict[str, Identity] = {}
    for month in months:
        try:
            stat = os.stat(f"{folder}/{month}.json")
        except OSError:
            found[month] = (0, 0, 0)
        else:
            found[month] = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
    return found


def _add_year(store: Store, found: _Found, asked: dict[str, Identity], year: str) -> None:
    """The months of a year from what is kept, or from their ledgers, which are kept then."""
    path = _place(store, year)
    kept = _load(path)
    fresh: dict[str, Kept] = {}
    for month, identity in asked.items():
        held = kept.get(month)
        if held is None or held[0] != identity:
            held = fresh[month] = (identity, _columns(store, month))
        found.add(held[1])
    if fresh:
        _save(path, kept, fresh)


def _columns(store: Store, month: str) -> Columns:
    """A month's ledger as names, four columns of numbers, and amounts of days."""
    numbers: dict[str, int] = {}
    number = numbers.setdefault
    same: dict[int, int] = {}  # one entry ends as the next begins: kept as one number
    alike = same.setdefault
    timed: list[tuple[int, int, int, int]] = []
    amounts: list[Amount] = []
    for row in store.filed(month):
        task, project = row["task"], row.get("project", "")
        if "day" in row:
            amounts.append((row["day"], row["seconds"], task, project))
        elif "stop" in row:
            start, stop = row["start"], row["stop"]
            timed.append(
                (
                    alike(start, start),
                    alike(stop, stop),
                    number(task, len(numbers)),
                    number(project, len(numbers)),
                )
            )
    starts, stops, tasks, projects = zip(*timed, strict=True) if timed else ((), (), (), ())
    return (tuple(numbers), starts, stops, tasks, projects, tuple(amounts))


def _place(store: Store, year: str) -> str:
    from sys import implementation

    home = files.label(os.path.realpath(store.home))
    name = f"stints-{home}-{year}-{_LAYOUT}.{implementation.cache_tag}"
    return os.path.join(store.state, "cache", name)


def _load(path: str) -> dict[str, Kept]:
    """What is kept; nothing where that is not whole."""
    try:
        held: Any = loads(files.read(path) or b"")  # noqa: S302 - our own folder, mode 0700
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return held if isinstance(held, dict) else {}


def _save(path: str, kept: dict[str, Kept], fresh: dict[str, Kept]) -> None:
    """Keep more months; where that is not possible it costs time, not the report."""
    unfinished = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(unfinished, "wb", opener=_private) as file:
            now = os.fstat(file.fileno()).st_mtime_ns
            rested = {m: held for m, held in fresh.items() if now - held[0][2] > _SETTLED}
            file.write(dumps({**kept, **rested}))
        os.replace(unfinished, path)
    except OSError:
        return


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
