"""One consistent look at many files without a lock.

Files are replaced, never changed in place: an open descriptor is a frozen copy. A look opens
what it needs, and afterwards compares each descriptor with what the name stands for now. If
all still agree, pending record and absent files included, then everything that was seen was on
the disk at one and the same time, and can be read at leisure.
"""

from __future__ import annotations

import os

from tracker.store import files
from tracker.store.rows import is_month

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import Self

    Identity = tuple[int, int, int]

_HELD_OPEN = 100
"""Descriptors held at most; macOS allows a process 256. Past that a file is read at once."""


class _Seen:
    """A file as it was when it was opened; ``descriptor`` is -1 once ``data`` was read."""

    __slots__ = ("data", "descriptor", "identity")

    def __init__(self, descriptor: int, identity: Identity) -> None:
        self.descriptor = descriptor
        self.identity = identity
        self.data: bytes | None = None


class Look:
    """Files and folders seen once each; close it, or use it in a ``with`` block."""

    def __init__(self) -> None:
        """Nothing is opened before it is asked for."""
        self._files: dict[str, _Seen | None] = {}
        self._folders: dict[str, tuple[str, ...]] = {}
        self._held = 0

    def __enter__(self) -> Self:
        """Use as it is."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close what is held open."""
        self.close()

    def see(self, path: str) -> bool:
        """Open the file if it was not seen yet; whether it is there.

        Raises:
            OSError: It is there and cannot be opened.
        """
        if path not in self._files:
            self._files[path] = self._open(path)
        return self._files[path] is not None

    def data(self, path: str) -> bytes | None:
        """The file's bytes as they were when it was first seen; ``None`` where it is absent."""
        self.see(path)
        seen = self._files[path]
        if seen is None:
            return None
        if seen.data is not None:
            return seen.data
        os.lseek(seen.descriptor, 0, os.SEEK_SET)
        return files.drain(seen.descriptor)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder; none where it is absent or not a folder."""
        if folder not in self._folders:
            self._folders[folder] = _names(folder)
        return self._folders[folder]

    def settled(self, *, folder: str, last: str) -> bool:
        """Whether all files seen, and the months in ``folder``, are still what was seen.

        What has changed is forgotten, so that the next look reads it afresh and no more.

        Args:
            folder: Its month files are compared by name, too, if they were listed.
            last: The record of a change under way. It is compared after everything else:
                a change that begins meanwhile shows there or is not seen at all.
        """
        stale = [path for path in self._files if path != last and self._is_stale(path)]
        before = self._folders.get(folder)
        if before is not None and _months(before) != _months(_names(folder)):
            stale.append(folder)
            del self._folders[folder]
        if last in self._files and self._is_stale(last):
            stale.append(last)
        for path in stale:
            self._release(self._files.pop(path, None))
        return not stale

    def close(self) -> None:
        """Let go of every descriptor."""
        for seen in self._files.values():
            self._release(seen)
        self._files.clear()
        self._folders.clear()

    def _open(self, path: str) -> _Seen | None:
        try:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except (FileNotFoundError, NotADirectoryError):
            return None
        seen = _Seen(descriptor, _identity(os.fstat(descriptor)))
        if self._held < _HELD_OPEN:
            self._held += 1
            return seen
        try:
            seen.data = files.drain(descriptor)
        finally:
            os.close(descriptor)
            seen.descriptor = -1
        return seen

    def _is_stale(self, path: str) -> bool:
        seen = self._files[path]
        try:
            now = _identity(os.stat(path))
        except (FileNotFoundError, NotADirectoryError):
            return seen is not None
        return seen is None or now != seen.identity

    def _release(self, seen: _Seen | None) -> None:
        if seen is not None and seen.descriptor >= 0:
            os.close(seen.descriptor)
            seen.descriptor = -1
            self._held -= 1


def _identity(found: os.stat_result) -> Identity:
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def _months(names: Iterable[str]) -> set[str]:
    return {name for name in names if is_month(name)}


def _names(folder: str) -> tuple[str, ...]:
    try:
        return tuple(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return ()
