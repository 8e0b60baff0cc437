"""Text fitted by terminal cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.digits import HEIGHT, big, big_width
from widgets.fitting import (
    bar,
    first_that_fits,
    fit,
    fit_pieces,
    left,
    pieces_width,
    right,
    spread,
)

TEXTS = st.text(
    st.sampled_from("abc Zürich 請求書 の 👍🏽 👩‍👩‍👧 שלום مرحبا é [b]x[/b] …"), max_size=40
)


@given(TEXTS, st.integers(0, 50))
def test_nothing_is_ever_wider_than_its_room(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


@given(TEXTS, st.integers(1, 50))
def test_columns_line_up_whatever_the_script(text: str, width: int) -> None:
    assert cell_len(left(text, width)) == width
    assert cell_len(right(text, width)) == width


def test_what_fits_is_left_alone_and_the_rest_ends_in_an_ellipsis() -> None:
    assert fit("Invoicing", 9) == "Invoicing"
    assert fit("Invoicing", 8) == "Invoici…"
    assert fit("請求書の作成", 7) == "請求書…"
    assert fit("Invoicing", 0) == ""


@given(
    st.lists(st.tuples(TEXTS, st.just("")), max_size=4),
    st.lists(st.tuples(TEXTS, st.just("")), max_size=2),
    st.integers(2, 60),
)
def test_a_spread_line_fills_its_width(
    start: list[tuple[str, str]], end: list[tuple[str, str]], width: int
) -> None:
    assert pieces_width(spread(start, end, width)) == width


def test_a_further_piece_is_left_out_rather_than_shown_as_a_stump() -> None:
    assert fit_pieces([("since 09:15", ""), (" · Bookkeeping", "")], 15) == [("since 09:15", "")]
    assert fit_pieces([("since 09:15", ""), (" · Bookkeeping", "")], 20) == [
        ("since 09:15", ""),
        (" · Bookk…", ""),
    ]


def test_the_longest_wording_that_fits() -> None:
    wordings = ("Busywork this week", "Busywork")
    assert first_that_fits(wordings, 18) == "Busywork this week"
    assert first_that_fits(wordings, 17) == "Busywork"
    assert first_that_fits(wordings, 5) == "Busy…"


@given(st.floats(0, 2), st.integers(1, 80))
def test_a_bar_stays_in_its_room_and_something_is_never_nothing(share: float, width: int) -> None:
    drawn = bar(share, width)
    assert len(drawn) <= width
    assert bool(drawn) == (share > 0)


@pytest.mark.parametrize(("share", "drawn"), [(0, ""), (0.5, "██"), (1, "████"), (0.01, "▏")])
def test_bars_in_eighths(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


def test_large_digits_are_as_wide_as_they_say() -> None:
    for text in ("0:42:17", "12:00:00", "9:00", "0123456789:-"):
        lines = big(text)
        assert len(lines) == HEIGHT
        assert {len(line) for line in lines} == {big_width(text)}
    assert len({big(digit) for digit in "0123456789"}) == 10
