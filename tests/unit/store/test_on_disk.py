"""What lies in the folder: which files, with what rows, readable by whom."""

from __future__ import annotations

import json
import os
import stat
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes import NOW, at, entry
from tests.papers import ONE_OF_EACH, quote
from tests.unit.store.conftest import Machine
from tracker.domain.book import Draft
from tracker.domain.cadence import Cadence
from tracker.domain.errors import InvalidValue, Refused, StillPending, StoreError
from tracker.domain.span import Amount, Span
from tracker.domain.task import Task
from tracker.store import files
from tracker.store.lock import Lock, lock_path
from tracker.store.look import Look
from tracker.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.entry import Entry


def put(log: Store, *entries: Entry) -> None:
    log.change(lambda _book: Draft("put", put=entries))


def rows(path: Path, table: str = "entries") -> list[dict[str, Any]]:
    found = json.loads(path.read_text("utf-8"))
    assert found["format"] == {"1": {"version": 1}}
    return list(found[table].values())


def ledgers(home: Path, device: str = "here") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((home / device).glob("*.json"))}


def test_reading_creates_nothing(here: Store, home: Path) -> None:
    here.running()
    here.latest(3)
    list(here.rows(0, 2**32))
    here.stamp()
    here.changes(3)
    with pytest.raises(Refused):
        here.change(lambda _book: (_ for _ in ()).throw(Refused("no")))
    assert not home.exists()
    with pytest.raises(Refused):
        here.undo()
    assert not home.exists()


def test_a_running_entry_lies_in_a_file_of_its_own(here: Store, home: Path) -> None:
    put(here, entry("A", "09:15"))
    assert rows(home / "here" / "open.json") == [
        {
            "id": "a",
            "task": "A",
            "start": int(at("09:15").timestamp()),
            "zone": "Europe/Berlin",
            "source": "typed",
            "revised": f"{int(NOW.timestamp() * 1000):013d}-0000-here",
        }
    ]
    put(here, entry("A", "09:15", "09:30"))
    assert sorted(ledgers(home)) == ["2026-11.json"]
    assert rows(home / "here" / "2026-11.json")[0]["stop"] == int(at("09:30").timestamp())


def test_an_amount_and_a_tombstone(here: Store, home: Path) -> None:
    put(here, entry("A", "09:15").replace(when=Amount(date(2026, 10, 31), 5400)))
    (row,) = rows(home / "here" / "2026-10.json")
    assert (row["day"], row["seconds"]) == ("2026-10-31", 5400)
    here.change(lambda _book: Draft("deleted", delete=("a",)))
    (tombstone,) = rows(home / "here" / "2026-10.json")
    assert sorted(tombstone) == ["deleted", "id", "revised"]
    assert tombstone["revised"] > row["revised"]


def test_months_are_those_of_utc(here: Store, home: Path) -> None:
    put(here, entry("A", "00:30", "00:40", day="2026-11-01"))
    assert sorted(ledgers(home)) == ["2026-10.json"]


def test_folders_and_files_are_their_owners_alone(here: Store, home: Path) -> None:
    old = os.umask(0)
    try:
        put(here, entry("A", "09:15"))
        put(here, entry("A", "09:15", "09:30"))
    finally:
        os.umask(old)
    for path in (home, *home.rglob("*")):
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_undoing_gives_back_the_same_bytes(here: Store, home: Path) -> None:
    put(here, *(entry(f"T{n}", "09:00", "09:05", day=f"2026-{n:02}-03") for n in range(1, 12)))
    put(here, *(entry(f"U{n}", "10:00", "10:05", day="2026-11-03") for n in range(5)))
    put(here, entry("R", "09:50"))
    before = ledgers(home)
    steps = [
        Draft("stopped", put=(entry("R", "09:50", "09:55"),)),
        Draft("again", put=(entry("R", "09:50"),)),
        Draft("deleted", delete=("t3", "u2", "r")),
        Draft("moved", put=(entry("U1", "09:00", "09:05", day="2026-02-03"),)),
        Draft("moved on", put=(entry("U1", "09:00", "09:05", day="2026-03-03"),)),
        Draft("rated", put_tasks=(Task("A"),)),
        Draft("wrote", put_papers=ONE_OF_EACH),
        Draft("quoted", put_papers=(quote(amount=1),), drop_papers=("i1", "2026-W47")),
        Draft("withdrew", drop_papers=("b1",), put_papers=(quote("q0"),)),
    ]
    for step in steps:
        here.change(lambda _book, step=step: step)
    after = ledgers(home)
    for _ in steps:
        here.undo()
    assert ledgers(home) == before
    for _ in steps:
        here.redo()
    assert ledgers(home) == after


def test_a_paper_lies_in_a_row_of_its_own(here: Store, home: Path) -> None:
    here.change(lambda _: Draft("wrote", put_papers=ONE_OF_EACH))
    found = {row["kind"]: row for row in rows(home / "here" / "papers.json", "papers")}
    assert sorted(found) == ["bill", "brief", "check", "handoff", "later", "quote", "review"]
    assert found["check"] == {
        "kind": "check",
        "id": "k1",
        "task": "Invoicing",
        "day": "2026-11-02",
        "quality": 4,
        "days_late": 2,
        "note": "late",
        "revised": f"{int(NOW.timestamp() * 1000):013d}-0000-here",
    }
    assert found["handoff"]["moves"] == [
        {"stage": "candidate", "day": "2026-11-02"},
        {"stage": "trial", "day": "2026-11-03"},
    ]
    here.change(lambda _: Draft("none", drop_papers=tuple(paper.id for paper in ONE_OF_EACH)))
    assert all("deleted" in row for row in rows(home / "here" / "papers.json", "papers"))


def test_a_rhythm_is_kept_as_what_is_not_usual(here: Store, home: Path) -> None:
    task = Task("A", cadence=Cadence("week", weekdays=(4,)), paused_until=date(2026, 12, 1))
    here.change(lambda _: Draft("said", put_tasks=(task,)))
    (row,) = rows(home / "here" / "tasks.json", "tasks")
    row.pop("revised")
    assert row == {
        "name": "A",
        "cadence": {"unit": "week", "weekdays": [4]},
        "paused_until": "2026-12-01",
    }


def test_a_paper_that_makes_no_sense_is_named(here: Store, home: Path) -> None:
    here.change(lambda _: Draft("wrote", put_papers=ONE_OF_EACH))
    path = home / "here" / "papers.json"
    path.write_text(path.read_text("utf-8").replace('"quality":4', '"quality":"good"'), "utf-8")
    with pytest.raises(StoreError, match="k1: quality must be a whole number"):
        here.papers()


def test_whoever_only_logs_never_opens_the_papers(here: Store, home: Path) -> None:
    here.change(lambda _: Draft("wrote", put_papers=ONE_OF_EACH))
    (home / "here" / "papers.json").write_text("broken")
    before = here.stamp()
    put(here, entry("A", "09:15"))
    put(here, entry("A", "09:15", "09:30"))
    here.undo()
    assert [found.id for found in here.latest(3)] == ["a"]
    assert here.stamp() != before
    with pytest.raises(StoreError, match=r"papers\.json"):
        here.papers()
    with pytest.raises(StoreError, match=r"papers\.json"):
        here.change(lambda _: Draft("wrote", put_papers=ONE_OF_EACH))
    assert (home / "here" / "papers.json").read_text() == "broken"


def test_the_stamp_notices_papers(here: Store, home: Path) -> None:
    here.change(lambda _: Draft("wrote", put_papers=ONE_OF_EACH))
    before = here.stamp()
    path = home / "here" / "papers.json"
    path.write_text(path.read_text("utf-8") + " ", "utf-8")
    assert here.stamp() != before


def test_an_undone_import_leaves_the_ledgers_as_they_were(here: Store, home: Path) -> None:
    put(here, entry("A", "09:00", "09:30"))
    here.change(lambda _book: Draft("rated", put_tasks=(Task("A"),)))
    before = ledgers(home)
    many = tuple(
        entry(f"I{n}", "09:00", "09:30", day=str(date(2026, 11, 1) - timedelta(days=n)))
        for n in range(400)
    )
    here.change(lambda _book: Draft("imported", put=many, put_tasks=(Task("B"),)))
    assert len(ledgers(home)) > 12
    here.undo()
    assert ledgers(home) == before


def test_text_that_is_not_unicode_is_refused(here: Store, home: Path) -> None:
    put(here, entry("A", "08:00"))
    before = ledgers(home)
    for draft in (
        Draft("x", put=(entry("B", "09:00", "10:00").replace(source="\ud83d"),)),
        Draft("\ud83d", put=(entry("B", "09:00", "10:00"),)),
        Draft("x", put_tasks=(Task("B", project="\ud83d"),)),
    ):
        with pytest.raises(InvalidValue, match="broken characters"):
            here.change(lambda _book, draft=draft: draft)
    assert ledgers(home) == before


def test_a_row_that_makes_no_sense_is_named(here: Store, home: Path) -> None:
    put(here, entry("A", "09:00", "09:30"))
    path = home / "here" / "2026-11.json"
    path.write_text(path.read_text().replace('"task":"A"', '"task":""'))
    with pytest.raises(StoreError, match=r"makes no sense \(a: The task has no name"):
        here.latest(1)


def test_a_device_without_a_name_reads_and_cannot_write(machine: Machine, here: Store) -> None:
    put(here, entry("A", "09:00", "09:30"))
    nameless = machine("")
    assert nameless.latest(1) == here.latest(1)
    assert nameless.changes(1) == ()
    with pytest.raises(StoreError, match="XDG_STATE_HOME"):
        put(nameless, entry("B", "10:00", "10:30"))


def test_a_state_folder_that_cannot_be_made_is_named(machine: Machine, tmp_path: Path) -> None:
    log = machine("here")
    (tmp_path / "state-here").write_text("a file")
    with pytest.raises(StoreError, match=r"state-here cannot be written"):
        put(log, entry("A", "09:00"))
    assert log.running() == ()


def test_a_home_that_is_a_file_is_named(machine: Machine, home: Path) -> None:
    home.write_text("a file")
    log = machine("here")
    with pytest.raises(StoreError, match=f"{home}"):
        put(log, entry("A", "09:00"))
    assert home.read_text() == "a file"


def test_a_change_that_stays_pending_counts_and_is_completed(
    here: Store, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(here, entry("A", "08:00"))
    with monkeypatch.context() as patch:

        def fail(*_paths: str) -> None:
            raise OSError(5, "Input/output error")

        patch.setattr(files, "flush_folder", fail)
        with pytest.raises(StillPending, match="recorded and counts"):
            put(here, entry("A", "08:00", "08:30"), entry("B", "08:30"))
    assert (home / "here" / "pending.json").exists()
    assert [found.id for found in here.running()] == ["b"]
    assert [found.id for found in here.latest(3)] == ["b", "a"]
    assert [found.id for found in here.entries(at("08:00"), at("08:10"))] == ["a"]
    assert [row["id"] for row in here.rows(0, 2**32)] == ["a", "b"]
    assert here.changes(1)[0].number == 2
    here.undo()
    assert not (home / "here" / "pending.json").exists()
    assert [found.id for found in here.running()] == ["a"]
    assert [change.number for change in here.changes(9)] == [3, 2, 1]


def test_stray_files_of_killed_writers_go_with_the_next_change(here: Store, home: Path) -> None:
    put(here, entry("A", "08:00"))
    strays = [home / ".config.toml.77.tmp", home / "here" / ".2026-11.json.77.tmp"]
    for stray in strays:
        stray.write_text("{")
    put(here, entry("B", "09:00", "09:10"))
    assert not any(stray.exists() for stray in strays)


def test_a_ledger_gains_before_another_loses(here: Store, home: Path) -> None:
    """Whoever reads without our record, as a sync tool does, never finds an entry missing."""
    put(here, entry("A", "08:00"))
    put(here, entry("A", "08:00", "08:30"))
    here.undo()
    history = home / "here" / "history"
    order = [
        list(json.loads((history / f"0000000{number}.json").read_text("utf-8").splitlines()[1]))
        for number in (2, 3)
    ]
    assert order == [["2026-11.json", "open.json"], ["open.json", "2026-11.json"]]


def test_an_id_never_stands_in_two_places(here: Store) -> None:
    """A closed entry put again as running, by someone who never read it, is still one entry."""
    put(here, entry("A", "08:00", "08:30"))
    put(here, entry("A", "08:00"))
    put(here, entry("A", "08:00", "09:00"))
    assert [row["id"] for row in here.rows(0, 2**32)] == ["a"]
    assert here.latest(9)[0].when == Span(at("08:00"), at("09:00"))


def test_a_log_that_never_rests_is_read_under_the_lock(
    here: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(here, entry("A", "08:00"))
    attempts: list[bool] = []

    def never(_look: Look, **_where: str) -> bool:
        attempts.append(False)
        return False

    monkeypatch.setattr(Look, "settled", never)
    assert [found.id for found in here.running()] == ["a"]
    assert len(attempts) > 20
    with Lock(lock_path(here.state, here.home), 0):
        impatient = Store(here.home, device="here", state=here.state, now=NOW.timestamp, wait=0)
        with pytest.raises(StoreError, match="Another worthwhile"):
            impatient.running()


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's /proc")
def test_a_place_that_takes_no_folders_is_an_error_and_not_an_endless_try() -> None:
    with pytest.raises(OSError, match="worthwhile"):
        files.make_folder("/proc/worthwhile/home")
