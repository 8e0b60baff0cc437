"""What is written about tasks comes back as it was written, by every way it takes."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import papers
from tests.papers import TEXTS
from tracker.domain.papers import Brief
from tracker.domain.prose import prose
from tracker.exchange.brief_paper import EMPTY, HEADINGS, TIME, Times, read, write

tricky = st.sampled_from(
    [
        *(f"## {heading}" for _, heading in HEADINGS),
        f"  ## {TIME} ",
        "\\## Steps",
        "\\\\### steps",
        "# A title",
        "#### anything",
        EMPTY,
        f"  \\{EMPTY}",
        "*Last updated 2026-11-19.*",
        "1. first",
        "12)",
        "- ",
        "-no mark",
        "> quoted",
        "```",
        "    indented",
        "\ttabbed",
        "",
        "   ",
        "büro 🙂",
        "\u202eabc",
    ]
)
lines = tricky | papers.words
written = st.builds(
    Brief,
    id=st.just("b1"),
    task=papers.names,
    **dict.fromkeys(TEXTS, st.lists(lines, max_size=4).map("\n".join)),
    steps=st.lists(lines, max_size=4).map(tuple),
    links=st.lists(lines, max_size=3).map(tuple),
    updated=st.none() | papers.days,
)
times = st.builds(Times, st.integers(0, 90_000), st.integers(0, 90_000), st.integers(0, 90_000))


@given(written, times)
@settings(max_examples=150)
def test_a_brief_comes_back_from_its_markdown(brief: Brief, took: Times) -> None:
    text = write(brief, took)
    blank = Brief(brief.id, brief.task, updated=brief.updated)
    assert read(text, blank) == brief
    assert read(text.replace("\n", "\r\n"), brief) == brief
    assert write(read(text, blank), took) == text
    assert all(f"## {heading}" in text for _, heading in HEADINGS)


@given(st.text(max_size=200))
def test_any_text_is_read_and_then_stays(text: str) -> None:
    blank = Brief("b1", "Invoicing", updated=date(2026, 11, 19))
    encodable = text.encode(errors="ignore").decode()
    once = read(encodable, blank)
    assert read(write(once), blank) == once


@given(st.lists(lines | st.text(max_size=20), max_size=6).map("\n".join))
def test_prose_is_settled_once(text: str) -> None:
    encodable = text.encode(errors="ignore").decode()
    once = prose("goals", encodable)
    assert prose("goals", once) == once
    assert once == once.strip("\n")
