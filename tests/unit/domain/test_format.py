"""Lengths of time and money as text."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.format import decimal_hours, duration, hours_minutes, money, timer


@pytest.mark.parametrize(
    ("seconds", "short", "colon", "watch", "decimal"),
    [
        (0, "0m", "0:00", "0:00:00", "0.00"),
        (42, "42s", "0:00", "0:00:42", "0.01"),
        (59, "59s", "0:00", "0:00:59", "0.02"),
        (60, "1m", "0:01", "0:01:00", "0.02"),
        (1500, "25m", "0:25", "0:25:00", "0.42"),
        (2537, "42m", "0:42", "0:42:17", "0.70"),
        (3600, "1h00", "1:00", "1:00:00", "1.00"),
        (3900, "1h05", "1:05", "1:05:00", "1.08"),
        (360_000, "100h00", "100:00", "100:00:00", "100.00"),
        (-3900, "-1h05", "-1:05", "-1:05:00", "-1.08"),
    ],
)
def test_lengths(seconds: int, short: str, colon: str, watch: str, decimal: str) -> None:
    assert duration(seconds) == short
    assert hours_minutes(seconds) == colon
    assert timer(seconds) == watch
    assert decimal_hours(seconds) == decimal


def test_decimal_hours_round_halves_to_even() -> None:
    assert decimal_hours(18, 2) == "0.00"
    assert decimal_hours(54, 2) == "0.02"
    assert decimal_hours(90, 2) == "0.02"
    assert decimal_hours(5400, 0) == "2"
    assert decimal_hours(-18, 2) == "0.00"


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_decimal_hours_are_what_decimal_says(seconds: int, decimals: int) -> None:
    exact = (Decimal(seconds) / 3600).quantize(Decimal(10) ** -decimals, ROUND_HALF_EVEN)
    assert Decimal(decimal_hours(seconds, decimals)) == exact


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        (256.41025, "USD", "$256.41"),
        (-12, "USD", "-$12.00"),
        (1068, "USD", "$1,068.00"),
        (1_234_567.891, "EUR", "€1,234,567.89"),
        (12, "CHF", "CHF 12.00"),
        (-12.5, "CHF", "-CHF 12.50"),
        (12, "GBP", "£12.00"),
        (1500.4, "JPY", "¥1,500"),
        (12, "CAD", "CA$12.00"),
        (0, "USD", "$0.00"),
        (-0.001, "USD", "$0.00"),
        (0.125, "USD", "$0.12"),
        (0.375, "USD", "$0.38"),
    ],
)
def test_money(amount: float, currency: str, expected: str) -> None:
    assert money(amount, currency) == expected


def test_money_to_the_unit_and_with_its_sign() -> None:
    assert money(256.41, "USD", 0) == "$256"
    assert money(127.74, "USD", signed=True) == "+$127.74"
    assert money(-127.74, "USD", signed=True) == "-$127.74"
    assert money(0.001, "USD", signed=True) == "$0.00"
