"""What a hand-off really brought, beside what was promised when its trial began."""

from __future__ import annotations

from tracker.domain.format import money
from tracker.domain.papers import Bill, Check
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from typing import Any

    from tracker.domain.papers import Handoff, Paper, Promise

    OwnTime = tuple[date, int, bool]
    """Day, seconds, and whether it was redo; anything else is oversight."""

MONTH_DAYS = 52 / 12 * 7
"""Days in the model's month."""
BEFORE_WEEKS = 8
"""Weeks before the trial that growth hours are compared with."""
FIRST_DAYS = 7
"""Days after the trial began before anything is said a month: a day or two, times thirty, would
be chance and the showing how, and the verdict on it wrong."""
LATEST_CHECKS = 3
POOR = 3
"""Mean quality of the latest checks under which the work is called poor."""


class Realised(Value):
    """So far, and a month; hours are hours, money is in the owner's currency.

    Until a week has gone (``FIRST_DAYS``) only what was counted is known: own hours, cash,
    checks and the rate that bills state. Whatever holds them against a month is ``None`` then,
    and nothing is warned of.

    Attributes:
        since: The day the trial began.
        days: Whole days after that one, to the day of the question.
        months: The same, of 52/12 weeks.
        promise: What was reckoned with then; ``None`` where that was not kept.
        hours_back: So far: own hours that were handed off, less oversight and redo.
        hours_back_a_month: The same a month. ``Any`` is for those who have it from
            :func:`realised`, where it is never ``None``.
        oversight_hours, redo_hours: The owner's own, so far.
        cash: Paid so far.
        cash_a_month: ``None`` until there is a bill.
        price_per_hour: Cash by hours back, both a month; ``None`` until there is a bill, and
            where nothing comes back.
        repaid_on: When the training and set-up are repaid at this pace, or were; ``None`` for
            never, or not known.
        quality: Mean of all checks, 1-5.
        checks, late: How many checks; how many of them came late.
        rate: Of bills that state their hours, an hour.
        fee: Of other bills, a month.
        effort_factor: Vendor hours for one of ours, where bills state theirs.
        redo_share: Of the handed-off work; ``None`` where no own time was logged.
        growth_before, growth_after: Growth hours a week in the eight weeks before, and since.
        warnings: What went past the break-even, or is poor or late; plain sentences.
    """

    since: date
    days: int
    months: float
    promise: Promise | None
    hours_back: float | None
    hours_back_a_month: float | Any
    oversight_hours: float
    redo_hours: float
    cash: float
    cash_a_month: float | None
    price_per_hour: float | None
    repaid_on: date | None
    quality: float | None
    checks: int
    late: int
    rate: float | None
    fee: float | None
    effort_factor: float | None
    redo_share: float | None
    growth_before: float | None = None
    growth_after: float | None = None
    warnings: tuple[str, ...] = ()

    @property
    def too_early(self) -> str:
        """Why nothing is said a month yet, in plain words; empty once a week has gone."""
        if self.days >= FIRST_DAYS:
            return ""
        if not self.days:
            return "began today: too early to compare"
        gone = "1 day" if self.days == 1 else f"{self.days} days"
        return f"{gone} so far: too early to compare"

    @property
    def takes_as_much(self) -> bool:
        """Whether it takes the owner no less time than before; not said before it is known."""
        known = self.redo_share is not None and self.hours_back is not None
        return known and (self.hours_back or 0.0) <= 0

    @property
    def pays(self) -> bool | None:
        """Whether an hour back costs no more than the owner's is worth.

        ``None`` where that cannot be told: within the first week, without a bill, or without a
        promise that says what it is worth.
        """
        if self.takes_as_much:
            return False
        if self.promise is None or self.price_per_hour is None:
            return None
        return self.price_per_hour <= self.promise.hour_value

    @property
    def own_hours_a_month(self) -> float | None:
        """Own time a month that it still takes; ``None`` where none was logged, or too early."""
        if self.redo_share is None or self.too_early:
            return None
        return (self.oversight_hours + self.redo_hours) / self.months


def trial_began(handoff: Handoff) -> date | None:
    """The day the hand-off left the owner's hands; ``None`` while it has not."""
    began = None
    for move in handoff.moves:
        if move.stage in ("trial", "handed-off"):
            began = began or move.day
        elif move.stage in ("mine", "candidate", "briefed"):
            began = None
    return began


def realised(
    handoff: Handoff,
    papers: Iterable[Paper],
    own: Iterable[OwnTime],
    as_of: date,
    currency: str,
    *,
    own_hours: float = 0.0,
) -> Realised | None:
    """:func:`so_far` once a week has gone; ``None`` before, for there is nothing to judge by."""
    found = so_far(handoff, papers, own, as_of, currency, own_hours=own_hours)
    return None if found is None or found.too_early else found


def so_far(
    handoff: Handoff,
    papers: Iterable[Paper],
    own: Iterable[OwnTime],
    as_of: date,
    currency: str,
    *,
    own_hours: float = 0.0,
    growth: Iterable[tuple[date, int]] | None = None,
) -> Realised | None:
    """What came of a hand-off up to ``as_of``; ``None`` before its trial.

    Of the day the trial began only the day is kept, not the hour: what its owner did on it may
    well have come before, and time is counted from the day after. Only redo is redo at any hour.

    Args:
        handoff: With the promise, where it was kept.
        papers: Of the task; bills in ``currency`` and checks count.
        own: The owner's time on the task, any days.
        as_of: Nothing later counts.
        currency: The owner's.
        own_hours: What it took a month before, where there is no promise.
        growth: Days and seconds of the owner's growth work, for before and after.
    """
    since = trial_began(handoff)
    if since is None or since > as_of:
        return None
    promise = handoff.promise
    held = [paper for paper in papers if isinstance(paper, Bill | Check)]
    held = [paper for paper in held if since <= paper.day <= as_of]
    seen = _Seen(
        since=since,
        days=(as_of - since).days,
        promise=promise,
        handed=promise.own_hours if promise is not None else own_hours,
        spent=tuple(
            (seconds, redo)
            for day, seconds, redo in own
            if since < day <= as_of or (redo and day == since)
        ),
        bills=tuple(one for one in held if isinstance(one, Bill) and one.currency == currency),
        checks=tuple(one for one in held if isinstance(one, Check)),
    )
    found = _counted(seen)
    if growth is not None:
        found = found.replace(**_growth(growth, since, as_of))
    if found.too_early:
        return found
    found = found.replace(**_a_month(seen, found))
    return found.replace(warnings=_warnings(found, seen.checks, currency))


class _Seen(Value):
    """What happened from the trial on.

    Attributes:
        handed: Hours a month that it took its owner before.
        spent: Seconds of own time, and whether they were redo.
    """

    since: date
    days: int
    promise: Promise | None
    handed: float
    spent: tuple[tuple[int, bool], ...]
    bills: tuple[Bill, ...]
    checks: tuple[Check, ...]


def _counted(seen: _Seen) -> Realised:
    """What was counted; nothing that compares it with a month."""
    checks = seen.checks
    return Realised(
        since=seen.since,
        days=seen.days,
        months=seen.days / MONTH_DAYS,
        promise=seen.promise,
        hours_back=None,
        hours_back_a_month=None,
        oversight_hours=sum(seconds for seconds, redo in seen.spent if not redo) / 3600,
        redo_hours=sum(seconds for seconds, redo in seen.spent if redo) / 3600,
        cash=sum(bill.amount for bill in seen.bills),
        cash_a_month=None,
        price_per_hour=None,
        repaid_on=None,
        quality=sum(check.quality for check in checks) / len(checks) if checks else None,
        checks=len(checks),
        late=sum(1 for check in checks if check.days_late > 0),
        rate=_paid(seen.bills, seen.since, seen.handed).rate,
        fee=None,
        effort_factor=None,
        redo_share=None,
    )


def _a_month(seen: _Seen, found: Realised) -> dict[str, float | date | None]:
    """What was counted, held against the months since; for once a week has gone."""
    handed = seen.handed * found.months
    left = handed - found.oversight_hours - found.redo_hours
    back = left / found.months
    paid = _paid(seen.bills, seen.since, seen.handed)
    cash = paid.a_month
    return {
        "hours_back": left,
        "hours_back_a_month": back,
        "cash_a_month": cash,
        "price_per_hour": cash / back if cash is not None and back > 0 else None,
        "repaid_on": _repaid_on(seen.since, seen.promise, back, cash),
        "fee": paid.fee,
        "effort_factor": paid.effort,
        "redo_share": found.redo_hours / handed if seen.spent and handed > 0 else None,
    }


class _Paid(Value):
    """Bills as the model has them: so much an hour, or a fee, a month."""

    a_month: float | None = None
    rate: float | None = None
    fee: float | None = None
    effort: float | None = None


def _paid(bills: Sequence[Bill], since: date, handed: float) -> _Paid:
    """What is paid a month.

    Of several bills each covers as long as lies between two of them; a single one covers the
    time from the trial to it, and no less than a month.
    """
    if not bills:
        return _Paid()
    days = sorted(bill.day for bill in bills)
    spread = (days[-1] - days[0]).days
    if spread:
        count = len(set(days))
        covered = spread / (count - 1) * count / MONTH_DAYS
    else:
        covered = max(1.0, (days[0] - since).days / MONTH_DAYS)
    total = sum(bill.amount for bill in bills)
    hours = sum(bill.hours or 0.0 for bill in bills)
    if hours > 0 and all(bill.hours is not None for bill in bills):
        effort = hours / covered / handed if handed > 0 else None
        return _Paid(total / covered, rate=total / hours, effort=effort)
    return _Paid(total / covered, fee=total / covered)


def _repaid_on(
    since: date, promise: Promise | None, back: float, cash: float | None
) -> date | None:
    from datetime import timedelta

    if promise is None or cash is None:
        return None
    saving = back * promise.hour_value - cash
    if saving <= 0:
        return None
    days = promise.upfront / saving * MONTH_DAYS
    return since + timedelta(days=round(days)) if days < 36_500 else None


def _growth(
    growth: Iterable[tuple[date, int]], since: date, as_of: date
) -> dict[str, float | None]:
    """Growth hours a week, before and since; of whole days, that of the move in neither."""
    before = after = 0
    for day, seconds in growth:
        ahead = (since - day).days
        if 0 < ahead <= BEFORE_WEEKS * 7:
            before += seconds
        elif ahead < 0 and day <= as_of:
            after += seconds
    days = (as_of - since).days
    return {
        "growth_before": before / 3600 / BEFORE_WEEKS,
        "growth_after": after / 3600 / (days / 7) if days >= FIRST_DAYS else None,
    }


def _warnings(found: Realised, checks: Sequence[Check], currency: str) -> tuple[str, ...]:
    said = []
    promise = found.promise
    if found.takes_as_much:
        said.append("It takes you as much time as doing it yourself.")
    elif promise is not None and found.price_per_hour is not None:
        if found.price_per_hour > promise.hour_value:
            paid = money(found.price_per_hour, currency)
            yours = money(promise.hour_value, currency)
            said.append(f"An hour back costs {paid} now; yours is worth {yours}.")
        elif found.rate is not None and found.rate > (promise.break_even_rate or found.rate):
            limit = money(promise.break_even_rate or 0.0, currency)
            said.append(f"The rate is {money(found.rate, currency)}: past {limit} it did not pay.")
    latest = sorted(checks, key=lambda check: (check.day, check.id))[-LATEST_CHECKS:]
    if latest and sum(check.quality for check in latest) / len(latest) < POOR:
        said.append("The work of late was poor: you answer for it.")
    if len(checks) > 1 and found.late * 2 >= len(checks):
        said.append(f"{found.late} of {len(checks)} times it came late.")
    return tuple(said)
