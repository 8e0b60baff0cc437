"""How one feels about a task, in four digits: tedium, growth, skill, like."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tracker.domain.task import RATINGS
from tracker.intents.intent import Amend
from widgets.dialog import Dialog, title
from widgets.dots import RATING_KEYS, dots, rating_style
from widgets.messages import Wanted
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult, RenderResult
    from textual.binding import BindingType

    from tracker.audit.worth.profile import Profile

KEYS = RATING_KEYS
ENDS = {
    "tedium": "1 flies by · 5 deadly dull",
    "growth": "1 keeps it going · 5 grows it",
    "skill": "1 all thumbs · 5 hard to beat",
    "like": "1 dread it · 5 love it",
}
"""What the lowest and the highest number mean."""

Said = dict[str, int | None]


class Ratings(Widget, can_focus=True):
    """Four rows; a digit rates the one that is lit and goes on to the next.

    Attributes:
        said: What is shown of each; ``None`` where it is assumed.
        at: The row that is lit.
    """

    DEFAULT_CSS = """
    Ratings { height: 4; width: 100%; }
    """

    said: reactive[Said] = reactive(dict)
    at: reactive[int] = reactive(0)

    def __init__(self, profile: Profile, first: str) -> None:
        """Begin at the rating called ``first``."""
        super().__init__()
        self._profile = profile
        self.set_reactive(Ratings.at, RATINGS.index(first))
        given = {
            name: None if name in profile.assumed else getattr(profile, name) for name in RATINGS
        }
        self.set_reactive(Ratings.said, given)

    def render(self) -> RenderResult:
        """Key, name, dots, and what the numbers mean where there is room."""
        width = self.content_size.width
        lines = []
        for place, name in enumerate(RATINGS):
            given = self.said[name]
            here = place == self.at
            shown = given if given is not None else getattr(self._profile, name)
            line = Content.assemble(
                ("▌" if here else " ", VALUE),
                (KEYS[name], f"bold {VALUE}"),
                (f" {name:<7} ", "bold" if here else ""),
                *dots(shown, rating_style(name), assumed=given is None),
                (f"  {ENDS[name]}" if width >= 44 else "", QUIET),
            )
            lines.append(line.stylize_before("on $foreground 12%") if here else line)
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """A click on a dot rates."""
        at = event.get_content_offset(self)
        if at is None or not 0 <= at.y < len(RATINGS):
            return
        self.at = at.y
        dot = at.x - 10
        if 1 <= dot <= 5 and isinstance(self.screen, RatingScreen):
            self.screen.action_rate(dot)


class RatingScreen(Dialog):
    """Rates at once with every digit; closes after the last one, and every step can be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"rate({number})", show=False, id=f"rating.{number}")
            for number in range(1, 6)
        ),
        *(
            Binding(key, f"go('{name}')", show=False, id=f"rating.{name}")
            for name, key in KEYS.items()
        ),
        Binding("down,j,tab", "step(1)", show=False, id="rating.down"),
        Binding("up,shift+tab", "step(-1)", show=False, id="rating.up"),
        Binding("right,plus", "shift(1)", show=False, id="rating.more"),
        Binding("left,minus", "shift(-1)", show=False, id="rating.less"),
        Binding("0,backspace,delete", "forget", show=False, id="rating.forget"),
        Binding("enter", "leave", show=False, id="rating.leave"),
    ]

    def __init__(self, profile: Profile, first: str = "tedium") -> None:
        """Rate the task of ``profile``, the rating called ``first`` at once."""
        super().__init__()
        self._profile = profile
        self._first = first

    def compose(self) -> ComposeResult:
        """Four rows and what the keys do."""
        with Vertical(id="frame") as frame:
            frame.border_title = title(f"Rate {self._profile.task}")
            frame.border_subtitle = "1-5 · 0 takes it back · esc"
            yield Ratings(self._profile, self._first)
            yield Static(
                "* nobody has said: assumed from the kind of work", classes="hint", markup=False
            )
            yield Static(id="complaint", markup=False)

    @property
    def _rows(self) -> Ratings:
        return self.query_one(Ratings)

    def _say(self, number: int | None) -> None:
        rows = self._rows
        name = RATINGS[rows.at]
        rows.said = {**rows.said, name: number}
        self.post_message(Wanted(Amend(self._profile.task, ((name, number),))))

    def action_rate(self, number: int) -> None:
        """The lit one is ``number``; on to the next, and after the last it is done."""
        self._say(number)
        if self._rows.at + 1 < len(RATINGS):
            self._rows.at += 1
        else:
            self.dismiss()

    def action_shift(self, by: int) -> None:
        """One more or less."""
        name = RATINGS[self._rows.at]
        given = self._rows.said[name]
        now = given if given is not None else getattr(self._profile, name)
        if 1 <= now + by <= 5:
            self._say(now + by)

    def action_forget(self) -> None:
        """Take the answer back: what its kind assumes holds again."""
        self._say(None)

    def action_go(self, name: str) -> None:
        """Light the rating of that name."""
        self._rows.at = RATINGS.index(name)

    def action_step(self, by: int) -> None:
        """The next one, or the one before."""
        self._rows.at = (self._rows.at + by) % len(RATINGS)
