"""quote, brief and handoff."""

from __future__ import annotations

import json
import stat
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.shapes_audit import BRIEF, HANDOFF, QUOTE

ANSWERS = ("goals=Cash", "objectives=By Friday", "success=No reminder", "expectations=2 h a week")


@pytest.fixture
def owner(ww: Owner) -> Owner:
    """Eleven Mondays of invoicing, an hour and a quarter each, up to this week's."""
    mondays = [date(2026, 11, 16) - timedelta(weeks=week) for week in range(11)]
    log = [
        {"task": task, "start": f"{monday}T{start}", "stop": f"{monday}T{stop}"}
        for monday in mondays
        for task, start, stop in (("Invoicing", "09:00", "10:15"), ("Email", "10:15", "11:00"))
    ]
    assert ww("import", "json", "-", stdin=json.dumps(log)).code == 0
    ww.done("rate", "invoicing", "--tedium", "5", "--growth", "1", "--skill", "2")
    return ww


def answered(owner: Owner) -> None:
    owner.done("brief", "invoicing", *(word for answer in ANSWERS for word in ("--set", answer)))


# quote ------------------------------------------------------------------------------------------


def test_quotes_are_noted_listed_chosen_and_removed(owner: Owner) -> None:
    assert owner.done("quote", "invoicing").out == (
        'No quotes for Invoicing yet. Note one: ww quote "Invoicing" 40\n'
    )
    said = owner.done(
        *("quote", "INVOICING", "40", "--minimum", "3", "--setup", "150", "--speed", "0.8"),
        *("--source", "ada.example", "--day", "2026-11-02"),
    ).out
    assert said == (
        "Noted for Invoicing: $40.00 an hour, 3 h a month at least, $150.00 once, "
        "0.8 of their hours for one of yours from a freelancer (ada.example).\n"
    )
    owner.done("quote", "invoicing", "49", "--vendor", "service")
    found = owner.done("quote", "invoicing", "--json").json
    assert set(found[0]) == {name for name, _ in QUOTE}
    assert [(it["number"], it["amount"], it["terms"], it["counts"]) for it in found] == [
        (1, 49.0, "monthly", True),
        (2, 40.0, "hourly", False),
    ]
    said = owner.done("quote", "invoicing", "--use", "2").out
    assert said.startswith("Invoicing is reckoned with $40.00 an hour")
    lines = owner.done("quote", "invoicing").lines
    assert lines[0].split() == ["Day", "Price", "From"]
    assert lines[2].startswith("2  2026-11-02  $40.00 an hour, 3 h")
    assert lines[2].endswith("counts")
    assert not lines[1].endswith("counts")
    owner.done("quote", "invoicing", "--remove", "2")
    assert [it["amount"] for it in owner.done("quote", "invoicing", "--json").json] == [49.0]
    for _ in range(4):
        owner.done("undo")
    assert owner.done("quote", "invoicing", "--json").json == []


def test_a_quote_says_what_is_known_better(owner: Owner) -> None:
    said = owner.done(
        *("quote", "invoicing", "40", "--effort", "0.8", "--redo", "5%", "--oversight", "15m"),
        *("--onboarding", "3h", "--saved-cash", "12.50"),
    ).out
    assert said == (
        "Noted for Invoicing: $40.00 an hour, 0.8 of their hours for one of yours, "
        "5 % done again, 0.25 h a month to check it, 3 h of training, "
        "$12.50 a month no longer paid from a freelancer.\n"
    )
    (found,) = owner.done("quote", "invoicing", "--json").json
    told = {"effort_factor": 0.8, "redo_share": 0.05, "oversight_hours": 0.25}
    told |= {"onboarding_hours": 3.0, "saved_cash": 12.5}
    assert {name: found[name] for name in told} == told
    rows = owner.done("audit", "--json").json["tasks"]
    (numbers,) = [row["numbers"] for row in rows if row["task"] == "Invoicing"]
    assert {name: numbers[name] for name in told} == told
    exported = owner.done("export", "json").out
    again = Owner(owner.folder / "again")
    assert again("import", "json", "-", stdin=exported).code == 0
    assert again.done("quote", "invoicing", "--json").json == [found]
    (plain,) = again.done("quote", "email", "30", "--json").json
    assert [plain[name] for name in told] == [None, None, None, None, 0.0]


def test_the_panel_goes_by_the_redo_of_the_quote(owner: Owner) -> None:
    owner.done("quote", "invoicing", "40", "--effort", "1", "--redo", "0")
    owner.done("start", "invoicing")
    owner.pass_time(hours=1)
    assert owner.done("status", "--json").json["handed_off_cost"] == 65.64


def test_a_quote_by_the_item_and_a_chosen_one(owner: Owner) -> None:
    found = owner.done("quote", "email", "0.5", "--items", "40", "--choose", "--json").json
    assert (found[0]["terms"], found[0]["items"], found[0]["chosen"]) == ("per-item", 40.0, True)
    found = owner.done("quote", "email", "90", "--terms", "fixed", "--choose", "--json").json
    assert [it["chosen"] for it in found] == [it["amount"] == 90 for it in found]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nothing", "40"), 1, 'no task "nothing"'),
        (("invoicing", "much"), 2, "AMOUNT is a number"),
        (("invoicing", "-5"), 1, "from 0 up"),
        (("invoicing", "40", "--minimum", "2", "--terms", "fixed"), 2, "--terms hourly"),
        (("invoicing", "40", "--items", "2", "--terms", "hourly"), 2, "--terms per-item"),
        (("invoicing", "40", "--speed", "0"), 1, "speed is more than 0"),
        (("invoicing", "40", "--setup", "-1"), 1, "setup fee"),
        (("invoicing", "40", "--redo", "often"), 2, "--redo is a number"),
        (("invoicing", "40", "--redo", "2000%"), 1, "--redo is a number from 0 to 10"),
        (("invoicing", "40", "--oversight", "0"), 1, "you answer for the work"),
        (("invoicing", "40", "--onboarding", "long"), 2, "a length of time"),
        (("invoicing", "40", "--saved-cash", "-1"), 1, "--saved-cash is a number from 0"),
        (("invoicing", "40", "--effort", "1", "--speed", "1"), 2, "the same"),
        (("invoicing", "--redo", "0"), 2, "Say the amount too"),
        (("invoicing", "40", "--day", "week"), 2, "one day"),
        (("invoicing", "40", "--day", "2026-12-01"), 2, "still to come"),
        (("invoicing", "40", "--use", "1"), 2, "leave out 40"),
        (("invoicing", "--choose"), 2, "Say the amount too"),
        (("invoicing", "--vendor", "firm"), 2, "Say the amount too"),
        (("invoicing", "--use", "1"), 1, 'no quote "1"'),
        (("invoicing", "--remove", "x"), 1, 'no quote "x"'),
        (("invoicing", "--remove", "1", "--use", "1"), 2, "not both"),
        (("invoicing", "40", "50"), 2, 'cannot use "50"'),
    ],
)
def test_quotes_that_cannot_be(owner: Owner, words: tuple[str, ...], code: int, said: str) -> None:
    assert said in owner.refused("quote", *words, code=code)


# brief ------------------------------------------------------------------------------------------


def test_a_brief_is_written_and_printed(owner: Owner) -> None:
    said = owner.done("brief", "invoicing", "--set", "goals=Cash", "--step", "Open", "--step", "Go")
    assert said.out == (
        "Wrote the brief of Invoicing. It does not answer yet: objectives, success factors, "
        "expectations.\n"
    )
    changes = [line.split("  ")[-1] for line in owner.done("undo", "--list").lines[:2]]
    assert changes == ["wrote the brief of Invoicing", "rated Invoicing"]
    answered(owner)
    text = owner.done("brief", "INVOICING").out
    assert text.startswith("# Invoicing\n")
    assert "## What are the goals?\n\nCash\n" in text
    assert "## Steps\n\n1. Open\n2. Go\n" in text
    assert "Usually 1h15; the fastest took 1h15, the slowest 1h15." in text
    assert "*Not written yet.*" in text
    found = owner.done("brief", "invoicing", "--json").json
    assert set(found) == {name for name, _ in BRIEF}
    assert (found["steps"], found["questions_open"]) == (["Open", "Go"], [])
    assert (found["updated"], found["usual_seconds"]) == ("2026-11-19", 4500)
    owner.done("brief", "invoicing", "--set", "steps=", "--set", "why=")
    assert owner.done("brief", "invoicing", "--json").json["steps"] == []
    owner.done("undo")
    assert "already" in owner.done("brief", "invoicing", "--set", "goals=Cash").out


def test_an_empty_brief_says_so_and_writes_nothing(owner: Owner) -> None:
    files = owner.files()
    text = owner.done("brief", "email").out
    assert text.count("*Not written yet.*") == 12
    assert owner.done("brief", "email", "--json").json["id"] is None
    assert owner.files() == files


def test_a_brief_goes_to_a_file_that_is_not_replaced_unasked(owner: Owner, tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    assert str(path) in owner.done("brief", "invoicing", "-o", str(path)).out
    assert path.read_text().startswith("# Invoicing\n")
    assert "--force" in owner.refused("brief", "invoicing", "-o", str(path))
    owner.done("brief", "invoicing", "--set", "goals=Cash")
    owner.done("brief", "invoicing", "-o", str(path), "--force")
    assert "Cash" in path.read_text()


def editor(owner: Owner, tmp_path: Path, script: str) -> None:
    """Have an editor that runs ``script`` on the file."""
    path = tmp_path / "an editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    owner.environ["EDITOR"] = f'"{path}" --wait'


def test_a_brief_is_edited_where_the_person_likes(owner: Owner, tmp_path: Path) -> None:
    answered(owner)
    editor(owner, tmp_path, "sed -i 's/^Cash$/Cash, and soon/' \"$2\"; echo '* Send' >> \"$2\"")
    assert owner.done("brief", "invoicing", "--edit").out == "Wrote the brief of Invoicing.\n"
    found = owner.done("brief", "invoicing", "--json").json
    assert found["goals"] == "Cash, and soon"
    editor(owner, tmp_path, ":")
    assert owner.done("brief", "invoicing", "--edit").out == "Nothing was changed.\n"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 3", "ended with 3"),
        ("printf '\\377' > \"$2\"", "save it as UTF-8"),
        (
            "printf '## What are the goals?\\n' > \"$2\"; head -c 30000 /dev/zero | "
            "tr '\\0' x >> \"$2\"",
            "What you wrote is in",
        ),
    ],
)
def test_what_was_typed_is_never_lost(owner: Owner, tmp_path: Path, script: str, said: str) -> None:
    editor(owner, tmp_path, script)
    told = owner.refused("brief", "invoicing", "--edit")
    assert said in told
    begin = str(Path(tempfile.gettempdir()) / "brief-")
    path = Path(next(word for word in told.split() if word.startswith(begin)).rstrip("."))
    assert path.exists()
    path.unlink()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nothing",), 1, 'no task "nothing"'),
        (("invoicing", "--set", "goals"), 2, "FIELD=TEXT"),
        (("invoicing", "--set", "colour=red"), 2, "goals, objectives"),
        (("invoicing", "--edit"), 1, "export EDITOR"),
        (("invoicing", "--edit", "--step", "x"), 2, "leave the other options"),
        (("invoicing", "--set", "goals=" + "x" * 20_001), 1, "shorten it"),
    ],
)
def test_briefs_that_cannot_be(owner: Owner, words: tuple[str, ...], code: int, said: str) -> None:
    assert said in owner.refused("brief", *words, code=code)


# handoff ----------------------------------------------------------------------------------------


def test_a_task_goes_to_other_hands_and_back(owner: Owner) -> None:
    assert owner.done("handoff", "invoicing").lines == [
        "Invoicing: mine.",
        "The brief does not answer yet: goals, objectives, success factors, expectations.",
        "It can go on to: candidate, briefed, trial, handed-off.",
    ]
    assert owner.done("handoff", "invoicing", "candidate").lines[:2] == [
        "Made Invoicing a candidate.",
        "Invoicing: candidate since 2026-11-19.",
    ]
    assert "goals" in owner.refused("handoff", "invoicing", "trial")
    answered(owner)
    owner.done("quote", "invoicing", "40", "--source", "Ada")
    owner.done("handoff", "invoicing", "trial", "--to", "Ada")
    found = owner.done("handoff", "invoicing", "--json").json
    assert set(found) == {name for name, _ in HANDOFF}
    assert (found["stage"], found["to"], found["since"]) == ("trial", "Ada", "2026-11-19")
    assert found["promise"]["rate"] == 40.0
    assert found["promise"]["own_hours"] == pytest.approx(1.25 * 52 / 12, abs=0.001)
    owner.done("handoff", "invoicing", "handed off".replace(" ", "-"))
    owner.done("handoff", "invoicing", "taken-back")
    stages = [move["stage"] for move in owner.done("handoff", "invoicing", "--json").json["moves"]]
    assert stages == ["candidate", "trial", "handed-off", "taken-back"]
    owner.done("undo", "2")
    assert owner.done("handoff", "invoicing", "--json").json["stage"] == "trial"


def test_what_came_is_held_against_what_was_promised(owner: Owner) -> None:
    answered(owner)
    owner.done("quote", "invoicing", "40")
    owner.done("handoff", "invoicing", "trial", "--to", "Ada")
    owner.pass_time(days=28)
    owner.done("add", "2026-12-01 9-9:30 Invoicing")
    owner.done("add", "2026-12-08 9-9:15 Invoicing #redo")
    owner.done(
        *("handoff", "invoicing", "--bill", "216", "--hours", "5.4", "--day", "2026-12-16"),
        *("--quality", "4", "--late", "1", "--note", "November"),
    )
    found = owner.done("handoff", "invoicing", "--json").json
    assert found["bills"] == [
        {
            "day": "2026-12-16",
            "amount": 216.0,
            "currency": "USD",
            "hours": 5.4,
            "note": "November",
        }
    ]
    assert found["checks"][0]["days_late"] == 1
    came = found["realised"]
    assert (came["oversight_hours"], came["redo_hours"], came["cash"]) == (0.5, 0.25, 216.0)
    assert came["hours_back"] == pytest.approx(28 / (52 / 12 * 7) * 1.25 * 52 / 12 - 0.75, abs=0.01)
    text = owner.done("handoff", "invoicing").out
    assert "Hours back" in text
    assert "Paid $216.00 since 2026-11-19" in text
    assert "Quality 4.0 of 5 in 1 check, 1 late." in text


def test_a_brief_can_be_skipped_and_the_name_said_later(owner: Owner) -> None:
    owner.done("handoff", "email", "trial", "--anyway", "--day", "2026-11-02")
    said = owner.done("handoff", "email", "--to", "Kim").lines
    assert said[:2] == ["Gave Email to Kim.", "Email: trial since 2026-11-02, with Kim."]
    assert owner.done("handoff", "email", "--json").json["realised"] is not None


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nothing",), 1, 'no task "nothing"'),
        (("invoicing", "gone"), 2, "There are: mine, candidate"),
        (("invoicing", "trail"), 2, "Did you mean trial?"),
        (("invoicing", "mine"), 1, "at mine already"),
        (("invoicing", "taken-back"), 1, "never left your hands"),
        (("invoicing", "trial"), 1, "does not answer yet"),
        (("invoicing", "--to", "Ada"), 1, "say a stage"),
        (("invoicing", "--bill", "10"), 1, "begin its trial"),
        (("invoicing", "--hours", "2"), 2, "--bill 480"),
        (("invoicing", "--late", "2"), 2, "--quality 4"),
        (("invoicing", "--note", "x"), 2, "--bill or --quality"),
        (("invoicing", "--quality", "6"), 2, "1 to 5"),
        (("invoicing", "--quality", "4", "--late", "soon"), 2, "number of days"),
        (("invoicing", "--bill", "lots"), 2, "--bill is a number"),
        (("invoicing", "candidate", "--day", "2027-01-01"), 2, "still to come"),
    ],
)
def test_handoffs_that_cannot_be(
    owner: Owner, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in owner.refused("handoff", *words, code=code)
