"""Suggestions: accepted, dropped, changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes import MemoryStore, entry, moment
from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.errors import Overlap, Refused
from tracker.intents.decide import decide
from tracker.intents.intent import Accept, Dismiss, Intent, Revise

CALL = entry("Call", "08:00", "08:30", entry_id="call")
MAIL = entry("mail", "08:30", "09:00", entry_id="mail")


def log(*logged: Entry) -> MemoryStore:
    book = MemoryStore.of(*logged)
    book.change(lambda _: Draft("suggested", put_suggestions=(MAIL, CALL)))
    return book


def done(book: MemoryStore, intent: Intent, **how: Any) -> None:
    book.change(lambda seen: decide(intent, seen, moment(), **how))


def times(book: MemoryStore) -> list[tuple[str, int]]:
    return [(held.task, held.seconds_at(moment().now)) for held in book.all()]


def test_accepted_ones_are_logged_and_gone_from_the_list() -> None:
    book = log()
    done(book, Accept(("mail", "call")))
    assert times(book) == [("Call", 1800), ("mail", 1800)]
    assert book.suggestions() == ()
    assert {task.name for task in book.tasks()} == {"Call", "mail"}
    book.undo()
    assert (times(book), len(book.suggestions()), book.tasks()) == ([], 2, ())


def test_a_task_may_take_the_place_of_theirs() -> None:
    book = log()
    done(book, Accept(("call", "mail"), "Meetings"))
    assert {held.task for held in book.all()} == {"Meetings"}
    assert [task.name for task in book.tasks()] == ["Meetings"]


def test_time_that_is_logged_is_not_covered_twice() -> None:
    book = log(entry("Work", "07:50", "08:50", entry_id="work"))
    with pytest.raises(Overlap):
        done(book, Accept(("call",)))
    done(book, Accept(("call", "mail")), trim=True)
    assert times(book) == [("Work", 600), ("Call", 1800), ("mail", 1800)]


def test_several_pieces_are_cut_out_of_one_entry() -> None:
    book = MemoryStore.of(entry("Work", "07:00", "09:30", entry_id="work"))
    later = MAIL.replace(when=entry("x", "08:45", "09:00").when)
    book.change(lambda _: Draft("suggested", put_suggestions=(CALL, later)))
    done(book, Accept(("call", "mail")), trim=True)
    assert times(book) == [
        ("Work", 3600),
        ("Call", 1800),
        ("Work", 900),
        ("mail", 900),
        ("Work", 1800),
    ]


def test_those_that_overlap_each_other_are_accepted_one_by_one() -> None:
    book = log()
    book.change(
        lambda _: Draft("more", put_suggestions=(entry("Talk", "08:15", "08:45", entry_id="t"),))
    )
    with pytest.raises(Refused, match="Call and Talk overlap"):
        done(book, Accept(("call", "t", "mail")))
    done(book, Accept(("call",)))
    done(book, Accept(("t",)), trim=True)
    assert times(book) == [("Call", 900), ("Talk", 1800)]


def test_dropped_ones_are_gone_for_good() -> None:
    book = log()
    done(book, Dismiss(("call",)))
    assert [held.id for held in book.suggestions()] == ["mail"]
    assert book.suggested_ids() == {"call", "mail"}
    assert times(book) == []


def test_a_changed_one_still_waits() -> None:
    book = log()
    done(book, Revise("call", task="Client call", project="Acme", tags=("b", "a")))
    found = book.suggestions()[0]
    assert (found.task, found.project, found.tags) == ("Client call", "Acme", ("a", "b"))
    assert times(book) == []


@pytest.mark.parametrize("intent", [Accept(()), Accept(("x",)), Dismiss(("x",)), Revise("x")])
def test_what_does_not_wait(intent: Intent) -> None:
    with pytest.raises(Refused):
        done(log(), intent)
