"""The six vectors of the model through the real command, and what people type."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from tests.unit.cli.conftest import Owner
from tests.unit.cli.vectors import EXPECTED, V1, VECTORS, VERDICTS
from tracker.cli.shapes_audit import NUMBERS, WHATIF


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What the command says to each vector."""
    ww = Owner(tmp_path_factory.mktemp("whatif"))
    return [ww.done("whatif", *words.split(), "--json").json for words in VECTORS]


@pytest.mark.parametrize(("name", "number", "cell"), EXPECTED)
def test_the_vectors_to_four_decimals(
    answers: list[Any], name: str, number: int, cell: str
) -> None:
    found = answers[number]["numbers"][name]
    if isinstance(found, str):
        assert found == cell
    else:
        assert found == (None if cell == "null" else float(cell))


def test_the_verdicts_of_the_vectors(answers: list[Any]) -> None:
    assert tuple(answer["verdict"] for answer in answers) == VERDICTS


@pytest.mark.parametrize(
    ("flags", "verdict"),
    [
        ("--only-me", "only-you"),
        ("--only-me yes", "only-you"),
        ("--only-me no", "candidate"),
        ("--necessary no", "stop"),
        ("--growth 5", "growth"),
        ("--occurrences 3", "too-little-data"),
        ("--occurrences 4", "candidate"),
        ("--core", "core"),
        ("--skill 5 --like 4", "core"),
        ("--confidential", "confidential"),
        ("--cadence none", "one-off"),
        ("--tedium 2", "keep"),
    ],
)
def test_the_guards_of_the_first_vector(ww: Owner, flags: str, verdict: str) -> None:
    assert ww.done("whatif", *V1.split(), *flags.split(), "--json").json["verdict"] == verdict


def test_the_first_vector_in_words(ww: Owner) -> None:
    said = ww.done("whatif", *V1.split()).out
    assert "Costs $433.33 a month, gives back 9.8 h." in said
    assert "You pay $51.28 per hour bought back; yours is worth $256.41." in said
    assert "Repaid in 1.9 months." in said
    assert "Holds until the rate passes $200.00 or your hour falls below $51.28." in said


def test_the_readings_of_the_others(ww: Owner) -> None:
    said = [ww.done("whatif", *words.split()).out for words in VECTORS]
    assert "at least $49.00 each" in said[1]
    assert "An hour back would cost $202.84; yours is worth $37.50." in said[3]
    assert "Worth it below $14.17 an hour." in said[3]
    assert "saves $35.42 a month but takes 23.3 months to repay 5.0 h of training" in said[4]
    assert "$200.00 of set-up" in said[4]


def test_the_shape(answers: list[Any]) -> None:
    assert set(answers[0]) == {name for name, _ in WHATIF}
    assert set(answers[0]["numbers"]) == {name for name, _ in NUMBERS}


def test_without_a_price_it_says_up_to_which_it_pays(ww: Owner) -> None:
    found = ww.done("whatif", "--own-hours", "4", "--json").json
    assert found["price"] is None
    assert found["numbers"]["net_saving"] is None
    assert found["numbers"]["break_even_rate_first_year"] == 200.0
    assert "Worth it below $200.00 an hour." in found["explanation"]


@pytest.mark.parametrize(
    "flags",
    [
        "--own-hours 10 --rate 0",
        "--own-hours 1m --rate 30",
        "--duration 24h --cadence daily --rate 20",
        "--own-hours 4 --rate 40 --currency CHF",
        "--own-hours 4 --rate 40 --currency JPY",
        "--own-hours 4 --rate 100000000000",
        "--own-hours 4 --rate 40 --goal 1",
        "--own-hours 4 --rate 40 --goal 1000000000000",
        "--own-hours 4 --rate 40 --saved-cash 5000",
        "--own-hours 4 --rate 40 --oversight 5",
        "--own-hours 4 --fee 0",
        "--own-hours 4 --rate 40 --onboarding 0 --minimum 0",
        "--own-hours 4 --rate 40 --logged-hours 0",
        "--cadence as-needed --own-hours 3 --rate 1",
    ],
)
def test_odd_numbers_get_sensible_words(ww: Owner, flags: str) -> None:
    answer = ww.done("whatif", *flags.split(), "--json")
    numbers = [n for n in answer.json["numbers"].values() if isinstance(n, float)]
    assert all(math.isfinite(number) for number in numbers)
    said = ww.done("whatif", *flags.split()).out
    assert not {"nan", "inf", "None"} & set(said.replace(".", " ").split())
    assert json.loads(answer.out)["explanation"] in said


@pytest.mark.parametrize(
    ("flags", "code", "words"),
    [
        ("", 2, "--own-hours"),
        ("--duration 2h", 2, "--cadence"),
        ("--cadence as-needed --duration 2h", 2, "--own-hours"),
        ("--own-hours 4 --goal 0", 1, "more than 0"),
        ("--own-hours 4 --goal lots", 2, "lots"),
        ("--own-hours 0 --rate 4", 1, "over 0"),
        ("--own-hours 4 --rate -5", 1, "from 0"),
        ("--own-hours 4 --rate nan", 2, "nan"),
        ("--own-hours soon --rate 5", 2, "soon"),
        ("--own-hours 4 --oversight 0", 1, "more than 0"),
        ("--own-hours 4 --effort 0", 1, "more than 0"),
        ("--own-hours 4 --tedium 6", 1, "1 to 5"),
        ("--own-hours 4 --confidence 2", 1, "0 to 1"),
        ("--own-hours 4 --cadence hourly", 2, "weekly"),
        ("--own-hours 4 --currency euro", 1, "EUR"),
        ("--duration 25h --cadence daily", 1, "24"),
        ("--own-hours 4 --hours-per-day 25", 1, "24"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(ww: Owner, flags: str, code: int, words: str) -> None:
    assert words in ww.refused("whatif", *flags.split(), code=code)


def test_a_share_may_be_said_in_percent(ww: Owner) -> None:
    said = ["--own-hours", "4", "--rate", "40", "--redo", "10%", "--confidence", "99%"]
    plain = ["--own-hours", "4", "--rate", "40", "--redo", ".1", "--confidence", ".99"]
    assert ww.done("whatif", *said, "--json").out == ww.done("whatif", *plain, "--json").out


def test_goal_and_hours_are_those_of_the_settings(ww: Owner) -> None:
    ww.done("config", "income_goal", "78000")
    assert ww.done("whatif", "--own-hours", "4", "--json").json["numbers"]["hour_value"] == 100.0
