"""One ledger: a TinyDB file whose every write is whole, durable, and published in one rename.

Loading TinyDB costs more than starting Python does, so this module is imported by writers alone.
"""

from __future__ import annotations

import os
from json import dumps
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from tracker.store import files, migrations, parsing
from tracker.store.rows import key_of, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

    from tracker.store.record import Operation


class HiddenStorage(Storage):
    """TinyDB's storage over a hidden file: what is written stays unseen until published."""

    def __init__(
        self, path: str, upgrading: Callable[[], None], known: dict[str, Any] | None = None
    ) -> None:
        """Use the ledger at ``path``; nothing is opened yet.

        Args:
            path: The ledger.
            upgrading: Called before content of an earlier format is written in the present one.
            known: Its tables, where they were read under the same lock; not changed.
        """
        self._path = path
        self._known = known
        self._upgrading = upgrading
        self._hidden: str | None = None
        self._emptied = False

    def read(self) -> dict[str, dict[str, Any]]:
        """Every table of the ledger; of one that is not there yet, its format alone.

        Raises:
            OSError, parsing.Fault: It cannot be read: then it is never written either.
        """
        if self._known is not None:
            return dict(self._known)
        data = files.read(self._path)
        if data is None:
            return {"format": {"1": {"version": migrations.FORMAT}}}
        tables, version = parsing.tables(data, os.path.basename(self._path))
        if version < migrations.FORMAT:
            self._upgrading()
        return tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put the new content beside the ledger, durably; a ledger without rows is to go."""
        if not any(rows for name, rows in data.items() if name != "format"):
            self._emptied = True
            return
        text = dumps(data, ensure_ascii=False, separators=(",", ":"))
        self._hidden = files.beside(self._path, text.encode("utf-8"))

    def publish(self) -> None:
        """Let the new content take the ledger's name: one rename, or one removal."""
        if self._hidden is not None:
            files.replace(self._hidden, self._path)
            self._hidden = None
        elif self._emptied:
            files.remove(self._path)

    def discard(self) -> None:
        """Forget new content that was not published."""
        if self._hidden is not None:
            files.discard(self._hidden)
            self._hidden = None


class KeyedTable(Table):
    """A table whose rows are found by a field of their own, many at a time."""

    def apply(self, key: str, operations: Iterable[Operation]) -> None:
        """Set each row to what its operation says, in one read and one write of the file.

        A row that comes back takes the number it had, and its place in the file with it, so
        that undoing a change gives back the same bytes.
        """

        def settle(table: MutableMapping[int, Mapping[str, Any]]) -> None:
            numbers = {row[key]: number for number, row in table.items()}
            for name, number, _before, after in operations:
                place = numbers.get(name)
                if after is None:
                    if place is not None:
                        del table[place]
                    continue
                if place is None:
                    place = number if number not in table else max(table) + 1
                table[place] = after
            ordered = sorted(table.items())
            table.clear()
            table.update(ordered)

        self._update_table(settle)


class Ledger:
    """New content of one ledger: prepared beside it, then published or discarded."""

    def __init__(
        self, path: str, upgrading: Callable[[], None], known: dict[str, Any] | None = None
    ) -> None:
        """Name the ledger; nothing is read yet. See :class:`HiddenStorage`."""
        self._file = os.path.basename(path)
        self._storage = HiddenStorage(path, upgrading, known)

    def prepare(self, operations: Iterable[Operation]) -> None:
        """Write the ledger as it will be into a hidden file.

        Raises:
            OSError, parsing.Fault: Nothing is left behind.
        """
        storage = self._storage
        with TinyDB(storage=lambda: storage) as database:
            table = KeyedTable(database.storage, table_of(self._file), cache_size=0)
            table.apply(key_of(self._file), operations)

    def publish(self) -> None:
        """Make the prepared content the ledger."""
        self._storage.publish()

    def discard(self) -> None:
        """Remove the prepared content."""
        self._storage.discard()
