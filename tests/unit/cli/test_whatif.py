"""The six vectors of the model through the real command, and what people type."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.shapes import NUMBERS, WHATIF

V1 = (
    "--goal 200000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 52 --cadence weekly "
    "--duration 2.5h --rate 40 --logged-hours 2080 --tedium 5 --growth 1 --skill 2 "
    "--confidence .99"
)
V2 = (
    "--goal 60000 --hours-per-day 4 --days-per-week 5 --weeks-per-year 48 --cadence monthly "
    "--duration 1.5 --fee 49 --oversight .25 --onboarding 3h --logged-hours 1920 --tedium 4 "
    "--growth 1 --skill 2 --confidence .97"
)
V3 = (
    "--goal 120000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 50 --cadence daily "
    "--duration 45m --rate 28 --effort 1.2 --redo .10 --oversight 2.4375 --logged-hours 2250 "
    "--tedium 4 --growth 2 --skill 3 --confidence .99"
)
V4 = (
    "--goal 45000 --hours-per-day 5 --days-per-week 5 --weeks-per-year 48 --cadence monthly "
    "--duration 2h --rate 95 --minimum 3h --setup 150 --onboarding 4 --logged-hours 1800 "
    "--tedium 3 --growth 3 --skill 4 --confidence .95"
)
V5 = (
    "--goal 90000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 48 --cadence quarterly "
    "--duration 4h --rate 75 --setup 200 --onboarding 5 --oversight .25 --logged-hours 2000 "
    "--tedium 5 --growth 1 --skill 1 --confidence .92"
)
V6 = (
    "--goal 200000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 52 --cadence weekly "
    "--duration .1 --rate 25 --minimum 1 --onboarding 2 --oversight .25 --logged-hours 2080 "
    "--tedium 4 --growth 1 --skill 2 --confidence .99"
)
VECTORS = (V1, V2, V3, V4, V5, V6)
TABLE = """\
hour_value 256.4103 62.5000 160.0000 37.5000 125.0000 256.4103
hour_value_floor 96.1538 31.2500 53.3333 25.0000 45.0000 96.1538
own_hours 10.8333 1.5000 16.2500 2.0000 1.3333 0.4333
billable_hours 10.8333 1.5000 21.4500 3.0000 1.3333 1.0000
oversight_hours 1.0833 0.2500 2.4375 0.2000 0.2500 0.2500
onboarding_hours 15.6000 3.0000 23.4000 4.0000 5.0000 2.0000
cost_in_house 2777.7778 93.7500 2600.0000 75.0000 166.6667 111.1111
cost_outsourced 711.1111 64.6250 990.6000 292.5000 131.2500 89.1026
cash 433.3333 49.0000 600.6000 285.0000 100.0000 25.0000
freed_hours 9.7500 1.2500 13.8125 1.8000 1.0833 0.1833
net_saving 2066.6667 29.1250 1609.4000 -217.5000 35.4167 22.0085
upfront 4000.0000 187.5000 3744.0000 300.0000 825.0000 512.8205
payback_months 1.9355 6.4378 2.3263 null 23.2941 23.3010
first_year_gain 20800.0000 162.0000 15568.8000 -2910.0000 -400.0000 -248.7179
first_year_return 1.6596 0.1682 0.9960 -0.7638 -0.1667 -0.1572
price_per_hour_running 44.4444 39.2000 43.4824 158.3333 92.3077 136.3636
break_even_rate 230.7692 19.4167 103.0303 22.5000 101.5625 47.0085
price_per_hour_first_year 51.2821 49.0000 50.6301 202.8409 175.0000 1500.0000
break_even_rate_first_year 200.0000 9.0000 88.4848 14.1667 50.0000 4.2735
band strong marginal good no no no
band_floor marginal no marginal no no no
score 91.3500 54.4325 77.8568 32.6500 50.7800 49.1625
"""
VERDICTS = (
    "candidate",
    "candidate-if-reinvested",
    "candidate",
    "not-worth-it",
    "not-yet",
    "not-yet",
)
EXPECTED: list[tuple[str, int, str]] = [
    (row.split()[0], number, cell)
    for row in TABLE.splitlines()
    for number, cell in enumerate(row.split()[1:])
]


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
