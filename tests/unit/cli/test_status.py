from __future__ import annotations

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.shapes import STATUS
from tracker.cli.status import FIELDS


def test_nothing_running_is_no_failure(ww: Owner) -> None:
    assert ww.done("status").out == "Nothing is running. Today 0m.\n"
    assert ww.done("status", "--json").json == {
        "running": False,
        "task": None,
        "project": None,
        "start": None,
        "seconds": 0,
        "value": 0.0,
        "handed_off_cost": None,
        "today_seconds": 0,
        "currency": "USD",
        "also_running": [],
    }
    assert ww.done("status", "--format", "{task} {elapsed}").out == "\n"


def test_reading_creates_nothing(ww: Owner) -> None:
    before = ww.files()
    ww.done("status")
    ww.done("log", "all")
    ww.done("report", "all")
    assert ww.files() == before


def test_the_shape_is_the_documented_one(ww: Owner) -> None:
    assert tuple(ww.done("status", "--json").json) == tuple(name for name, _ in STATUS)


def test_a_running_timer_with_its_money(ww: Owner) -> None:
    """42:17 of invoicing at $256.41 an hour is $180.70; handed off at $45 it is $52.95."""
    ww.done("add", "8-9", "Email")
    ww.done("start", "9:15", "Invoicing", "@Acme")
    ww.pass_time(seconds=0)
    found = ww.done("status", "--json").json
    assert found["running"] is True
    assert found["task"] == "Invoicing"
    assert found["project"] == "Acme"
    assert found["start"] == "2026-11-19T09:15:00+01:00"
    assert found["seconds"] == 42 * 60 + 17
    assert found["value"] == 180.70
    assert found["handed_off_cost"] == 52.95
    assert found["today_seconds"] == 3600 + 42 * 60 + 17
    assert ww.done("status").lines == [
        "Invoicing  0:42:17  since 09:15  Acme",
        "By you $180.70, handed off $52.95. Today 1h42.",
    ]


def test_no_rate_in_the_owners_currency_is_null(ww: Owner) -> None:
    ww.settings('zone = "Europe/Berlin"\ncurrency = "EUR"\n')
    ww.done("start", "9:15", "Invoicing")
    found = ww.done("status", "--json").json
    assert found["handed_off_cost"] is None
    assert found["currency"] == "EUR"
    assert ww.done("status").lines[1] == "By you €180.70. Today 42m."


def test_the_owners_own_rate_counts(ww: Owner) -> None:
    ww.settings('zone = "Europe/Berlin"\ncurrency = "EUR"\n[rates]\ninvoicing = 45\n')
    ww.done("start", "9:15", "Invoicing")
    assert ww.done("status", "--json").json["handed_off_cost"] == 52.95


def test_format(ww: Owner) -> None:
    ww.done("start", "9:15", "Invoicing")
    said = ww.done("status", "--format", "{task} {elapsed} {value}").out
    assert said == "Invoicing 0:42:17 $180.70\n"
    every = " ".join(f"{{{name}}}" for name in FIELDS)
    assert "{" not in ww.done("status", "--format", every).out


@pytest.mark.parametrize("template", ["{tsak}", "{", "{task", "{task!r}", "{0}"])
def test_a_field_that_does_not_exist_lists_those_that_do(ww: Owner, template: str) -> None:
    said = ww.refused("status", "--format", template, code=2)
    assert all(name in said for name in FIELDS)


def test_today_begins_when_the_owner_says(ww: Owner) -> None:
    ww.settings('zone = "Europe/Berlin"\nday_start = "04:00"\n')
    ww.done("add", "1-3", "Night work")
    ww.done("add", "5-6", "Email")
    assert ww.done("status", "--json").json["today_seconds"] == 3600


def test_an_amount_of_today_counts_today(ww: Owner) -> None:
    ww.done("add", "yesterday", "25m", "Email")
    assert ww.done("status", "--json").json["today_seconds"] == 0
    ww.pass_time(days=-1)
    assert ww.done("status", "--json").json["today_seconds"] == 1500


def test_a_timer_over_midnight_counts_what_is_today(ww: Owner) -> None:
    ww.done("start", "yesterday", "23:00", "Night work")
    found = ww.done("status", "--json").json
    assert found["seconds"] == 10 * 3600 + 57 * 60 + 17
    assert found["today_seconds"] == 9 * 3600 + 57 * 60 + 17
    assert "since 2026-11-18 23:00" in ww.done("status").out


def test_two_timers_are_both_shown(ww: Owner) -> None:
    """One timer here, one on another machine whose folder was synced."""
    ww.done("start", "9:00", "Email")
    ww.environ["WORTHWHILE_DEVICE"] = "laptop"
    (ww.home / "desk").rename(ww.folder / "away")
    ww.done("start", "9:30", "Invoicing")
    (ww.folder / "away").rename(ww.home / "desk")
    found = ww.done("status", "--json").json
    assert found["task"] == "Invoicing"
    assert found["also_running"] == ["Email"]
    assert "Also running: Email." in ww.done("status").out
    assert ww.done("stop").out.startswith("Stopped Invoicing 09:30-09:57: 27m.")
    assert ww.done("status", "--json").json["task"] == "Email"


def test_names_are_plain_text(ww: Owner) -> None:
    ww.done("start", "[bold]x[/] \x1b[31mred")
    shown = ww("status", terminal=True).out
    assert "[bold]x[/] [31mred" in shown
    assert "\x1b[31mred" not in shown
