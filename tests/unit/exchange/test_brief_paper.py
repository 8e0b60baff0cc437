"""A brief as a paper that can be sent."""

from __future__ import annotations

from datetime import date

import pytest

from tests.papers import brief
from tracker.domain.errors import InvalidValue
from tracker.domain.papers import Brief
from tracker.exchange.brief_paper import EMPTY, Times, read, write

WHOLE = brief(
    what="Sending the invoices of the week.",
    steps=("Open the list", "Send each"),
    links=("https://example.org/video",),
    updated=date(2026, 11, 2),
)


def test_it_says_everything_and_what_is_missing() -> None:
    text = write(WHOLE, Times(4500, 3300, 5400))
    assert text.startswith("# Invoicing\n\n## What it is\n\nSending the invoices of the week.\n")
    assert "## What are the goals?\n\nMoney comes in on time.\n" in text
    assert "## Steps\n\n1. Open the list\n2. Send each\n" in text
    assert "## Links and recordings\n\n- https://example.org/video\n" in text
    assert f"## Tools and access\n\n{EMPTY}\n" in text
    assert "## How long it takes\n\nUsually 1h15; the fastest took 55m, the slowest 1h30.\n" in text
    assert text.endswith("\n*Last updated 2026-11-02.*\n")
    assert "How long" not in write(WHOLE)


def test_what_an_editor_changed_is_read() -> None:
    text = write(WHOLE, Times(4500, 3300, 5400))
    text = text.replace("2. Send each", "2. Send each\n   by mail\n* File it\nand go\n\n7) Rest")
    text = text.replace("Money comes in on time.", "Cash.\n\n## My own heading\nMore.")
    text = text.replace("## What are the objectives?\n\nEvery invoice is out by Friday noon.\n", "")
    found = read(text, WHOLE)
    assert found.steps == ("Open the list", "Send each by mail", "File it and go", "Rest")
    assert found.goals == "Cash.\n\n## My own heading\nMore."
    assert found.objectives == ""
    assert (found.id, found.updated) == (WHOLE.id, WHOLE.updated)
    assert found.tools == ""


def test_headings_are_found_in_any_case_and_depth() -> None:
    found = read("Dear Ada,\n### what are the GOALS?\nA\n#  Steps\n\nB", Brief("b", "Invoicing"))
    assert found == Brief("b", "Invoicing", goals="A\n#  Steps\n\nB")


def test_a_book_is_too_long() -> None:
    with pytest.raises(InvalidValue, match=r"goals is longer than 20,000"):
        read("## What are the goals?\n" + "x" * 20_001, WHOLE)
