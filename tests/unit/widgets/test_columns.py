"""The list laid out in columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import NOW, MemoryStore, entry
from tests.pilot.stage import morning
from tests.unit.widgets.test_assemble import state_of
from widgets.columns import pieces, plan
from widgets.figures import rows
from widgets.fitting import pieces_width
from widgets.timeline import Block, Window, layout, strip, ticks

NAMES = st.text(
    st.sampled_from("Invoicing 請求書 👩‍👩‍👧 שלום [red]x[/red]"), min_size=1, max_size=60
).filter(str.strip)


def words(width: int, log: MemoryStore) -> list[str]:
    shown = rows(state_of(log), NOW)
    columns = plan(shown, width)
    return ["".join(text for text, _ in pieces(row, columns)) for row in shown]


def test_a_wide_list_has_a_column_for_everything() -> None:
    lines = words(100, morning())
    assert lines[1].split() == [
        "08:05-09:10", "Proposal", "@Northwind", "#sales", "1h05", "$277.78", "▲", "growth",
    ]  # fmt: skip
    starts = {line.index("@") for line in lines if "@" in line}
    assert len(starts) == 1
    assert len({line.index("$") + len(line.split("$")[1].split()[0]) for line in lines
                if "$" in line}) == 1  # fmt: skip


def test_a_narrow_list_keeps_time_task_length_and_sign() -> None:
    assert words(40, morning())[0].split() == ["07:30-08:05", "Email", "triage", "35m", "▼"]
    assert words(40, morning())[2].split() == ["09:10-09:15", "5", "min", "unaccounted"]


@given(NAMES, NAMES, st.integers(32, 150))
def test_no_row_is_wider_than_the_list(task: str, project: str, width: int) -> None:
    log = MemoryStore.of(entry(task, "08:00", "09:00", project=project, note=task * 3))
    shown = rows(state_of(log), NOW)
    columns = plan(shown, width)
    for row in shown:
        assert pieces_width(pieces(row, columns)) <= width


def test_markup_in_a_name_is_text() -> None:
    log = MemoryStore.of(entry("[b]Pay[/b]", "08:00", "09:00"))
    assert "[b]Pay[/b]" in words(60, log)[0]


HOUR = 3600


@given(
    st.lists(st.tuples(st.integers(0, 10 * HOUR), st.integers(1, 4 * HOUR)), max_size=30),
    st.integers(1, 120),
)
def test_blocks_never_share_a_cell_and_never_vanish(
    spans: list[tuple[int, int]], width: int
) -> None:
    shown = [
        Block(str(index), "Task", start, start + length, "other")
        for index, (start, length) in enumerate(spans)
    ]
    placed = layout(shown, Window(0, 14 * HOUR), width)
    edge = 0
    for first, last, _ in placed:
        assert edge <= first < last <= width
        edge = last
    line = strip(shown, Window(0, 14 * HOUR), width, "", 0)
    assert pieces_width(line) == width


@pytest.mark.parametrize(("width", "shown"), [(44, "08  09   10  11"), (20, "08  10  12"), (4, "")])
def test_hours_leave_room_between_them(width: int, shown: str) -> None:
    hours = tuple((hour * HOUR, f"{hour:02}") for hour in range(8, 19))
    assert ticks(Window(8 * HOUR, 18 * HOUR, hours), width).startswith(shown)
    assert len(ticks(Window(8 * HOUR, 18 * HOUR, hours), width)) == width


def test_a_block_too_small_for_its_name_shows_its_sign() -> None:
    shown = [Block("a", "Invoicing", 0, HOUR, "busywork")]
    wide = "".join(text for text, _ in strip(shown, Window(0, HOUR), 14, "", 0))
    small = "".join(text for text, _ in strip(shown, Window(0, HOUR), 5, "", 0))
    assert "▼ Invoicing" in wide
    assert small.strip("▏ ") == "▼"
    length = "".join(text for text, _ in strip(shown, Window(0, HOUR), 14, "", 1))
    assert "1h00" in length
