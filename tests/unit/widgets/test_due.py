"""What is due, and what is said of it once a day."""

from __future__ import annotations

from datetime import date

from tests.fakes import at, entry
from tests.surveys import standing, survey
from tracker.domain.task import Task
from widgets.due_rows import DueRow, due_pieces, due_rows, due_words
from widgets.nudge import nudge_words, overdue
from widgets.state import EMPTY, Day

MONDAY = date(2026, 11, 16)
DAY = Day(
    date(2026, 11, 19), int(at("00:00").timestamp()), int(at("00:00", "2026-11-20").timestamp())
)


def test_overdue_first_then_today_then_the_week_then_what_is_done() -> None:
    found = survey(
        standing("Books", "monthly", due="week", next_due=date(2026, 11, 22), loose=True),
        standing("Email", "daily", due="later", next_due=date(2026, 11, 20), done_today=True),
        standing("Standup", due="today", next_due=date(2026, 11, 19)),
        standing("Orders", due="overdue", next_due=MONDAY),
        standing("Payroll", "monthly", due="later", next_due=date(2026, 11, 30)),
    )
    state = EMPTY.replace(
        today=DAY, week_entries=(entry("Email", "08:00", "08:05"), entry("Email", "07:00", "07:05"))
    )
    assert [(row.task, row.state, row.when) for row in due_rows(found, state)] == [
        ("Orders", "overdue", "since Mon 16 Nov"),
        ("Standup", "today", "today"),
        ("Books", "week", "around 22 Nov"),
        ("Email", "done", "done 07:05"),  # in UTC, the zone of an empty state
    ]


def test_names_have_room_before_weekdays_and_rhythms() -> None:
    rows = (
        DueRow("Supplier orders", "overdue", "weekly", "since Mon 16 Nov", "16 Nov"),
        DueRow("Sales tax", "week", "quarterly", "Fri 20 Nov", "20 Nov"),
    )

    def text(row: DueRow, width: int) -> str:
        return "".join(words for words, _ in due_pieces(row, rows, width)).rstrip()

    assert text(rows[0], 56) == "! Supplier orders  weekly     since Mon 16 Nov"
    assert text(rows[0], 40) == "! Supplier orders  since Mon 16 Nov"
    assert text(rows[0], 32) == "! Supplier orders  16 Nov"
    assert text(rows[1], 32) == "○ Sales tax        20 Nov"
    assert text(rows[0], 22) == "! Supplier or…  16 Nov"
    assert due_words(rows) == "1 due"


def test_what_runs_is_now() -> None:
    found = survey(standing("Orders", due="overdue", next_due=MONDAY))
    state = EMPTY.replace(today=DAY, running=entry("orders", "09:00"))
    (row,) = due_rows(found, state)
    assert (row.state, row.when) == ("now", "now")


def test_one_is_told_of_what_is_rare_and_neither_paused_nor_silenced() -> None:
    late = {"due": "overdue", "next_due": MONDAY}
    found = survey(
        standing("Email", "daily", **late),
        standing("Orders", **late),
        standing("Tax", "quarterly", due="overdue", next_due=date(2026, 11, 2)),
        standing("Gossip", **late),
        standing("Books", "monthly", paused_until=date(2026, 12, 1), **late),
        standing("Payroll", "monthly", due="week", next_due=date(2026, 11, 20)),
        tasks=[Task("Gossip", silent=True)],
    )
    assert [one.task for one in overdue(found)] == ["Tax", "Orders"]


def test_the_sentence_names_the_first_and_counts_the_rest() -> None:
    names = ("Orders", "Tax", "Books")
    found = survey(*(standing(name, due="overdue", next_due=MONDAY) for name in names))
    assert nudge_words(found, names[:1]) == ("Orders was due Mon 16 Nov: D on Today.")
    assert nudge_words(found, names[:2]) == ("Orders was due Mon 16 Nov; so was Tax: D on Today.")
    assert nudge_words(found, names) == (
        "Orders was due Mon 16 Nov; 2 more are overdue: D on Today."
    )
