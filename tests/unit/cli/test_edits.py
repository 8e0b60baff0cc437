"""edit, split, delete, and how entries are named."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.cli.conftest import Owner


@pytest.fixture
def logged(ww: Owner) -> Owner:
    """Email 08:00-08:30, Invoicing 08:30-09:30 for Acme."""
    ww.done("add", "8-8:30", "Email")
    ww.done("add", "8:30-9:30", "Invoicing", "@Acme", "#admin", "//", "november")
    return ww


def newest(ww: Owner) -> dict[str, Any]:
    found: dict[str, Any] = ww.done("log", "all", "--json").json[-1]
    return found


def test_edit_the_words(logged: Owner) -> None:
    said = logged.done("edit", "@1", "--task", "Payroll", "--project", "Beta", "--tag", "b,c").out
    assert said == "Changed to Payroll 08:30-09:30: 1h00 (Beta #b,c).\n"
    logged.done("edit", "@1", "--no-project", "--no-tags", "--note", "x", "--billable", "yes")
    found = newest(logged)
    assert (found["project"], found["tags"], found["note"]) == ("", [], "x")
    assert found["billable"] is True


def test_edit_moves_an_end(logged: Owner) -> None:
    logged.done("edit", "@1", "--stop", "9:15")
    logged.done("edit", "@1", "--start", "8:45")
    found = newest(logged)
    assert found["start"] == "2026-11-19T08:45:00+01:00"
    assert found["stop"] == "2026-11-19T09:15:00+01:00"


def test_edit_replaces_both_ends(logged: Owner) -> None:
    assert "08:45-09:15" in logged.done("edit", "@1", "8:45-9:15").out
    assert "2026-11-18 14:00-16:00" in logged.done("edit", "@1", "yesterday", "14-16").out


def test_edit_of_an_entry_of_another_day_stays_on_its_day(ww: Owner) -> None:
    ww.done("add", "yesterday", "14-16", "Proposal")
    assert "2026-11-18 13:00-15:00" in ww.done("edit", "@1", "13-15").out
    ww.done("edit", "@1", "--stop", "15:30")
    assert newest(ww)["stop"] == "2026-11-18T15:30:00+01:00"


def test_edit_over_midnight(ww: Owner) -> None:
    ww.done("add", "2026-11-17", "22-23", "Proposal")
    ww.done("edit", "@1", "--stop", "1:00")
    assert newest(ww)["stop"] == "2026-11-18T01:00:00+01:00"


def test_edit_by_duration_moves_the_end(logged: Owner) -> None:
    logged.done("edit", "@1", "25m")
    assert newest(logged)["stop"] == "2026-11-19T08:55:00+01:00"


def test_edit_what_runs(ww: Owner) -> None:
    ww.done("start", "Invoicing")
    assert ww.done("edit", "@1", "--start", "9:15").out == "Running: Invoicing at 09:15.\n"
    assert ww.done("edit", "@1", "9:00").out == "Running: Invoicing at 09:00.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("edit", "@1"), 2, "Say what to change"),
        (("edit", "@9", "--task", "x"), 1, "@2"),
        (("edit", "@0", "--task", "x"), 2, "@1 is the newest"),
        (("edit", "@x", "--task", "x"), 2, "@1 is the newest"),
        (("edit", "nothere", "--task", "x"), 1, "ww log"),
        (("edit", "@1", "--start", "9:45"), 1, "stop"),
        (("edit", "@1", "--stop", "8:00"), 1, "start"),
        (("edit", "@1", "--stop", "25:99"), 2, "25:99"),
        (("edit", "@1", "9:15-"), 2, ""),
        (("edit", "@1", "9-9:10", "email"), 2, "--task"),
        (("edit", "@1", "9-9:10", "--stop", "9:05"), 2, "twice"),
        (("edit", "@1", "--note", "x", "--no-note"), 2, "--no-note"),
        (("edit", "@1", "--task", ""), 1, "name"),
        (("edit", "@1", "--start", "8:15"), 1, "--trim"),
        (("split", "@1", "12:00"), 2, "still to come"),
        (("split", "@1", "8:10"), 1, "inside"),
        (("split", "@1", "9:00", "8-9 x"), 2, "without a time"),
        (("delete", "@1", "@7"), 1, "@2"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    logged: Owner, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in logged.refused(*words, code=code)


def test_split_and_rename_the_later_part(logged: Owner) -> None:
    said = logged.done("split", "@1", "9:00", "Email", "@Beta").out
    assert "Logged Email 09:00-09:30: 30m (Beta)." in said
    assert "Changed to Invoicing 08:30-09:00: 30m (Acme #admin)." in said


def test_split_after_a_while(logged: Owner) -> None:
    logged.done("split", "@1", "25m")
    assert newest(logged)["start"] == "2026-11-19T08:55:00+01:00"
    assert newest(logged)["project"] == "Acme"


def test_split_what_runs(ww: Owner) -> None:
    ww.done("start", "9:00", "Email")
    said = ww.done("split", "@1", "9:30", "Invoicing").out
    assert "Started Invoicing at 09:30." in said
    assert "Stopped Email 09:00-09:30: 30m." in said


def test_delete_several_is_one_change(logged: Owner) -> None:
    said = logged.done("delete", "@1", "@2").out
    assert "Deleted Email 08:00-08:30: 30m." in said
    assert "Deleted Invoicing 08:30-09:30: 1h00 (Acme #admin)." in said
    assert logged.done("log", "--json").json == []
    logged.done("undo")
    assert len(logged.done("log", "--json").json) == 2


def test_an_entry_may_be_named_by_its_id_or_the_beginning_of_it(logged: Owner) -> None:
    entry_id = newest(logged)["id"]
    logged.done("edit", entry_id, "--task", "A")
    assert newest(logged)["task"] == "A"
    logged.done("edit", entry_id[:6], "--task", "B")
    assert newest(logged)["task"] == "B"


def test_the_beginning_of_several_ids_is_refused(ww: Owner) -> None:
    given = {
        "version": 1,
        "entries": [
            {
                "id": f"same-{n}",
                "task": "x",
                "start": f"2026-11-0{n}T09:00:00Z",
                "stop": f"2026-11-0{n}T10:00:00Z",
            }
            for n in (1, 2)
        ],
    }
    import json

    assert ww("import", "json", "-", stdin=json.dumps(given)).code == 0
    assert "2 entries" in ww.refused("delete", "same")


def test_naming_an_entry_of_an_empty_log(ww: Owner) -> None:
    assert "empty" in ww.refused("edit", "@1", "--task", "x")
