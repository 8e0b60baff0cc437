"""Renaming and merging tasks."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryStore, entry, moment
from tracker.domain.errors import InvalidValue, Refused
from tracker.domain.task import Task
from tracker.intents.decide import decide
from tracker.intents.intent import Merge, Rename


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
