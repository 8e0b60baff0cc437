"""The command palette: every act, every recent task, the days before."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from tracker.intents.intent import Start
from widgets.actions import ACTS, acts_on, keys_of
from widgets.fitting import fit
from widgets.frame import FramedScreen
from widgets.messages import DayWanted, Wanted
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits

    from widgets.actions import Act

Command = tuple[str, str, "Callable[[], object]"]
"""What it says, what it is for, what it does."""

DAYS = 14


class Commands(Provider):
    """Offers what can be done on the screen that is shown, by name."""

    def _shown(self) -> FramedScreen | None:
        screens = [one for one in self.app.screen_stack if isinstance(one, FramedScreen)]
        return screens[0] if screens else None

    def _commands(self) -> Iterator[Command]:
        """Acts of the screen first, then tasks to start, then days."""
        screen = self._shown()
        if screen is None:
            return
        for act in acts_on(screen.MODE):
            if act.listed:
                keys = " ".join(keys_of(act, screen.keymap))
                name = f"{act.label.capitalize()}  {keys}" if keys else act.label.capitalize()
                yield name, act.about, partial(self._run, act)
        for what in screen.state.recents:
            project = f" @{what.project}" if what.project else ""
            name = fit(f"Start {what.task}{project}", 60)
            yield (
                name,
                "Starts now; what runs is stopped",
                partial(screen.post_message, Wanted(Start(what))),
            )
        for ago in range(1, DAYS + 1):
            day = screen.state.today.date - timedelta(days=ago)
            words = "Yesterday" if ago == 1 else day_name(day)
            yield f"Go to {words}", day.isoformat(), partial(screen.post_message, DayWanted(day))

    async def _run(self, act: Act) -> None:
        screen = self._shown()
        if screen is not None:
            await self.app.run_action(act.action, screen.node_of(act.owner))

    async def discover(self) -> Hits:
        """An empty palette offers the acts and the newest tasks."""
        for name, about, run in list(self._commands())[: len(ACTS) + 5]:
            yield DiscoveryHit(Content(name), run, text=name, help=about)

    async def search(self, query: str) -> Hits:
        """Everything that matches, best first."""
        matcher = self.matcher(query)
        for name, about, run in self._commands():
            score = max(matcher.match(name), matcher.match(about) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, text=name, help=about)
