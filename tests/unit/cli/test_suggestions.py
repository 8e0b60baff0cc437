"""import --suggest, and the list of suggestions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.shapes import SUGGESTION

SAMPLES = Path(__file__).parents[1] / "exchange" / "samples"
CALENDAR = str(SAMPLES / "ical" / "repeating.ics")
WATCHED = str(SAMPLES / "activitywatch" / "one-program.json")


@pytest.fixture
def owner(ww: Owner) -> Owner:
    """Four events of a calendar wait."""
    said = ww.done("import", "ical", CALENDAR, "--suggest").out
    assert said.startswith("Suggested 4 entries, 1h15")
    assert "ww suggestions" in said
    return ww


def logged(owner: Owner) -> list[str]:
    return [found["task"] for found in owner.done("log", "all", "--json").json]


def waiting(owner: Owner) -> list[str]:
    return [found["task"] for found in owner.done("suggestions", "--json").json]


def test_suggestions_are_not_in_the_log(owner: Owner) -> None:
    assert logged(owner) == []
    assert owner.done("tasks", "--json").json == []
    assert owner.done("report", "all", "--json").json["total_seconds"] == 0
    found = owner.done("suggestions", "--json").json
    assert {name for name, _ in SUGGESTION} == set(found[0])
    lines = owner.done("suggestions").lines
    assert lines[0].startswith("s1  Standup 2026-10-19 09:00-09:15")
    assert len(lines) == 5


def test_accepted_ones_are_logged_in_one_change(owner: Owner) -> None:
    owner.done("suggestions", "accept", "s1", "s3", "--task", "Meetings")
    assert logged(owner) == ["Meetings", "Meetings"]
    assert waiting(owner) == ["Standup", "Standup"]
    owner.done("undo")
    assert (logged(owner), len(waiting(owner))) == ([], 4)
    owner.done("redo")
    assert (len(logged(owner)), len(waiting(owner))) == (2, 2)


def test_settled_ones_do_not_come_back(owner: Owner) -> None:
    owner.done("suggestions", "drop", "s1")
    owner.done("suggestions", "accept", "all")
    again = owner.done("import", "ical", CALENDAR, "--suggest", "--json").json
    assert (again["added"], again["duplicates"]) == (0, 4)
    assert waiting(owner) == []
    assert len(logged(owner)) == 3


def test_time_that_is_logged_is_not_covered_twice(owner: Owner) -> None:
    owner.done("add", "2026-11-16 8:50-9:10 Email")
    assert "--trim" in owner.refused("suggestions", "accept", "all")
    owner.done("suggestions", "accept", "all", "--trim")
    found = owner.done("log", "2026-11-16", "--json").json
    assert [(entry["task"], entry["seconds"]) for entry in found] == [
        ("Email", 600),
        ("Standup", 900),
    ]


def test_one_is_changed_before_it_is_accepted(owner: Owner) -> None:
    owner.done("suggestions", "edit", "s2", "--task", "Planning", "--project", "Acme", "-t", "x")
    assert waiting(owner)[1] == "Planning"
    owner.done("suggestions", "accept", "S2")
    (found,) = owner.done("log", "all", "--json").json
    assert (found["task"], found["project"], found["tags"]) == ("Planning", "Acme", ["x"])
    assert found["source"] == "import:ical"


def test_what_another_machine_suggested_is_settled_here(owner: Owner) -> None:
    owner.environ["WORTHWHILE_DEVICE"] = "laptop"
    owner.done("suggestions", "accept", "s1")
    owner.done("suggestions", "drop", "s1")
    owner.environ["WORTHWHILE_DEVICE"] = "desk"
    assert len(waiting(owner)) == 2
    assert logged(owner) == ["Standup"]


def test_activitywatch_only_ever_suggests_and_titles_are_private(ww: Owner) -> None:
    ww.done("import", WATCHED)
    assert logged(ww) == []
    (found,) = ww.done("suggestions", "--json").json
    assert (found["task"], found["note"]) == ("Firefox", "")
    assert all(b"Bank" not in content for content in ww.files().values())


def test_titles_are_read_where_they_are_asked_for(ww: Owner) -> None:
    ww.done("import", "activitywatch", WATCHED, "--titles")
    (found,) = ww.done("suggestions", "--json").json
    assert found["note"] == "Bank"


def test_a_dry_run_suggests_nothing(ww: Owner) -> None:
    before = ww.files()
    assert "Would suggest 4 entries" in ww.done("import", CALENDAR, "--suggest", "--dry-run").out
    assert ww.files() == before


def test_an_empty_list(ww: Owner) -> None:
    assert "No suggestions" in ww.done("suggestions").out
    assert ww.done("suggestions", "--json").json == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("suggestions", "take", "s1"), 2, "accept, drop or edit"),
        (("suggestions", "accept"), 2, "s1 s3"),
        (("suggestions", "accept", "s9"), 1, 'no suggestion "s9"'),
        (("suggestions", "edit", "s1"), 2, "--task"),
        (("suggestions", "edit", "all", "--task", "x"), 2, "one at a time"),
        (("import", str(SAMPLES / "toggl" / "identical-rows.csv"), "--suggest"), 2, "--suggest"),
    ],
)
def test_what_cannot_be(owner: Owner, words: tuple[str, ...], code: int, said: str) -> None:
    assert said in owner.refused(*words, code=code)
