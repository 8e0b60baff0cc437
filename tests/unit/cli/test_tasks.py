"""tasks rename and merge, and rate."""

from __future__ import annotations

import pytest

from tests.unit.cli.conftest import Owner


@pytest.fixture
def owner(ww: Owner) -> Owner:
    """Mail of three months under two names, one of them running."""
    ww.done("add", "2026-09-30 9-10 email @Acme")
    ww.done("add", "2026-10-31 23:30-0:30 email")
    ww.done("add", "8-9 Mail #x")
    ww.done("start", "email")
    ww.done("rate", "mail", "--tedium", "5")
    return ww


def ledgers(owner: Owner) -> dict[str, bytes]:
    """The log without its history and backups."""
    return {
        name: content
        for name, content in owner.files().items()
        if "history" not in name and not name.startswith("backups")
    }


def tasks(owner: Owner) -> list[str]:
    return [found["task"] for found in owner.done("log", "all", "--json").json]


@pytest.mark.parametrize(
    ("words", "said", "after"),
    [
        (("rename", "email", "Email"), "Renamed email to Email: 3 entries.", "Email"),
        (("rename", "EMAIL", "Post"), "Renamed email to Post: 3 entries.", "Post"),
        (("merge", "email", "mail"), "Merged email into Mail: 3 entries.", "Mail"),
    ],
)
def test_one_change_that_undo_takes_back_byte_for_byte(
    owner: Owner, words: tuple[str, ...], said: str, after: str
) -> None:
    before = ledgers(owner)
    names = tasks(owner)
    changes = len(owner.done("undo", "--list").lines)
    assert owner.done("tasks", *words).out == f"{said}\n"
    assert tasks(owner) == [after if name == "email" else name for name in names]
    assert owner.done("status", "--json").json["task"] == after
    assert len(owner.done("undo", "--list").lines) == changes + 1
    owner.done("undo")
    assert ledgers(owner) == before
    owner.done("redo")
    assert tasks(owner) == [after if name == "email" else name for name in names]


def test_what_was_said_of_merged_tasks_is_kept(owner: Owner) -> None:
    owner.done("tasks", "merge", "Mail", "email")
    (found,) = owner.done("tasks", "--json").json
    assert (found["task"], found["tedium"]) == ("email", 5)
    assert "tedium" not in found["assumed"]


def test_entries_of_another_machine_are_renamed_in_our_own_folder(owner: Owner) -> None:
    owner.pass_time(minutes=5)
    owner.done("stop")
    owner.environ["WORTHWHILE_DEVICE"] = "laptop"
    owner.done("tasks", "rename", "email", "Post")
    assert tasks(owner).count("Post") == 3
    assert "email" not in tasks(owner)
    owner.environ["WORTHWHILE_DEVICE"] = "desk"
    assert tasks(owner).count("Post") == 3
    assert {found["task"] for found in owner.done("tasks", "--json").json} == {"Post", "Mail"}


def test_the_change_as_json(owner: Owner) -> None:
    found = owner.done("tasks", "rename", "email", "Post", "--json").json
    assert found["label"] == "renamed email to Post"
    assert {entry["task"] for entry in found["entries"]} == {"Post"}


def test_a_name_it_has_already(owner: Owner) -> None:
    assert "already" in owner.done("tasks", "rename", "email", "email").out


def test_rate_is_tasks_set(owner: Owner) -> None:
    said = owner.done("rate", "EMAIL", "--growth", "1", "--only-me", "no").out
    assert said == "Set email: growth 1, only me no.\n"
    found = {task["task"]: task for task in owner.done("tasks", "--json").json}
    assert found["email"]["growth"] == 1


def test_share_rhythm_pause_and_silence_are_one_change(owner: Owner) -> None:
    said = owner.done(
        *("tasks", "set", "email", "--share", "60%", "--silent", "yes"),
        *("--cadence", "every 2 weeks on fri", "--pause-until", "5 jan"),
    ).out
    assert said == (
        "Set email: silent yes, share 60%, cadence every 2 weeks on fri, paused until 2027-01-05.\n"
    )
    found = {task["task"]: task for task in owner.done("tasks", "--json").json}["email"]
    assert (found["share"], found["cadence"]) == (0.6, "every 2 weeks on fri")
    assert (found["paused_until"], found["silent"]) == ("2027-01-05", True)
    owner.done("rate", "email", "--share", "-", "--cadence", "-", "--pause-until", "-")
    found = owner.done("rate", "email", "--silent", "no", "--json").json
    assert (found["share"], found["cadence"]) == (None, None)
    assert (found["paused_until"], found["silent"]) == (None, False)
    assert [line.split("  ")[-1] for line in owner.done("undo", "--list").lines[:2]]


def test_a_task_that_is_only_logged_can_be_rated(owner: Owner) -> None:
    before = len(owner.done("undo", "--list").lines)
    for path in owner.home.glob("*/tasks.json"):
        path.unlink()
    assert owner.done("rate", "EMAIL", "--tedium", "4").out == "Set email: tedium 4.\n"
    assert len(owner.done("undo", "--list").lines) == before + 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("tasks", "rename", "email"), 2, "ww tasks rename"),
        (("tasks", "rename", "email", "a", "b"), 2, "ww tasks rename"),
        (("tasks", "merge", "email"), 2, "ww tasks merge"),
        (("tasks", "rename", "nothing", "x"), 1, "no task"),
        (("tasks", "rename", "email", "MAIL"), 1, "merge email into it"),
        (("tasks", "rename", "email", " "), 1, "no name"),
        (("tasks", "merge", "email", "nothing"), 1, "no task"),
        (("rate", "email"), 2, "ww rate"),
        (("rate",), 2, "TASK"),
        (("rate", "email", "--tedium", "9"), 2, "1 to 5"),
        (("rate", "email", "--share", "0"), 2, "60%"),
        (("rate", "email", "--share", "120%"), 2, "60%"),
        (("rate", "email", "--cadence", "soonish"), 2, "soonish"),
        (("rate", "email", "--pause-until", "yesterday"), 2, "day to come"),
        (("rate", "nothing", "--tedium", "1"), 1, "no task"),
    ],
)
def test_what_cannot_be(owner: Owner, words: tuple[str, ...], code: int, said: str) -> None:
    assert said in owner.refused(*words, code=code)
