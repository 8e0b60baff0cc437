"""The lanes, their sums and their columns, without a screen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.surveys import AS_OF, standing, survey
from tracker.domain.cadence import Cadence
from tracker.domain.format import duration
from tracker.domain.task import Task
from widgets.dots import cells_pieces, columns_chart, dots, sparkline
from widgets.recurring.chart import lane_of, lanes, task_row
from widgets.recurring.columns import HOURS, pieces, plan
from widgets.recurring.detail import detail_lines, length_chart, rating_line
from widgets.recurring.lane_list import lines_of
from widgets.recurring.page import page_lines
from widgets.recurring.sides import heading, item_pieces, sides

FOUND = survey(
    standing("Email triage", "daily", "########x#", usual=2100, per_month=260 / 12,
             pattern="weekdays", next_due=date(2026, 11, 20), due="week"),
    standing("Invoicing", "weekly", "####~####!", usual=4800, pattern="Mondays",
             next_due=date(2026, 11, 16), due="overdue"),
    standing("Payment reminders", "biweekly", "..####o", usual=700, per_month=26 / 12,
             pattern="about every 14 days", next_due=date(2026, 12, 1), due="later", loose=True),
    standing("Payroll", "monthly", "...####o", usual=4500, per_month=1.0,
             pattern="last business day", next_due=date(2026, 11, 30), due="later",
             status="declared", declared=Cadence("month", business=-1)),
    standing("Customer questions", "as-needed", "##o##o##", usual=1200, per_month=14.0,
             pattern="most weeks, 14 a month"),
    standing("Old newsletter", "weekly", "####xxxx", status="lapsed", last=date(2026, 3, 2)),
    standing("Conference", "none", "#", status="none", per_month=0.0, usual=28_800),
    standing("会議の準備と議事録", "weekly", "########", usual=900, pattern="Fridays",
             next_due=date(2026, 11, 20), due="week"),
)  # fmt: skip


def test_lanes_come_in_their_order_with_second_weeks_among_the_weekly() -> None:
    found = {lane.name: [row.task for row in lane.rows] for lane in lanes(FOUND)}
    assert list(found) == ["daily", "weekly", "monthly", "as-needed", "none"]
    assert found["weekly"] == ["Invoicing", "会議の準備と議事録", "Payment reminders"]
    assert found["none"] == ["Old newsletter", "Conference"]


def test_a_lane_says_what_it_takes_in_time_and_money() -> None:
    daily = lanes(FOUND)[0]
    assert daily.total == "12.6 h a month · $3,241"
    assert daily.rows[0].worth == "$3,241"
    assert lanes(FOUND)[-1].total == ""


def test_the_sums_of_the_lanes_are_those_of_their_rows() -> None:
    for lane in lanes(FOUND):
        if lane.total:
            hours = sum(row.standing.hours_per_month for row in lane.rows)
            assert lane.total.startswith(f"{hours:.1f} h a month")


@pytest.mark.parametrize(
    ("sort", "first"), [("hours", "Invoicing"), ("due", "Invoicing"), ("name", "Invoicing")]
)
def test_an_order_holds_within_each_lane(sort: str, first: str) -> None:
    weekly = lanes(FOUND, sort)[1]  # type: ignore[arg-type]
    assert weekly.rows[0].task == first
    if sort == "name":
        assert [row.task for row in weekly.rows] == sorted(row.task for row in weekly.rows)


def test_words_leave_only_the_tasks_that_have_them() -> None:
    assert [lane.name for lane in lanes(FOUND, words="PAY")] == ["weekly", "monthly"]
    assert lanes(FOUND, words="pay nothing") == ()


def test_what_is_due_is_said_in_a_few_cells_too() -> None:
    rows = {row.task: row for lane in lanes(FOUND) for row in lane.rows}
    assert (rows["Invoicing"].due, rows["Invoicing"].due_short) == ("since Mon 16 Nov", "!16 Nov")
    assert rows["Payment reminders"].due_short == "~1 Dec"
    assert rows["Conference"].due == ""
    paused = standing("Payroll", paused_until=date(2027, 1, 5), next_due=date(2027, 1, 5))
    assert task_row(FOUND, paused).due_short == "╌5 Jan"


def test_a_second_week_is_said_so_and_lapsed_work_is_no_burden() -> None:
    rows = {row.task: row for lane in lanes(FOUND) for row in lane.rows}
    assert rows["Payment reminders"].sure[0] == "every second week, about every 14 days, sure"
    assert rows["Old newsletter"].hours == ""
    assert rows["Old newsletter"].sure[0].startswith("lapsed since March")
    assert rows["Conference"].sure == ("once, on 12 Nov 2026",)
    assert lane_of(rows["Old newsletter"].standing) == "none"


def test_a_row_says_where_the_log_disagrees() -> None:
    said = standing("Payroll", "weekly", pattern="Fridays", status="declared",
                    disagreement="You say weekly; the log says ...")  # fmt: skip
    said = said.replace(found=said.found.replace(cadence="biweekly"))
    row = task_row(FOUND, said)
    text = "".join(part for part, _ in pieces(row, plan([row], 140)))
    assert text.rstrip().endswith("Fridays, declared; the log says every second week")


@pytest.mark.parametrize("width", [30, 40, 58, 74, 76, 90, 116, 140, 156, 230])
def test_columns_line_up_in_every_width(width: int) -> None:
    rows = [row for lane in lanes(FOUND) for row in lane.rows]
    columns = plan(rows, width)
    ends = set()
    for row in rows:
        parts = pieces(row, columns)
        text = "".join(part for part, _ in parts)
        assert cell_len(text) <= width, text
        before = columns.name + columns.gap + columns.cells + columns.gap
        before += columns.usual + columns.gap if columns.usual else 0
        ends.add(before + HOURS)
        if row.hours:
            shown = "".join(part for part, _ in parts)
            at = next(
                place for place in range(len(shown)) if cell_len(shown[:place]) == before + HOURS
            )
            assert shown[:at].endswith(row.hours)
    assert len(ends) == 1


def test_a_wide_screen_shows_all_and_a_narrow_one_what_counts() -> None:
    rows = [row for lane in lanes(FOUND) for row in lane.rows]
    wide, narrow = plan(rows, 156), plan(rows, 40)
    assert wide.usual
    assert wide.worth
    assert wide.due
    assert wide.sure >= max(cell_len(row.sure[0]) for row in rows)
    assert (narrow.usual, narrow.worth, narrow.due, narrow.sure) == (0, 0, 0, 0)
    assert narrow.cells >= 8
    text = "".join(part for part, _ in pieces(rows[1], narrow))
    assert "Invoicing" in text
    assert "!16 Nov" in text


def test_the_usual_length_goes_before_longer_names_and_more_cells() -> None:
    rows = [row for lane in lanes(FOUND) for row in lane.rows]
    columns = plan(rows, 77)  # what 80 cells leave
    text = "".join(part for part, _ in pieces(rows[1], columns))
    assert "1h20" in text
    assert "since Mon 16 Nov" in text
    assert "1h20 each" in "".join(part for part, _ in pieces(rows[1], plan(rows, 100)))


def test_all_four_ratings_are_whole_on_the_page_of_a_small_screen() -> None:
    line = rating_line(FOUND.profiles["Invoicing"], 39)
    text = "".join(part for part, _ in line)
    assert sum(glyph in "●○" for glyph in text) == 20
    assert cell_len(text) <= 39


def test_on_a_vast_screen_each_time_is_beside_what_is_said() -> None:
    row = task_row(FOUND, FOUND.standings[0])
    text = ["".join(part for part, _ in line) for line in detail_lines(FOUND, row, 154, 16)]
    assert "why" in text[0]
    assert "9 times, newest first" in text[0]
    at = text[0].index("9 times")
    assert text[1][at:].startswith("Wed 18 Nov 2026")
    assert {line[at - 1] for line in text if len(line) > at} == {" "}
    below = ["".join(part for part, _ in line) for line in detail_lines(FOUND, row, 116, 16)]
    assert any(line.strip().startswith("9 times") for line in below[1:])


def test_few_times_are_drawn_apart_and_the_longest_is_named() -> None:
    few = length_chart(standing("Tax", cells="###"), 60, 2)
    assert few[0][0][0].strip() == duration(max(standing("Tax", cells="###").facts.seconds))
    assert [glyph == " " for glyph in few[1][1][0]] == [False, False, True] * 3
    many = length_chart(standing("Tax", cells="#" * 20), 60, 2)
    assert len(many[1][1][0]) == 20
    assert " " not in many[1][1][0]


def test_boxes_have_a_bottom_and_lines_do_not() -> None:
    found = lanes(FOUND)
    tasks = sum(len(lane.rows) for lane in found)
    assert len(lines_of(found, boxed=True)) == tasks + 2 * len(found)
    assert len(lines_of(found, boxed=False)) == tasks + len(found)


@pytest.mark.parametrize("width", [38, 74, 116, 154])
@pytest.mark.parametrize("height", [5, 6, 11])
def test_what_is_said_of_a_task_fits(width: int, height: int) -> None:
    for one in FOUND.standings:
        lines = detail_lines(FOUND, task_row(FOUND, one), width, height)
        for line in lines:
            assert cell_len("".join(text for text, _ in line)) <= width


@pytest.mark.parametrize("width", [38, 74, 94])
def test_the_page_fits_and_lists_every_time(width: int) -> None:
    for one in FOUND.standings:
        text = ["".join(part for part, _ in line) for line in page_lines(FOUND, one, width)]
        assert max(map(cell_len, text)) <= width
        assert sum(" 2026" in line for line in text) >= len(one.facts.days)


def test_a_rating_takes_a_side_and_an_assumption_does_not() -> None:
    rated = survey(
        standing("Invoicing"), standing("Proposal"), standing("Standup"), standing("Books"),
        tasks=[Task("Invoicing", like=1), Task("Proposal", like=5), Task("Standup", like=3)],
    )  # fmt: skip
    low, high, rest = sides(rated, "like")
    assert [item.task for item in low.items] == ["Invoicing"]
    assert [item.task for item in high.items] == ["Proposal"]
    assert {item.task for item in rest.items} == {"Standup", "Books"}
    assert {item.task: item.assumed for item in rest.items} == {"Standup": False, "Books": True}


def test_the_two_columns_have_every_task_and_what_does_not_come_back_last() -> None:
    tasks = [item.task for side in sides(FOUND, "like") for item in side.items]
    assert sorted(tasks) == sorted(one.task for one in FOUND.standings)
    assert tasks[-2:] == ["Conference", "Old newsletter"]
    young = survey(standing("Calls", "none", "##", status="tentative", per_month=0.0))
    assert [item.task for item in sides(young, "like")[2].items] == ["Calls"]


@given(st.integers(12, 120))
def test_the_two_columns_fit(width: int) -> None:
    for side in sides(FOUND, "skill"):
        assert cell_len("".join(text for text, _ in heading(side, width))) <= width
        for item in side.items:
            assert cell_len("".join(text for text, _ in item_pieces(item, width))) <= width


@given(st.lists(st.integers(0, 90_000), max_size=40), st.integers(0, 30), st.integers(1, 6))
def test_charts_have_their_size_and_their_tallest_is_full(
    seconds: list[int], width: int, height: int
) -> None:
    shown = seconds[-width:] if width else []
    lines = columns_chart(seconds, width, height)
    assert len(lines) == height
    assert all(len(line) == len(shown) for line in lines)
    if any(shown):
        assert "█" in lines[0]
        assert "█" in sparkline(seconds, width)


def test_cells_differ_without_colour() -> None:
    one = standing("x", cells="#~x!o.=")
    text = "".join(part for part, _ in cells_pieces(one.cells, 7))
    assert len(set(text)) == 7
    assert "".join(part for part, _ in cells_pieces(one.cells, 3)) == text[-3:]
    assert "".join(part for part, _ in cells_pieces(one.cells, 9)) == f"  {text}"


def test_an_assumed_rating_is_starred() -> None:
    assert "".join(text for text, _ in dots(4)) == "●●●●○ "
    assert "".join(text for text, _ in dots(2, assumed=True)) == "●●○○○*"


def test_the_survey_of_the_tests_is_of_the_fixed_day() -> None:
    assert FOUND.as_of == AS_OF
