"""export in every format, narrowed, and what each cannot hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.exports import FORMATS


@pytest.fixture
def owner(ww: Owner) -> Owner:
    """Three blocks and an amount."""
    ww.done("add", "8-9 Invoicing @Acme #admin // batch")
    ww.done("add", "9-9:30 Email")
    ww.done("add", "yesterday 14-16 Proposal @Beta")
    ww.done("add", "2026-11-10 25m Reading")
    return ww


@pytest.mark.parametrize("form", ["json", "csv", "timewarrior", "klog", "ical"])
def test_every_format_can_be_narrowed(owner: Owner, form: str) -> None:
    for narrowed in (("--task", "invoicing"), ("--project", "@acme"), ("--tag", "admin")):
        said = owner.done("export", form, *narrowed).out
        entries = json.loads(said)["entries"] if form == "json" else [said]
        assert len(entries) == 1
        assert "Invoicing" in str(entries)
        assert "Proposal" not in str(entries)


@pytest.mark.parametrize("form", ["timewarrior", "ical"])
def test_what_a_format_cannot_hold_is_said(owner: Owner, form: str, tmp_path: Path) -> None:
    result = owner("export", form)
    assert result.code == 0
    assert "1 amount of time" in result.err
    found = owner("export", form, "-o", str(tmp_path / "f"), "--json").json
    assert len(found["notes"]) == 1


def test_a_range_holds_what_lies_in_it(owner: Owner) -> None:
    days = {"yesterday": ["Proposal"], "2026-11-10": ["Reading"], "today": ["Invoicing", "Email"]}
    for words, tasks in days.items():
        found = json.loads(owner.done("export", "json", words).out)["entries"]
        assert [entry["task"] for entry in found] == tasks


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_report_of_a_range(owner: Owner, form: str, tmp_path: Path) -> None:
    said = owner.done("export", form, "today").out
    assert "2026-11-19" in said
    assert "1h30" in said
    assert "Email" in said
    assert "Proposal" not in said
    target = tmp_path / "report"
    assert "Wrote the report to" in owner.done("export", form, "-o", str(target)).out
    assert "Proposal" in target.read_text()


def test_a_report_of_nothing(ww: Owner) -> None:
    for form in ("markdown", "html"):
        assert "0m" in ww.done("export", form, "today").out


def test_a_whole_home_moves_by_json(owner: Owner, tmp_path: Path) -> None:
    owner.done("tasks", "set", "Email", "--tedium", "5", "--only-me", "yes", "--project", "Acme")
    target = str(tmp_path / "all.json")
    owner.done("export", "json", "-o", target)
    other = Owner(tmp_path / "other", owner.now)
    other.done("import", target)
    assert other.done("export", "json").out == owner.done("export", "json").out


@pytest.mark.parametrize("form", ["json", "csv", "timewarrior"])
def test_what_was_exported_is_known_again(owner: Owner, form: str, tmp_path: Path) -> None:
    target = str(tmp_path / "all")
    assert owner("export", form, "-o", target).code == 0
    assert owner.done("import", form, target, "--json").json["added"] == 0


def test_every_format_is_named_where_one_is_refused(ww: Owner) -> None:
    said = ww.refused("export", "xml", code=2)
    assert all(form in said for form in FORMATS)
