"""The quick line with its echo at the right and its offers above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters, on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from widgets.fitting import fit, left
from widgets.quick_line import QuickLine
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from widgets.offers import Offer

PROMPT = {"log": " \u203a ", "switch": " ⇄ ", "find": " / "}


class Echo(Widget):
    """How the line is understood, or what is wrong with it."""

    DEFAULT_CSS = """
    Echo { height: 1; color: $text-muted; }
    Echo.-wrong { height: auto; max-height: 3; color: $text-error; }
    """

    said: reactive[str] = reactive("", layout=True)

    def render(self) -> Content:
        """One line; what is wrong is said whole, in as many as it takes."""
        if self.has_class("-wrong"):
            return Content(self.said)
        return Content(fit(self.said, self.content_size.width))


class Offers(Widget):
    """What the line could become, numbered where a number takes it."""

    DEFAULT_CSS = """
    Offers {
        overlay: screen;
        width: 40;
        max-width: 100%;
        height: auto;
        background: $panel;
        border-left: outer $border;
        display: none;
        &.-some { display: block; }
    }
    """

    offers: reactive[tuple[Offer, ...]] = reactive((), layout=True)
    chosen: reactive[int] = reactive(-1)

    @dataclass(eq=False, repr=False)
    class Picked(Message):
        """An offer was clicked."""

        index: int

    def watch_offers(self, offers: tuple[Offer, ...]) -> None:
        """It grows upwards from the line."""
        self.set_class(bool(offers), "-some")
        self.styles.height = len(offers)
        self.styles.offset = (0, -len(offers))

    def render(self) -> Content:
        """One offer a line."""
        width = self.content_size.width
        lines = []
        for index, offer in enumerate(self.offers):
            number = f"{index + 1} " if offer.what is not None else "  "
            detail = fit(offer.detail, width // 3)
            label = left(offer.label, width - len(number) - len(detail) - 2)
            style = "bold $foreground on $foreground 15%" if index == self.chosen else ""
            line = Content.assemble((f" {number}", VALUE), label, (f"{detail} ", QUIET))
            lines.append(line.stylize_before(style) if style else line)
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Take the one under the pointer."""
        at = event.get_content_offset(self)
        if at is not None:
            self.post_message(self.Picked(at.y))


class LineBar(Horizontal):
    """Prompt, line and echo side by side; on a narrow screen the echo is below."""

    DEFAULT_CSS = """
    LineBar {
        height: 1;
        background: $surface;
        #typed { width: 1fr; height: 1; }
        #prompt { width: 3; color: $text-success; text-style: bold; }
        QuickLine {
            width: 1fr;
            background: $surface;
            &:focus { background-tint: $foreground 0%; }
        }
        Echo { width: 1fr; padding: 0 1; }
    }
    """

    prompt = getters.query_one("#prompt", Static)
    line = getters.query_one(QuickLine)
    offers = getters.query_one(Offers)
    echo = getters.query_one(Echo)

    def compose(self) -> ComposeResult:
        """The offers float, so their place here costs no room."""
        with Horizontal(id="typed"):
            yield Offers()
            yield Static(PROMPT["log"], id="prompt", markup=False)
            yield QuickLine()
        yield Echo()

    @on(QuickLine.Said)
    def _show(self, event: QuickLine.Said) -> None:
        self.prompt.update(PROMPT[event.purpose], layout=False)
        self.echo.set_class(event.wrong, "-wrong")
        self.echo.said = event.echo
        self.offers.chosen = event.chosen
        self.offers.offers = event.offers if self.line.has_focus else ()

    @on(Offers.Picked)
    def _pick(self, event: Offers.Picked) -> None:
        event.stop()
        self.line.pick(event.index)

    def on_descendant_blur(self) -> None:
        """Without the focus there is nothing to offer."""
        self.offers.offers = ()
