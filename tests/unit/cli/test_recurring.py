"""recurring and audit."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.shapes_audit import AUDIT, DUE, RECURRING, VERDICT
from tracker.domain.cadence import CADENCES, STATUSES

TODAY = date(2026, 11, 19)


def block(task: str, day: date, start: str, stop: str) -> dict[str, Any]:
    return {
        "task": task,
        "start": f"{day}T{start}:00+00:00",
        "stop": f"{day}T{stop}:00+00:00",
        "zone": "UTC",
    }


@pytest.fixture
def log(ww: Owner) -> Owner:
    """Half a year: email on weekdays, payroll on Fridays, books on the 15th, one flood."""
    days = [TODAY - timedelta(days=back) for back in range(190)]
    held = []
    for day in days:
        if day.weekday() < 5:
            held.append(block("Email", day, "07:00", "07:30"))
        if day.weekday() == 4:
            held.append(block("Payroll", day, "13:00", "15:00"))
        if day.day == 15:
            held.append(block("Books", day, "15:00", "18:00"))
    held.append(block("Flood", date(2026, 6, 3), "18:00", "20:00"))
    text = json.dumps({"version": 1, "tasks": [], "entries": held})
    ww(*("import", "json", "-"), stdin=text)
    return ww


def rows(owner: Owner, *words: str) -> dict[str, dict[str, Any]]:
    return {row["task"]: row for row in owner.done("recurring", "--json", *words).json}


def test_the_shape_and_what_it_says(log: Owner) -> None:
    found = rows(log)
    for row in found.values():
        assert list(row) == [name for name, _ in RECURRING]
        assert row["cadence"] in CADENCES
        assert row["status"] in STATUSES
    assert found["Email"]["cadence"] == "daily"
    assert found["Payroll"]["cadence"] == "weekly"
    assert found["Payroll"]["next_due"] == "2026-11-20"
    assert found["Payroll"]["usual_seconds"] == 7200
    assert found["Payroll"]["hours_per_month"] == pytest.approx(2 * 52 / 12, abs=1e-4)
    assert found["Books"]["cadence"] == "monthly"
    assert found["Flood"]["cadence"] == "none"
    assert found["Flood"]["next_due"] is None


def test_the_chart_by_lanes(log: Owner) -> None:
    lines = log.done("recurring").lines
    titles = [line.split("  ")[0] for line in lines if line and not line.startswith(" ")]
    assert [title for title in titles if title in ("Daily", "Weekly", "Monthly", "One-off")] == [
        "Daily",
        "Weekly",
        "Monthly",
        "One-off",
    ]
    payroll = next(line for line in lines if line.startswith("Payroll"))
    assert "■■■■■■■■■■■■■■■■■■■◦" in payroll
    assert payroll.split()[2:7] == ["2h00", "8.7", "h", "$2,222", "tomorrow"]
    assert lines[-1].startswith("■ done")
    assert "h a month come back, worth $" in lines[-2]


def test_a_lane_alone(log: Owner) -> None:
    assert set(rows(log, "--lane", "weekly")) == {"Payroll"}
    assert set(rows(log, "--lane", "one-off")) == {"Flood"}
    assert log.done("recurring", "--lane", "biweekly").lines == [
        "Nothing here. All that is logged: ww recurring"
    ]
    assert "--lane is one of" in log.refused("recurring", "--lane", "hourly", code=2)


def test_an_earlier_day(log: Owner) -> None:
    then = rows(log, "--as-of", "2026-09-30")
    assert then["Payroll"]["last"] == "2026-09-25"
    assert then["Payroll"]["next_due"] == "2026-10-02"
    assert rows(log, "--as-of", "2026-09") == then
    assert rows(log, "--as-of", "2026-01-01") == {}
    log.refused("recurring", "--as-of", "soon", code=2)
    log.refused("recurring", "--as-of", "all", code=2)
    log.refused("recurring", "--as-of", "2026-13-45", code=2)


def test_what_the_owner_declares_wins(log: Owner) -> None:
    log.done("tasks", "set", "flood", "--cadence", "quarterly on the 3rd")
    log.done("tasks", "set", "payroll", "--cadence", "monthly")
    found = rows(log)
    assert found["Flood"]["status"] == "declared"
    assert found["Flood"]["declared"] == "quarterly on the 3rd of the first month"
    assert found["Flood"]["due"] == "overdue"
    assert found["Payroll"]["cadence"] == "monthly"
    assert found["Payroll"]["disagreement"].startswith("You say monthly; the log says weekly")
    assert "  You say monthly; the log says weekly" in log.done("recurring").out


def test_what_is_due(log: Owner) -> None:
    log.done("tasks", "set", "flood", "--cadence", "quarterly on the 3rd")
    due = log.done("recurring", "--due", "--json").json
    assert all(list(one) == [name for name, _ in DUE] for one in due)
    assert {one["task"]: one["state"] for one in due} == {
        "Flood": "overdue",
        "Payroll": "week",
        "Email": "done",
    }
    log.done("start", "payroll")
    lines = log.done("recurring", "--due").lines
    assert lines[0].split()[:2] == ["●", "Payroll"]
    assert lines[1].split()[:2] == ["○", "Flood"]
    assert lines[-1].startswith("✓  Email")


def test_nothing_logged(ww: Owner) -> None:
    assert ww.done("recurring").lines == ["Nothing logged yet. Start with: ww start TASK"]
    assert ww.done("recurring", "--json").json == []
    assert ww.done("recurring", "--due").lines == ["Nothing is due this week."]
    assert ww.done("audit").lines == ["Nothing logged yet. Start with: ww start TASK"]
    assert ww.done("audit", "--json").json["tasks"] == []


def test_the_shape_of_an_audit(log: Owner) -> None:
    log.done("rate", "payroll", "--category", "payroll", "--tedium", "5", "--growth", "1")
    found = log.done("audit", "--json").json
    assert list(found) == [name for name, _ in AUDIT]
    assert found["as_of"] == "2026-11-19"
    assert found["hour"]["hour_value"] == 256.4103
    tasks = {row["task"]: row for row in found["tasks"]}
    assert all(list(row) == [*dict(VERDICT)] for row in found["tasks"])
    payroll = tasks["Payroll"]
    assert payroll["verdict"] in ("candidate", "candidate-if-reinvested")
    assert payroll["numbers"]["own_hours"] == 8.6667
    assert tasks["Flood"]["verdict"] == "one-off"
    scores = [row["score"] for row in found["tasks"]]
    assert scores == sorted(scores, reverse=True)
    assert found["budget"]["chosen"] == [row["task"] for row in found["tasks"] if _goes(row)]
    assert found["budget"]["cap"] is None
    assert found["overload"] is None


def _goes(row: dict[str, Any]) -> bool:
    return row["verdict"] in ("candidate", "candidate-if-reinvested", "automate")


def test_a_budget_leaves_out_what_does_not_fit(log: Owner) -> None:
    log.done("rate", "payroll", "--category", "payroll", "--tedium", "5", "--growth", "1")
    log.done("rate", "email", "--category", "email", "--tedium", "5", "--growth", "1")
    log.done("rate", "books", "--only-me", "yes")
    free = log.done("audit", "--json").json["budget"]
    assert set(free["chosen"]) == {"Email", "Payroll"}
    capped = log.done("audit", "--budget", f"{free['cash'] - 1:.0f}", "--json").json["budget"]
    assert len(capped["chosen"]) == len(capped["left_out"]) == 1
    assert "Within $" in log.done("audit", "--budget", f"{free['cash'] - 1:.0f}").out
    assert "All of it fits into $5,000.00" in log.done("audit", "--budget", "5000").out
    log.refused("audit", "--budget", "much", code=2)
    log.refused("audit", "--budget", "-5")


def test_an_audit_says_what_is_on_its_way_already(log: Owner) -> None:
    log.done("rate", "payroll", "--category", "payroll", "--tedium", "5", "--growth", "1")
    log.done("handoff", "payroll", "trial", "--to", "Kim", "--anyway")
    lines = log.done("audit", "--budget", "9000").lines
    assert any("Payroll" in line and line.endswith(" On trial.") for line in lines)
    assert any("a month, of which $" in line and "is spent already" in line for line in lines)


def test_an_audit_in_words(log: Owner) -> None:
    log.done("rate", "payroll", "--category", "payroll", "--tedium", "5", "--growth", "1")
    log.done("rate", "email", "--only-me", "yes")
    lines = log.done("audit").lines
    assert lines[0] == "Your hour is worth $256.41. As of 2026-11-19."
    assert lines[2] == "Hand off"
    assert "Payroll" in lines[3]
    assert "Kept, and what it costs you a month" in lines
    assert "Once only: Flood." in lines


def test_one_task_in_full(log: Owner) -> None:
    out = log.done("audit", "--task", "PAYROLL").out
    for words in ("takes time:", "tedious:", "Assumed:", "What changes it soonest:"):
        assert words in out
    assert [
        row["task"] for row in log.done("audit", "--task", "books", "--json").json["tasks"]
    ] == ["Books"]
    assert "Nothing is logged on" in log.refused("audit", "--task", "nothing")


def test_the_same_log_gives_the_same_answer_twice(log: Owner) -> None:
    for words in (("recurring", "--json"), ("audit", "--json"), ("audit",)):
        assert log.done(*words).out == log.done(*words).out


def test_an_earlier_audit_knows_nothing_of_later_work(log: Owner) -> None:
    then = log.done("audit", "--as-of", "2026-10-31", "--json").json
    log.done("add", "2026-11-18 16-17 Payroll")
    log.done("add", "2026-11-17 16-17 Tax letters")
    assert log.done("audit", "--as-of", "2026-10-31", "--json").json == then


def test_a_terminal_gets_wrapped_sentences(log: Owner) -> None:
    log.environ["COLUMNS"] = "60"
    wide = max(len(line) for line in log("audit", terminal=True).lines if line.startswith("    "))
    assert wide <= 60 + len("\x1b[32m\x1b[0m")


def test_a_timer_of_today_says_nothing_of_an_earlier_day(log: Owner) -> None:
    before = rows(log, "--as-of", "2026-10-01")
    log.done("start", "Email")
    assert rows(log, "--as-of", "2026-10-01") == before
    due = log.done("recurring", "--due", "--json", "--as-of", "2026-10-01").json
    assert "now" not in {one["state"] for one in due}


@pytest.mark.parametrize("day", ["2600-01-01", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("name", ["recurring", "audit"])
def test_a_day_in_another_age_is_refused_in_a_sentence(log: Owner, name: str, day: str) -> None:
    assert "between 1970 and 2200" in log.refused(name, "--as-of", day, code=2)
