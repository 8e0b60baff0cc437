"""The inputs of the model as options: one reading for ``whatif``, ``audit`` and ``quote``."""

from __future__ import annotations

from tracker.audit.worth.defaults import Known
from tracker.cli.worth import OPTIONS, number
from tracker.domain.errors import InvalidValue, UsageError
from tracker.domain.limits import MOST_HOURS, MOST_ONBOARDING, MOST_REDO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.supposed import Supposed
    from tracker.cli.options import Request
    from tracker.domain.settings import Settings

SHARES = ("redo", "confidence")
LOGGED_MOST = 8784.0
"""Hours of a leap year."""
PRICED = (
    *("rate", "fee", "effort", "redo", "minimum", "oversight", "onboarding", "setup"),
    "saved-cash",
)
"""Options about the price of a task and what comes with it."""
SUPPOSED = (*OPTIONS, "logged-hours", *PRICED)


class Flags:
    """Numbers among the options."""

    def __init__(self, request: Request) -> None:
        """Read from ``request``."""
        self._request = request

    def number(self, name: str) -> float:
        """As it stands."""
        return number(f"--{name}", self._request.get(name) or "")

    def amount(self, name: str, *, most: float = 1e12) -> float | None:
        """From 0 to ``most``; ``None`` where it was not given."""
        if self._request.get(name) is None:
            return None
        found = self._share(name) if name in SHARES else self.number(name)
        if not 0 <= found <= most:
            raise InvalidValue(f"--{name} is a number from 0 to {most:,.0f}; not {found:g}.")
        return found

    def _share(self, name: str) -> float:
        """``0.1`` and ``10%`` are the same."""
        text = (self._request.get(name) or "").strip()
        found = number(f"--{name}", text.removesuffix("%"))
        return found / 100 if text.endswith("%") else found

    def rating(self, name: str) -> int | None:
        """1 to 5; ``None`` where it was not given."""
        if self._request.get(name) is None:
            return None
        found = self.number(name)
        if found not in (1, 2, 3, 4, 5):
            raise InvalidValue(f"--{name} is a number from 1 to 5; not {found:g}.")
        return int(found)

    def hours(self, name: str, most: float) -> float | None:
        """``2.5``, ``2.5h``, ``45m``, ``1h30``: hours; ``None`` where it was not given."""
        text = self._request.get(name)
        if text is None:
            return None
        found = read_hours(f"--{name}", text)
        if not 0 <= found <= most:
            raise InvalidValue(f"--{name} is from 0 to {most:g} hours; not {text}.")
        return found


def read_hours(name: str, text: str) -> float:
    """A length of time in hours; a bare number is hours."""
    from tracker.domain.errors import Unreadable
    from tracker.line import read_duration

    try:
        return number(name, text.strip().removesuffix("h"))
    except UsageError:
        pass
    try:
        return read_duration(text) / 3600
    except Unreadable:
        raise UsageError(f'{name} is a length of time such as 2.5h or 45m; not "{text}".') from None


def settings_with(request: Request, settings: Settings) -> Settings:
    """``settings`` with goal and hours as the options have them; raises InvalidValue."""
    flags = Flags(request)
    given = {
        field: flags.number(option)
        for option, field in OPTIONS.items()
        if request.get(option) is not None
    }
    return settings.replace(**given) if given else settings


def known_of(flags: Flags) -> Known:
    """What the options say of effort, redo, oversight, training and saved cash.

    Raises:
        UsageError: One is no number.
        InvalidValue: One is outside what makes sense.
    """
    oversight = flags.hours("oversight", MOST_HOURS)
    if oversight == 0:
        raise InvalidValue(
            "--oversight is more than 0: you answer for the work, so you look at it."
        )
    effort = flags.amount("effort", most=100.0)
    if effort == 0:
        raise InvalidValue("--effort is more than 0: hours of theirs for one of yours.")
    return Known(
        effort_factor=effort,
        redo_share=flags.amount("redo", most=MOST_REDO),
        oversight_hours=oversight,
        onboarding_hours=flags.hours("onboarding", MOST_ONBOARDING),
        saved_cash=flags.amount("saved-cash"),
    )


def supposed(request: Request, task: str) -> Supposed | None:
    """What is supposed beside goal and hours; ``None`` for nothing.

    Args:
        request: With its options.
        task: The one task that prices are supposed for; empty for all.
    """
    if not any(request.has(option) for option in ("logged-hours", *PRICED)):
        return None
    from tracker.audit.worth.supposed import Supposed

    flags = Flags(request)
    return Supposed(
        task=task,
        logged_hours=flags.amount("logged-hours", most=LOGGED_MOST),
        rate=flags.amount("rate"),
        fixed_fee=flags.amount("fee"),
        minimum_hours=flags.hours("minimum", MOST_HOURS),
        setup_fee=flags.amount("setup"),
        known=known_of(flags),
    )


def as_typed(request: Request) -> dict[str, str]:
    """The options that suppose something, as they were typed."""
    return {option: request.get(option) or "" for option in SUPPOSED if request.has(option)}
