"""What the app works with: the log, the clock, the owner's settings; a test lays out fakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime

    from tracker.audit.categorise import Catalogue
    from tracker.audit.survey import Survey
    from tracker.domain.book import Log
    from tracker.domain.settings import Settings
    from tracker.gathering import Kept


def _nowhere() -> None:
    """Nothing is kept."""


def _all_of_them(day: date, things: Iterable[str]) -> tuple[str, ...]:  # noqa: ARG001
    """Nothing was said yet, and nothing is remembered."""
    return tuple(things)


def _said_now(day: date) -> bool:  # noqa: ARG001
    """Nothing was said yet, and nothing is remembered."""
    return True


@dataclass(frozen=True, slots=True)
class Desk:
    """The app's collaborators.

    Attributes:
        now: The clock: aware UTC, whole seconds.
        zone: IANA name of the machine's zone; the owner's settings may say another.
        load_settings, save_settings: The owner's answers; saving takes field name to value.
        new_id: Gives a fresh random entry id.
        currency: What the locale suggests at the first run; empty where it says nothing.
        survey: Gives what the audit says, instead of the audit.
        kept: Gives where the audit keeps what it has worked out; ``None`` keeps nothing.
        fresh: Of some things on a local day, those the owner was not reminded of on it; they
            count as said from then on.
        rings: Whether the review of a day was not spoken of yet; from then on it was.
    """

    log: Log
    now: Callable[[], datetime]
    zone: str
    load_settings: Callable[[], Settings]
    save_settings: Callable[[Mapping[str, object]], Settings]
    catalogue: Catalogue
    new_id: Callable[[], str]
    currency: str = ""
    survey: Callable[[], Survey] | None = None
    kept: Callable[[], Kept | None] = _nowhere
    fresh: Callable[[date, Iterable[str]], tuple[str, ...]] = _all_of_them
    rings: Callable[[date], bool] = _said_now


def _said_once(
    home: str, state: str, about: str
) -> Callable[[date, Iterable[str]], tuple[str, ...]]:
    """Gives, of some things, those that were not said that day yet; loads nothing until asked."""

    def fresh(day: date, things: Iterable[str]) -> tuple[str, ...]:
        from tracker.store.reminders import Reminders

        return Reminders(home, state, about).fresh(day, things)

    return fresh


def open_desk(home: str, environ: Mapping[str, str], now: Callable[[], datetime]) -> Desk:
    """The desk on the log in ``home``; nothing is read yet but the built-in categories.

    Raises:
        StoreError: The system knows no folder for this machine's state.
    """
    import os

    from tracker.audit.categorise import Catalogue
    from tracker.store.categories import load_categories
    from tracker.store.config import load_settings, save_settings
    from tracker.store.places import device_name, locale_currency, state_folder, system_zone
    from tracker.store.store import Store

    state = state_folder(environ)
    log = Store(
        home,
        device=device_name(state, environ),
        state=state,
        now=lambda: now().timestamp(),
    )

    def kept() -> Kept:
        from tracker.store.findings import Findings

        return Findings(log)

    reviews = _said_once(home, state, "review")
    return Desk(
        log=log,
        now=now,
        zone=system_zone(environ),
        load_settings=lambda: load_settings(home, state),
        save_settings=lambda changes: save_settings(home, state, changes),
        catalogue=Catalogue(load_categories()),
        new_id=lambda: os.urandom(8).hex(),
        currency=locale_currency(environ) or "",
        kept=kept,
        fresh=_said_once(home, state, "reminded"),
        rings=lambda day: bool(reviews(day, ("review",))),
    )
