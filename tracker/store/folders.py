"""The devices' folders as rows: which there are, and what each ledger holds.

A change that its device has recorded but not yet carried through counts as made: its record is
laid over the ledgers.
"""

from __future__ import annotations

import os
from gc import disable, enable, isenabled

from tracker.store import files, migrations
from tracker.store.parsing import Fault, tables
from tracker.store.record import decode
from tracker.store.rows import ASIDE, OPEN, PENDING, is_month, is_newer, key_of, table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracker.store.look import Look
    from tracker.store.record import Operation, Operations

    Row = dict[str, Any]
    Table = dict[str, Row]
    Tables = dict[str, Table]
    Index = dict[str, tuple[int, Row]]

_NEVER_DEVICES = ("backups", "config.toml", "lost+found")


class Folders:
    """Every device's ledgers, read when asked for.

    Args:
        home: The folder of the log.
        device: The name of our own folder; empty where this machine has none.
        look: What reads files.
        keep: Whether parsed ledgers are kept: while a change decides, they do not change.
    """

    def __init__(self, home: str, device: str, look: Look, *, keep: bool = False) -> None:
        """Read nothing yet but the names of the devices and the changes under way.

        Raises:
            StoreError: The folder is there and cannot be read.
        """
        self.home = home
        self.own = device
        self._look = look
        self._kept: dict[tuple[str, str], Table] | None = {} if keep else None
        self._indexes: dict[tuple[str, str], Index] = {}
        self._whole: dict[str, Tables] = {}
        self.devices = self._devices()
        self._pending = {name: self._pending_of(name) for name in self.devices}

    @property
    def alone(self) -> bool:
        """Whether one folder tells everything, so that nothing need be merged."""
        if len(self.devices) > 1:
            return False
        return not self.devices or self.devices[0] == self.own or not self._pending[self.devices[0]]

    def path(self, device: str, file: str) -> str:
        """Where a file of a device is."""
        return os.path.join(self.home, device, file)

    def months(self) -> list[str]:
        """Every month that has a ledger on some device, oldest first."""
        found = {
            name[:7]
            for device in self.devices
            for name in self._names(os.path.join(self.home, device))
            if is_month(name)
        }
        for operations in self._pending.values():
            found.update(file[:7] for file in operations if is_month(file))
        return sorted(found)

    def see(self, file: str) -> None:
        """Open a ledger on every device without reading it yet."""
        for device in self.devices:
            self._call(self.path(device, file), self._look.see)

    def table(self, device: str, file: str) -> Table:
        """The rows of a ledger by TinyDB's number; empty where there is no file.

        Raises:
            StoreError: The file is there and cannot be read.
        """
        kept = self._kept
        if kept is not None and (device, file) in kept:
            return kept[device, file]
        table = self._overlaid(self._read(device, file), device, file)
        if kept is not None:
            kept[device, file] = table
        return table

    def index(self, device: str, file: str) -> Index:
        """The rows of a ledger by their key, each with TinyDB's number."""
        place = (device, file)
        if place not in self._indexes:
            key = key_of(file)
            self._indexes[place] = {
                row[key]: (int(number), row) for number, row in self.table(device, file).items()
            }
        return self._indexes[place]

    def whole(self, file: str) -> Tables | None:
        """One of our own ledgers with all its tables, if it was read and is kept."""
        return self._whole.get(file)

    def _read(self, device: str, file: str) -> Table:
        path = self.path(device, file)
        data = self._call(path, self._look.data)
        if data is None:
            return {}
        collecting = isenabled()
        disable()  # a pause in garbage collection saves a third of a long read
        try:
            found, version = tables(data, file)
        except Fault as fault:
            from tracker.store.damage import damaged

            raise damaged(self.home, device, file, fault) from None
        finally:
            if collecting:
                enable()
        if self._kept is not None and device == self.own and version == migrations.FORMAT:
            self._whole[file] = found
        table: Table = found[table_of(file)]
        return table

    def _overlaid(self, table: Table, device: str, file: str) -> Table:
        operations = self._pending[device].get(file) if device in self._pending else None
        if not operations:
            return table
        return _laid_over(table, operations, key_of(file), exactly=device == self.own)

    def _devices(self) -> list[str]:
        names = self._names(self.home)
        others = sorted(name for name in names if self._is_other(name))
        return [self.own, *others] if self.own and self.own in names else others

    def _is_other(self, name: str) -> bool:
        if name == self.own or name[:1] == "." or name in _NEVER_DEVICES:
            return False
        inside = self._names(os.path.join(self.home, name))
        return any(is_ours(found) for found in inside)

    def _pending_of(self, device: str) -> Operations:
        data = self._call(self.path(device, PENDING), self._look.data)
        if data is None:
            return {}
        try:
            return decode(data).operations
        except Fault as fault:
            from tracker.store.damage import damaged

            raise damaged(self.home, device, PENDING, fault) from None

    def _names(self, folder: str) -> tuple[str, ...]:
        names: tuple[str, ...] = self._call(folder, self._look.names)
        return names

    def _call(self, path: str, ask: Any) -> Any:
        try:
            return ask(path)
        except OSError as error:
            raise files.refusal("read", path, error) from None


def is_ours(name: str) -> bool:
    """Whether a name is one that only a device's folder holds."""
    return name in (OPEN, *ASIDE, PENDING, "history") or is_month(name)


def _laid_over(table: Table, operations: list[Operation], key: str, *, exactly: bool) -> Table:
    """The table as it will be once the operations are carried out.

    Where the folder is another machine's, a sync tool may have brought newer ledgers than the
    record: then a row is laid over only where it is newer, and none is taken away.
    """
    numbers = {row[key]: number for number, row in table.items()}
    table = dict(table)
    for name, number, _before, after in operations:
        place = numbers.get(name)
        if after is None:
            if exactly and place is not None:
                del table[place]
        elif exactly or place is None or is_newer(after, table[place]):
            if place is None:
                place = str(number) if str(number) not in table else f"{max(map(int, table)) + 1}"
            table[place] = after
    return table
