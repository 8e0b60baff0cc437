from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.cli.conftest import Terminal
from tracker.cli.output import Printer, clean, fit, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Invoicing", "Invoicing"),
        ("a\nb\tc", "a b c"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07 csi\x9b31m", "bell csi31m"),
        ("abc\u202edef", "abcdef"),
        ("\ud800", "?"),
        ("Büro 会議 🚀", "Büro 会議 🚀"),
        ("[bold]x[/]", "[bold]x[/]"),
    ],
)
def test_nothing_that_a_terminal_obeys_is_left(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("会議", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("🚀", 2),
        ("👩\u200d💻", 2),
        ("👍🏽", 2),
        ("☎\ufe0f", 2),
        ("שלום", 4),
        ("", 0),
    ],
)
def test_width_is_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text(max_size=30), st.integers(min_value=1, max_value=20))
def test_fitted_text_is_as_wide_as_asked(text: str, cells: int) -> None:
    assert width(fit(clean(text), cells)) == cells


@given(st.text(max_size=30))
def test_clean_text_is_one_safe_line(text: str) -> None:
    shown = clean(text)
    assert len(shown.splitlines()) <= 1
    assert clean(shown) == shown
    assert not any(mark < " " or "\x7f" <= mark <= "\x9f" for mark in shown)
    shown.encode()


def test_colour_only_on_a_terminal_that_wants_it() -> None:
    assert Printer(io.StringIO(), {}).paint("x", "value") == "x"
    assert Printer(Terminal(), {"NO_COLOR": "1"}).paint("x", "value") == "x"
    assert Printer(Terminal(), {"TERM": "dumb"}).paint("x", "value") == "x"
    assert Printer(Terminal(), {"NO_COLOR": ""}).paint("x", "value") == "\x1b[32mx\x1b[0m"


def test_a_table_lines_up_with_wide_marks() -> None:
    lines = Printer(io.StringIO(), {}).table([("会議", "1h"), ("Email", "25m")], "lr")
    assert lines == ["会議    1h", "Email  25m"]


def test_a_table_fits_a_narrow_terminal() -> None:
    printer = Printer(Terminal(), {"COLUMNS": "24"})
    lines = printer.table([("x" * 60, "25m"), ("Email", "1h")], "lr", stretch=0)
    assert [width(line) for line in lines] == [24, 24]
    assert "…" in lines[0]


def test_right_to_left_names_cannot_move_the_columns_of_a_terminal() -> None:
    lines = Printer(Terminal(), {"COLUMNS": "80"}).table([("שלום", "25m")])
    assert lines == ["\u2068שלום\u2069  25m"]  # noqa: RUF001


def test_json_is_on_one_line_for_a_pipe_and_indented_for_eyes() -> None:
    pipe, eyes = io.StringIO(), Terminal()
    Printer(pipe, {}).json({"task": "Büro"})
    Printer(eyes, {}).json({"task": "Büro"})
    assert pipe.getvalue() == '{"task": "Büro"}\n'
    assert eyes.getvalue() == '{\n  "task": "Büro"\n}\n'


def test_json_is_escaped_where_the_stream_cannot_hold_the_letters() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    Printer(stream, {}).json("Büro")
    stream.flush()
    assert raw.getvalue() == b'"B\\u00fcro"\n'
