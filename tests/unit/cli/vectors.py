"""The six vectors of the model as flags, what must come out, and logs that they come out of."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tracker.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.unit.cli.conftest import Owner

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


class Vector(Value):
    """One vector as a log and what its owner says.

    Attributes:
        cadence, seconds: How often, and how long each time.
        ratings: Words of ``ww rate``.
        amount, quote: The price, and the other words of ``ww quote``.
        hour: Words of ``ww audit`` about goal and hours.
        supposed: The quote as what-if options of ``ww audit``.
        confidence: Of the cadence, as the table has it.
        currency: Of the owner.
    """

    cadence: str
    seconds: int
    ratings: str
    amount: str
    quote: str
    hour: str
    supposed: str
    confidence: float = 1.0
    currency: str = "USD"


_TODAY = date(2026, 11, 19)
_STEADY = {"daily": 1.0, "weekly": 1.0, "biweekly": 0.9, "monthly": 0.8, "quarterly": 0.6}


def points_of_rhythm(vector: Vector, confidence: float) -> float:
    """How far a score is from the table's because the log shows another confidence."""
    return 15 * _STEADY[vector.cadence] * (confidence - vector.confidence)


def dates(cadence: str) -> list[date]:
    """On which days the task was done; the newest first."""
    past = [_TODAY - timedelta(days=back) for back in range(1, 800)]
    match cadence:
        case "daily":
            return [day for day in past if day.weekday() < 5][:130]
        case "weekly":
            return [day for day in past if day.weekday() == 4][:26]
        case "biweekly":
            return [day for day in past if day.weekday() == 4][:40:2]
        case "monthly":
            return [day for day in past if day.day == 15][:18]
        case _:
            return [day for day in past if day.day == 10 and day.month % 3 == 1][:9]


def log_of(vector: Vector, times: int = 999) -> Iterator[dict[str, str]]:
    """Invoicing in its rhythm, the last ``times`` of it, and email on every working day."""
    done = dates(vector.cadence)
    for day in dates("daily")[:60] + done:
        if day.weekday() < 5:
            yield {"task": "Email", "start": f"{day}T08:00:00", "stop": f"{day}T08:20:00"}
    for day in done[:times]:
        start = datetime(day.year, day.month, day.day, 10)  # noqa: DTZ001 - the owner's clock
        stop = start + timedelta(seconds=vector.seconds)
        yield {"task": "Invoicing", "start": start.isoformat(), "stop": stop.isoformat()}


def lived(ww: Owner, vector: Vector, times: int = 999, *, quoted: bool = True) -> Owner:
    """The owner after some time with the task, their ratings given and a quote noted."""
    ww.settings(f'zone = "Europe/Berlin"\ncurrency = "{vector.currency}"\n')
    rows = json.dumps(list({json.dumps(row): row for row in log_of(vector, times)}.values()))
    assert ww("import", "json", "-", stdin=rows).code == 0
    ww.done("rate", "Invoicing", *vector.ratings.split())
    if quoted:
        ww.done("quote", "Invoicing", vector.amount, *vector.quote.split())
    return ww


SAME = "--effort 1 --redo 0"
LIVED: tuple[Vector, ...] = (
    Vector(
        *("weekly", 9000, "--tedium 5 --growth 1 --skill 2", "40", SAME),
        "--goal 200000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 52 --logged-hours 2080",
        f"--rate 40 {SAME}",
        0.99,
    ),
    Vector(
        *("monthly", 5400, "--tedium 4 --growth 1 --skill 2", "49"),
        f"--terms monthly --oversight .25 --onboarding 3h {SAME}",
        "--goal 60000 --hours-per-day 4 --days-per-week 5 --weeks-per-year 48 --logged-hours 1920",
        f"--fee 49 --oversight 15m --onboarding 3 {SAME}",
        0.97,
    ),
    Vector(
        *("daily", 2700, "--tedium 4 --growth 2 --skill 3", "28"),
        "--speed 1.2 --redo 10% --oversight 2.4375",
        "--goal 120000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 50 --logged-hours 2250",
        "--rate 28 --effort 1.2 --redo .1 --oversight 2.4375",
        0.99,
    ),
    Vector(
        *("monthly", 7200, "--tedium 3 --growth 3 --skill 4", "95"),
        f"--minimum 3h --setup 150 --onboarding 4 {SAME}",
        "--goal 45000 --hours-per-day 5 --days-per-week 5 --weeks-per-year 48 --logged-hours 1800",
        f"--rate 95 --minimum 3 --setup 150 --onboarding 4 {SAME}",
        0.95,
    ),
    Vector(
        *("quarterly", 14_400, "--tedium 5 --growth 1 --skill 1", "75"),
        f"--setup 200 --onboarding 5 --oversight .25 {SAME}",
        "--goal 90000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 48 --logged-hours 2000",
        f"--rate 75 --setup 200 --onboarding 5 --oversight .25 {SAME}",
        0.92,
    ),
    Vector(
        *("weekly", 360, "--tedium 4 --growth 1 --skill 2", "25"),
        f"--minimum 1 --onboarding 2 --oversight .25 {SAME}",
        "--goal 200000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 52 --logged-hours 2080",
        f"--rate 25 --minimum 1 --onboarding 2 --oversight .25 {SAME}",
        0.99,
    ),
)
"""The six as logs, in order."""
ODD: tuple[Vector, ...] = (
    Vector(
        *("weekly", 7200, "--tedium 4 --growth 1 --skill 3", "0"),
        "--effort .5 --redo 5% --oversight 30m --onboarding 6 --saved-cash 30",
        "--goal 50000 --hours-per-day 4 --days-per-week 5 --weeks-per-year 46 --logged-hours 1610",
        "--rate 0 --effort .5 --redo .05 --oversight .5 --onboarding 6h --saved-cash 30",
        currency="EUR",
    ),
    Vector(
        *("monthly", 1800, "--tedium 5 --growth 1 --skill 3", "9000", "--minimum 4h"),
        "--goal 6000000 --hours-per-day 5 --days-per-week 5 --weeks-per-year 48 --logged-hours 0",
        "--rate 9000 --minimum 4",
        currency="JPY",
    ),
    Vector(
        *("biweekly", 10_800, "--tedium 5 --growth 1 --skill 2 --share 50%", "42"),
        "--vendor firm --minimum 5 --setup 99.50 --bonus 12.5 --effort 1",
        "--goal 75000 --hours-per-day 3 --days-per-week 5 --weeks-per-year 50 --logged-hours 1500",
        "--rate 42 --fee 12.5 --minimum 5 --setup 99.50 --effort 1",
        currency="EUR",
    ),
)
"""A free vendor who saves cash, a minimum that eats all, half of a task: other currencies too."""
ODD_TABLE = """\
hour_value 54.3478 5000.0000 100.0000
hour_value_floor 31.0559 5000.0000 50.0000
own_hours 8.6667 0.5000 3.2500
billable_hours 4.5500 4.0000 5.0000
oversight_hours 0.5000 0.0500 0.3250
onboarding_hours 6.0000 2.0000 4.6800
cost_in_house 501.0145 2500.0000 325.0000
cost_outsourced 27.1739 36250.0000 255.0000
cash -30.0000 36000.0000 222.5000
freed_hours 8.1667 0.4500 2.9250
net_saving 473.8406 -33750.0000 70.0000
upfront 326.0870 10000.0000 567.5000
payback_months 0.6882 null 8.1071
first_year_gain 5360.0000 -415000.0000 272.5000
first_year_return 8.2187 -0.9326 0.0751
price_per_hour_running -3.6735 80000.0000 76.0684
break_even_rate 104.1408 562.5000 56.0000
price_per_hour_first_year -3.9130 127058.8235 91.0421
break_even_rate_first_year 98.1685 354.1667 46.5417
break_even_fee 473.8406 -33750.0000 82.5000
break_even_fee_first_year 446.6667 -34583.3333 35.2083
band strong no marginal
band_floor strong no no
score 91.0000 47.9375 59.7811
"""
ODD_VERDICTS = ("candidate", "not-worth-it", "candidate-if-reinvested")


def column(table: str, number: int) -> dict[str, float | str | None]:
    """One vector's numbers by their names."""
    found: dict[str, float | str | None] = {}
    for row in table.splitlines():
        name, *cells = row.split()
        cell = cells[number]
        found[name] = None if cell == "null" else cell if cell.isalpha() else float(cell)
    return found
