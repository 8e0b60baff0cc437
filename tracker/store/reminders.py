"""What the owner was reminded of today, on this machine: good to throw away at any time.

In the state folder and not in the log: a reminder is no fact about anyone's work, and two
machines may each say it once.
"""

from __future__ import annotations

import os

from tracker.store.files import label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Reminders:
    """Remembers for one local day what was said on it; another day begins anew."""

    __slots__ = ("_path", "_said")

    def __init__(self, home: str, state: str, about: str = "reminded") -> None:
        """Of the log in ``home``; nothing is read yet. Other ``about``, other memory."""
        name = f"{about}-{label(os.path.abspath(home))}.json"
        self._path = os.path.join(state, "cache", name)
        self._said: tuple[str, frozenset[str]] = ("", frozenset())

    def fresh(self, day: date, things: Iterable[str]) -> tuple[str, ...]:
        """Those of ``things`` that were not said on ``day``; they count as said from now on.

        Where the folder cannot be written, they are remembered as long as the program runs.
        """
        today = day.isoformat()
        said = self._read(today) | (self._said[1] if self._said[0] == today else frozenset())
        found = tuple(thing for thing in things if thing not in said)
        if found:
            self._said = (today, said | set(found))
            self._write(today, self._said[1])
        return found

    def _read(self, today: str) -> frozenset[str]:
        from json import loads

        try:
            with open(self._path, "rb") as file:
                kept = loads(file.read())
            if kept["day"] != today:
                return frozenset()
            return frozenset(str(thing) for thing in kept["said"])
        except (OSError, ValueError, TypeError, KeyError):
            return frozenset()  # disposable: at worst something is said twice

    def _write(self, today: str, said: frozenset[str]) -> None:
        from json import dumps

        data = dumps({"day": today, "said": sorted(said)}).encode()
        unfinished = f"{self._path}.{os.getpid()}.tmp"
        try:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            try:
                os.write(descriptor, data)
            finally:
                os.close(descriptor)
            os.replace(unfinished, self._path)
        except OSError:
            return
