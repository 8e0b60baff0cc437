"""Every sample file reads as the account beside it says.

``<sample>.expected.json`` holds the entries in the order of the file (instants in UTC, fields
left out where they are empty), or ``refused``: a part of the sentence. ``rejected`` is a list
of line and a part of the reason; ``warnings`` parts of each warning; ``tasks`` the tasks that
come with the file; ``rates`` what hours cost; ``format`` is there where the content alone
does not give the format away.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import NOW, ZONE, MemoryStore
from tracker.domain.entry import Entry
from tracker.domain.errors import ImportRefused
from tracker.domain.span import Amount, OpenSpan
from tracker.domain.task import Task
from tracker.exchange.columns import columns_of
from tracker.exchange.imports import plan_for, read_file
from tracker.exchange.plan import Parsed, Plan
from tracker.exchange.recognise import KNOWN

SAMPLES = Path(__file__).parent / "samples"
ACCOUNTS = sorted(SAMPLES.glob("*/*.expected.json"))
NAMES = [str(path.relative_to(SAMPLES)).removesuffix(".expected.json") for path in ACCOUNTS]

Account = dict[str, Any]


@pytest.fixture(params=ACCOUNTS, ids=NAMES)
def account(request: pytest.FixtureRequest) -> Account:
    path: Path = request.param
    found: Account = json.loads(path.read_text("utf-8"))
    found["path"] = str(path).removesuffix(".expected.json")
    found["named"] = path.parent.name
    return found


def read(account: Account, fmt: str) -> Parsed:
    return read_file(
        account["path"],
        fmt,
        zone=ZONE,
        date_order=account.get("date_order", ""),
        columns=columns_of(account.get("columns", [])),
        now=NOW,
    )


def planned(account: Account, fmt: str) -> Plan:
    parsed = read(account, fmt)
    assert parsed.format == account["named"]
    return plan_for(parsed, MemoryStore(), now=NOW)


def iso(moment: datetime) -> str:
    assert moment.tzinfo is UTC
    return moment.isoformat().replace("+00:00", "Z")


def told(entry: Entry) -> dict[str, Any]:
    """The entry as an account tells it, all of it but its derived id."""
    when = entry.when
    if isinstance(when, Amount):
        times: dict[str, Any] = {"date": when.day.isoformat(), "seconds": when.seconds}
    else:
        stop = None if isinstance(when, OpenSpan) else iso(when.stop)
        times = {"start": iso(when.start), "stop": stop}
    return {
        "task": entry.task,
        **times,
        "project": entry.project,
        "tags": list(entry.tags),
        "note": entry.note,
        "billable": entry.billable,
        "zone": entry.zone,
        "source": entry.source,
    }


def expected(wanted: dict[str, Any], fmt: str) -> dict[str, Any]:
    usual: dict[str, Any] = {"project": "", "tags": [], "note": "", "billable": None, "zone": ZONE}
    told = usual | {"source": f"import:{fmt}"} | wanted
    return {name: value for name, value in told.items() if name not in ("id", "origin")}


def test_there_are_enough_samples_of_each_format() -> None:
    for fmt in KNOWN:
        assert sum(name.startswith(f"{fmt.name}/") for name in NAMES) >= 8, fmt.name


def test_reads_as_its_account_says(account: Account) -> None:
    fmt = account["named"]
    if "refused" in account:
        with pytest.raises(ImportRefused) as refusal:
            planned(account, fmt)
        assert account["refused"] in str(refusal.value)
        return
    plan = planned(account, fmt)
    assert [told(put) for put in plan.draft.put] == [
        expected(wanted, fmt) for wanted in account["entries"]
    ]
    for put, wanted in zip(plan.draft.put, account["entries"], strict=True):
        assert put.id == wanted.get("id", put.id)
        assert put.origin == (wanted.get("origin", "") if "id" in wanted else put.origin)


def test_accounts_for_every_row(account: Account) -> None:
    if "refused" in account:
        return
    plan = planned(account, account["named"])
    rejected = account.get("rejected", [])
    assert [reject.line for reject in plan.summary.rejected] == [line for line, _ in rejected]
    for reject, (_, part) in zip(plan.summary.rejected, rejected, strict=True):
        assert part in reject.reason
        assert reject.reason.endswith(".")
    summary = plan.summary
    assert summary.read == summary.added + summary.duplicates + len(
        [reject for reject in summary.rejected if reject.line]
    )
    assert len(summary.warnings) == len(account.get("warnings", []))
    for warning, part in zip(summary.warnings, account.get("warnings", []), strict=True):
        assert part in warning
    if "long" in account:
        assert [list(long) for long in summary.long] == account["long"]
    assert [rate._asdict() for rate in summary.rates] == account.get("rates", [])
    if "tasks" in account:
        wanted = tuple(Task(**fields) for fields in account["tasks"])
        assert plan.draft.put_tasks == wanted


def test_its_content_alone_gives_the_format_away(account: Account) -> None:
    if "format" in account or "refused" in account:
        return
    assert planned(account, "auto") == planned(account, account["named"])
    assert read(account, "auto").recognised


def test_a_second_import_adds_nothing(account: Account) -> None:
    if "refused" in account:
        return
    log = MemoryStore()
    parsed = read(account, account["named"])
    first = log.change(lambda book: plan_for(parsed, book, now=NOW).draft)
    before = log.all()
    again = plan_for(parsed, log, now=NOW)
    assert again.empty
    assert again.summary.added == 0
    assert again.summary.duplicates == len(before) == len(account["entries"])
    if first.number:
        log.undo()
        assert log.all() == ()
        assert log.tasks() == ()
