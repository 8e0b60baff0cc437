"""Keeping and removing papers: quotes, briefs, hand-offs, bills, checks and reviews."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.errors import Refused
from tracker.domain.filed import filed_of
from tracker.domain.papers import STAGES, Brief, Handoff, Quote, Review
from tracker.intents.naming import recorded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.book import Book
    from tracker.domain.papers import Paper
    from tracker.domain.task import Task
    from tracker.intents.intent import File, Withdraw


def file(intent: File, book: Book) -> Draft:
    """Keep papers under the task's name as the log spells it; a task only logged gets a record.

    Of several quotes of a task one is chosen at most: the one that was chosen last.

    Raises:
        Refused: There is nothing to keep, or no such task.
        InvalidValue: No task can be called so.
    """
    if not intent.papers:
        raise Refused("There is nothing to keep.")
    put: dict[str, Paper] = {}
    tasks: dict[str, Task] = {}
    for paper in intent.papers:
        if isinstance(paper, Review):
            put[paper.id] = paper
            continue
        task = tasks.setdefault(paper.task.casefold(), recorded(paper.task, book))
        filed: Paper = paper.replace(task=task.name)
        if isinstance(filed, Quote) and filed.chosen:
            put |= _unchosen((*book.papers(), *put.values()), filed)
        put[filed.id] = filed
    new = tuple(task for task in tasks.values() if not task.revised)
    known = {task.name for task in book.tasks()}
    return Draft(
        intent.label,
        put_tasks=tuple(task for task in new if task.name not in known),
        put_papers=tuple(put.values()),
    )


def withdraw(intent: Withdraw, book: Book) -> Draft:
    """Remove papers.

    Raises:
        Refused: One of them is not there any more.
    """
    known = {paper.id for paper in book.papers()}
    if not intent.ids or not known.issuperset(intent.ids):
        raise Refused("That paper is not there any more: list those that there are.")
    return Draft(intent.label, drop_papers=intent.ids)


def carried(
    papers: Iterable[Paper], names: Iterable[str], into: str
) -> tuple[tuple[Paper, ...], tuple[str, ...]]:
    """The papers of several tasks as those of one: what to put and which ids to drop.

    All are kept, but of briefs the newest that says something, of hand-offs the one that has
    gone furthest, and one chosen quote.

    Args:
        papers: Of the whole log.
        names: The tasks in lower case, ``into`` among them.
        into: The name from now on.
    """
    folded = set(names)
    ours = [paper for paper in papers if getattr(paper, "task", "").casefold() in folded]
    moved = [paper.replace(task=into) for paper in ours]
    filed = filed_of(into, moved)
    furthest = max(
        (paper for paper in moved if isinstance(paper, Handoff)),
        key=lambda it: (STAGES.index(it.stage), it.revised, it.id),
        default=None,
    )
    chosen = filed.quote
    put: list[Paper] = []
    dropped: list[str] = []
    for old, new in zip(ours, moved, strict=True):
        if new in (filed.brief, furthest) or not isinstance(new, Brief | Handoff):
            kept = new
            if isinstance(new, Quote) and new.chosen and new != chosen:
                kept = new.replace(chosen=False)
            if kept != old:
                put.append(kept)
        else:
            dropped.append(new.id)
    return tuple(put), tuple(dropped)


def _unchosen(papers: Iterable[Paper], chosen: Quote) -> dict[str, Paper]:
    """The quotes of the same task that were chosen before, no longer so."""
    folded = chosen.task.casefold()
    return {
        paper.id: paper.replace(chosen=False)
        for paper in papers
        if isinstance(paper, Quote)
        and paper.chosen
        and paper.id != chosen.id
        and paper.task.casefold() == folded
    }
