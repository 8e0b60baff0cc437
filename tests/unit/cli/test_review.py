"""review: the numbers of the other commands, in four forms; closed, kept, reopened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.shapes_review import REVIEW, REVIEW_LIST

WEEK = 7 * 24 * 3600


@pytest.fixture
def ww_weeks(ww: Owner) -> Owner:
    """Twelve weeks of the demo's owner, in Berlin, looked at on a Thursday."""
    ww.done("demo", "--keep", str(ww.folder / "demo"), "--json")
    ww.environ["WORTHWHILE_HOME"] = str(ww.folder / "demo")
    ww.done("config", "zone", "Europe/Berlin")
    return ww


@pytest.fixture
def week(ww: Owner) -> Owner:
    """Two entries on a Tuesday, and a name that Markdown and HTML would read."""
    ww.done("add", "2026-11-17 9-11 Proposal @Acme")
    ww.done("add", "2026-11-17 12-13 <b>Email</b> | *mail*")
    return ww


def test_every_number_is_that_of_the_other_commands(ww_weeks: Owner) -> None:
    for week in range(36, 48):
        _same_report(ww_weeks, f"2026-W{week}", *(("project", "category") if week > 44 else ()))
    found = _same_report(ww_weeks, "2026-10", "project", "category")
    _same_audit(ww_weeks, found)
    for period in ("week", "2026-W46", "2026-W43"):
        _same_audit(ww_weeks, ww_weeks.done("review", period, "--json").json)


YEAR = {
    "2026-W01": WEEK,
    "2026-W13": WEEK - 3600,
    "2026-W30": WEEK,
    "2026-W43": WEEK + 3600,
    "2026-03": 31 * 86400 - 3600,
    "2026-Q4": 92 * 86400 + 3600,
}
"""Periods of an imported year, and how long they are: over New Year, and where the clocks go."""


def test_a_year_that_came_from_elsewhere_is_told_alike(ww: Owner) -> None:
    (ww.folder / "year.csv").write_text(_year())
    came = ww.done("import", "toggl", str(ww.folder / "year.csv"), "--json").json
    assert came["added"] == came["read"] > 1000
    for period, seconds in YEAR.items():
        found = _same_report(ww, period, "project", "category")
        assert found["length_seconds"] == seconds
        assert found["total_seconds"] > 0
    _same_audit(ww, ww.done("review", "2026-W43", "--json").json)


def _year() -> str:
    """Four entries each day but every ninth: one past midnight, one that overlaps the first."""
    lines = ["Description,Project,Start date,Start time,End date,End time\n"]
    for number in range(320):
        day = date(2025, 12, 28) + timedelta(days=number)
        if number % 9 == 8:
            continue
        for task, project, start, stop in (
            ("Invoicing", "", "09:00:00", f"10:{number % 60:02}:00"),
            ("Email", "Acme", "09:45:00", "11:00:00"),
            (f"Design {number % 7}", "Nord", "13:00:00", f"1{5 + number % 3}:30:00"),
            ("Backup", "", "23:30:00", "03:15:00"),
        ):
            last = day + timedelta(days=1) if task == "Backup" else day
            lines.append(f"{task},{project},{day},{start},{last},{stop}\n")
    return "".join(lines)


def _same_report(owner: Owner, period: str, *headings: str) -> dict[str, Any]:
    """The review of a period, once its figures are found to be those of the report."""
    found: dict[str, Any] = owner.done("review", period, "--json").json
    report = owner.done("report", period, "--json").json
    for name in ("from", "to", "total_seconds", "untracked_seconds", "coverage", "currency"):
        assert found[name] == report[name], (period, name)
    assert [(it["date"], it["seconds"]) for it in found["days"]] == [
        (it["date"], it["seconds"]) for it in report["days"]
    ]
    sums: dict[str, int] = {}
    for it in report["tasks"]:
        sums[it["task"]] = sums.get(it["task"], 0) + it["seconds"]
    assert {it["task"]: it["seconds"] for it in found["tasks"]} == sums
    rows = {"task": "tasks", "project": "projects", "category": "categories"}
    for by in ("task", *headings) if headings else ():
        groups = owner.done("report", period, "--by", by, "--json").json["groups"]
        name = "task" if by == "task" else "name"
        assert [
            (it[name], it["seconds"], it["entries"], it["value"]) for it in found[rows[by]]
        ] == [(it["name"], it["seconds"], it["entries"], it["value"]) for it in groups]
    assert _length(found) == found["length_seconds"]
    return found


def _length(found: dict[str, Any]) -> int:
    rows: int = sum(it["seconds"] for it in found["tasks"])
    rows -= found["twice_seconds"] + found["amount_seconds"]
    rest: int = found["untracked_seconds"] + found["outside_seconds"]
    return rows + rest


def _same_audit(owner: Owner, found: dict[str, Any]) -> None:
    """Verdicts and rhythms as of the same day."""
    audit = owner.done("audit", "--as-of", found["as_of"], "--json").json
    assert found["verdicts"] == {it["task"]: it["verdict"] for it in audit["tasks"]}
    scores = {it["task"]: it for it in audit["tasks"]}
    assert found["hour_value"] == pytest.approx(audit["hour"]["hour_value"], abs=1e-4)
    for one in found["decide"]:
        said = scores[one["task"]]
        assert one["score"] == pytest.approx(said["score"], abs=1e-4)
        assert one["explanation"] == said["explanation"]
        if said["numbers"] is not None:
            price = said["numbers"]["price_per_hour_first_year"]
            assert one["price_per_hour"] == pytest.approx(price, abs=1e-4)
            assert one["own_hours"] == pytest.approx(said["numbers"]["own_hours"], abs=1e-4)
    stand = {
        it["task"]: it for it in owner.done("recurring", "--as-of", found["as_of"], "--json").json
    }
    assert found["kind"] == "week" or found["plan"] == []
    for one in found["plan"]:
        due = stand[one["task"]]["next_due"]
        ahead = found["as_of"] <= due <= found["to"]  # done once more before what is planned
        assert one["day"] > found["to"] if ahead else one["day"] == due
        assert one["cadence"] == stand[one["task"]]["cadence"]
        assert one["seconds"] == one["times"] * stand[one["task"]]["usual_seconds"]


def test_the_shape(week: Owner) -> None:
    assert set(week.done("review", "--json").json) == {name for name, _ in REVIEW}
    week.done("review", "--close")
    (listed,) = week.done("review", "--list", "--json").json
    assert set(listed) == {name for name, _ in REVIEW_LIST}
    assert set(week.done("review", "--json").json) == {name for name, _ in REVIEW}


def test_in_words(week: Owner) -> None:
    said = week.done("review").lines
    assert said[0] == "Week 47  16-22 November 2026"
    assert "2h00 on the business (67 %), 1h00 in it." in said
    assert "75 % of the time is accounted for; 1h00 is not." in said
    assert "09:00-10:00 was the busiest hour: 1h00." in said
    assert said[said.index("Where it went") + 1].split() == [
        "Proposal", "2h00", "67", "%", "$512.82", "on", "the", "business",
    ]  # fmt: skip


def test_an_empty_week(ww: Owner) -> None:
    said = ww.done("review", "2026-W40").lines
    assert said[0] == "Week 40  28 September - 4 October 2026"
    assert "Nothing was logged." in said
    for form in ("md", "html", "json"):
        assert ww.done("review", "2026-W40", "--format", form).out


def test_markdown_and_html_show_names_as_they_are(week: Owner) -> None:
    markdown = week.done("review", "--format", "md").out
    assert markdown.startswith("# Week 47: 16-22 November 2026\n\n- Logged: **3h00**\n")
    assert "\\<b\\>Email\\</b\\> \\| \\*mail\\*" in markdown
    page = week.done("review", "--format", "html").out
    assert "&lt;b&gt;Email&lt;/b&gt; | *mail*" in page
    assert "<b>Email" not in page
    for outside in ("http://", "https://", "<script", "<link", "src="):
        assert outside not in page


def test_a_file_takes_the_form_of_its_ending(week: Owner) -> None:
    for ending, start in ((".html", "<!DOCTYPE"), (".md", "# Week"), (".json", "{"), ("", "Week")):
        path = week.folder / f"week{ending}"
        assert str(path) in week.done("review", "-o", str(path)).out
        assert path.read_text().startswith(start)
    week.refused("review", "-o", str(path))
    assert week.done("review", "-o", str(path), "--force", "--json").json == {
        "format": "json",
        "file": str(path),
    }


def test_closed_it_stays_as_it_was_seen(week: Owner) -> None:
    assert week.done("review", "--close", "--intention", "Two proposals out").lines == [
        "Closed the review of 2026-W47. Intention: Two proposals out"
    ]
    before = week.done("review", "--json").json
    assert (before["closed"], before["differences"]) == ("2026-11-19", [])
    week.done("add", "2026-11-17 14-15 Email")
    after = week.done("review", "--json").json
    assert after.pop("differences") == [
        {"name": "total_seconds", "then": 10800, "now": 14400},
        {"name": "in_seconds", "then": 3600, "now": 7200},
        {"name": "untracked_seconds", "then": 3600, "now": 7200},
        {"name": "task:Email", "then": 0, "now": 3600},
    ]
    assert after == {key: before[key] for key in after}
    assert "Logged: 3h00 then, 4h00 now." in week.done("review").lines
    assert week.done("review", "--now", "--json").json["total_seconds"] == 14400
    week.pass_time(days=7)
    assert week.done("review", "--json").json["last_intention"] == "Two proposals out"
    assert "The intention was: Two proposals out" in week.done("review").lines


def test_close_reopen_undo_and_list(week: Owner) -> None:
    assert week.done("review", "--list").lines == [
        "No reviews yet. Close this week's with: ww review --close"
    ]
    assert "was never begun" in week.refused("review", "--reopen")
    week.done("review", "--intention", "No email before ten")
    week.done("review", "last month", "--close")
    assert week.done("review", "--list").lines == [
        "2026-W47  open, at repair    No email before ten",
        "2026-10   closed 2026-11-19",
    ]
    week.done("review", "--close")
    assert week.done("review", "--json").json["intention"] == "No email before ten"
    assert "was closed on 2026-11-19" in week.refused("review", "--close")
    week.done("review", "--reopen")
    assert week.done("review", "--list", "--json").json[0]["closed"] is None
    week.done("undo", "2")
    assert week.done("review", "--list").lines[0].startswith("2026-W47  open, at repair")


def test_what_cannot_be_reviewed_is_refused_in_a_sentence(week: Owner) -> None:
    assert "has not begun" in week.refused("review", "2026-W50")
    assert "is not one week, month or quarter" in week.refused("review", "2026", code=2)
    assert "ask for one at a time" in week.refused("review", "--list", "--close", code=2)
    assert "500 is the most" in week.refused("review", "--intention", "x" * 501)


def test_next_week_asks_only_about_what_is_new(ww_weeks: Owner) -> None:
    asked = ww_weeks.done("review", "last week", "--json").json["decide"]
    assert asked
    ww_weeks("review", "last week", "--reopen")
    ww_weeks.done("review", "last week", "--close")
    again = ww_weeks.done("review", "week", "--json").json["decide"]
    assert {it["task"] for it in again if it["why"] == "new"}.isdisjoint(it["task"] for it in asked)
    assert len(again) < len(asked)
