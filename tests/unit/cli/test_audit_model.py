"""The first vector of the model and its guards, from a log through ``ww audit``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.unit.cli.conftest import Owner
from tracker.audit.worth.model import Inputs, reckon
from tracker.audit.worth.record import numbers_record
from tracker.cli.shapes_audit import NUMBERS

RATED = ("--tedium", "5", "--growth", "1", "--skill", "2")
QUOTE = ("--terms", "hourly", "--vendor", "freelancer", "--speed", "1")


def log_fridays(ww: Owner, times: int) -> None:
    """2.5 hours of invoicing on each of the last Fridays, and email on every working day."""
    today = date(2026, 11, 19)
    rows = ["task,start,stop"]
    for back in range(1, 7 * 26):
        day = today - timedelta(days=back)
        if day.weekday() < 5:
            rows.append(f"Email,{day}T08:00,{day}T08:30")
        if day.weekday() == 4 and back <= 7 * times:
            rows.append(f"Invoicing,{day}T10:00,{day}T12:30")
    path = ww.folder / "log.csv"
    path.write_text("\n".join(rows) + "\n")
    ww.done("import", "csv", str(path))


def judged(ww: Owner) -> Any:
    rows = ww.done("audit", "--json").json["tasks"]
    (found,) = [row for row in rows if row["task"] == "Invoicing"]
    return found


@pytest.fixture
def invoicing(ww: Owner) -> Owner:
    log_fridays(ww, 26)
    ww.done("rate", "Invoicing", *RATED)
    ww.done("quote", "Invoicing", "40", *QUOTE)
    return ww


def test_the_vector_but_for_redo(invoicing: Owner) -> None:
    """In an audit a tenth is redone; all else is the first vector."""
    found = judged(invoicing)
    numbers = found["numbers"]
    assert found["verdict"] == "candidate"
    assert (numbers["rate"], numbers["effort_factor"], numbers["redo_share"]) == (40, 1, 0.1)
    assert numbers["own_hours"] == 10.8333
    assert numbers["oversight_hours"] == 1.0833
    assert numbers["onboarding_hours"] == 15.6
    assert numbers["cash"] == 476.6667
    assert numbers["net_saving"] == 2023.3333
    assert "Costs $476.67 a month, gives back 9.8 h." in found["explanation"]
    # rounded to four places going in, so no closer coming out
    again = numbers_record(reckon(Inputs(*[numbers[name] for name in Inputs.__fields__])))
    for name, value in again.items():
        assert numbers[name] == (value if isinstance(value, str) else pytest.approx(value, abs=0.1))


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (("--only-me", "yes"), "only-you"),
        (("--necessary", "no"), "stop"),
        (("--growth", "5"), "growth"),
        (("--core", "yes"), "core"),
        (("--confidential", "yes"), "confidential"),
        (("--tedium", "2"), "keep"),
    ],
)
def test_its_guards(invoicing: Owner, said: tuple[str, str], verdict: str) -> None:
    invoicing.done("rate", "Invoicing", *said)
    assert judged(invoicing)["verdict"] == verdict


def test_three_occurrences_are_too_few(ww: Owner) -> None:
    log_fridays(ww, 3)
    ww.done("rate", "Invoicing", *RATED)
    found = judged(ww)
    assert found["verdict"] == "too-little-data"


def test_what_would_have_been_said_before_the_quote(invoicing: Owner) -> None:
    rows = invoicing.done("audit", "--as-of", "2026-11-18", "--json").json["tasks"]
    (found,) = [row for row in rows if row["task"] == "Invoicing"]
    assert found["price"]["kind"] == "estimate"
    assert found["numbers"]["rate"] == 45


def test_the_same_log_gives_the_same_answer(invoicing: Owner) -> None:
    assert invoicing.done("audit", "--json").out == invoicing.done("audit", "--json").out


def test_the_panel_of_status_goes_by_the_quote(invoicing: Owner) -> None:
    """An hour: $40 x 1 x 1.1, and a tenth of $256.41 to check it."""
    invoicing.done("start", "invoicing")
    invoicing.pass_time(hours=1)
    assert invoicing.done("status", "--json").json["handed_off_cost"] == 69.64
    invoicing.done("quote", "Invoicing", "--remove", "1")
    assert invoicing.done("status", "--json").json["handed_off_cost"] == 65.24


def test_without_a_price_there_are_numbers_all_the_same(ww: Owner) -> None:
    log_fridays(ww, 26)
    ww.done("rate", "Invoicing", *RATED)
    ww.done("config", "currency", "EUR")
    found = judged(ww)
    assert set(found["numbers"]) == {name for name, _ in NUMBERS}
    assert found["verdict"] == "keep"
    assert (found["price"], found["numbers"]["cash"]) == (None, None)
    assert found["numbers"]["break_even_rate_first_year"] == pytest.approx(200 / 0.8 / 1.1, 1e-4)
    assert "Worth it below €227.27 an hour." in found["explanation"]
