"""Reports of any range, under any heading, narrowed and opened."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, entry
from tracker.audit.categorise import Catalogue
from tracker.audit.review.reports import GROUPS
from tracker.calendar.ranges import FIRST_DAY, LAST_DAY
from tracker.domain.entry import Entry
from tracker.domain.settings import Settings
from tracker.domain.span import Amount
from tracker.exchange.paper import markdown
from tracker.exchange.report_paper import Rows, csv, paper
from tracker.reporting import Asked, Reporter, Shown
from tracker.store.categories import load_categories

HOUR = 3600
ENTRIES = (
    entry("Proposal", "09:00", "11:00", day="2026-11-17", project="Acme", tags=("sales",)),
    entry("Email", "12:00", "13:00", day="2026-11-17", tags=("admin", "mail")),
    entry("Invoicing", "23:00", "23:30", day="2026-11-15", note="Acme batch"),
    entry("Design", "09:27:17"),
    Entry("amount", "Bookkeeping", Amount(date(2026, 11, 18), 1800), ZONE),
)


@pytest.fixture
def reporter() -> Reporter:
    store = MemoryStore.of(*ENTRIES)
    return Reporter(store, Settings(), ZONE, Catalogue(load_categories()), NOW)


def ask(reporter: Reporter, by: str = "task", text: str = "") -> Shown:
    return reporter.report(Asked(date(2026, 11, 15), date(2026, 11, 20), by, text))


def test_every_heading(reporter: Reporter) -> None:
    def rows(by: str) -> list[tuple[str, int]]:
        return [(it.name, it.seconds) for it in ask(reporter, by).groups if it.seconds]

    assert rows("task")[:2] == [("Proposal", 2 * HOUR), ("Email", HOUR)]
    assert rows("project") == [("(no project)", 2.5 * HOUR), ("Acme", 2 * HOUR)]
    assert rows("tag") == [
        ("sales", 2 * HOUR), ("(no tag)", 1.5 * HOUR), ("admin", HOUR), ("mail", HOUR),
    ]  # fmt: skip
    assert rows("category")[0] == ("sales", 2 * HOUR)
    assert rows("week") == [("2026-W46", HOUR / 2), ("2026-W47", 4 * HOUR)]
    assert [name for name, _ in rows("day")] == [
        "2026-11-15", "2026-11-17", "2026-11-18", "2026-11-19",
    ]  # fmt: skip


def test_a_row_opens_on_its_entries_and_they_add_up(reporter: Reporter) -> None:
    for by in GROUPS:
        shown = ask(reporter, by)
        for group in shown.groups:
            found = reporter.behind(shown, group.name)
            assert sum(it.seconds_at(NOW) for it in found) == group.seconds, (by, group)


def test_a_word_narrows_it_in_any_field(reporter: Reporter) -> None:
    shown = ask(reporter, text="acme")
    assert [it.name for it in shown.groups] == ["Proposal", "Invoicing"]
    assert [it.name for it in ask(reporter, "tag", "MAIL").groups] == ["admin", "mail"]
    assert [it.id for it in reporter.behind(shown, "Invoicing")] == ["invoicing"]


def test_open_ends_are_those_of_the_log(reporter: Reporter) -> None:
    shown = reporter.report(Asked(FIRST_DAY, LAST_DAY))
    assert (shown.asked.first, shown.asked.last) == (date(2026, 11, 15), date(2026, 11, 20))
    assert shown.totals.total_seconds == 4.5 * HOUR
    empty = Reporter(MemoryStore(), Settings(), ZONE, Catalogue(load_categories()), NOW)
    assert empty.report(Asked(FIRST_DAY, LAST_DAY)).asked.first == date(2026, 11, 19)


def test_what_is_seen_can_be_exported(reporter: Reporter) -> None:
    groups = ask(reporter).groups
    rows = Rows("15-19 Nov", "task", groups, 256.41, "USD", decimal=True)
    text = "".join(markdown(paper(rows, "Made today.")))
    assert "| Proposal | 2.00 | 44 % | $512.82 |" in text
    assert "".join(csv(rows)).splitlines()[:2] == [
        "task,seconds,hours,value,currency",
        "Proposal,7200,2.00,512.82,USD",
    ]
