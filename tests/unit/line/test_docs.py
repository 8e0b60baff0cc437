"""The page about the quick line says nothing that the quick line does not do."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.domain.errors import Unreadable
from tracker.domain.span import Amount, Span
from tracker.intents.intent import Add, Start
from tracker.line import read, read_duration, read_time

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 22, 13, 57, tzinfo=UTC)
PAGE = (Path(__file__).parents[3] / "docs" / "quick-line.md").read_text(encoding="utf-8")


def quoted(text: str) -> list[str]:
    """What stands between backquotes."""
    return text.replace("\n", " ").split("`")[1::2]


def table(heading: str) -> list[tuple[list[str], str]]:
    """The rows of the table under a heading: examples, and what is said of them."""
    part = PAGE.split(heading)[1].split("\n## ")[0]
    rows = [row.split("|") for row in part.splitlines() if row.startswith("| ")]
    return [(quoted(row[1]), row[2].strip()) for row in rows if "`" in row[1]]


MEANINGS = {
    "start now": lambda found: isinstance(found, Start) and found.at is None,
    "continue": lambda found: isinstance(found, Start) and found.at is None,
    "started": lambda found: isinstance(found, Start) and found.at is not None,
    "a finished block": lambda found: isinstance(found, Add) and isinstance(found.when, Span),
    "a block on that day": lambda found: isinstance(found, Add) and isinstance(found.when, Span),
    "25 minutes on that day": lambda found: (
        isinstance(found, Add) and isinstance(found.when, Amount)
    ),
    "over midnight": lambda found: (
        isinstance(found, Add) and found.when.start.date() < found.when.stop.date()
    ),
    "with project": lambda found: found.what.project == "acme" and found.what.tags == ("admin",),
}


@pytest.mark.parametrize(("examples", "meaning"), table("# The quick line"))
def test_the_first_table(examples: list[str], meaning: str) -> None:
    found = [check for start, check in MEANINGS.items() if meaning.startswith(start)]
    assert found, meaning
    for example in examples:
        if example != "ww start":
            assert found[0](read(example, now=NOW, zone=ZONE)), example


@pytest.mark.parametrize(("examples", "meaning"), table("## Is it a number or a time?"))
def test_what_is_a_number(examples: list[str], meaning: str) -> None:
    for example in examples:
        if meaning.startswith("part of the name"):
            assert read(example, now=NOW, zone=ZONE).what.task == example
        elif meaning == "a start":
            assert read(example, now=NOW, zone=ZONE).at is not None
        elif meaning.startswith("refused"):
            with pytest.raises(Unreadable):
                read(example, now=NOW, zone=ZONE)
            assert read(example, now=NOW, zone=ZONE, tasks=(example,)).what.task == example
        else:
            line = f"x {example}" if example.startswith("-") else f"yesterday x {example}"
            assert read(line, now=NOW, zone=ZONE).what.task == "x"


def test_the_lists_of_times_and_lengths() -> None:
    times, lengths = PAGE.split("**Times**: ")[1].split("(after")[0], PAGE.split("**Lengths**: ")[1]
    for text in quoted(times)[:-2]:
        assert read_time(text, now=NOW, zone=ZONE, day=NOW.date().replace(day=21)) < NOW
    *plain, spoken = quoted(lengths.split("Less than")[0])
    for text in plain:
        assert read_duration(text) >= 90
    assert read(f"{spoken} x", now=NOW, zone=ZONE).when.seconds == 1800  # type: ignore[union-attr]


def test_what_is_refused_is_refused() -> None:
    for text in ("25:99", "9:15-", "9-5"):
        assert text in quoted(PAGE.split("## What is refused")[1])
        with pytest.raises(Unreadable):
            read(f"{text} x", now=NOW, zone=ZONE)
    for text in ("9-17", "9am-5pm"):
        span = read(f"yesterday {text} x", now=NOW, zone=ZONE).when  # type: ignore[union-attr]
        assert span.seconds == 8 * 3600
