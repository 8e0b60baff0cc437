"""How a change gets onto the disk whole or not at all, over any number of ledgers.

1. The ledgers as they will be are written into hidden files, durably: what can fail for want
   of room fails here, and nothing has happened.
2. The record is written, durably, as ``pending.json``. That rename is the change: from here
   on readers see it, and whoever next takes the lock carries it through.
3. The hidden files take their ledgers' names, and the folder is flushed.
4. ``pending.json`` becomes the newest file of ``history/``.

Killed before 2 the change never was; killed after it, :meth:`Journal.recover` does 3 and 4 again,
which is harmless to repeat.
"""

from __future__ import annotations

import os

from tracker.domain.errors import InvalidValue, StillPending, StoreError
from tracker.store import backup, files, migrations
from tracker.store.history import History
from tracker.store.parsing import Fault
from tracker.store.record import Record, decode, encode
from tracker.store.rows import PENDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tracker.store.ledger import Ledger
    from tracker.store.record import Operations


class Journal:
    """The writing half of our own device's folder; every method needs the lock."""

    def __init__(self, home: str, device: str) -> None:
        """Touch nothing yet."""
        self._home = home
        self._device = device
        self._folder = os.path.join(home, device)
        self._pending = os.path.join(self._folder, PENDING)
        self.history = History(home, device)

    def sweep(self) -> None:
        """Remove what killed writers left in the two folders that are written in."""
        for folder in (self._home, self._folder):
            try:
                names = os.listdir(folder)
            except OSError:
                continue
            for name in files.strays(names):
                files.discard(os.path.join(folder, name))

    def recover(self) -> int:
        """Carry through a change that was recorded and not finished; its number, or 0.

        Raises:
            StoreError: It cannot be finished now; it still counts and is tried again.
        """
        try:
            data = files.read(self._pending)
        except OSError as error:
            raise files.refusal("read", self._pending, error) from None
        if data is None:
            return 0
        try:
            record = decode(data)
        except Fault as fault:
            from tracker.store.damage import damaged

            raise damaged(self._home, self._device, PENDING, fault) from None
        ledgers: list[Ledger] = []
        try:
            files.make_folder(self.history.folder)
            ledgers = self._prepared(record.operations)
            self._publish(ledgers)
            files.replace(self._pending, self.history.path(record.header.number))
        except OSError as error:
            _discard(ledgers)
            raise files.refusal("written", self._folder, error) from None
        return record.header.number

    def commit(
        self, record: Record, known: Callable[[str], dict[str, Any] | None] | None = None
    ) -> None:
        """Make the change, or nothing.

        Args:
            record: The change.
            known: Gives the tables of a ledger that was read under this lock, to spare a reading.

        Raises:
            InvalidValue: A text cannot be written as Unicode.
            StoreError: It could not be written; nothing was changed.
            StillPending: It is recorded, but its ledgers could not be replaced.
        """
        ledgers: list[Ledger] = []
        hidden = ""
        try:
            files.make_folder(self.history.folder)
            ledgers = self._prepared(record.operations, known)
            hidden = files.beside(self._pending, encode(record))
            files.replace(hidden, self._pending)
        except BaseException as error:
            _discard(ledgers)
            if hidden:
                files.discard(hidden)
            if isinstance(error, OSError):
                raise files.refusal("written", self._home, error) from None
            if isinstance(error, UnicodeEncodeError):
                raise InvalidValue("A text has broken characters: retype it.") from None
            raise
        self._carry_out(record, ledgers)

    def _carry_out(self, record: Record, ledgers: list[Ledger]) -> None:
        done: list[str] = []
        try:
            files.flush_folder(self._folder)
            for file, ledger in zip(record.operations, ledgers, strict=True):
                ledger.publish()
                done.append(file)
            files.flush_folder(self._folder)
        except OSError as error:
            _discard(ledgers)
            self._take_back(record, done, error)
        try:
            files.replace(self._pending, self.history.path(record.header.number))
        except OSError:
            return  # The change is whole and durable; the next writer files its record.

    def _take_back(self, record: Record, done: list[str], error: OSError) -> None:
        """Undo a change that could not be carried out; where that fails, too, it stays recorded."""
        try:
            ledgers = self._prepared(reverse({file: record.operations[file] for file in done}))
            self._publish(ledgers)
            files.remove(self._pending)
            files.flush_folder(self._folder)
        except (OSError, StoreError):
            raise StillPending(
                f"{self._folder} cannot be written ({error.strerror or error}). The change is "
                "recorded and counts; the next command that can write there completes it."
            ) from None
        raise files.refusal("written", self._folder, error)

    def _prepared(
        self,
        operations: Operations,
        known: Callable[[str], dict[str, Any] | None] | None = None,
    ) -> list[Ledger]:
        from tracker.store.ledger import Ledger

        ledgers: list[Ledger] = []
        try:
            for file, listed in operations.items():
                path = os.path.join(self._folder, file)
                ledger = Ledger(path, self._keep_old_format, known(file) if known else None)
                try:
                    ledger.prepare(listed)
                except Fault as fault:
                    from tracker.store.damage import damaged

                    raise damaged(self._home, self._device, file, fault) from None
                ledgers.append(ledger)
        except BaseException:
            _discard(ledgers)
            raise
        return ledgers

    def _keep_old_format(self) -> None:
        """Back up the whole folder before anything in it is written in a newer format."""
        name = f"before-format-{migrations.FORMAT}"
        if not os.path.exists(os.path.join(self._home, "backups", name, self._device)):
            backup.copy(self._home, self._device, name)

    def _publish(self, ledgers: list[Ledger]) -> None:
        for ledger in ledgers:
            ledger.publish()
        files.flush_folder(self._folder)


def reverse(operations: Operations) -> Operations:
    """The operations that take these back, in the opposite order of ledgers."""
    return {
        file: [(key, number, after, before) for key, number, before, after in listed]
        for file, listed in reversed(operations.items())
    }


def _discard(ledgers: list[Ledger]) -> None:
    for ledger in ledgers:
        ledger.discard()
