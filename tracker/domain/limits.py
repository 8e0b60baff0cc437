"""What numbers and choices may be, where several values share the rule."""

from __future__ import annotations

from tracker.domain.errors import InvalidValue

MOST_REDO, MOST_HOURS, MOST_ONBOARDING = 10.0, 744.0, 10_000.0
"""Redo as a share; hours of a month with 31 days; hours of training, five years of work."""
MOST = 1e12
"""Of any amount: beyond it nothing is money or hours."""


def one_of(name: str, given: str, known: tuple[str, ...]) -> None:
    """``given`` is among ``known``; raises InvalidValue, which calls it ``name``."""
    if given not in known:
        raise InvalidValue(f"{name} is one of {', '.join(known)}; not {given!r}.")


def bounded(name: str, given: float) -> None:
    """``given`` is from 0 to :data:`MOST`; raises InvalidValue."""
    if not 0 <= given <= MOST:
        raise InvalidValue(f"{name.replace('_', ' ')} is a number from 0 up.")


def check_told(
    effort: float | None, redo: float | None, oversight: float | None, onboarding: float | None
) -> None:
    """What an owner says of work in other hands makes sense; raises InvalidValue.

    Args:
        effort: Hours of theirs for one of ours.
        redo: The share that is done again.
        oversight: Own hours a month; never 0, for who answers for work looks at it.
        onboarding: Own hours of training, once.
    """
    if effort is not None and not 0 < effort <= 100:
        raise InvalidValue("speed is more than 0 and at most 100 hours of theirs for yours.")
    if redo is not None and not 0 <= redo <= MOST_REDO:
        raise InvalidValue("redo is a share from 0 up, such as 10% or 0.1.")
    if oversight is not None and not 0 < oversight <= MOST_HOURS:
        raise InvalidValue(
            f"oversight is more than 0 and at most {MOST_HOURS:g} hours a month: you answer for "
            "the work, so you look at it."
        )
    if onboarding is not None and not 0 <= onboarding <= MOST_ONBOARDING:
        raise InvalidValue(f"onboarding is from 0 to {MOST_ONBOARDING:,.0f} hours.")
