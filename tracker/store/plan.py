"""From what is wanted to the operations that do it: which row changes in which ledger."""

from __future__ import annotations

from tracker.store import rows as shape
from tracker.store.clock import next_stamp
from tracker.store.rows import OPEN, PAPERS, SUGGESTIONS, TASKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracker.domain.book import Draft
    from tracker.domain.entry import Entry
    from tracker.store.record import Operations
    from tracker.store.view import Found, View

    Row = dict[str, Any]


class Plan:
    """Operations on our own ledgers, gathered while nothing is written yet.

    Attributes:
        before, after: The live rows of the entries touched, as they were and will be.
    """

    def __init__(self, view: View, device: str) -> None:
        """Start with nothing; ``view`` must keep what it has read."""
        self._view = view
        self._device = device
        self._operations: dict[str, dict[str, tuple[int, Row | None, Row | None]]] = {}
        self._last_numbers: dict[str, int] = {}
        self.before: list[Row] = []
        self.after: list[Row] = []

    def set(self, file: str, key: str, row: Row | None) -> None:
        """Have ``row`` stand under ``key`` in our ledger, or none."""
        touched = self._operations.setdefault(file, {})
        if key in touched:
            number, before, _ = touched[key]
        else:
            number, before = self._view.folders.index(self._device, file).get(key, (0, None))
        if before is None and row is None:
            touched.pop(key, None)
            return
        touched[key] = (number or self._next_number(file), before, row)

    def operations(self) -> Operations:
        """What changes, by ledger: those that gain rows first, so that none is ever missing."""
        listed: Operations = {
            file: [(key, number, before, after) for key, (number, before, after) in each.items()]
            for file, each in self._operations.items()
            if each
        }
        return dict(sorted(listed.items(), key=lambda item: _loss(item[1])))

    def _next_number(self, file: str) -> int:
        """TinyDB's next number: one more than the highest in the ledger."""
        if file not in self._last_numbers:
            table = self._view.folders.table(self._device, file)
            self._last_numbers[file] = max(map(int, table), default=0)
        self._last_numbers[file] += 1
        return self._last_numbers[file]


def planned(view: View, device: str, draft: Draft, *, now: float, last: str) -> tuple[Plan, str]:
    """The plan for a draft, and the stamp its rows carry.

    What is already as wanted is left out, so that a draft that changes nothing has no operations.
    """
    wanted = {entry.id: entry for entry in draft.put}
    found = {entry.id: _locate(view, entry) for entry in wanted.values()}
    deleted = [key for key in dict.fromkeys(draft.delete) if key not in wanted]
    for key in deleted:
        found[key] = view.locate(key, thorough=True)
    asides = _asides(view, draft)
    stamp = next_stamp(
        now,
        device,
        [
            last,
            *(place.row["revised"] for place in found.values() if place),
            *(revised for aside in asides for revised in aside.revised()),
        ],
    )
    plan = Plan(view, device)
    for entry in wanted.values():
        _put(plan, view, device, entry, found[entry.id], stamp)
    for key in deleted:
        _delete(plan, view, device, key, found[key], stamp)
    for aside in asides:
        aside.plan(plan, stamp)
    return plan, stamp


class _Aside:
    """What is wanted of one ledger that holds no logged time."""

    def __init__(
        self, file: str, put: dict[str, Row], drop: tuple[str, ...], known: dict[str, Row]
    ) -> None:
        """Take rows to set, by key and not yet stamped; ``known`` are the newest anywhere."""
        self._file = file
        self._put = put
        self._drop = [key for key in drop if key not in put]
        self._known = known

    def revised(self) -> list[str]:
        """The stamps of the rows that are touched."""
        return [self._known[k]["revised"] for k in (*self._put, *self._drop) if k in self._known]

    def plan(self, plan: Plan, stamp: str) -> None:
        """Add the operations; what is as wanted already is left alone."""
        for key, row in self._put.items():
            old = self._known.get(key)
            row["revised"] = stamp
            if old is None or "deleted" in old or shape.content(old) != shape.content(row):
                plan.set(self._file, key, row)
        for key in self._drop:
            if key in self._known and "deleted" not in self._known[key]:
                tombstone = {shape.key_of(self._file): key, "revised": stamp, "deleted": True}
                plan.set(self._file, key, tombstone)


def _asides(view: View, draft: Draft) -> list[_Aside]:
    """What a draft wants of tasks, suggestions and papers; ledgers not asked for stay closed."""
    found: list[_Aside] = []
    if draft.put_tasks or draft.delete_tasks:
        tasks = {task.name: shape.task_row(task, "") for task in draft.put_tasks}
        found.append(_Aside(TASKS, tasks, draft.delete_tasks, view.newest(TASKS)))
    if draft.put_suggestions or draft.drop_suggestions:
        waiting = {entry.id: shape.entry_row(entry, "") for entry in draft.put_suggestions}
        found.append(_Aside(SUGGESTIONS, waiting, draft.drop_suggestions, view.newest(SUGGESTIONS)))
    if draft.put_papers or draft.drop_papers:
        from tracker.store.paper_rows import paper_row

        papers = {paper.id: paper_row(paper, "") for paper in draft.put_papers}
        found.append(_Aside(PAPERS, papers, draft.drop_papers, view.newest(PAPERS)))
    return found


def _locate(view: View, entry: Entry) -> Found | None:
    """Where an entry is now; one never stored is looked for in its own month alone."""
    return view.locate(entry.id, [_month(entry)], thorough=bool(entry.revised))


def _put(
    plan: Plan, view: View, device: str, entry: Entry, found: Found | None, stamp: str
) -> None:
    row = shape.entry_row(entry, stamp)
    live = found.live if found else None
    if live is not None:
        if shape.content(live) == shape.content(row):
            return
        plan.before.append(live)
    plan.after.append(row)
    month = shape.month_of(row)
    born = found.born if found else month
    if born != month:
        row["born"] = born
    target = OPEN if entry.running else f"{month}.json"
    _clear(plan, view, device, entry.id, born, except_for=target)
    if target not in (OPEN, f"{born}.json"):
        mark = {"id": entry.id, "revised": stamp, "deleted": True, "moved": month}
        plan.set(f"{born}.json", entry.id, mark)
    plan.set(target, entry.id, row)


def _delete(plan: Plan, view: View, device: str, key: str, found: Found | None, stamp: str) -> None:
    if found is None or found.live is None:
        return
    plan.before.append(found.live)
    _clear(plan, view, device, key, found.born, except_for="")
    tombstone = {"id": key, "revised": stamp, "deleted": True}
    plan.set(f"{found.born}.json", key, tombstone)


def _clear(plan: Plan, view: View, device: str, key: str, born: str, *, except_for: str) -> None:
    """Take our own rows of an id out of wherever they are."""
    places = [OPEN, f"{born}.json"]
    at_birth = view.folders.index(device, places[1]).get(key)
    if at_birth is not None and "moved" in at_birth[1]:
        places.append(f"{at_birth[1]['moved']}.json")
    for place in places:
        if place != except_for and key in view.folders.index(device, place):
            plan.set(place, key, None)


def _month(entry: Entry) -> str:
    return f"{entry.order()[0]:%Y-%m}"


def _loss(operations: list[tuple[str, int, Row | None, Row | None]]) -> tuple[bool, bool]:
    """Sort key: ledgers that only gain, then those that do both, then those that only lose."""
    gains = any(after is not None and "deleted" not in after for *_, after in operations)
    loses = any(before is not None and "deleted" not in before for _, _, before, _ in operations)
    return (not gains, loses)
