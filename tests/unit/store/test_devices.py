"""Two machines, one synced folder: the newest of each row wins, whoever reads."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.fakes import NOW, at, entry
from tests.papers import ONE_OF_EACH, brief, quote
from tests.unit.store.conftest import Machine
from tracker.domain.book import Draft
from tracker.domain.errors import Refused
from tracker.domain.papers import Review
from tracker.domain.span import OpenSpan, Span
from tracker.domain.task import Task

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.entry import Entry
    from tracker.store.store import Store

DAY = timedelta(days=1)
EVERYTHING = (NOW - 4000 * DAY, NOW + 4000 * DAY)


def put(log: Store, *entries: Entry, label: str = "put") -> None:
    log.change(lambda _book: Draft(label, put=entries))


def ids(log: Store) -> list[str]:
    found = [held.id for held in log.entries(*EVERYTHING)]
    assert sorted(row["id"] for row in log.rows(0, 2**33)) == sorted(found)
    return found


def test_each_writes_in_its_own_folder_and_reads_both(
    here: Store, there: Store, home: Path
) -> None:
    put(here, entry("A", "08:00", "08:30"))
    written = (home / "here" / "2026-11.json").read_bytes()
    put(there, entry("B", "09:00", "09:30"))
    put(there, entry("A", "08:00", "08:45"))
    assert (home / "here" / "2026-11.json").read_bytes() == written
    for log in (here, there):
        assert ids(log) == ["a", "b"]
        assert log.latest(2)[1].when == Span(at("08:00"), at("08:45"))
        assert log.entry("a") == log.latest(2)[1]


def test_a_timer_started_here_is_stopped_there(here: Store, there: Store) -> None:
    put(here, entry("A", "08:00"))
    (running,) = there.running()
    put(there, running.replace(when=Span(at("08:00"), at("08:30"))))
    for log in (here, there):
        assert log.running() == ()
        assert ids(log) == ["a"]
    there.undo()
    for log in (here, there):
        assert [held.id for held in log.running()] == ["a"]
        assert ids(log) == ["a"]


def test_a_timer_is_moved_to_another_month_there_and_stopped(here: Store, there: Store) -> None:
    put(here, entry("A", "08:00", day="2026-11-02"))
    start = at("08:00", "2026-10-30")
    put(there, there.running()[0].replace(when=OpenSpan(start)))
    assert [held.when.start for held in here.running()] == [start]
    put(there, there.running()[0].replace(when=Span(start, start + DAY)))
    for log in (here, there):
        assert log.running() == ()
        assert ids(log) == ["a"]
        assert log.entries(NOW - 18 * DAY, NOW) == ()
    put(here, here.latest(1)[0].replace(note="back here"))
    for log in (here, there):
        assert ids(log) == ["a"]
        assert log.latest(1)[0].note == "back here"


def test_deleted_there_is_deleted_here(here: Store, there: Store) -> None:
    put(here, entry("A", "08:00", "08:30"), entry("B", "09:00"))
    there.change(lambda _book: Draft("deleted", delete=("a", "b")))
    assert ids(here) == []
    assert here.running() == ()
    assert here.known_ids(NOW - DAY, NOW) == {"a", "b"}
    put(here, entry("A", "10:00", "10:30"))
    assert ids(there) == ["a"]


def test_one_that_runs_again_there_runs_here(here: Store, there: Store) -> None:
    put(here, entry("A", "08:00", "08:30"))
    put(there, there.latest(1)[0].replace(when=OpenSpan(at("08:00"))))
    for log in (here, there):
        assert [held.id for held in log.running()] == ["a"]
        assert ids(log) == ["a"]
    put(here, here.running()[0].replace(when=Span(at("08:00"), at("08:40"))))
    for log in (here, there):
        assert log.running() == ()
        assert log.latest(1)[0].when == Span(at("08:00"), at("08:40"))


def test_moved_apart_at_the_same_time_it_is_in_one_place(
    machine: Machine, tmp_path: Path, home: Path
) -> None:
    """Both machines move the entry before either has heard of the other."""
    here, there = machine("here"), machine("there", lambda: NOW.timestamp() + 5)
    put(here, entry("A", "08:00", "08:30", day="2026-11-02"))
    first = here.latest(1)[0]
    aside = tmp_path / "aside"
    september, october = (
        Span(first.when.start - days * DAY, first.when.stop - days * DAY) for days in (50, 20)
    )
    put(there, first.replace(when=september))
    (home / "there").rename(aside)
    put(here, first.replace(when=october))
    assert ids(here) == ["a"]
    aside.rename(home / "there")
    for log in (here, there):
        assert ids(log) == ["a"]
        assert log.latest(1)[0].when == september
        assert log.entry("a") == log.latest(1)[0]
        assert log.entries(october.start, october.stop) == ()
        assert len(log.entries(september.start, september.stop)) == 1


def test_an_edit_beats_what_it_was_made_on_whatever_the_clock_says(machine: Machine) -> None:
    ahead = machine("ahead", lambda: NOW.timestamp() + 86_400 * 365)
    behind = machine("behind", lambda: 0)
    put(ahead, entry("A", "08:00", "08:30"))
    put(behind, behind.latest(1)[0].replace(note="later"))
    assert ahead.latest(1)[0].note == "later"
    put(ahead, ahead.latest(1)[0].replace(note="latest"))
    assert behind.latest(1)[0].note == "latest"


def test_tasks_are_merged_by_name(here: Store, there: Store) -> None:
    here.change(lambda _book: Draft("rated", put_tasks=(Task("A", tedium=1), Task("B"))))
    there.change(lambda _book: Draft("rated", put_tasks=(Task("A", tedium=5),)))
    there.change(lambda _book: Draft("removed", delete_tasks=("B",)))
    assert [(task.name, task.tedium) for task in here.tasks()] == [("A", 5)]


def test_undo_is_refused_where_the_other_changed_it_since(here: Store, there: Store) -> None:
    put(here, entry("A", "08:00", "08:30"), label="added A")
    put(there, there.latest(1)[0].replace(note="mine"))
    with pytest.raises(Refused, match=r"added A.*: A was changed on there since"):
        here.undo()
    assert here.latest(1)[0].note == "mine"
    there.undo()
    here.undo()
    assert ids(here) == ids(there) == []
    put(there, entry("A", "08:00", "08:30"))
    with pytest.raises(Refused, match="A was changed on there since"):
        here.redo()


def test_papers_are_merged_by_id(here: Store, there: Store) -> None:
    here.change(lambda _: Draft("wrote", put_papers=ONE_OF_EACH))
    there.change(
        lambda _: Draft("wrote", put_papers=(quote(amount=60.0),), drop_papers=("b1", "i1"))
    )
    here.change(lambda _: Draft("wrote", put_papers=(brief(goals="Again."),)))
    for log in (here, there):
        found = {paper.id: paper for paper in log.papers()}
        assert sorted(found) == ["2026-W47", "b1", "h1", "k1", "l1", "q1"]
        assert found["q1"].amount == 60.0
        assert found["b1"].goals == "Again."
    with pytest.raises(Refused, match="Invoicing was changed on here"):
        there.undo()
    here.undo()
    there.undo()
    assert [paper.replace(revised="") for paper in here.papers()] == sorted(
        ONE_OF_EACH, key=lambda paper: paper.id
    )


def test_a_review_closed_elsewhere_is_named_by_its_week(here: Store, there: Store) -> None:
    here.change(lambda _: Draft("reviewed", put_papers=(Review("2026-W47"),)))
    there.change(lambda _: Draft("reviewed", put_papers=(Review("2026-W47", "plan"),)))
    with pytest.raises(Refused, match="2026-W47 was changed on there"):
        here.undo()


def test_undo_of_a_task_is_refused_likewise(here: Store, there: Store) -> None:
    here.change(lambda _book: Draft("rated A", put_tasks=(Task("A", tedium=1),)))
    there.change(lambda _book: Draft("rated A", put_tasks=(Task("A", tedium=5),)))
    with pytest.raises(Refused, match="A was changed on there"):
        here.undo()


def test_undo_here_gives_back_what_there_had(here: Store, there: Store) -> None:
    put(there, entry("A", "08:00", "08:30", note="theirs"))
    put(here, here.latest(1)[0].replace(note="ours"))
    change = here.undo()
    assert [held.note for held in change.before] == ["ours"]
    assert [held.note for held in change.after] == ["theirs"]
    assert there.latest(1)[0].note == "theirs"
    here.change(lambda _book: Draft("deleted", delete=("a",)))
    assert here.undo().after[0].note == "theirs"
    assert ids(there) == ["a"]


def test_undo_works_where_the_other_has_older_rows(here: Store, there: Store) -> None:
    put(there, entry("A", "08:00"), entry("B", "07:00", "07:30", day="2026-10-02"))
    put(here, here.running()[0].replace(when=Span(at("08:00"), at("08:30"))))
    here.change(lambda _book: Draft("deleted", delete=("b",)))
    here.undo()
    here.undo()
    assert ids(here) == ids(there) == ["b", "a"]
    assert [held.id for held in there.running()] == ["a"]
    here.redo()
    assert there.running() == ()


def test_what_another_machine_has_pending_counts(here: Store, there: Store, home: Path) -> None:
    put(there, entry("A", "08:00"))
    put(there, entry("A", "08:00", "08:30"), entry("B", "08:30"))
    newest = max((home / "there" / "history").iterdir())
    newest.rename(home / "there" / "pending.json")
    (home / "there" / "2026-11.json").unlink()
    assert [held.id for held in here.running()] == ["b"]
    assert ids(here) == ["a", "b"]
    put(here, entry("C", "10:00", "10:30"))
    assert (home / "there" / "pending.json").exists()
    (home / "here").rename(home.parent / "gone")
    assert ids(here) == ["a", "b"]


def test_folders_that_are_no_machines_are_passed_over(here: Store, home: Path) -> None:
    put(here, entry("A", "08:00", "08:30"))
    (home / "photos").mkdir()
    (home / "photos" / "2026.json").write_text("!")
    (home / "new-laptop" / "history").mkdir(parents=True)
    assert ids(here) == ["a"]
