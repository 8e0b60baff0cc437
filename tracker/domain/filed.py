"""The papers of one task, sorted: its quotes, its brief, its hand-off and what came of it."""

from __future__ import annotations

from tracker.domain.papers import Bill, Brief, Check, Handoff, Later, Quote
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.domain.papers import Paper


SERVICE = "service"
"""The vendor that is a machine: its answer is to automate, not to hand over."""


class Filed(Value):
    """What is kept about one task; where two machines wrote a paper each, the one that counts.

    Attributes:
        quotes: Newest day first.
        brief: The newest that says something; ``None`` where none was written.
        handoff: The newest; ``None`` where it was never thought of: the stage is ``mine``.
        bills, checks: Oldest first.
        later: What was last decided to put off.
    """

    quotes: tuple[Quote, ...] = ()
    brief: Brief | None = None
    handoff: Handoff | None = None
    bills: tuple[Bill, ...] = ()
    checks: tuple[Check, ...] = ()
    later: Later | None = None

    @property
    def quote(self) -> Quote | None:
        """The chosen quote, else the newest, whatever its currency; see :meth:`counting`."""
        chosen = [quote for quote in self.quotes if quote.chosen]
        return next(iter((*chosen, *self.quotes)), None)

    def counting(self, currency: str, as_of: date, *, service: bool) -> Quote | None:
        """The quote that the audit reckons with; ``None`` where it is none of these.

        It is one that the owner can pay in ``currency`` and that was there on ``as_of``: the
        chosen one, else the newest of a person, for a service has to be worth it first.

        Args:
            currency: Of the settings.
            as_of: The day on which is judged.
            service: Whether the verdict is by the price that a service quoted.
        """
        there = self.usable(currency, as_of)
        if there and there[0].chosen:
            return there[0]
        return next((quote for quote in there if (quote.vendor == SERVICE) == service), None)

    def usable(self, currency: str, as_of: date) -> tuple[Quote, ...]:
        """Quotes that can be reckoned with: in ``currency``, of ``as_of`` or before; best first."""
        there = [one for one in self.quotes if one.currency == currency and one.day <= as_of]
        return tuple(sorted(there, key=lambda quote: not quote.chosen))

    @property
    def stage(self) -> str:
        """Where the hand-off stands; ``mine`` without one."""
        return self.handoff.stage if self.handoff else "mine"


def by_task(papers: Iterable[Paper]) -> dict[str, Filed]:
    """Every task's papers by its name in lower case; reviews belong to none."""
    named: dict[str, list[Paper]] = {}
    for paper in papers:
        name = getattr(paper, "task", "")
        if name:
            named.setdefault(name.casefold(), []).append(paper)
    return {name: sorted_out(each) for name, each in named.items()}


def filed_of(task: str, papers: Iterable[Paper]) -> Filed:
    """The papers of the task of that name, upper or lower case alike."""
    folded = task.casefold()
    return sorted_out(
        [paper for paper in papers if getattr(paper, "task", "").casefold() == folded]
    )


def sorted_out(papers: Iterable[Paper]) -> Filed:
    """Papers that are all of one task."""
    papers = tuple(papers)
    briefs = [paper for paper in papers if isinstance(paper, Brief)]
    handoffs = [paper for paper in papers if isinstance(paper, Handoff)]
    puts_off = [paper for paper in papers if isinstance(paper, Later)]
    return Filed(
        quotes=tuple(
            sorted(
                (paper for paper in papers if isinstance(paper, Quote)),
                key=lambda quote: (quote.day, quote.revised, quote.id),
                reverse=True,
            )
        ),
        brief=max(briefs, key=lambda it: (it.is_written, it.revised, it.id), default=None),
        handoff=max(handoffs, key=lambda it: (it.revised, it.id), default=None),
        bills=tuple(
            sorted(
                (paper for paper in papers if isinstance(paper, Bill)),
                key=lambda bill: (bill.day, bill.id),
            )
        ),
        checks=tuple(
            sorted(
                (paper for paper in papers if isinstance(paper, Check)),
                key=lambda check: (check.day, check.id),
            )
        ),
        later=max(puts_off, key=lambda it: (it.day, it.revised, it.id), default=None),
    )
