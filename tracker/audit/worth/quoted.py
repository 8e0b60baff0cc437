"""Which quotes there are for a task; apart from prices, for ``status`` asks it in every prompt."""

from __future__ import annotations

from tracker.domain.papers import Quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.domain.papers import Paper


def quotes_of(name: str, papers: Iterable[Paper], as_of: date) -> tuple[Quote, ...]:
    """The quotes for the task called ``name`` that were there on ``as_of``, best first.

    A chosen one comes before the others, then the newest day counts.
    """
    key = name.casefold()
    found = [
        paper
        for paper in papers
        if isinstance(paper, Quote) and paper.day <= as_of and paper.task.casefold() == key
    ]
    found.sort(key=lambda quote: (quote.chosen, quote.day, quote.revised, quote.id), reverse=True)
    return tuple(found)


def hourly_quotes(papers: Iterable[Paper], currency: str, as_of: date) -> dict[str, Quote]:
    """The quote in force of each task by its case-folded name, where it is by the hour.

    For the panel beside the timer, which looks at a stretch of work and knows no month.
    """
    held = [paper for paper in papers if isinstance(paper, Quote)]
    found = {}
    for name in {quote.task.casefold() for quote in held}:
        usable = [quote for quote in quotes_of(name, held, as_of) if quote.currency == currency]
        if usable and usable[0].terms == "hourly":
            found[name] = usable[0]
    return found
