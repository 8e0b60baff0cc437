"""One look at a whole log, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, at, entry
from tracker.audit.categorise import Catalogue
from tracker.audit.survey import Survey
from tracker.auditing import survey
from tracker.domain.entry import Entry
from tracker.domain.papers import Bill, Brief, Handoff, Move, Quote, Review
from tracker.domain.settings import Settings
from tracker.domain.span import Amount, Span
from tracker.domain.task import Task
from tracker.gathering import gather
from tracker.line.rhythm import read_cadence
from tracker.store.categories import load_categories

TODAY = date(2026, 11, 19)
CATALOGUE = Catalogue(load_categories())


def look(log: MemoryStore, settings: Settings | None = None, **rest: Any) -> Survey:
    return survey(log, settings or Settings(), ZONE, CATALOGUE, NOW, **rest)


def weekly(task: str, count: int, minutes: int = 60, *, ending: date = TODAY) -> list[Entry]:
    """Once a week on the same weekday, the last time on ``ending``."""
    days = [ending - timedelta(days=7 * back) for back in range(count)]
    return [
        entry(task, "08:00", f"{8 + minutes // 60:02}:{minutes % 60:02}", day=day.isoformat(),
              entry_id=f"{task}{day}")
        for day in days
    ]  # fmt: skip


def facts_of(log: MemoryStore, **rest: Any) -> dict[str, tuple[tuple[date, ...], tuple[int, ...]]]:
    held = gather(log, ZONE, rest.pop("day_start", 0), NOW, **rest)
    return {fact.task: (fact.days, fact.seconds) for fact in held.facts}


def test_an_entry_belongs_whole_to_the_day_on_which_it_starts() -> None:
    over = Entry("a", "Night", Span(at("23:30", "2026-11-17"), at("01:00", "2026-11-18")), ZONE)
    assert facts_of(MemoryStore.of(over)) == {"Night": ((date(2026, 11, 17),), (5400,))}
    late = entry("Late", "01:00", "02:00", day="2026-11-18")
    assert facts_of(MemoryStore.of(late), day_start=240) == {
        "Late": ((date(2026, 11, 17),), (3600,))
    }


def test_several_entries_and_amounts_of_a_day_are_one_occurrence() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "08:30", entry_id="1"),
        entry("Email", "09:00", "09:30", entry_id="2"),
        Entry("3", "Email", Amount(TODAY, 600), ZONE),
        Entry("4", "Email", Amount(date(2026, 11, 30), 600), ZONE),
    )
    assert facts_of(log) == {"Email": ((TODAY,), (4200,))}


def test_what_runs_is_done_today_and_its_length_not_known_yet() -> None:
    log = MemoryStore.of(*weekly("Email", 2, ending=date(2026, 11, 18)), entry("email", "09:57"))
    held = gather(log, ZONE, 0, NOW)
    assert held.running == {"email"}
    (one,) = look(log).standings
    assert one.done_today
    assert one.fastest_seconds == 3600


def test_names_that_differ_in_case_are_one_task_as_its_record_spells_it() -> None:
    spelled = [
        entry("EMAIL", "08:00", "09:00", day="2026-11-16", entry_id="1"),
        entry("email", "08:00", "09:00", day="2026-11-17"),
    ]
    assert set(facts_of(MemoryStore.of(*spelled))) == {"email"}
    log = MemoryStore.of(*spelled, tasks=[Task("Email")])
    assert [one.task for one in look(log).standings] == ["Email"]
    assert len(look(log).standings[0].facts.days) == 2


def test_an_earlier_day_hears_nothing_of_what_came_later() -> None:
    log = MemoryStore.of(
        *weekly("Payroll", 12), tasks=[Task("Payroll", tedium=5, growth=1)], papers=PAPERS
    )
    then = look(log, as_of=date(2026, 10, 1))
    assert then.as_of == date(2026, 10, 1)
    assert then.standings[0].last == date(2026, 10, 1)
    assert then.standings[0].done_today
    assert {paper.id for paper in then.papers} == {"q1", "h", "b"}
    (handoff,) = [paper for paper in then.papers if isinstance(paper, Handoff)]
    assert handoff.stage == "briefed"
    assert {paper.id for paper in look(log).papers} == {"q1", "q2", "h", "b", "bill", "2026-W46"}


PAPERS = (
    Quote("q1", "Payroll", "firm", "hourly", 50.0, "USD", date(2026, 9, 1)),
    Quote("q2", "Payroll", "firm", "hourly", 90.0, "USD", date(2026, 11, 1)),
    Handoff(
        "h",
        "Payroll",
        (Move("briefed", date(2026, 9, 5)), Move("trial", date(2026, 11, 2))),
    ),
    Brief("b", "Payroll", updated=date(2026, 9, 5)),
    Bill("bill", "Payroll", date(2026, 11, 10), 100.0, "USD"),
    Review("2026-W46", begun=date(2026, 11, 13)),
)


def test_the_price_then_was_the_quote_of_then() -> None:
    log = MemoryStore.of(
        *weekly("Payroll", 20, 150), tasks=[Task("Payroll", tedium=5, growth=1)], papers=PAPERS[:2]
    )
    then, now = look(log, as_of=date(2026, 10, 31)), look(log)
    assert then.verdicts[0].price is not None
    assert then.verdicts[0].price.rate == 50
    assert now.verdicts[0].price is not None
    assert now.verdicts[0].price.rate == 90


def test_a_declared_task_that_was_never_done_has_a_standing() -> None:
    log = MemoryStore.of(tasks=[Task("Tax", cadence=read_cadence("quarterly")), Task("Idea")])
    (one,) = look(log).standings
    assert (one.task, one.status, one.occurrences) == ("Tax", "declared", 0)


def test_verdicts_only_where_they_are_wanted() -> None:
    log = MemoryStore.of(*weekly("Payroll", 3))
    assert look(log, judged=False).verdicts == ()
    assert [one.task for one in look(log).verdicts] == ["Payroll"]
    assert look(MemoryStore.of()).standings == ()


def test_the_hours_of_a_year() -> None:
    log = MemoryStore.of(*weekly("Payroll", 60))
    assert look(log).logged_hours == 53
    young = MemoryStore.of(*weekly("Payroll", 3))
    assert look(young).logged_hours == pytest.approx(3 * 365 / 15)
    assert look(young, as_of=date(2026, 11, 13)).logged_hours == 0
    assert look(young, as_of=date(2026, 11, 13)).hour.floor is None
    assert look(log).hour.floor is not None


class Notes:
    """Keeps in memory; ``cut`` is where the log is at rest up to."""

    def __init__(self, cut: datetime) -> None:
        self.cut = int(cut.timestamp())
        self.identity: object = 1
        self.held: dict[str, tuple[object, object]] = {}
        self.puts: list[str] = []

    def resting(self) -> tuple[int, object]:
        return self.cut, self.identity

    def get(self, kind: str, key: object) -> object | None:
        known = self.held.get(kind)
        return known[1] if known is not None and known[0] == key else None

    def put(self, kind: str, key: object, value: object) -> None:
        self.puts.append(kind)
        self.held[kind] = (key, value)


CUT = at("01:00", "2026-11-01")


def count_calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[date, ...]]:
    """The days that the detector was asked about from now on."""
    from tracker.audit.recurrence import recognise as module

    asked: list[tuple[date, ...]] = []
    real: Callable[..., Any] = module.recognise

    def counted(days: tuple[date, ...], *rest: Any) -> Any:
        asked.append(days)
        return real(days, *rest)

    monkeypatch.setattr(module, "recognise", counted)
    return asked


def test_an_unchanged_log_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    log = MemoryStore.of(*weekly("Payroll", 12), *weekly("Email", 9))
    notes = Notes(CUT)
    asked = count_calls(monkeypatch)
    first = look(log, kept=notes, judged=False)
    assert len(asked) == 2
    assert look(log, kept=notes, judged=False) == first
    assert len(asked) == 2
    assert sorted(notes.puts) == ["days", "findings"]
    assert look(log, judged=False) == first


def test_only_the_task_that_changed_is(monkeypatch: pytest.MonkeyPatch) -> None:
    log = MemoryStore.of(*weekly("Payroll", 12), *weekly("Email", 9))
    notes = Notes(CUT)
    look(log, kept=notes, judged=False)
    log.held["more"] = entry("Email", "08:00", "08:10", day="2026-11-05", entry_id="more")
    asked = count_calls(monkeypatch)
    found = look(log, kept=notes, judged=False)
    assert asked == []  # that day had an occurrence already, of each task
    log.held["other"] = entry("Email", "10:00", "10:10", day="2026-10-08", entry_id="other")
    notes.identity = 2
    log.held.pop(f"Email{date(2026, 11, 12)}")
    found = look(log, kept=notes, judged=False)
    assert len(asked) == 1
    assert found == look(log, judged=False)


def test_what_changed_at_rest_is_read_again_and_while_reading_too() -> None:
    log = MemoryStore.of(*weekly("Payroll", 12))
    notes = Notes(CUT)
    look(log, kept=notes)
    log.held["old"] = entry("Payroll", "10:00", "10:10", day="2026-09-01", entry_id="old")
    notes.identity = 2
    assert date(2026, 9, 1) in look(log, kept=notes).standings[0].facts.days

    class Restless(Notes):
        def resting(self) -> tuple[int, object]:
            self.identity = [self.identity]
            return super().resting()

    assert look(log, kept=Restless(CUT)) == look(log)


def test_nothing_is_kept_where_nothing_rests() -> None:
    notes = Notes(CUT)
    notes.identity = None
    log = MemoryStore.of(*weekly("Payroll", 12))
    assert look(log, kept=notes) == look(log)
    assert notes.puts == ["findings"]


def test_what_runs_since_before_the_cut_is_seen_once() -> None:
    log = MemoryStore.of(*weekly("Payroll", 12), entry("Watch", "23:00", day="2026-10-31"))
    notes = Notes(CUT)
    for _ in range(2):
        assert gather(log, ZONE, 0, NOW, kept=notes) == gather(log, ZONE, 0, NOW)


def test_another_zone_has_other_days() -> None:
    log = MemoryStore.of(entry("Night", "00:30", "00:40", day="2026-10-20"))
    notes = Notes(CUT)
    held = gather(log, ZONE, 0, NOW, kept=notes)
    away = gather(log, "America/New_York", 0, NOW, kept=notes)
    assert held.worked == (date(2026, 10, 20),)
    assert away.worked == (date(2026, 10, 19),)
