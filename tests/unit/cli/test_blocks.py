"""add and log-line."""

from __future__ import annotations

import pytest

from tests.unit.cli.conftest import Owner


def test_add_a_block(ww: Owner) -> None:
    said = ww.done("add", "9-9:30", "invoicing", "@acme").out
    assert said == "Logged invoicing 09:00-09:30: 30m (acme).\n"


def test_add_a_block_that_ends_now(ww: Owner) -> None:
    assert ww.done("add", "25m", "email").out == "Logged email 09:32-09:57: 25m.\n"


def test_add_a_whole_line_in_one_word(ww: Owner) -> None:
    ww.done("add", "8:00-8:30 payroll @Acme #admin // november")
    (entry,) = ww.done("log", "--json").json
    assert entry["task"] == "payroll"
    assert entry["project"] == "Acme"
    assert entry["tags"] == ["admin"]
    assert entry["note"] == "november"
    assert entry["seconds"] == 1800


def test_add_on_another_day(ww: Owner) -> None:
    said = ww.done("add", "yesterday", "14-16", "proposal").out
    assert said == "Logged proposal 2026-11-18 14:00-16:00: 2h00.\n"


def test_an_amount_of_time_on_a_day(ww: Owner) -> None:
    assert ww.done("add", "yesterday", "25m", "email").out == "Logged email on 2026-11-18: 25m.\n"
    (entry,) = ww.done("log", "yesterday", "--json").json
    assert entry["date"] == "2026-11-18"
    assert entry["seconds"] == 1500
    assert "start" not in entry


def test_add_needs_an_end(ww: Owner) -> None:
    said = ww.refused("add", "invoicing", code=2)
    assert "ww start" in said


def test_an_overlap_is_refused_and_trim_makes_room(ww: Owner) -> None:
    ww.done("add", "9-9:30", "Email")
    said = ww.refused("add", "9:15-9:45", "Invoicing")
    assert "Email 09:00-09:30" in said
    assert "--trim" in said
    said = ww.done("add", "9:15-9:45", "Invoicing", "--trim").out
    assert "Logged Invoicing 09:15-09:45: 30m." in said
    assert "Changed to Email 09:00-09:15: 15m." in said


@pytest.mark.parametrize("line", ["25:99 x", "14:30-16:30", "9:15- x", "9-10-11 x", "12-13 x"])
def test_what_cannot_be_read_is_never_a_task(ww: Owner, line: str) -> None:
    ww.refused("add", line, code=2)
    assert ww.done("tasks", "--json").json == []


def test_a_known_task_keeps_its_spelling(ww: Owner) -> None:
    ww.done("add", "8-8:30", "Email triage")
    assert ww.done("add", "9-9:30", "email TRIAGE").out.startswith("Logged Email triage ")


@pytest.mark.parametrize(
    "name", ["会議 🚀", "שלום עולם", "[bold]x[/]", "Büro & Co <b>", "'; rm -rf"]
)
def test_any_plain_text_is_a_name(ww: Owner, name: str) -> None:
    ww.done("add", "9-9:30", f'"{name}"')
    (entry,) = ww.done("log", "--json").json
    assert entry["task"] == name
    assert name in ww.done("log").out


def test_the_numbers_of_a_known_task_are_no_times(ww: Owner) -> None:
    ww.done("add", '8-8:30 "Room 915"')
    assert ww.done("start", "room", "915").out == "Started Room 915 at 09:57.\n"


def test_a_name_of_500_characters_is_refused(ww: Owner) -> None:
    said = ww.refused("add", "9-9:30", "x" * 500)
    assert "200" in said


def test_broken_characters_are_refused(ww: Owner) -> None:
    assert "characters" in ww.refused("add", "9-9:30", "b\udce9")


def test_log_line_does_whatever_the_line_says(ww: Owner) -> None:
    assert ww.done("log-line", "9-9:30 Email").out == "Logged Email 09:00-09:30: 30m.\n"
    assert ww.done("log-line", "Invoicing").out == "Started Invoicing at 09:57.\n"
