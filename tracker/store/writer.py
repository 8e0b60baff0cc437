"""What happens under the lock: finish what was begun, decide, record, carry out."""

from __future__ import annotations

from tracker.domain.book import Change
from tracker.domain.errors import Refused
from tracker.store import backup
from tracker.store import rows as shape
from tracker.store.folders import Folders
from tracker.store.journal import Journal, reverse
from tracker.store.look import Look
from tracker.store.plan import planned
from tracker.store.record import Header, Record
from tracker.store.rows import ASIDE, OPEN
from tracker.store.view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from tracker.domain.book import Book, Draft
    from tracker.store.lock import Lock
    from tracker.store.record import Operations

    Row = dict[str, Any]

_DEVICE_IN_STAMP = 19
"""Where in a stamp the name of its device begins."""


class Writer:
    """One turn at writing; made with the lock held, used once."""

    def __init__(self, home: str, device: str, now: float, lock: Lock) -> None:
        """Finish a change that was left pending, and remove what a killed writer left.

        Raises:
            StoreError: The pending change cannot be finished.
        """
        self._home = home
        self._device = device
        self._now = now
        self._lock = lock
        self._journal = Journal(home, device)
        self._journal.sweep()
        recovered = self._journal.recover()
        if recovered:
            lock.note(recovered)
        self._numbers = self._journal.history.numbers()
        self._head = self._read_head()

    def change(self, decide: Callable[[Book], Draft]) -> Change:
        """See :meth:`tracker.store.store.Store.change`."""
        with Look() as look:
            view = self._view(look)
            draft = decide(view)
            plan, stamp = planned(view, self._device, draft, now=self._now, last=self._head.clock)
            operations = plan.operations()
            if not operations:
                return Change(0, draft.label, "do")
            number = self._head.number + 1
            header = Header(
                number,
                "do",
                draft.label,
                int(self._now),
                stamp,
                undo=number,
                below=self._head.undo,
            )
            return self._commit(header, operations, plan.before, plan.after, view)

    def undo(self) -> Change:
        """See :meth:`tracker.store.store.Store.undo`."""
        if not self._head.undo:
            raise Refused("Nothing to undo.")
        undone = self._journal.history.record(self._head.undo)
        header = self._next("undo", undone.header.label).replace(
            undo=undone.header.below, redo=self._head.number + 1, below=self._head.redo
        )
        return self._reverse(undone, header)

    def redo(self) -> Change:
        """See :meth:`tracker.store.store.Store.redo`."""
        if not self._head.redo:
            raise Refused("Nothing to redo.")
        undone = self._journal.history.record(self._head.redo)
        header = self._next("redo", undone.header.label).replace(
            redo=undone.header.below, undo=self._head.number + 1, below=self._head.undo
        )
        return self._reverse(undone, header)

    def _next(self, kind: str, label: str) -> Header:
        return Header(self._head.number + 1, kind, label, int(self._now), self._head.clock)

    def _reverse(self, record: Record, header: Header) -> Change:
        with Look() as look:
            view = self._view(look)
            operations = reverse(record.operations)
            self._check_own(view, operations, header)
            before, after = self._touched(view, operations, header)
            return self._commit(header, operations, before, after, view)

    def _check_own(self, view: View, operations: Operations, header: Header) -> None:
        """Our ledgers must say what the change left there; only tampering makes them differ."""
        for file, listed in operations.items():
            index = view.folders.index(self._device, file)
            for key, _, before, _ in listed:
                found = index.get(key)
                if (found[1] if found else None) != before:
                    name = (before or (found[1] if found else {})).get("task", key)
                    raise Refused(
                        f"Cannot {header.kind} “{header.label}”: {name} in {file} was changed "
                        "by something else since. Edit the entry instead."
                    )

    def _touched(
        self, view: View, operations: Operations, header: Header
    ) -> tuple[list[Row], list[Row]]:
        """Live rows before and after; refuses where another machine changed one since."""
        ours: dict[str, list[tuple[str, Row | None, Row | None]]] = {}
        for file, listed in operations.items():
            for key, _, was, will in listed:
                place = key if file not in ASIDE else f"\0{file}\0{key}"
                ours.setdefault(place, []).append((file, was, will))
        if view.folders.alone:
            moves = [move for each in ours.values() for move in each if move[0] not in ASIDE]
            return _live(was for _, was, _ in moves), _live(will for _, _, will in moves)
        before: list[Row | None] = []
        after: list[Row | None] = []
        for key, each in ours.items():
            theirs = self._theirs(view, key, each)
            self._check_theirs(theirs, each, header)
            if not key.startswith("\0"):
                before.append(_newest([theirs, *(was for _, was, _ in each)]))
                after.append(_newest([theirs, *(will for _, _, will in each)]))
        return _live(before), _live(after)

    def _theirs(
        self, view: View, key: str, ours: list[tuple[str, Row | None, Row | None]]
    ) -> Row | None:
        """The newest row of an id on the other machines."""
        file, was, will = ours[0]
        if file in ASIDE:
            return view.newest_elsewhere(key.rpartition("\0")[2], file, without=self._device)
        row = will or was or {}
        born = shape.birth_of(row, shape.month_of(row) if file == OPEN else file[:7])
        return view.newest_elsewhere(key, f"{born}.json", without=self._device)

    def _check_theirs(
        self,
        theirs: Row | None,
        ours: list[tuple[str, Row | None, Row | None]],
        header: Header,
    ) -> None:
        last = max(row["revised"] for _, was, will in ours for row in (was, will) if row)
        if theirs is None or theirs["revised"] <= last:
            return
        rows = [theirs, *(row for _, was, will in ours for row in (was, will) if row)]
        words = ("task", "name", "id")
        name = next((row[field] for field in words for row in rows if field in row), "")
        raise Refused(
            f"Cannot {header.kind} “{header.label}”: {name} was changed on "
            f"{theirs['revised'][_DEVICE_IN_STAMP:]} since. Edit it instead."
        )

    def _commit(
        self,
        header: Header,
        operations: Operations,
        before: list[Row],
        after: list[Row],
        view: View,
    ) -> Change:
        from tracker.domain.entry import Entry

        old, new = (
            tuple(sorted((view.made(shape.entry, row) for row in listed), key=Entry.order))
            for listed in (before, after)
        )
        backup.take(self._home, self._device, self._now)
        self._journal.commit(Record(header, operations), view.folders.whole)
        self._lock.note(header.number)
        self._journal.history.prune([*self._numbers, header.number], self._now)
        return Change(header.number, header.label, header.kind, old, new)

    def _read_head(self) -> Header:
        """The newest change's header; of an empty history, one that nothing follows from."""
        header = self._journal.history.header(self._numbers[-1]) if self._numbers else None
        return header or Header(0, "do", "", 0, "")

    def _view(self, look: Look) -> View:
        return View(Folders(self._home, self._device, look, keep=True))


def _live(rows: Iterable[Row | None]) -> list[Row]:
    return [row for row in rows if row is not None and "deleted" not in row]


def _newest(rows: Iterable[Row | None]) -> Row | None:
    best: Row | None = None
    for row in rows:
        if row is not None and shape.is_newer(row, best):
            best = row
    return best
