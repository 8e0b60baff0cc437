"""import, export, config, demo."""

from __future__ import annotations

import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Owner, Terminal
from tracker.cli import main
from tracker.cli.shapes import CONFIG, CONFIG_PATH, DEMO, EXPORT, IMPORT
from tracker.cli.table_data import IMPORT_FORMATS
from tracker.exchange.imports import FORMATS

TOGGL = """\
User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration
A,a@b.c,,Acme,,Invoicing,No,2026-11-17,09:00:00,2026-11-17,10:00:00,01:00:00
A,a@b.c,,,,Email,No,2026-11-17,10:00:00,2026-11-17,10:25:00,00:25:00
A,a@b.c,,,,Broken,No,2026-11-17,25:00:00,2026-11-17,10:25:00,00:25:00
"""


@pytest.fixture
def toggl(tmp_path: Path) -> str:
    path = tmp_path / "toggl.csv"
    path.write_text(TOGGL)
    return str(path)


def test_import_accounts_for_every_row(ww: Owner, toggl: str) -> None:
    found = ww.done("import", "toggl", toggl, "--json").json
    assert set(found) == {name for name, _ in IMPORT}
    assert (found["format"], found["read"], found["added"]) == ("toggl", 3, 2)
    assert found["duplicates"] == 0
    assert [row["line"] for row in found["rejected"]] == [4]
    assert found["seconds"] == 85 * 60
    assert found["from"] == "2026-11-17T09:00:00+01:00"
    assert len(ww.done("log", "all", "--json").json) == 2


def test_a_second_import_adds_nothing_and_undo_takes_the_first_back(ww: Owner, toggl: str) -> None:
    before = ww.done("log", "all", "--json").json
    ww.done("import", "toggl", toggl)
    again = ww.done("import", "toggl", toggl, "--json").json
    assert (again["added"], again["duplicates"]) == (0, 2)
    assert len(ww.done("undo", "--list").lines) == 1
    ww.done("undo")
    assert ww.done("log", "all", "--json").json == before
    assert ww.done("tasks", "--json").json == []


def test_a_dry_run_changes_nothing(ww: Owner, toggl: str) -> None:
    before = ww.files()
    said = ww.done("import", toggl, "--dry-run").out
    assert "Would import 2 entries, 1h25, 2026-11-17 to 2026-11-17." in said
    assert "line 4:" in said
    assert ww.files() == before


def test_import_from_standard_input_with_a_rename(ww: Owner) -> None:
    result = ww("import", "auto", "-", "--rename", "Email=Mail", stdin=TOGGL)
    assert result.code == 0, result.err
    tasks = {entry["task"] for entry in ww.done("log", "all", "--json").json}
    assert tasks == {"Invoicing", "Mail"}


def test_import_of_a_csv_whose_columns_are_named(ww: Owner, tmp_path: Path) -> None:
    path = tmp_path / "hours.csv"
    path.write_text("Womit;Wann;Wie lange\nEmail;2026-11-17 09:00;25\n")
    ww.refused("import", "csv", str(path))
    named = ("--columns", "task=Womit,start=Wann", "--columns", "minutes=Wie lange")
    found = ww.done("import", str(path), *named, "--json").json
    assert (found["format"], found["added"], found["seconds"]) == ("csv", 1, 25 * 60)
    assert ww.done("import", "csv", str(path), *named, "--json").json["duplicates"] == 1


def test_every_format_can_be_named_and_is_listed() -> None:
    assert sorted(IMPORT_FORMATS) == sorted(FORMATS)


HARVEST = """\
Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name,Cost Rate,Currency
2026-11-17,Acme,Web,Design,,1.5,Yes,Ann,Lee,45.5,EUR
"""


def test_what_an_hour_cost_is_told_and_not_lost(ww: Owner) -> None:
    said = ww("import", "auto", "-", "--dry-run", stdin=HARVEST)
    assert said.code == 0, said.err
    assert "Design, Web, Ann Lee: 45.50 EUR" in said.out
    result = ww("import", "harvest", "-", "--json", stdin=HARVEST)
    assert result.json["rates"] == [
        {"task": "Design", "project": "Web", "person": "Ann Lee", "rate": 45.5, "currency": "EUR"}
    ]


def test_a_long_import_shows_on_a_terminal_that_it_works(ww: Owner, toggl: str) -> None:
    err = Terminal()
    code = main(["import", toggl], environ=ww.environ, now=ww.now, out=io.StringIO(), err=err)
    assert code == 0
    assert err.getvalue().startswith(f"\rReading {toggl} ...\r\x1b[K\rTaking in 2 rows;")
    assert err.getvalue().endswith("\r\x1b[K")


def test_import_in_another_zone(ww: Owner, toggl: str) -> None:
    ww.done("import", "toggl", toggl, "--zone", "America/New_York")
    first = ww.done("log", "all", "--json").json[0]
    assert first["start"] == "2026-11-17T09:00:00-05:00"


@pytest.mark.parametrize(
    ("words", "content", "code"),
    [
        (("import", "toggl", "{}/missing.csv"), None, 1),
        (("import", "toggl", "{}/f"), b"", 1),
        (("import", "toggl", "{}/f"), TOGGL.encode()[:60], 1),
        (("import", "toggl", "{}/f"), b"\x00\x01\x02" * 100, 1),
        (("import", "toggl", "{}/f"), b"\x81\x8d" * 50, 1),
        (("import", "auto", "{}/f"), b"hello", 1),
        (("import", "{}/f"), b'{"version": 99, "entries": []}', 1),
        (("import", "json", "{}/f"), b'{"version": 1, "entries": [', 1),
        (("import", "toggl", "{}"), None, 1),
        (("import", "nosuch", "{}/f"), b"x", 2),
        (("import", "toggl"), None, 2),
        (("import", "toggl", "{}/f", "--rename", "x"), b"x", 2),
        (("import", "toggl", "{}/f", "--zone", "Mars/Base"), TOGGL.encode(), 1),
        (("import", "toggl", "{}/f", "--date-order", "xyz"), TOGGL.encode(), 2),
        (("import", "toggl", "{}/f", "--columns", "task=Task"), TOGGL.encode(), 2),
        (("import", "csv", "{}/f", "--columns", "Task"), TOGGL.encode(), 2),
        (("import", "csv", "{}/f", "--columns", "task="), TOGGL.encode(), 2),
        (("import", "csv", "{}/f", "--columns", "colour=Task"), TOGGL.encode(), 2),
        (("import", "csv", "{}/f", "--columns", "task=Nowhere"), TOGGL.encode(), 1),
    ],
)
def test_a_file_that_cannot_be_taken_changes_nothing(
    ww: Owner, tmp_path: Path, words: tuple[str, ...], content: bytes | None, code: int
) -> None:
    if content is not None:
        (tmp_path / "f").write_bytes(content)
    said = ww.refused(*(word.format(tmp_path) for word in words), code=code)
    assert len(said) > 20


def test_export_json_can_be_imported_without_loss(ww: Owner, tmp_path: Path) -> None:
    ww.done("add", "9-9:30 Email @Acme #a // note")
    ww.done("add", "yesterday 25m Calls")
    ww.done("tasks", "set", "Email", "--tedium", "5")
    ww.done("start", "Invoicing")
    ww.done("rate", "Email", "--share", "60%", "--cadence", "weekly on fri", "--silent", "yes")
    ww.done("brief", "Email", "--set", "goals=None left", "--step", "Open it")
    ww.done("quote", "Email", "40", "--choose")
    ww.done("handoff", "Email", "trial", "--anyway", "--to", "Ada")
    logged = ww.done("log", "all", "--json").json
    tasks = ww.done("tasks", "--json").json
    papers = [ww.done(word, "Email", "--json").json for word in ("brief", "quote", "handoff")]
    target = tmp_path / "log.json"
    said = ww.done("export", "json", "--output", str(target)).out
    assert said == f"Wrote 3 entries to {target}.\n"
    other = Owner(tmp_path / "other", ww.now)
    assert "With 3 papers: quotes" in other.done("import", "json", str(target)).out
    again = other.done("import", "json", str(target), "--json").json
    assert (again["added"], again["papers"], again["duplicates"]) == (0, 0, 3)
    found = [other.done(word, "Email", "--json").json for word in ("brief", "quote", "handoff")]
    assert found == papers
    assert other.done("log", "all", "--json").json == logged
    assert other.done("tasks", "--json").json == tasks


def test_a_part_of_the_log_is_exported_without_papers(ww: Owner) -> None:
    ww.done("add", "9-9:30 Email @Acme")
    ww.done("quote", "Email", "40")
    assert len(ww.done("export", "json").json["papers"]) == 1
    assert ww.done("export", "json", "today").json["papers"] == []
    assert ww.done("export", "json", "--project", "acme").json["papers"] == []


def test_export_csv_of_a_range_to_standard_output(ww: Owner) -> None:
    ww.done("add", "8-9 =SUM(A1)")
    ww.done("add", "yesterday 9-10 Email")
    lines = ww.done("export", "csv", "today").lines
    assert lines[0] == "id,task,project,tags,note,start,stop,seconds,zone,value"
    assert len(lines) == 2
    assert "'=SUM(A1)" in lines[1]
    assert lines[1].endswith(",3600,Europe/Berlin,256.41")


def test_export_never_replaces_a_file_unasked(ww: Owner, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("precious")
    assert "--force" in ww.refused("export", "json", "-o", str(target))
    assert target.read_text() == "precious"
    found = ww.done("export", "json", "-o", str(target), "--force", "--json").json
    assert set(found) == {name for name, _ in EXPORT}
    assert json.loads(target.read_text())["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir() if "worthwhile-" in path.name) == []


def test_export_writes_through_a_link_and_heeds_the_umask(ww: Owner, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("")
    link.symlink_to(real)
    before = os.umask(0o027)
    try:
        ww.done("export", "json", "-o", str(link), "--force")
    finally:
        os.umask(before)
    assert link.is_symlink()
    assert json.loads(real.read_text())["version"] == 1
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_where_an_export_cannot_go(ww: Owner, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target, said in [
        (tmp_path, "folder"),
        (tmp_path / "no" / "such.json", "cannot be written"),
        (tmp_path / "pipe", "not a file"),
        (Path("/dev/null"), "not a file"),
    ]:
        assert said in ww.refused("export", "json", "-o", str(target), "--force")
    assert "markdown or html" in ww.refused("export", "xml", code=2)


def test_config_shows_and_changes(ww: Owner) -> None:
    ww.settings('# mine\nzone = "Europe/Berlin"\n')
    assert "zone            Europe/Berlin" in ww.done("config").lines
    assert ww.done("config", "income_goal", "120_000").out == "income_goal is 120,000.\n"
    assert ww.done("config", "rates.bookkeeping", "55,5").out == "rates.bookkeeping is 55.5.\n"
    assert ww.done("config", "week_start", "sunday").out == "week_start is sunday.\n"
    assert ww.done("settings", "day_start", "04:30").out == "day_start is 04:30.\n"
    assert ww.done("config", "currency", "eur").out == "currency is EUR.\n"
    found = ww.done("config", "--json").json
    assert found["income_goal"] == 120_000
    assert found["rates.bookkeeping"] == 55.5
    assert ww.done("config", "income_goal", "--json").json == {"income_goal": 120_000}
    assert (ww.home / "config.toml").read_text().startswith("# mine\n")
    assert "default" in ww.done("config", "income_goal", "-").out
    assert ww.done("config", "income_goal").out == "200,000\n"


def test_config_of_the_review_and_the_budget(ww: Owner) -> None:
    assert ww.done("config", "budget", "600").out == "budget is 600.\n"
    assert ww.done("config", "review_day", "thursday").out == "review_day is thursday.\n"
    assert ww.done("config", "review_at", "15:00").out == "review_at is 15:00.\n"
    assert ww.done("config", "remind", "off").out == "remind is no.\n"
    said = ww.done("config", "holidays", "2027-01-01, 2026-12-25").out
    assert said == "holidays is 2026-12-25, 2027-01-01.\n"
    found = ww.done("config", "--json").json
    assert set(found) == {name for name, _ in CONFIG}
    assert (found["remind"], found["holidays"]) == (False, ["2026-12-25", "2027-01-01"])
    assert "again" in ww.done("config", "holidays", "-").out
    assert ww.done("config", "holidays").out == "(not set)\n"


def test_config_path(ww: Owner) -> None:
    found = ww.done("config", "path", "--json").json
    assert set(found) == {name for name, _ in CONFIG_PATH}
    assert found["home"] == str(ww.home)
    assert str(ww.home / "config.toml") in ww.done("config", "path").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("incom_goal", "1"), 2, "income_goal"),
        (("xyz",), 2, "There are"),
        (("income_goal", "much"), 2, "number"),
        (("income_goal", "0"), 1, "income_goal"),
        (("remind", "maybe"), 2, "yes or no"),
        (("holidays", "xmas"), 1, "list of days"),
        (("review_at", "25:00"), 1, "16:30"),
        (("zone", "Mars/Base"), 1, "Europe/Berlin"),
        (("week_start", "noday"), 1, "monday"),
        (("day_start", "25:00"), 1, "12:00"),
        (("currency", "dollar"), 1, "USD"),
        (("rates.bookkeping", "5"), 2, "bookkeeping"),
    ],
)
def test_settings_that_cannot_be(ww: Owner, words: tuple[str, ...], code: int, said: str) -> None:
    assert said in ww.refused("config", *words, code=code)


def test_a_broken_line_of_the_settings_is_named(ww: Owner) -> None:
    ww.settings('zone = "Europe/Berlin"\nincome goal = 5\n')
    for command in (("status",), ("start", "x"), ("config",), ("config", "currency", "EUR")):
        said = ww.refused(*command)
        assert "config.toml" in said
        assert "line 2" in said


def test_demo_as_json_leaves_nothing_behind(ww: Owner) -> None:
    found = ww.done("demo", "--seed", "7", "--json").json
    assert set(found) == {name for name, _ in DEMO}
    assert found["entries"] > 300
    assert not Path(found["home"]).exists()
    assert ww.done("log", "all", "--json").json == []


def test_demo_can_be_kept_and_looked_into(ww: Owner, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    said = ww.done("demo", "--keep", str(folder)).out
    assert f"ww --home {folder}" in said
    status = ww.done("--home", str(folder), "status", "--json").json
    assert status["running"]
    assert 20 * 60 <= status["seconds"] <= 50 * 60
    assert status["today_seconds"] > status["seconds"]
    assert "not empty" in ww.refused("demo", "--keep", str(folder))


def test_a_demo_that_is_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    (folder / "home").mkdir(parents=True)
    code = (
        "import os, signal, sys\n"
        "from tracker.cli.demo import swept\n"
        "with swept(sys.argv[1]):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    found = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    assert found.returncode == -signal.SIGKILL
    deadline = time.monotonic() + 20
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not folder.exists()


def test_the_app_needs_a_terminal(ww: Owner) -> None:
    assert "terminal" in ww.refused()
    assert "terminal" in ww.refused("demo")
    assert "--seed" in ww.refused("demo", "--seed", "x", code=2)
