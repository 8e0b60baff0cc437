"""Saying something of tasks, renaming and merging them."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryStore, entry, moment
from tests.papers import DAY, brief, handoff, quote
from tracker.domain.cadence import Cadence
from tracker.domain.errors import InvalidValue, Refused
from tracker.domain.papers import Review
from tracker.domain.task import Task
from tracker.intents.decide import decide
from tracker.intents.intent import Amend, Merge, Rename


def log() -> MemoryStore:
    return MemoryStore.of(
        entry("email", "08:00", "08:30", entry_id="a"),
        entry("Email", "08:30", "09:00", entry_id="b"),
        entry("Mail", "09:00", "09:10", entry_id="c"),
        entry("Other", "09:10", "09:20", entry_id="d"),
        entry("email", "09:30", entry_id="e", note="runs"),
        tasks=(
            Task("email", tedium=4),
            Task("Mail", tedium=1, growth=2, category="email", only_me=False),
            Task("Other"),
        ),
    )


def done(book: MemoryStore, intent: Rename | Merge) -> dict[str, str]:
    """Task of each entry afterwards, and that undo takes it all back."""
    before = book.all(), book.tasks()
    book.change(lambda seen: decide(intent, seen, moment()))
    found = {held.id: held.task for held in book.all()}
    book.undo()
    assert [held.replace(revised="") for held in book.all()] == list(before[0])
    assert {task.replace(revised="") for task in book.tasks()} == set(before[1])
    book.redo()
    assert {held.id: held.task for held in book.all()} == found
    return found


def test_a_task_and_all_its_entries_get_another_name() -> None:
    book = log()
    found = done(book, Rename("EMAIL", "Email triage"))
    assert found == dict.fromkeys("abe", "Email triage") | {"c": "Mail", "d": "Other"}
    kept = {task.name: task for task in book.tasks()}
    assert set(kept) == {"Email triage", "Mail", "Other"}
    assert kept["Email triage"].tedium == 4
    assert book.running()[0].note == "runs"


def test_a_new_spelling_is_a_new_name() -> None:
    book = log()
    assert done(book, Rename("email", "Email"))["a"] == "Email"
    assert {task.name for task in book.tasks()} == {"Email", "Mail", "Other"}


def test_the_same_name_again_changes_only_other_spellings() -> None:
    draft = decide(Rename("Email", "email"), log(), moment())
    assert [held.id for held in draft.put] == ["b"]
    assert draft.delete_tasks == ()


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        (Rename("email", "mail"), "merge email into it"),
        (Rename("nothing", "x"), "There is no task"),
        (Merge(("email", "nothing"), "Mail"), "There is no task"),
        (Merge(("email",), "nothing"), "There is no task"),
        (Merge(("email",), "EMAIL"), "Say which"),
        (Merge((), "email"), "Say which"),
    ],
)
def test_what_cannot_be_renamed_or_merged(intent: Rename | Merge, said: str) -> None:
    with pytest.raises(Refused, match=said):
        decide(intent, log(), moment())


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "\ud800"])
def test_a_name_no_task_can_have(name: str) -> None:
    with pytest.raises(InvalidValue):
        decide(Rename("email", name), log(), moment())


def test_merged_tasks_are_one_and_nothing_said_is_lost() -> None:
    book = log()
    found = done(book, Merge(("Mail", "other"), "email"))
    assert set(found.values()) == {"email"}
    (kept,) = book.tasks()
    assert (kept.name, kept.tedium, kept.growth, kept.category) == ("email", 4, 2, "email")
    assert kept.only_me is False


def amended(book: MemoryStore, task: str, *said: tuple[str, object]) -> tuple[str, Task]:
    change = book.change(lambda seen: decide(Amend(task, said), seen, moment()))
    found = next(t for t in book.tasks() if t.name.casefold() == task.casefold())
    return change.label, found.replace(revised="")


def test_what_is_said_of_a_task_is_taken_down_and_back() -> None:
    book = log()
    label, found = amended(book, "EMAIL", ("growth", 1), ("tedium", None), ("project", "Acme"))
    assert (label, found) == ("rated email", Task("email", growth=1, project="Acme"))
    _, found = amended(book, "email", ("project", None), ("silent", None))
    assert (found.project, found.silent) == ("", False)
    book.undo()
    assert book.known["email"].project == "Acme"


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("cadence", Cadence("week"), "declared the rhythm of Other"),
        ("cadence", None, "left the rhythm of Other to the log"),
        ("paused_until", DAY, "paused Other until 2026-11-02"),
        ("paused_until", None, "resumed Other"),
        ("silent", True, "silenced reminders of Other"),
        ("share", 0.5, "rated Other"),
    ],
)
def test_what_undo_will_call_it(field: str, value: object, label: str) -> None:
    book = log()
    amended(book, "Other", ("tedium", 2), ("silent", False))
    assert decide(Amend("other", ((field, value),)), book, moment()).label == label


def test_a_task_that_is_only_logged_gets_its_record() -> None:
    book = MemoryStore.of(entry("Email", "08:00", "08:30"), entry("EMAIL", "09:00", "09:30"))
    _, found = amended(book, "email", ("tedium", 4))
    assert found == Task("EMAIL", tedium=4)
    with pytest.raises(Refused, match='no task "Nothing"'):
        decide(Amend("Nothing", (("tedium", 4),)), book, moment())


@pytest.mark.parametrize("said", [("name", "x"), ("revised", "x"), ("speed", 1), ("tedium", 9)])
def test_what_cannot_be_said(said: tuple[str, object]) -> None:
    with pytest.raises(InvalidValue):
        decide(Amend("email", (said,)), log(), moment())


def test_papers_and_rhythm_go_with_a_new_name() -> None:
    book = log()
    book.filed = {"q1": quote(task="EMAIL"), "b1": brief(task="Other"), "w": Review("2026-W47")}
    amended(book, "email", ("cadence", Cadence("day")), ("share", 0.5))
    book.change(lambda seen: decide(Rename("email", "Post"), seen, moment()))
    assert {key: getattr(paper, "task", "") for key, paper in book.filed.items()} == {
        "q1": "Post",
        "b1": "Other",
        "w": "",
    }
    assert (book.known["Post"].cadence, book.known["Post"].share) == (Cadence("day"), 0.5)
    book.undo()
    assert book.filed["q1"].task == "EMAIL"


def test_papers_of_merged_tasks_count_for_the_one() -> None:
    book = log()
    book.filed = {
        "b1": brief("b1", "Mail", goals="Read.", revised="3"),
        "b2": brief("b2", "email", goals="Written.", revised="2"),
        "b3": brief("b3", "email", revised="9", goals="", objectives="").replace(
            success="", expectations=""
        ),
        "h1": handoff("candidate", "trial", paper_id="h1", task="email", revised="1"),
        "h2": handoff("briefed", paper_id="h2", task="Mail", revised="8"),
        "q1": quote("q1", "email", chosen=True),
        "q2": quote("q2", "Mail", chosen=True, day=DAY.replace(day=1)),
        "q3": quote("q3", "Other", chosen=True),
    }
    book.change(lambda seen: decide(Merge(("email",), "Mail"), seen, moment()))
    assert {key: paper.task for key, paper in book.filed.items()} == {
        "b1": "Mail",
        "h1": "Mail",
        "q1": "Mail",
        "q2": "Mail",
        "q3": "Other",
    }
    assert [key for key, paper in book.filed.items() if getattr(paper, "chosen", False)] == [
        "q1",
        "q3",
    ]
    book.undo()
    assert len(book.filed) == 8


def test_what_one_task_says_of_its_rhythm_is_taken_over() -> None:
    book = log()
    amended(book, "Mail", ("cadence", Cadence("day")), ("paused_until", DAY), ("silent", True))
    book.change(lambda seen: decide(Merge(("Mail",), "Other"), seen, moment()))
    into = book.known["Other"]
    assert (into.cadence, into.paused_until, into.silent) == (Cadence("day"), DAY, True)
