"""One line to choose from a few: left and right, or the first letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from widgets.fitting import fit
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from textual import events
    from textual.app import RenderResult
    from textual.binding import BindingType


class Cycle(Widget, can_focus=True):
    """Shows the title of what is chosen of ``options``, name and title each."""

    DEFAULT_CSS = """
    Cycle {
        width: 1fr; height: 1; background: $panel;
        &:focus { background: $foreground 12%; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", "Before", id="cycle.before", show=False),
        Binding("right,space", "choose(1)", "After", id="cycle.after", show=False),
    ]

    options: reactive[tuple[tuple[str, str], ...]] = reactive(())
    chosen: reactive[str] = reactive("")
    aside: reactive[str] = reactive("")

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """The owner chose another; setting ``chosen`` from outside says nothing."""

        cycle: Cycle
        name: str

    def render(self) -> RenderResult:
        """``◂ Toggl Track ▸``, and what is said beside it."""
        width = self.content_size.width
        title = dict(self.options).get(self.chosen, self.chosen)
        shown = fit(title, width - 4)
        parts = [("◂ ", VALUE), (shown, "bold"), (" ▸", VALUE)]
        if self.aside:
            parts.append((fit(f"  {self.aside}", width - len(shown) - 4), QUIET))
        return Content.assemble(*parts)

    def action_choose(self, by: int) -> None:
        """The next, or the one before."""
        names = [name for name, _ in self.options]
        if names:
            at = names.index(self.chosen) if self.chosen in names else 0
            self._take(names[(at + by) % len(names)])

    def _take(self, name: str) -> None:
        if name != self.chosen:
            self.chosen = name
            self.post_message(self.Changed(self, name))

    def on_key(self, event: events.Key) -> None:
        """A letter takes the next option that begins with it."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        event.stop()
        names = [name for name, _ in self.options]
        at = names.index(self.chosen) + 1 if self.chosen in names else 0
        turned = [*self.options[at:], *self.options[:at]]
        found = next((name for name, said in turned if said.casefold().startswith(letter)), "")
        if found:
            self._take(found)

    def on_click(self, event: events.Click) -> None:
        """A click on the first arrow goes back, anywhere else on."""
        self.action_choose(-1 if event.x < 2 else 1)
