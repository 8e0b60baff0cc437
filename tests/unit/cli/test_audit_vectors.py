"""The six vectors of the model from a log through ``ww audit``, three odd ones, and what if."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.unit.cli.conftest import Owner
from tests.unit.cli.vectors import (
    LIVED,
    ODD,
    ODD_TABLE,
    ODD_VERDICTS,
    TABLE,
    VERDICTS,
    column,
    lived,
    points_of_rhythm,
)

if TYPE_CHECKING:
    from tests.unit.cli.vectors import Vector

ALL = (*LIVED, *ODD)
FOUND = (*VERDICTS, *ODD_VERDICTS)


def expected(number: int) -> dict[str, float | str | None]:
    """What the table says of one of them all."""
    return column(TABLE, number) if number < 6 else column(ODD_TABLE, number - 6)


def invoicing(ww: Owner, *words: str) -> Any:
    rows = ww.done("audit", "--json", *words).json["tasks"]
    (found,) = [row for row in rows if row["task"] == "Invoicing"]
    return found


def confidence(ww: Owner) -> float:
    rows = ww.done("recurring", "--json").json
    (found,) = [row["confidence"] for row in rows if row["task"] == "Invoicing"]
    assert 0.9 <= found <= 1
    return float(found)


def compare(found: Any, number: int, vector: Vector, sure: float) -> None:
    """Every number to four decimals; the score at the confidence that the log gives."""
    wanted = expected(number)
    score = wanted.pop("score")
    assert isinstance(score, float)
    assert {name: found["numbers"][name] for name in wanted} == wanted
    assert found["verdict"] == FOUND[number]
    # a confidence rounded to four decimals is 15 x 0.00005 of a score
    assert found["score"] == pytest.approx(score + points_of_rhythm(vector, sure), abs=0.001)
    assert found["numbers"]["score"] == found["score"]


@pytest.fixture(scope="module", params=range(len(ALL)))
def numbered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A vector's number, and its owner without any quote."""
    ww = Owner(tmp_path_factory.mktemp("vector"))
    return request.param, lived(ww, ALL[request.param], quoted=False)


def test_each_vector_supposed_in_an_audit(numbered: tuple[int, Owner]) -> None:
    number, ww = numbered
    vector = ALL[number]
    before = ww.files()
    found = invoicing(ww, *vector.hour.split(), *vector.supposed.split())
    compare(found, number, vector, confidence(ww))
    assert found["price"]["source"] == "as given"
    assert ww.files() == before
    assert (found["price"]["vendor"], found["stage"]) == ("", "mine")


def test_each_vector_by_settings_and_a_quote(numbered: tuple[int, Owner]) -> None:
    number, ww = numbered
    vector = ALL[number]
    ww.done("quote", "Invoicing", vector.amount, *vector.quote.split())
    ww.done("worth-of-an-hour", *vector.hour.split()[:8], "--save")
    found = invoicing(ww, *vector.hour.split()[8:])
    compare(found, number, vector, confidence(ww))
    assert found["price"]["kind"] == "quote"
    said = [line.split()[0] for line in found["assumed"]]
    assert "rate" not in said
    assert ("speed" in said) == ("--effort" not in vector.quote and "--speed" not in vector.quote)
    for name, word in (("redo", "redo"), ("oversight", "oversight"), ("onboarding", "training")):
        assert (word in said) == (f"--{name}" not in vector.quote)
    ww.done("quote", "Invoicing", "--remove", "1")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (6, "--cadence weekly --duration 2h"),
        (7, "--cadence monthly --duration 30m --redo 10%"),
        (8, "--cadence biweekly --own-hours 3.25 --redo .1"),
    ],
)
def test_the_odd_ones_from_flags_alone(ww: Owner, number: int, words: str) -> None:
    vector = ALL[number]
    rated = vector.ratings.replace("--share 50%", "")
    flags = f"{words} {rated} {vector.hour} {vector.supposed} --currency {vector.currency}"
    found = ww.done("whatif", *flags.split(), "--json").json
    compare(found, number, vector, 1.0)
    assert found["currency"] == vector.currency


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Owner:
    """The owner of the first vector."""
    return lived(Owner(tmp_path_factory.mktemp("first")), LIVED[0])


@pytest.mark.parametrize(
    ("mark", "value", "verdict"),
    [
        ("only-me", "yes", "only-you"),
        ("necessary", "no", "stop"),
        ("growth", "5", "growth"),
    ],
)
def test_the_guards_of_the_first(first: Owner, mark: str, value: str, verdict: str) -> None:
    usual = {"only-me": "no", "necessary": "yes", "growth": "1"}[mark]
    first.done("rate", "Invoicing", f"--{mark}", value)
    found = invoicing(first, *LIVED[0].hour.split())
    first.done("rate", "Invoicing", f"--{mark}", usual)
    assert found["verdict"] == verdict
    assert found["numbers"]["net_saving"] == 2066.6667
    assert invoicing(first, *LIVED[0].hour.split())["verdict"] == "candidate"


def test_three_occurrences_in_a_log_with_plenty_else(ww: Owner) -> None:
    found = invoicing(lived(ww, LIVED[0], times=3))
    assert found["verdict"] == "too-little-data"
    assert found["explanation"].startswith("3 of 4 weekly occurrences seen; decide after 20 Nov.")


# what if ------------------------------------------------------------------------------------------


def test_what_is_supposed_counts_for_one_answer(first: Owner) -> None:
    """Goal and hours for all, the price for the named task alone; and the answer says so."""
    answer = first.done(
        *("audit", "--json", "--task", "invoicing", "--goal", "100,000", "--rate", "80"),
        *("--redo", "20%"),
    ).json
    assert answer["supposed"] == {"goal": "100,000", "rate": "80", "redo": "20%"}
    assert answer["hour"]["income_goal"] == 100_000
    (found,) = answer["tasks"]
    assert found["numbers"]["rate"] == 80
    assert found["numbers"]["redo_share"] == 0.2
    assert found["numbers"]["effort_factor"] == 1  # as the quote says
    assert first.done("audit", "--json").json["supposed"] is None
    assert invoicing(first)["numbers"]["rate"] == 40


def test_a_price_for_one_task_leaves_the_others(first: Owner) -> None:
    before = {row["task"]: row for row in first.done("audit", "--json").json["tasks"]}
    everyone = first.done("audit", "--json", "--rate", "7").json["tasks"]
    assert {row["numbers"]["rate"] for row in everyone} == {7}
    words = first.done("audit", "--task", "Invoicing", "--rate", "7").out
    assert words.rstrip().endswith("This supposes --rate 7; nothing of it is kept.")
    assert before == {row["task"]: row for row in first.done("audit", "--json").json["tasks"]}


def test_a_fee_takes_the_place_of_a_rate(first: Owner) -> None:
    numbers = invoicing(first, "--fee", "49", "--setup", "10")["numbers"]
    assert (numbers["rate"], numbers["fixed_fee"], numbers["setup_fee"]) == (0, 49, 10)
    numbers = invoicing(first, "--minimum", "20h")["numbers"]
    assert (numbers["rate"], numbers["billable_hours"]) == (40, 20)


def test_all_money_is_to_the_cent(first: Owner) -> None:
    said = first.done("audit", *LIVED[0].hour.split()).out
    (line,) = [line for line in said.splitlines() if " Invoicing " in line]
    assert "$2,777.78" in line


@pytest.mark.parametrize(
    ("flags", "code", "said"),
    [
        (("--oversight", "0"), 1, "you answer for the work"),
        (("--effort", "0"), 1, "--effort is more than 0"),
        (("--redo", "much"), 2, "--redo is a number"),
        (("--rate", "-5"), 1, "--rate is a number from 0"),
        (("--rate", "nan"), 2, "--rate is a number"),
        (("--goal", "0"), 1, "income_goal"),
        (("--logged-hours", "9999"), 1, "--logged-hours is a number from 0 to 8,784"),
        (("--onboarding", "soon"), 2, "--onboarding is a length of time"),
    ],
)
def test_what_cannot_be_supposed(
    first: Owner, flags: tuple[str, ...], code: int, said: str
) -> None:
    assert said in first.refused("audit", *flags, code=code)
