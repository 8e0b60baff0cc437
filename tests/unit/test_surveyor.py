"""A burst of changes costs two looks at the whole log; a log that rests costs none."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.surveys import survey
from tracker.domain.errors import StoreError
from tracker.surveyor import Surveyor
from widgets.messages import Surveyed

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from tracker.audit.survey import Survey


class App:
    """What a surveyor needs of an app."""

    def __init__(self) -> None:
        self.posted: list[object] = []
        self.said: list[str] = []
        self.work: list[asyncio.Task[None]] = []

    def run_worker(self, work: Coroutine[Any, Any, None], group: str) -> None:
        self.work.append(asyncio.get_running_loop().create_task(work))

    def post_message(self, message: object) -> None:
        self.posted.append(message)

    def notify(self, words: str, **_: object) -> None:
        self.said.append(words)

    async def done(self) -> None:
        await asyncio.gather(*self.work)


class Session:
    """Counts the looks; the next may fail."""

    def __init__(self) -> None:
        self.looks = 0
        self.broken = False

    def look(self) -> tuple[Survey, str]:
        self.looks += 1
        if self.broken:
            raise StoreError("The log cannot be read: look at it with ww doctor.")
        return survey(), "said"


async def test_a_burst_costs_two_looks() -> None:
    app, session = App(), Session()
    surveyor = Surveyor(app, session)  # type: ignore[arg-type]
    for _ in range(20):
        surveyor.outdate()
        surveyor.look()
        await asyncio.sleep(0)
    assert surveyor.busy
    await app.done()
    assert session.looks <= 2
    assert not surveyor.busy
    posted = [one for one in app.posted if isinstance(one, Surveyed)]
    assert len(posted) == session.looks
    assert posted[0].nudge == "said"


async def test_what_rests_is_not_looked_at_again() -> None:
    app, session = App(), Session()
    surveyor = Surveyor(app, session)  # type: ignore[arg-type]
    surveyor.look()
    await app.done()
    surveyor.look()
    await app.done()
    assert session.looks == 1


async def test_a_log_that_cannot_be_read_is_said_and_looked_at_again_later() -> None:
    app, session = App(), Session()
    surveyor = Surveyor(app, session)  # type: ignore[arg-type]
    session.broken = True
    surveyor.look()
    await app.done()
    assert app.said == ["The log cannot be read: look at it with ww doctor."]
    assert app.posted == []
    session.broken = False
    surveyor.outdate()
    surveyor.look()
    await app.done()
    assert len(app.posted) == 1
