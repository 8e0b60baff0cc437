"""The changes that were made, one file each, newest last; undo and redo read them."""

from __future__ import annotations

import os

from tracker.domain.errors import Refused
from tracker.store import files
from tracker.store.parsing import Fault
from tracker.store.record import decode, decode_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.store.record import Header, Record

MOST = 1000
"""Changes kept; a year of fifty changes a day would be 18,000 files for no use."""
OLDEST = 400 * 86_400
"""Seconds a change is kept: long enough to undo last year's mistake found at the year's end."""
FEWEST = 50
"""Changes kept whatever their age, so that coming back after two years can still be undone."""
_AT_ONCE = 20
"""Files removed by one change at most: no change pays for a long absence of pruning."""
_LINE = 8192


class History:
    """The ``history/`` folder of our own device."""

    def __init__(self, home: str, device: str) -> None:
        """Read nothing yet."""
        self._home = home
        self._device = device
        self.folder = os.path.join(home, device, "history")

    def path(self, number: int) -> str:
        """Where the change of that number is."""
        return os.path.join(self.folder, _name(number))

    def numbers(self) -> list[int]:
        """The numbers of all changes kept, oldest first; the folder never holds many."""
        try:
            names = os.listdir(self.folder)
        except FileNotFoundError:
            return []
        except OSError as error:
            raise files.refusal("read", self.folder, error) from None
        return sorted(int(name[:8]) for name in names if _is_record(name))

    def header(self, number: int) -> Header | None:
        """The header of a change, or ``None`` where it was pruned; reads no rows.

        Raises:
            StoreError: It is there and cannot be read.
        """
        path = self.path(number)
        try:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise files.refusal("read", path, error) from None
        try:
            line = os.read(descriptor, _LINE)
            while b"\n" not in line and (more := os.read(descriptor, _LINE)):
                line += more
        finally:
            os.close(descriptor)
        try:
            return decode_header(line.partition(b"\n")[0])
        except Fault as fault:
            raise self._damaged(number, fault) from None

    def record(self, number: int) -> Record:
        """The whole change.

        Raises:
            Refused: It was pruned.
            StoreError: It is there and cannot be read.
        """
        path = self.path(number)
        try:
            data = files.read(path)
        except OSError as error:
            raise files.refusal("read", path, error) from None
        if data is None:
            raise Refused(f"That change is no longer kept: the last {MOST} can be undone.")
        try:
            return decode(data)
        except Fault as fault:
            raise self._damaged(number, fault) from None

    def newest(self, count: int) -> Iterator[Header]:
        """Headers of the newest changes, newest first; one pruned meanwhile is passed over."""
        for number in reversed(self.numbers()[-count:] if count > 0 else []):
            header = self.header(number)
            if header is not None:
                yield header

    def prune(self, numbers: list[int], now: float) -> None:
        """Remove what is too many or too old, oldest first, a few at a time.

        The stacks only ever point at earlier changes, so what goes is always their far end: an
        undo then says that the change is no longer kept. A file that cannot be removed stays.
        """
        for place, number in enumerate(numbers[: min(_AT_ONCE, len(numbers) - FEWEST)]):
            if len(numbers) - place <= MOST and not self._is_old(number, now):
                return
            files.discard(self.path(number))

    def _is_old(self, number: int, now: float) -> bool:
        header = self.header(number)
        return header is not None and now - header.at > OLDEST

    def _damaged(self, number: int, fault: Fault) -> Exception:
        from tracker.store.damage import damaged

        return damaged(self._home, self._device, os.path.join("history", _name(number)), fault)


def _name(number: int) -> str:
    return f"{number:08d}.json"


def _is_record(name: str) -> bool:
    return len(name) == 13 and name[8:] == ".json" and name[:8].isdecimal() and name.isascii()
