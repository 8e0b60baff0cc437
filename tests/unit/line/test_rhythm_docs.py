"""The page about what comes back says nothing of rhythms that is not so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.audit.recurrence.declared import GRACE
from tracker.line.rhythm import read_cadence, write_cadence
from tracker.line.until import read_until

PAGE = (Path(__file__).parents[3] / "docs" / "recurring.md").read_text(encoding="utf-8")
ROWS = [row.split("|") for row in PAGE.split("## How to read")[0].splitlines() if "| `" in row]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1].strip())
def test_every_saying_is_kept_as_the_page_has_it(row: list[str]) -> None:
    said, kept = (cell.split("`")[1::2] for cell in row[1:3])
    assert said
    for text in said:
        if "12 months" in text or text == "yearly":
            assert write_cadence(read_cadence(text)) == "every 12 months"
        else:
            assert write_cadence(read_cadence(text)) == kept[0]


def test_the_graces_and_the_days_to_come() -> None:
    listed = "0 days for daily, 2 for weekly, 3 for every second week, 5 for monthly and 10 for"
    assert listed in " ".join(PAGE.split())
    assert list(GRACE.values()) == [0, 2, 3, 5, 10]
    assert read_cadence("weekly on fri grace 2d").grace == 2
    days = PAGE.split("**Pauses**")[1].split("Until then")[0].split("`")[1::2]
    assert len(days) == 6
    for text in days:
        assert read_until(text, today=date(2026, 11, 19)) > date(2026, 11, 19)
