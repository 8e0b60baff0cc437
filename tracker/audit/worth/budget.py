"""Which candidates to hand off where only so much cash a month may go out."""

from __future__ import annotations

from tracker.domain.format import money
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.audit.worth.verdict import Verdict

MINE = ("mine", "candidate", "briefed", "taken-back")
"""Stages in which a candidate may still be taken or left."""


class Within(Value):
    """The best set of candidates under a cap.

    Attributes:
        cap: Cash a month; 0 is none.
        chosen, left_out: Names of tasks, by score.
        cash: What the chosen ones cost a month; negative where they save cash.
        freed_hours: What they give back a month.
        value: Those hours at the hour value.
        committed: Cash a month of what is in other hands already, whatever the verdict on it
            is by now; it comes off the cap first. Negative where that saves cash.
    """

    cap: float
    chosen: tuple[str, ...]
    left_out: tuple[str, ...]
    cash: float
    freed_hours: float
    value: float
    committed: float = 0.0

    @property
    def room(self) -> float:
        """Cash a month that is left of the cap before anything is chosen; 0 at least."""
        return max(0.0, self.cap - self.committed)

    def cap_words(self, currency: str) -> str:
        """The cap, and what of it is spoken for already."""
        cap, spent = money(self.cap, currency), money(abs(self.committed), currency)
        if self.committed > self.cap:
            return f"{cap} a month, less than the {spent} that is spent already"
        if self.committed > 0:
            return f"{cap} a month, of which {spent} is spent already"
        return f"{cap} a month" + (f" and {spent} saved already" if self.committed < 0 else "")


class _Item(Value):
    """One candidate in cents."""

    place: int
    cost: int
    value: int
    score: int


def within(verdicts: Iterable[Verdict], cap: float) -> Within:
    """The set of candidates that frees the most value (freed hours at V) for ``cap`` a month.

    Exact, in cents; of sets as good the one with the higher scores, then the cheaper. What
    costs nothing or saves cash is always in, and what it saves may be spent.
    """
    priced = [verdict for verdict in verdicts if verdict.numbers is not None]
    taken = [verdict for verdict in priced if verdict.stage not in MINE]
    free = [
        verdict
        for verdict in priced
        if verdict.stage in MINE and verdict.is_candidate and verdict.later is None
    ]
    free.sort(key=lambda verdict: (-verdict.score, verdict.task))
    committed = sum(_cents(verdict)[0] for verdict in taken)
    room = round(cap * 100) - committed
    chosen = _best(free, room) if cap > 0 else set(range(len(free)))
    picked = [verdict for place, verdict in enumerate(free) if place in chosen]
    return Within(
        cap=cap,
        chosen=tuple(verdict.task for verdict in picked),
        left_out=tuple(v.task for place, v in enumerate(free) if place not in chosen),
        cash=sum(_cents(verdict)[0] for verdict in picked) / 100,
        freed_hours=sum(v.numbers.freed_hours for v in picked if v.numbers),
        value=sum(_cents(verdict)[1] for verdict in picked) / 100,
        committed=committed / 100,
    )


def _cents(verdict: Verdict) -> tuple[int, int]:
    """Cash and freed value a month, in whole cents."""
    numbers = verdict.numbers
    if numbers is None:
        return 0, 0
    return round(numbers.cash * 100), round(numbers.freed_hours * numbers.hour_value * 100)


def _best(free: list[Verdict], room: int) -> set[int]:
    """Places of the best set that costs at most ``room`` cents."""
    items = [
        _Item(place, *_cents(verdict), round(verdict.score * 10_000))
        for place, verdict in enumerate(free)
    ]
    chosen = {item.place for item in items if item.cost <= 0}
    room -= sum(item.cost for item in items if item.cost <= 0)
    dear = [item for item in items if 0 < item.cost <= room]
    dear.sort(key=lambda item: (-item.value / item.cost, item.place))
    return chosen | _fill(dear, room)


def _fill(items: list[_Item], room: int) -> set[int]:
    """A knapsack by its Pareto front: sets that no other beats in cost, value and score.

    A set is dropped as soon as even a part of the next item by value per cost, taken in pieces,
    could not bring it past the best whole one; with items in that order few remain.
    """
    front: list[tuple[int, int, int, frozenset[int]]] = [(0, 0, 0, frozenset())]
    for number, item in enumerate(items):
        grown = [
            (cost + item.cost, value + item.value, score + item.score, places | {item.place})
            for cost, value, score, places in front
            if cost + item.cost <= room
        ]
        best = max(value for _, value, _, _ in (*front, *grown))
        rest = items[number + 1 :]
        front = _undominated(
            [held for held in (*front, *grown) if held[1] + _hope(rest, room - held[0]) >= best - 1]
        )
    return set(max(front, key=lambda held: (held[1], held[2], -held[0]))[3])


def _hope(items: list[_Item], room: int) -> float:
    """The most that ``items``, best first, could add in ``room`` if they could be cut."""
    hope = 0.0
    for item in items:
        if item.cost > room:
            return hope + item.value * room / item.cost
        hope += item.value
        room -= item.cost
    return hope


def _undominated(
    held: list[tuple[int, int, int, frozenset[int]]],
) -> list[tuple[int, int, int, frozenset[int]]]:
    """Those that cost less than any with as much value; of equals the higher score."""
    held.sort(key=lambda one: (one[0], -one[1], -one[2], sorted(one[3])))
    kept: list[tuple[int, int, int, frozenset[int]]] = []
    for one in held:
        if not kept or (one[1], one[2]) > (kept[-1][1], kept[-1][2]):
            kept.append(one)
    return kept
