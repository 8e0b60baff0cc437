"""What the steps draw: never wider or higher than its room, and no second is lost in it."""

from __future__ import annotations

import pytest

from tests.fakes import NOW, ZONE, MemoryStore
from tests.reviews import week
from tests.surveys import CATALOGUE
from tracker.audit.review.decide import Trial
from tracker.audit.review.review import Looked
from tracker.audit.review.words import fix_words
from tracker.domain.papers import Review
from tracker.domain.period import month_of, quarter_of, week_of
from tracker.domain.repair import Carve, Cut, Fill, Fix
from tracker.domain.settings import Settings
from tracker.reviewing import Reviewer
from widgets.fitting import pieces_width
from widgets.nudge import review_comes
from widgets.review.decide_view import trial_lines
from widgets.review.heat_lines import cell_pieces, heat_lines, trend_lines
from widgets.review.repair_view import finding_row, fix_lines
from widgets.review.see_lines import GROUPS, bars_of, stacked, where_lines, worth_lines
from widgets.review.state import Reviewed
from widgets.review.step_bar import about, step_pieces
from widgets.row_list import GAP, Layout, ListRow, widths

SIZES = [(30, 4), (44, 8), (60, 12), (98, 22), (150, 40)]
EVERY_SIZE = pytest.mark.parametrize(("width", "height"), SIZES)


def reviewer(log: MemoryStore | None = None) -> Reviewer:
    return Reviewer(log or week(), Settings(), ZONE, CATALOGUE, NOW)


def looked(kind: str = "week", log: MemoryStore | None = None) -> Looked:
    periods = {"week": week_of, "month": month_of, "quarter": quarter_of}
    return reviewer(log).look(periods[kind](NOW.date()))


@EVERY_SIZE
@pytest.mark.parametrize("kind", ["week", "month", "quarter"])
def test_nothing_is_wider_or_higher_than_its_room(kind: str, width: int, height: int) -> None:
    see = looked(kind).see
    drawn = [
        *(where_lines(see, group, "USD", width, height) for group in GROUPS),
        heat_lines(see.heat, width, height),
        trend_lines(see, width, height),
    ]
    for lines in drawn:
        assert len(lines) <= height
        assert all(pieces_width(line) <= width for line in lines)
    for line in worth_lines(see, "USD", width, height):
        assert pieces_width(line) <= width


@pytest.mark.parametrize("kind", ["week", "month", "quarter"])
@pytest.mark.parametrize("group", GROUPS)
def test_the_bars_add_up_to_what_was_logged(kind: str, group: str) -> None:
    see = looked(kind).see
    assert sum(bar.seconds for bar in bars_of(see, group, "USD")) == see.total_seconds


@pytest.mark.parametrize("width", [40, 44, 46, 60])
def test_the_figures_of_a_trial_are_never_cut(width: int) -> None:
    one = Trial(
        "Data entry", "2026-11-04", 3, "Mara", 9.0, 1030.46, 12.5, 1034.2, "On track.", True
    )  # fmt: skip
    lines = ["".join(text for text, _ in line) for line in trial_lines(one, "USD", width)]
    assert all(len(line) <= width for line in lines)
    assert [line.split()[-2:] for line in lines[1:4]] == [
        ["so", "far"], ["12.5", "h"], ["$1,030.46", "$1,034.20"],
    ]  # fmt: skip


def test_an_empty_week_has_words() -> None:
    see = looked(log=MemoryStore()).see
    assert where_lines(see, "task", "USD", 40, 9) == [[("Nothing was logged.", "$foreground 65%")]]
    assert "No clock times" in heat_lines(see.heat, 40, 9)[0][0][0]


def test_a_bar_is_told_by_its_pattern_and_what_is_little_is_not_invisible() -> None:
    bar = stacked({"on": 1800, "busywork": 1800}, 7200, 8)
    assert "".join(text for text, _ in bar) == "██▓▓    "
    assert stacked({"on": 1}, 7200, 8)[0][0] == "█"


def test_an_hour_is_filled_as_far_as_it_was_worked() -> None:
    cells = cell_pieces((3600, 2700, 1800, 900), 8)
    assert "".join(text for text, _ in cells) == "████▓▓··"
    assert cell_pieces((0, 0, 0, 0), 4) == [("    ", "")]
    assert "".join(text for text, _ in cell_pieces((3600, 1, 0, 1), 4)) == "▓···"


def test_hours_share_a_line_where_there_is_no_height_for_each() -> None:
    heat = looked().see.heat
    few = heat_lines(heat, 60, 4)
    assert len(few) <= 4
    assert len(heat_lines(heat, 60, 30)) > len(heat.hours)


def test_the_steps_are_told_by_their_signs() -> None:
    steps = ("repair", "rate", "see")
    text = "".join(piece[0] for piece in step_pieces(steps, "rate", closed=False, form=0))
    assert text == "● Repair ── ◉ Rate ── ○ See"
    short = "".join(piece[0] for piece in step_pieces(steps, "rate", closed=True, form=2))
    assert short == "● ◉ Rate ●"


def test_the_period_is_told_shorter_and_shorter() -> None:
    log = week()
    log.filed["w"] = Review("2026-W47", "see", finished=NOW.date())
    found = looked(log=log)
    words = [
        "".join(text for text, _ in pieces)
        for pieces in about(Reviewed(found, found.see, NOW.date()))
    ]
    assert words[0] == "Week 47  16-22 Nov · 10h00 logged · 95 % accounted · closed"
    assert words[-1] == "W47"
    assert sorted(map(len, words), reverse=True) == list(map(len, words))


def test_a_finding_has_its_kind_its_time_and_its_ways_each_with_a_key() -> None:
    made = reviewer()
    finding = looked().findings[0]
    row = finding_row(finding, made.local)
    assert [text for text, _ in row.columns] == [
        "overlap", "Tue 17 Nov 10:30-11:00", "Proposal writing and Invoicing overlap by 30m",
    ]  # fmt: skip
    ways = made.fixes(finding)

    def say(fix: Fix) -> str:
        return fix_words(fix, made.local)

    for width, height in SIZES:
        lines = fix_lines(ways, "It overlaps", say, width, height)
        assert all(pieces_width(line) <= width for line in lines)
    keys = [line[0][0] for line in fix_lines(ways, "It overlaps", say, 60, 9)[2:]]
    assert keys == ["a", "c", "o"]
    assert isinstance(ways[0], Carve | Cut | Fill)


def test_columns_give_way_in_their_order_and_then_the_name() -> None:
    rows = [ListRow("a", (("Customer calls", ""), ("12h00", ""), ("a long reason", "")))]
    layout = Layout("lrl", drop=(2,), least=10)
    assert widths(rows, layout, 60) == [14, 5, 13]
    assert widths(rows, layout, 30) == [14, 5, 0]
    narrow = widths(rows, layout, 18)
    assert narrow == [18 - GAP - 5, 5, 0]


@pytest.mark.parametrize(
    ("now", "came"),
    [
        ("2026-11-20T16:29", "2026-11-13T16:30"),
        ("2026-11-20T16:30", "2026-11-20T16:30"),
        ("2026-11-22T09:00", "2026-11-20T16:30"),
    ],
)
def test_the_hour_of_the_review_came_last_on_its_day(now: str, came: str) -> None:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(ZONE)
    at = datetime.fromisoformat(now).replace(tzinfo=zone)
    assert review_comes(at, Settings()).isoformat()[:16] == came
