from __future__ import annotations

from tests.unit.cli.conftest import Owner


def test_a_day_is_undone_to_its_start_and_redone_to_its_end(ww: Owner) -> None:
    ww.done("start", "8:00", "Email")
    ww.done("switch", "8:30", "Invoicing")
    ww.done("stop", "9:00")
    ww.done("add", "9-9:10", "Standup")
    ww.done("edit", "@1", "--stop", "9:15")
    ww.done("split", "@1", "9:05", "Calls")
    ww.done("delete", "@2")
    ww.done("tasks", "set", "calls", "--tedium", "5")
    whole = ww.done("log", "--json").json
    tasks = ww.done("tasks", "--json").json
    assert "8 changes" not in ww.done("undo", "8").out
    assert ww.done("log", "--json").json == []
    assert ww.refused("undo") == "Nothing to undo."
    assert len(ww.done("redo", "8").lines) == 8
    assert ww.done("log", "--json").json == whole
    assert ww.done("tasks", "--json").json == tasks
    assert ww.refused("redo").startswith("Nothing to redo")


def test_what_was_undone_is_said(ww: Owner) -> None:
    ww.done("start", "Invoicing")
    assert ww.done("undo").out == "Undone: started Invoicing. (ww redo reverses that.)\n"
    assert ww.done("redo").out == "Redone: started Invoicing. (ww undo reverses that.)\n"


def test_more_than_there_is_does_what_there_is(ww: Owner) -> None:
    ww.done("start", "Invoicing")
    assert ww.done("undo", "5").lines[-1] == "Nothing to undo."
    assert not ww.done("status", "--json").json["running"]


def test_the_number_has_to_be_one(ww: Owner) -> None:
    for word in ("0", "-1", "x", "1.5", "99999"):
        assert "ww undo 3" in ww.refused("undo", word, code=2)


def test_the_list_is_newest_first(ww: Owner) -> None:
    assert ww.done("undo", "--list").out == "Nothing has been done yet.\n"
    ww.done("start", "8:00", "Email")
    ww.done("stop", "8:30")
    ww.done("undo")
    assert ww.done("undo", "--list", "--json").json == [
        {"change": 3, "kind": "undo", "label": "stopped Email"},
        {"change": 2, "kind": "do", "label": "stopped Email"},
        {"change": 1, "kind": "do", "label": "started Email"},
    ]
    assert ww.done("undo", "--list").lines[0] == "3  undid: stopped Email"


def test_undo_as_json(ww: Owner) -> None:
    ww.done("start", "Email")
    (change,) = ww.done("undo", "--json").json
    assert change["kind"] == "undo"
    assert change["label"] == "started Email"
    assert len(change["deleted"]) == 1
