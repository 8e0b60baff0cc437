"""start, stop, switch, continue, cancel: what they do and what they say."""

from __future__ import annotations

from tests.unit.cli.conftest import Owner


def test_start_says_when(ww: Owner) -> None:
    assert ww.done("start", "Invoicing").out == "Started Invoicing at 09:57.\n"
    assert ww.done("status", "--json").json["task"] == "Invoicing"


def test_start_with_a_negative_time_is_no_option(ww: Owner) -> None:
    assert ww.done("start", "invoicing", "-10m").out == "Started invoicing at 09:47.\n"


def test_start_stops_what_runs_and_says_both(ww: Owner) -> None:
    ww.done("start", "Email", "-30m")
    said = ww.done("start", "Invoicing", "-5m").out
    assert said == "Started Invoicing at 09:52. Stopped Email 09:27-09:52: 25m.\n"


def test_start_takes_what_describes_it_from_the_line_or_from_options(ww: Owner) -> None:
    ww.done("start", "a", "@Acme", "#x", "//", "first")
    ww.pass_time(minutes=1)
    ww.done("start", "b", "--project", "Acme Corp", "--tag", "x", "--tag", "#y", "--note", "2nd")
    first, second = ww.done("log", "--json").json
    assert (first["project"], first["tags"], first["note"]) == ("Acme", ["x"], "first")
    assert (second["project"], second["tags"], second["note"]) == ("Acme Corp", ["x", "y"], "2nd")


def test_a_project_that_the_shell_unquoted_is_one_project(ww: Owner) -> None:
    ww.done("start", "invoicing", "@Acme Corp", "#year end")
    (entry,) = ww.done("log", "--json").json
    assert (entry["task"], entry["project"], entry["tags"]) == (
        "invoicing",
        "Acme Corp",
        ["year end"],
    )


def test_start_without_words_continues_the_last_task(ww: Owner) -> None:
    ww.done("add", "9-9:30", "Email", "@Acme")
    assert ww.done("start").out == "Started Email at 09:57 (Acme).\n"
    assert ww.done("log", "--json").json[-1]["project"] == "Acme"


def test_start_at(ww: Owner) -> None:
    assert ww.done("start", "Invoicing", "--at", "9:15").out == "Started Invoicing at 09:15.\n"


def test_the_time_is_given_once(ww: Owner) -> None:
    assert "twice" in ww.refused("start", "9:15", "x", "--at", "9:20", code=2)
    ww.done("start", "x", "-10m")
    assert "twice" in ww.refused("stop", "-1m", "--at", "9:50", code=2)


def test_start_of_a_block_logs_the_block(ww: Owner) -> None:
    assert ww.done("start", "9-9:30", "Email").out == "Logged Email 09:00-09:30: 30m.\n"
    assert not ww.done("status", "--json").json["running"]


def test_start_into_logged_time_offers_to_trim(ww: Owner) -> None:
    ww.done("add", "9-9:30", "Email")
    said = ww.refused("start", "9:15", "Invoicing")
    assert "Email 09:00-09:30" in said
    assert "--trim" in said
    said = ww.done("start", "9:15", "Invoicing", "--trim").out
    assert "Started Invoicing at 09:15." in said
    assert "Changed to Email 09:00-09:15: 15m." in said


def test_stop(ww: Owner) -> None:
    ww.done("start", "Invoicing", "-25m")
    assert ww.done("stop").out == "Stopped Invoicing 09:32-09:57: 25m.\n"


def test_stop_at_a_time(ww: Owner) -> None:
    ww.done("start", "9:00", "Invoicing")
    assert ww.done("stop", "9:30").out == "Stopped Invoicing 09:00-09:30: 30m.\n"
    ww.done("start", "9:40", "Invoicing")
    assert ww.done("stop", "--at", "-5m").out == "Stopped Invoicing 09:40-09:52: 12m.\n"


def test_stop_of_nothing(ww: Owner) -> None:
    assert ww.refused("stop") == "Nothing is running. Start with: ww start TASK"


def test_switch(ww: Owner) -> None:
    assert "Nothing is running" in ww.refused("switch", "Email")
    ww.done("start", "9:00", "Invoicing")
    said = ww.done("switch", "Email").out
    assert said == "Started Email at 09:57. Stopped Invoicing 09:00-09:57: 57m.\n"
    assert "ww add" in ww.refused("switch", "8-8:30", "x", code=2)


def test_continue(ww: Owner) -> None:
    assert "nothing to continue" in ww.refused("continue")
    ww.done("add", "8-8:30", "Standup", "@Team")
    ww.done("add", "9-9:30", "Email")
    assert ww.done("continue", "@2").out == "Started Standup at 09:57 (Team).\n"
    ww.pass_time(minutes=3)
    said = ww.done("resume").out
    assert said.startswith("Started Email at 10:00. Stopped Standup 09:57-10:00")


def test_cancel(ww: Owner) -> None:
    assert "nothing to cancel" in ww.refused("cancel")
    ww.done("start", "Invoicing", "-25m")
    assert ww.done("cancel").out == "Deleted Invoicing, running since 09:32.\n"
    assert ww.done("log", "--json").json == []


def test_every_change_as_json(ww: Owner) -> None:
    started = ww.done("start", "Invoicing", "-25m", "--json").json
    assert list(started) == ["change", "kind", "label", "entries", "deleted"]
    assert started["change"] == 1
    assert started["kind"] == "do"
    assert started["deleted"] == []
    (entry,) = started["entries"]
    assert entry["start"] == "2026-11-19T09:32:17+01:00"
    assert entry["stop"] is None
    assert entry["seconds"] == 1500
    cancelled = ww.done("cancel", "--json").json
    assert cancelled["entries"] == []
    assert cancelled["deleted"] == [entry["id"]]


def test_a_start_in_the_future_is_refused(ww: Owner) -> None:
    assert "still to come" in ww.refused("start", "11:00", "Invoicing", code=2)
    assert "still to come" in ww.refused("start", "Invoicing", "--at", "11:00", code=2)


def test_midnight_is_shown_with_its_date(ww: Owner) -> None:
    ww.done("start", "yesterday", "23:30", "Night work")
    assert ww.done("stop", "0:30").out == ("Stopped Night work 2026-11-18 23:30-00:30: 1h00.\n")
