"""A fixed clock, a fixed zone, and how hard hypothesis looks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes import NOW, ZONE, Ids, MemoryStore, moment

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.intents.intent import Moment

settings.register_profile(
    "default", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=2000)
settings.register_profile("gate", parent=settings.get_profile("default"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture
def now() -> datetime:
    """Thursday 19 November 2026, 09:57:17 in Berlin, as a UTC instant."""
    return NOW


@pytest.fixture
def zone() -> str:
    """The person's zone."""
    return ZONE


@pytest.fixture
def new_id() -> Ids:
    """Ids that count up from ``n1``."""
    return Ids()


@pytest.fixture(name="moment")
def _moment(new_id: Ids) -> Moment:
    """The fixed clock, zone and ids together."""
    return moment(new_id=new_id)


@pytest.fixture
def log() -> MemoryStore:
    """An empty log in memory."""
    return MemoryStore()
