"""What the owner has told us about their work; the file it lives in is the store's affair."""

from __future__ import annotations

from tracker.domain.errors import InvalidValue
from tracker.domain.value import Value

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Settings(Value):
    """Income goal, productive hours and habits.

    Attributes:
        income_goal: A year's, in ``currency``.
        hours_per_day: Productive hours; most people have 2-3.
        week_start: 0 Monday .. 6 Sunday.
        day_start: Minutes after midnight at which a day begins, 0-720.
        zone: IANA name, or empty for the machine's own.
        theme: Name of a Textual theme.
        keys: Action id -> key, the owner's changes only.
        rates: Category name -> typical hourly rate the owner gave.
        budget: Cash a month for handing work off; 0 where no cap is set.
        review_day: Day of the weekly review, 0 Monday .. 6 Sunday.
        review_at: Its time, minutes after midnight.
        remind: Whether the app may speak up: what is overdue, that the review is due.
        holidays: Local days off, as ISO text; they cost no occurrence.
        answered: Whether the first-run questions were answered or skipped.
    """

    income_goal: float = 200_000.0
    hours_per_day: float = 3.0
    days_per_week: float = 5.0
    weeks_per_year: float = 52.0
    currency: str = "USD"
    week_start: int = 0
    day_start: int = 0
    zone: str = ""
    theme: str = "worthwhile"
    keys: tuple[tuple[str, str], ...] = ()
    rates: tuple[tuple[str, float], ...] = ()
    budget: float = 0.0
    review_day: int = 4
    review_at: int = 990
    remind: bool = True
    holidays: tuple[str, ...] = ()
    answered: bool = False

    def __post_init__(self) -> None:
        """Check every range; raises InvalidValue."""
        for name, least, most in (
            ("income_goal", 0, 1e12),
            ("hours_per_day", 0, 24),
            ("days_per_week", 0, 7),
            ("weeks_per_year", 0, 53),
        ):
            given = getattr(self, name)
            if not least < given <= most:
                raise InvalidValue(f"{name} must be more than {least} and at most {most:g}.")
        if not 0 <= self.budget <= 1e12:
            raise InvalidValue("budget is a sum a month, 0 for no cap.")
        if self.review_day not in range(7) or not 0 <= self.review_at < 1440:
            raise InvalidValue("The review is on a day such as friday, at a time such as 16:30.")
        if len(self.currency) != 3 or not self.currency.isalpha() or not self.currency.isupper():
            raise InvalidValue("currency is a three-letter code such as USD or EUR.")
        if self.week_start not in range(7):
            raise InvalidValue("week_start is a day of the week such as monday.")
        if not 0 <= self.day_start <= 720:
            raise InvalidValue("day_start is a time from 00:00 to 12:00.")

    @property
    def hour_value(self) -> float:
        """V of the decision model: income goal / productive hours, per hour."""
        hours = self.hours_per_day * self.days_per_week * self.weeks_per_year
        return self.income_goal / hours
