"""What is kept of the audit: derived, disposable, and never of another log."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.fakes import NOW, ZONE, at, entry
from tracker.audit.categorise import Catalogue
from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.packing import fingerprint, packed, unpacked
from tracker.auditing import survey
from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.settings import Settings
from tracker.domain.span import Span
from tracker.store.categories import load_categories
from tracker.store.findings import Findings
from tracker.store.store import Store

MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10", "2026-11")
KEY = ("a", (1, 2))


def days() -> list[Entry]:
    return [
        entry("Payroll", "08:00", "09:00", day=f"{month}-{day:02}", entry_id=f"{month}-{day}")
        for month in MONTHS
        for day in (3, 10, 17)
    ]


def rest(home: Path) -> None:
    """Let every ledger lie still for a while."""
    for path in home.rglob("*.json"):
        long_ago = path.stat().st_mtime - 60
        os.utime(path, (long_ago, long_ago))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(
        str(tmp_path / "home"),
        device="desk",
        state=str(tmp_path / "state"),
        now=NOW.timestamp,
    )
    made.change(lambda _book: Draft("filled", put=tuple(days())))
    rest(tmp_path / "home")
    return made


def cache(tmp_path: Path) -> list[str]:
    return sorted(path.name.split("-")[0] for path in (tmp_path / "state/cache").iterdir())


def test_all_but_the_newest_two_months_are_at_rest(store: Store) -> None:
    cut, identity = Findings(store).resting()
    assert cut == at("02:00", "2026-10-01").timestamp()
    assert identity == Findings(store).resting()[1]
    assert isinstance(identity, tuple)
    assert [stat[1] for stat in identity] == list(MONTHS[:3])


def test_a_change_at_rest_is_noticed_and_one_of_this_month_is_nothing(store: Store) -> None:
    before = Findings(store).resting()
    new = entry("Email", "08:00", "09:00", day="2026-11-18")
    store.change(lambda _book: Draft("added", put=(new,)))
    assert Findings(store).resting() == before
    old = entry("Email", "08:00", "09:00", day="2026-08-18", entry_id="old")
    store.change(lambda _book: Draft("added", put=(old,)))
    assert Findings(store).resting() != before


def test_another_machine_is_noticed(store: Store, tmp_path: Path) -> None:
    before = Findings(store).resting()
    other = Store(
        str(tmp_path / "home"), device="lap", state=str(tmp_path / "lap"), now=lambda: 1.8e9
    )
    other.change(
        lambda _book: Draft("added", put=(entry("Tax", "08:00", "09:00", day="2026-08-18"),))
    )
    assert Findings(store).resting() != before


def test_nothing_rests_while_a_change_is_under_way_or_in_a_young_log(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "home/desk/pending.json").write_text("{}")
    assert Findings(store).resting() == (0, None)
    young = Store(str(tmp_path / "none"), device="d", state=str(tmp_path / "s"), now=lambda: 0.0)
    assert Findings(young).resting() == (0, None)


def test_what_was_put_is_got_with_its_key_alone(store: Store, tmp_path: Path) -> None:
    kept = Findings(store)
    kept.resting()
    kept.put("days", KEY, {"a": (1, 2)})
    assert Findings(store).get("days", KEY) == {"a": (1, 2)}
    assert Findings(store).get("days", ("b", (1, 2))) is None
    assert Findings(store).get("other", KEY) is None
    assert cache(tmp_path) == ["days"]
    for path in (tmp_path / "state/cache").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        path.write_bytes(path.read_bytes()[:-3])
    assert Findings(store).get("days", KEY) is None


def test_nothing_is_kept_of_what_changed_just_now(store: Store, tmp_path: Path) -> None:
    for path in (tmp_path / "home").rglob("2026-08.json"):
        os.utime(path)
    kept = Findings(store)
    kept.resting()
    kept.put("days", KEY, 1)
    assert kept.get("days", KEY) is None
    assert cache(tmp_path) == []


def test_a_state_folder_that_cannot_be_written_costs_time_only(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "state/cache").parent.mkdir(exist_ok=True)
    (tmp_path / "state/cache").write_text("in the way")
    kept = Findings(store)
    kept.put("days", KEY, 1)
    assert kept.get("days", KEY) is None
    kept.put("days", KEY, object())


def test_the_audit_says_the_same_with_and_without(store: Store, tmp_path: Path) -> None:
    catalogue = Catalogue(load_categories())

    def look(kept: Findings | None) -> object:
        return survey(store, Settings(), ZONE, catalogue, NOW, kept=kept)

    fresh = look(None)
    assert look(Findings(store)) == fresh
    assert cache(tmp_path) == ["days", "findings"]
    assert look(Findings(store)) == fresh
    moved = Entry(
        "2026-08-3", "Payroll", Span(at("08:00", "2026-11-12"), at("09:00", "2026-11-12")), ZONE
    )
    store.change(lambda _book: Draft("moved", put=(moved,)))
    rest(tmp_path / "home")
    assert look(Findings(store)) == look(None)
    assert look(Findings(store)) != fresh


def test_a_finding_is_packed_and_unpacked() -> None:
    day = date(2026, 11, 3)
    found = Finding("weekly", "Tuesdays", 0.97, "likely", 9, day, day, None)
    found = found.replace(slots=(day,), odds=(("weekly", 0.97),))
    assert unpacked(packed(found)) == found


def test_a_fingerprint_tells_days_apart_and_is_the_same_in_every_process() -> None:
    held = tuple(range(739_000, 739_050))
    assert len({fingerprint(held[:n]) for n in range(50)}) == 50
    code = (
        "from tracker.audit.recurrence.packing import fingerprint;"
        "print(fingerprint(tuple(range(739_000, 739_050))))"
    )
    for seed in ("1", "2"):
        said = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert said.stdout.strip() == str(fingerprint(held))
