"""Keeping and removing papers."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryStore, entry, moment
from tests.papers import ONE_OF_EACH, brief, quote
from tracker.domain.errors import Refused
from tracker.domain.filed import by_task, filed_of
from tracker.domain.papers import Review
from tracker.domain.task import Task
from tracker.intents.decide import decide
from tracker.intents.intent import File, Withdraw


def log() -> MemoryStore:
    return MemoryStore.of(entry("Email", "08:00", "08:30"), tasks=(Task("Invoicing", tedium=5),))


def test_papers_are_kept_under_the_name_the_log_knows() -> None:
    book = log()
    papers = (brief(task="INVOICING"), quote(task="email"), Review("2026-W47"))
    change = book.change(lambda seen: decide(File(papers, "wrote"), seen, moment()))
    assert change.label == "wrote"
    assert {getattr(paper, "task", "") for paper in book.papers()} == {"Invoicing", "Email", ""}
    assert {task.name: task.tedium for task in book.tasks()} == {"Invoicing": 5, "Email": None}
    book.undo()
    assert (book.papers(), [task.name for task in book.tasks()]) == ((), ["Invoicing"])


def test_papers_of_a_task_nobody_knows_are_refused() -> None:
    with pytest.raises(Refused, match='no task "Nothing"'):
        decide(File((brief(task="Nothing"),), "wrote"), log(), moment())
    with pytest.raises(Refused, match="nothing to keep"):
        decide(File((), "wrote"), log(), moment())


def test_of_several_quotes_the_last_chosen_is_the_one() -> None:
    book = log()
    for paper in (
        quote("q1", chosen=True),
        quote("q2"),
        quote("q3", "Email", chosen=True),
        quote("q4", "invoicing", chosen=True),
    ):
        book.change(lambda seen, paper=paper: decide(File((paper,), "quoted"), seen, moment()))
    assert [key for key, paper in book.filed.items() if paper.chosen] == ["q3", "q4"]


def test_papers_are_withdrawn_whole_or_not_at_all() -> None:
    book = log()
    book.filed = {paper.id: paper for paper in ONE_OF_EACH}
    with pytest.raises(Refused, match="not there any more"):
        decide(Withdraw(("q1", "nothing"), "withdrew"), book, moment())
    with pytest.raises(Refused):
        decide(Withdraw((), "withdrew"), book, moment())
    book.change(lambda seen: decide(Withdraw(("q1", "b1"), "withdrew"), seen, moment()))
    assert "q1" not in book.filed
    assert len(book.filed) == len(ONE_OF_EACH) - 2


def test_the_papers_of_a_task_are_sorted() -> None:
    older = quote("q0", day=ONE_OF_EACH[1].day.replace(day=1), task="INVOICING")
    empty = brief("b9", goals="", objectives="", success="", expectations="").replace(revised="9")
    papers = (older, empty, *ONE_OF_EACH)
    filed = filed_of("invoicing", papers)
    assert [found.id for found in filed.quotes] == ["q1", "q0"]
    assert (filed.brief and filed.brief.id, filed.stage) == ("b1", "trial")
    assert [len(filed.bills), len(filed.checks)] == [1, 1]
    assert filed.later is not None
    assert by_task(papers) == {"invoicing": filed}


def test_the_chosen_quote_counts_else_the_newest() -> None:
    old = quote("q1", day=quote().day.replace(day=1))
    assert filed_of("Invoicing", (old, quote("q2"))).quote == quote("q2")
    chosen = old.replace(chosen=True)
    assert filed_of("Invoicing", (quote("q2"), chosen)).quote == chosen
    assert filed_of("Other", (old,)).quote is None
    assert filed_of("Other", (old,)).stage == "mine"
