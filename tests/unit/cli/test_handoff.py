"""handoff in the first week of a trial: what was counted is said, and nothing a month."""

from __future__ import annotations

import pytest

from tests.unit.cli.conftest import Owner
from tests.unit.cli.test_handing import answered, owner

__all__ = ["owner"]


def test_a_trial_is_not_judged_by_the_day_it_begins(owner: Owner) -> None:
    owner.done("add", "8-8:49 Invoicing")
    answered(owner)
    owner.done("quote", "invoicing", "40")
    owner.done("handoff", "invoicing", "trial", "--to", "Ada")
    came = owner.done("handoff", "invoicing", "--json").json["realised"]
    told = ("hours_back", "hours_back_a_month", "cash_a_month", "price_per_hour", "growth_after")
    assert [came[name] for name in told] == [None] * len(told)
    assert (came["days"], came["oversight_hours"], came["warnings"]) == (0, 0.0, [])
    text = owner.done("handoff", "invoicing").out
    assert "Began today: too early to compare." in text
    assert "as much time" not in text
    assert "since." not in text
    owner.pass_time(days=3)
    text = owner.done("handoff", "invoicing").out
    assert "3 days so far: too early to compare." in text
    owner.pass_time(days=4)
    text = owner.done("handoff", "invoicing").out
    assert "too early" not in text
    came = owner.done("handoff", "invoicing", "--json").json["realised"]
    assert came["hours_back_a_month"] == pytest.approx(1.25 * 52 / 12, abs=0.001)
