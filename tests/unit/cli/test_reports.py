"""log, report, tasks, worth-of-an-hour."""

from __future__ import annotations

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.shapes import ENTRY, REPORT, TASK
from tracker.cli.shapes_audit import WORTH


@pytest.fixture
def week(ww: Owner) -> Owner:
    """Tuesday to Thursday; something runs."""
    ww.done("add", "2026-11-17 9-11 Proposal @Acme #sales")
    ww.done("add", "2026-11-17 12-13 Email #admin #mail")
    ww.done("add", "2026-11-18 22-23:30 Proposal @Beta")
    ww.done("add", "2026-11-18 30m Bookkeeping")
    ww.done("start", "9:27:17 Invoicing @Acme")
    return ww


def test_log_lists_a_day(week: Owner) -> None:
    assert week.done("log").lines == [
        "Thu 19 Nov 2026  30m",
        "@1  09:27-  30m  Invoicing  Acme",
    ]


def test_log_lists_days_with_amounts_and_handles(week: Owner) -> None:
    assert week.done("log", "week").lines == [
        "Tue 17 Nov 2026  3h00",
        "@5  09:00-11:00  2h00  Proposal     Acme  #sales",
        "@4  12:00-13:00  1h00  Email        #admin  #mail",
        "",
        "Wed 18 Nov 2026  2h00",
        "@3                30m  Bookkeeping",
        "@2  22:00-23:30  1h30  Proposal     Beta",
        "",
        "Thu 19 Nov 2026  30m",
        "@1  09:27-        30m  Invoicing    Acme",
    ]


def test_the_shape_of_an_entry(week: Owner) -> None:
    names = {name for name, _ in ENTRY}
    found = week.done("log", "week", "--json").json
    assert set(found[0]) == names
    assert set(found[2]) == (names - {"start", "stop"}) | {"date"}
    assert found[2]["date"] == "2026-11-18"
    assert found[-1]["stop"] is None
    assert found[-1]["seconds"] == 1800


def test_log_can_be_narrowed(week: Owner) -> None:
    def tasks(*words: str) -> list[str]:
        return [entry["task"] for entry in week.done("log", "week", "--json", *words).json]

    assert tasks("--task", "proposal") == ["Proposal", "Proposal"]
    assert tasks("--project", "ACME") == ["Proposal", "Invoicing"]
    assert tasks("--tag", "#mail") == ["Email"]
    assert tasks("--tag", "mail", "--project", "acme") == []


def test_an_empty_range_says_so(ww: Owner) -> None:
    assert ww.done("log", "2020").out.startswith("Nothing logged (2020).")
    assert ww.done("report", "2020").lines[-1].startswith("Nothing logged")
    assert ww.done("report", "all").code == 0


def test_an_unreadable_range_gives_examples(ww: Owner) -> None:
    for command in ("log", "report"):
        said = ww.refused(command, "fortnight", code=2)
        assert "last week" in said
        assert "swap" in ww.refused(command, "2026-11-15..2026-11-01", code=2)
    assert "last week" in ww.refused("export", "json", "fortnight", code=2)


def test_report_by_task(week: Owner) -> None:
    assert week.done("report").lines == [
        "this week, 2026-11-16 to 2026-11-22",
        "Proposal     3h30  64 %    $897.44",
        "Email        1h00  18 %    $256.41",
        "Bookkeeping   30m   9 %    $128.21",
        "Invoicing     30m   9 %    $128.21",
        "Total        5h30        $1,410.26",
        "83 % accounted for, 1h00 untracked.",
    ]


def test_the_shape_of_a_report(week: Owner) -> None:
    found = week.done("report", "week", "--json").json
    assert set(found) == {name for name, _ in REPORT}
    assert found["from"] == "2026-11-16"
    assert found["to"] == "2026-11-22"
    assert found["total_seconds"] == 7 * 3600 - 3600 - 1800
    assert found["untracked_seconds"] == 3600
    assert found["coverage"] == pytest.approx(5 / 6)
    assert found["currency"] == "USD"
    assert found["tasks"][0] == {
        "task": "Proposal",
        "project": "Acme",
        "category": found["tasks"][0]["category"],
        "seconds": 7200,
        "entries": 1,
        "value": 512.82,
    }
    assert [task["task"] for task in found["tasks"]] == [
        "Proposal",
        "Proposal",
        "Email",
        "Bookkeeping",
        "Invoicing",
    ]
    assert len(found["days"]) == 7
    assert found["days"][1] == {"date": "2026-11-17", "seconds": 10800}
    assert sum(day["seconds"] for day in found["days"]) == found["total_seconds"]
    assert sum(task["seconds"] for task in found["tasks"]) == found["total_seconds"]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("task", {"Proposal": 12600, "Email": 3600, "Bookkeeping": 1800, "Invoicing": 1800}),
        ("project", {"Acme": 9000, "(no project)": 5400, "Beta": 5400}),
        ("tag", {"(no tag)": 9000, "sales": 7200, "admin": 3600, "mail": 3600}),
        ("day", {"2026-11-17": 10800, "2026-11-18": 7200, "2026-11-19": 1800}),
    ],
)
def test_report_by(week: Owner, by: str, rows: dict[str, int]) -> None:
    found = week.done("report", "2026-11-17..2026-11-19", "--by", by, "--json").json
    assert {row["name"]: row["seconds"] for row in found["groups"]} == rows
    assert all(name in week.done("report", "--by", by).out for name in rows)


def test_report_by_category(week: Owner) -> None:
    found = week.done("report", "--by", "category", "--json").json
    assert {row["name"] for row in found["groups"]} >= {"bookkeeping", "invoicing"}
    assert found["by"] == "category"


def test_report_clips_and_splits_at_local_midnight(ww: Owner) -> None:
    ww.done("add", "2026-11-17 23:00-01:00 Night work")
    found = ww.done("report", "2026-11-18", "--json").json
    assert found["total_seconds"] == 3600
    assert found["tasks"][0]["value"] == 256.41


def test_a_narrowed_report_does_not_pretend_to_know_gaps(week: Owner) -> None:
    found = week.done("report", "week", "--project", "acme", "--json").json
    assert found["total_seconds"] == 9000
    assert found["untracked_seconds"] is None
    assert found["coverage"] is None
    assert "untracked" not in week.done("report", "week", "--project", "acme").out


def test_report_of_everything_spans_the_log(week: Owner) -> None:
    found = week.done("report", "all", "--json").json
    assert (found["from"], found["to"]) == ("2026-11-17", "2026-11-19")


def test_weeks_begin_when_the_owner_says(week: Owner) -> None:
    week.settings('zone = "Europe/Berlin"\nweek_start = "wednesday"\n')
    assert week.done("report", "--json").json["from"] == "2026-11-18"


def test_tasks(week: Owner) -> None:
    found = week.done("tasks", "--json").json
    assert [task["task"] for task in found] == ["Proposal", "Email", "Bookkeeping", "Invoicing"]
    assert set(found[0]) == {name for name, _ in TASK}
    assert found[0]["seconds"] == 12600
    assert found[0]["last"] == "2026-11-18"
    assert found[2]["last"] == "2026-11-18"
    assert "tedium" in found[0]["assumed"]
    assert "~invoicing" in week.done("tasks").out


def test_tasks_set_is_one_change(week: Owner) -> None:
    before = week.done("tasks", "--json").json
    said = week.done("tasks", "set", "EMAIL", "--tedium", "5", "--only-me", "yes", "--growth", "1")
    assert said.out == "Set Email: tedium 5, growth 1, only me yes.\n"
    found = next(t for t in week.done("tasks", "--json").json if t["task"] == "Email")
    assert (found["tedium"], found["growth"], found["only_me"]) == (5, 1, True)
    assert not {"tedium", "growth", "only_me"} & set(found["assumed"])
    week.done("undo")
    assert week.done("tasks", "--json").json == before


def test_tasks_set_category_and_take_it_back(week: Owner) -> None:
    answer = week.done("tasks", "set", "email", "--category", "bookkeeping", "--json").json
    assert answer["category"] == "bookkeeping"
    assert "category" not in answer["assumed"]
    answer = week.done("tasks", "set", "email", "--category", "-", "--json").json
    assert "category" in answer["assumed"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("tasks", "set", "email"), 2, "--tedium"),
        (("tasks", "set"), 2, "ww tasks set"),
        (("tasks", "email"), 2, "ww tasks set"),
        (("tasks", "set", "nothing", "--tedium", "5"), 1, "no task"),
        (("tasks", "set", "email", "--tedium", "6"), 2, "1 to 5"),
        (("tasks", "set", "email", "--core", "perhaps"), 2, "yes, no"),
        (("tasks", "set", "email", "--category", "bookkeping"), 2, "bookkeeping"),
    ],
)
def test_what_cannot_be_set(week: Owner, words: tuple[str, ...], code: int, said: str) -> None:
    assert said in week.refused(*words, code=code)


def test_no_tasks_yet(ww: Owner) -> None:
    assert "ww start" in ww.done("tasks").out


def test_worth_of_an_hour(ww: Owner) -> None:
    """200,000 at 3 h on 5 days of 52 weeks is $256.41, roughly $260."""
    assert ww.done("worth-of-an-hour").lines[0] == "Your hour is worth $256.41: roughly $260."
    found = ww.done("worth-of-an-hour", "--json").json
    assert set(found) == {name for name, _ in WORTH}
    assert found["hour_value"] == 256.4103
    assert found["roughly"] == 260
    assert found["hour_value_floor"] is None


def test_what_if_changes_nothing_and_save_keeps(ww: Owner) -> None:
    words = ("worth-of-an-hour", "--goal", "120,000", "--hours-per-day=4", "--weeks-per-year", "48")
    before = ww.files()
    assert ww.done(*words, "--json").json["hour_value"] == 125
    assert ww.files() == before
    ww.done(*words, "--save")
    assert ww.done("worth-of-an-hour", "--json").json["hour_value"] == 125
    assert ww.done("config", "weeks_per_year").out == "48\n"


def test_the_floor_comes_from_what_is_logged(ww: Owner) -> None:
    """8 h on each of 20 days in a row is 2,920 h a year: 200000 / 2920 = 68.49."""
    for day in range(20):
        ww.done("add", f"2026-10-{day + 1:02} 9-17 Work")
    ww.now = ww.now.replace(month=10, day=21, hour=7, minute=0, second=0)
    found = ww.done("worth-of-an-hour", "--json").json
    assert found["logged_hours_per_year"] == pytest.approx(2920, abs=1)
    assert found["hour_value_floor"] == pytest.approx(68.49, abs=0.03)
    assert "Spread over all you log" in ww.done("worth-of-an-hour").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--goal", "much"), 2),
        (("--goal", "-5"), 1),
        (("--goal", "nan"), 2),
        (("--hours-per-day", "25"), 1),
        (("--currency", "dollars"), 1),
    ],
)
def test_impossible_answers(ww: Owner, words: tuple[str, ...], code: int) -> None:
    ww.refused("worth-of-an-hour", *words, "--save", code=code)


def test_report_by_week_and_in_decimals(week: Owner) -> None:
    week.done("add", "2026-11-13 9-10:15 Email")
    said = week.done("report", "2026-11-13..2026-11-19", "--by", "week", "--decimal").lines
    assert said[1].split() == ["2026-W46", "1.25", "19", "%", "$320.51"]
    assert said[2].split()[:2] == ["2026-W47", "5.50"]
    assert said[3].split()[:2] == ["Total", "6.75"]
    assert said[4].endswith(" 1.00 h untracked.")
    groups = week.done("report", "2026-11", "--by", "week", "--json").json["groups"]
    assert [(it["name"], it["seconds"]) for it in groups if it["seconds"]] == [
        ("2026-W46", 4500),
        ("2026-W47", 19800),
    ]
