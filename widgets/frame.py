"""What every screen has: the bar at the top, the quick line and the keys at the foot.

A screen of its own derives from :class:`FramedScreen`, says its ``MODE``, composes its
``body``, and answers what its keys offer, where the focus lives and what is selected.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import getters, on
from textual.containers import Vertical
from textual.events import Resize
from textual.reactive import var
from textual.screen import Screen

from tracker.intents.intent import Cancel, Edit, Stop
from widgets.actions import bindings
from widgets.key_bar import KeyBar, offered_typing
from widgets.line_bar import Echo, LineBar
from widgets.messages import ModeWanted, RedoWanted, UndoWanted, Wanted
from widgets.quick_line import QuickLine
from widgets.state import EMPTY, NEVER, forgotten
from widgets.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.widget import Widget

    from tracker.audit.survey import Survey
    from tracker.audit.worth.profile import Profile
    from tracker.domain.settings import Settings
    from widgets.actions import Mode, Owner
    from widgets.key_bar import Offered
    from widgets.quick_line import Purpose
    from widgets.state import TodayState

Question = Literal["day", "worth", "rate", "help", "import", "suggestions"]

REDO = "redo"
"""The tag of own time that does handed-off work once more."""

FRAME_STYLES = Path(__file__).with_name("frame.tcss")
"""The frame's style sheet; the app loads it with its own, which spares a second parse."""


class FramedScreen(Screen[None]):
    """Owns the state that was read last and the clock's last word; binds both down.

    Attributes:
        state: The day, the running timer, the names that are known, the settings.
        survey: What the audit says of the whole log; ``None`` until it was first worked out.
        now: The clock's last word; it moves once a second, and only while the screen is shown.
    """

    MODE: ClassVar[Mode]
    BINDINGS: ClassVar[list[BindingType]] = bindings("frame")

    state: var[TodayState] = var(EMPTY)
    survey: var[Survey | None] = var(None)
    now: var[datetime] = var(NEVER)
    keymap: var[Mapping[str, str]] = var(dict)

    top = getters.query_one(TopBar)
    line = getters.query_one(QuickLine)
    keys = getters.query_one(KeyBar)

    def __init__(
        self, state: TodayState = EMPTY, now: datetime = NEVER, survey: Survey | None = None
    ) -> None:
        """Begin with ``state`` as of ``now``, so that the first frame is whole."""
        super().__init__()
        self._styled: int | None = None
        self.set_reactive(FramedScreen.state, state)
        self.set_reactive(FramedScreen.now, now)
        self.set_reactive(FramedScreen.survey, survey)

    # What a screen says of itself

    def body(self) -> ComposeResult:
        """What stands between the bar at the top and the foot."""
        raise NotImplementedError

    @property
    def home(self) -> Widget:
        """Where the focus is while nothing is typed."""
        raise NotImplementedError

    @property
    def about(self) -> str:
        """The task that is selected, for what is asked about it; empty where none is."""
        return ""

    def offers(self) -> Offered:
        """What the key bar offers while nothing is typed."""
        return (("timer.new", ""), ("app.palette", ""), ("app.help", ""))

    def nodes(self) -> dict[Owner, DOMNode]:
        """The nodes that acts are bound on, besides those of the frame."""
        return {}

    def touched(self, entry_id: str) -> None:
        """The entry of that id was changed just now."""

    def reread(self) -> None:
        """The log was read again, or the screen is shown again: ask for what else it needs."""

    # What they have in common

    def compose(self) -> ComposeResult:
        """Attributes go down by binding, so no watcher copies them by hand."""
        self._fit_size()
        yield TopBar(self.MODE).data_bind(FramedScreen.state)
        yield from self.body()
        with Vertical(id="foot"):
            yield LineBar()
            yield KeyBar().data_bind(FramedScreen.keymap)

    def _fit_size(self) -> None:
        """Wear the classes of the size from the start: the first layout is then the last."""
        width, height = self.app.size
        for size, breakpoints in (
            (width, self.app.HORIZONTAL_BREAKPOINTS),
            (height, self.app.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(*self._get_breakpoint_classes(size, breakpoints or []))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Shown again: its styles are as they were, unless the theme has changed since."""
        event.refresh_styles = self._styled != self._css_update_count
        self._styled = self._css_update_count
        size = self.app.size
        if self.size and self.size != size:  # nobody told it while another one was shown
            self.post_message(Resize(size, size))

    def on_mount(self) -> None:
        """Single keys work at once: the focus is not on the line."""
        self.line.state, self.line.now, self.top.now = self.state, self.now, self.now
        self.home.focus()
        self.offer_keys()

    def node_of(self, owner: Owner) -> DOMNode:
        """Where the acts of ``owner`` are bound, for whoever runs one by name."""
        nodes: dict[Owner, DOMNode] = {
            "app": self.app,
            "frame": self,
            "line": self.line,
            self.MODE: self,
            **self.nodes(),
        }
        return nodes[owner]

    def profile_of(self, task: str) -> Profile | None:
        """What is known and assumed of a task, from the week or from the whole log."""
        if task in self.state.profiles:
            return self.state.profiles[task]
        return self.survey.profiles.get(task) if self.survey is not None else None

    def watch_state(self, state: TodayState) -> None:
        """Everything below follows by binding."""
        if self.is_mounted:
            self.line.state = state
            self.offer_keys()

    def watch_now(self, now: datetime) -> None:
        """A second has passed: only what shows seconds is drawn."""
        if self.is_mounted:
            self.line.now = now
            if self.state.running is not None and self.top.timer_shown:
                self.top.now = now

    @on(QuickLine.Said)
    def offer_keys(self) -> None:
        """The key bar follows what is selected and what is typed."""
        self.set_class(self.line.has_focus, "-typing")
        self.set_class(self.query_one(Echo).has_class("-wrong"), "-wrong")
        if self.line.has_focus:
            self.keys.offered = offered_typing(self.line.purpose)
        else:
            self.keys.offered = self.offers()

    def wear(self, settings: Settings) -> None:
        """The owner's own keys, here and in every binding."""
        keys = dict(settings.keys)
        if keys != self.keymap:
            self.keymap = keys
            self.app.set_keymap(keys)

    def take_over(self, other: FramedScreen) -> None:
        """Go on with the words that wait in the line of ``other``."""
        draft = other.line.draft
        if draft is not None:
            self.line.wait_with(draft)

    @on(KeyBar.Clicked)
    async def _clicked(self, event: KeyBar.Clicked) -> None:
        await self.app.run_action(event.act.action, self.node_of(event.act.owner))

    @on(TopBar.Clicked)
    def _mode_clicked(self, event: TopBar.Clicked) -> None:
        self.action_mode(event.mode)

    @on(QuickLine.Left)
    def _left(self) -> None:
        self.home.focus()

    def on_descendant_focus(self) -> None:
        """Other keys, wherever the focus goes."""
        if self.is_mounted:
            self.offer_keys()

    # What is asked of it

    def action_mode(self, mode: Mode) -> None:
        """Another screen."""
        self.post_message(ModeWanted(mode))

    def action_line(self, purpose: Purpose) -> None:
        """Take up the quick line."""
        self.line.open(purpose)

    def action_stop_or_start(self) -> None:
        """Stop what runs, asking when if it looks forgotten; else start something."""
        if self.state.running is None:
            self.action_line("switch" if self.state.recents else "log")
        elif forgotten(self.state, self.now):
            from widgets.ask import ask_stop

            self.app.push_screen(ask_stop(self.state, self.state.running, self.now))
        else:
            self.post_message(Wanted(Stop()))

    def action_cancel(self) -> None:
        """Throw the running timer away."""
        self.post_message(Wanted(Cancel()))

    @property
    def runs_away(self) -> bool:
        """Whether what runs is in other hands, so that its time is oversight or redo."""
        running, survey = self.state.running, self.survey
        return running is not None and (
            survey is not None and running.task.casefold() in survey.came
        )

    def action_redo(self) -> None:
        """Own time on what is in other hands is oversight; make it redo, or oversight again."""
        running = self.state.running
        if running is None or not self.runs_away:
            what = "Nothing runs" if running is None else "What runs is not in other hands"
            self.notify(f"{what}: there is no redo.", markup=False)
            return
        rest = tuple(tag for tag in running.tags if tag != REDO)
        tags = rest if REDO in running.tags else (*rest, REDO)
        self.post_message(Wanted(Edit(running.id, tags=tags)))

    def action_show_all(self) -> None:
        """A search ends: everything is shown again."""
        if self.line.purpose == "find":
            self.line.end_search()
        else:
            self.post_message(QuickLine.Finding(""))

    def action_history(self, way: Literal["undo", "redo"]) -> None:
        """Take back, or apply again."""
        self.post_message(UndoWanted() if way == "undo" else RedoWanted())

    def action_ask(self, what: Question) -> None:
        """Put a question over the screen; each is loaded when it is first asked."""
        from widgets import questions

        if what == "import":
            self.post_message(questions.importing())
        elif what == "suggestions":
            self.app.push_screen(questions.suggested(self))
        elif what == "help":
            self.app.push_screen(questions.keys(self.MODE, self.keymap))
        elif what == "rate":
            running = self.state.running.task if self.state.running else ""
            profile = self.profile_of(self.about or running)
            if profile is None:
                self.notify("Put the cursor on a task first.", markup=False)
            else:
                self.app.push_screen(questions.price(self.state, profile))
        else:
            self.app.push_screen(questions.asked(what, self.state))
