"""Which quote ``ww quote`` says is reckoned with: the one that ``ww audit`` takes."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.unit.cli.conftest import Owner


@pytest.fixture
def owner(ww: Owner) -> Owner:
    """Half an hour of mail on each weekday of eight weeks, for an hour that is worth $256."""
    days = [date(2026, 11, 18) - timedelta(days=back) for back in range(56)]
    log = [
        {"task": "Mail", "start": f"{day}T09:00", "stop": f"{day}T09:30"}
        for day in days
        if day.weekday() < 5
    ]
    assert ww("import", "json", "-", stdin=json.dumps(log)).code == 0
    ww.done("rate", "Mail", "--tedium", "5", "--growth", "1", "--skill", "2")
    return ww


def counting(owner: Owner) -> list[float]:
    """The amounts that are marked, by the table and by JSON alike."""
    found = owner.done("quote", "Mail", "--json").json
    lines = owner.done("quote", "Mail").lines[1:]
    assert [line.endswith("counts") for line in lines] == [it["counts"] for it in found]
    return [it["amount"] for it in found if it["counts"]]


def judged(owner: Owner) -> Any:
    (found,) = owner.done("audit", "--task", "Mail", "--json").json["tasks"]
    return found


def in_euro(owner: Owner, *words: str) -> None:
    owner.done("config", "currency", "EUR")
    owner.done("quote", "Mail", *words)
    owner.done("config", "currency", "USD")


def test_a_worse_offer_does_not_make_the_advice_worse(owner: Owner) -> None:
    owner.done("quote", "Mail", "40", "--source", "Kim")
    before = judged(owner)
    owner.done("quote", "Mail", "49", "--vendor", "service", "--setup", "30000")
    after = judged(owner)
    assert before["verdict"] == "candidate"
    for name in ("verdict", "score", "price", "numbers"):
        assert after[name] == before[name]
    assert counting(owner) == [40.0]


def test_a_quote_in_another_currency_does_not_count(owner: Owner) -> None:
    in_euro(owner, "30", "--source", "Uwe")
    assert counting(owner) == []
    assert judged(owner)["price"]["kind"] == "estimate"
    assert owner.done("quote", "Mail", "--use", "1").out == (
        "Chosen for Mail: €30.00 an hour from a freelancer (Uwe); "
        "it is not reckoned with while the currency is USD.\n"
    )
    assert counting(owner) == []
    owner.done("quote", "Mail", "40", "--day", "2026-11-02")
    assert counting(owner) == [40.0]
    assert judged(owner)["price"]["rate"] == 40.0


def test_a_service_counts_where_the_verdict_is_by_it(owner: Owner) -> None:
    owner.done("quote", "Mail", "40", "--source", "Kim")
    owner.done("quote", "Mail", "4000", "--vendor", "service")
    assert (judged(owner)["verdict"], counting(owner)) == ("candidate", [40.0])
    owner.done("quote", "Mail", "49", "--vendor", "service")
    assert (judged(owner)["verdict"], counting(owner)) == ("automate", [49.0])
    numbers = [it["amount"] for it in owner.done("quote", "Mail", "--json").json]
    chosen = str(numbers.index(40.0) + 1)
    assert owner.done("quote", "Mail", "--use", chosen).out == (
        "Mail is reckoned with $40.00 an hour from a freelancer (Kim).\n"
    )
    assert (judged(owner)["verdict"], counting(owner)) == ("candidate", [40.0])


def test_a_quote_of_a_later_day_does_not_count_yet(owner: Owner) -> None:
    """A clock that was set back, or a log from a machine whose clock is ahead."""
    owner.done("quote", "Mail", "40", "--day", "2026-11-02")
    owner.pass_time(days=6)
    owner.done("quote", "Mail", "20")
    owner.pass_time(days=-6)
    assert counting(owner) == [40.0]
    said = owner.done("quote", "Mail", "--use", "1").out
    assert said.endswith("; it is not reckoned with before 2026-11-25.\n")
    assert judged(owner)["price"]["rate"] == 40.0


def test_of_a_task_without_a_verdict_a_person_counts_first(owner: Owner) -> None:
    owner.pass_time(days=6)
    log = [{"task": "Filing", "start": "2026-11-24T09:00", "stop": "2026-11-24T09:30"}]
    assert owner("import", "json", "-", stdin=json.dumps(log)).code == 0
    owner.pass_time(days=-6)
    assert "Nothing is logged" in owner.refused("audit", "--task", "Filing")
    owner.done("quote", "Filing", "49", "--vendor", "service")
    assert [it["counts"] for it in owner.done("quote", "Filing", "--json").json] == [True]
    owner.done("quote", "Filing", "40")
    found = owner.done("quote", "Filing", "--json").json
    assert {it["amount"]: it["counts"] for it in found} == {49.0: False, 40.0: True}


def test_an_assistant_is_an_assistant(owner: Owner) -> None:
    owner.done("quote", "Mail", "40", "--vendor", "assistant")
    assert judged(owner)["price"]["source"] == "quote of 2026-11-19: an assistant"
    assert "an assistant" in owner.done("quote", "Mail").out
