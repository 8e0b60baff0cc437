"""Everything that can be done, said once: key, label, help, palette and keymap id.

An :class:`Act` gives the Textual binding, the row in the help, the command in the palette,
the word in the key bar, and the id under which ``[keys]`` in the settings changes its key.
Ids are permanent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

from tracker.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.binding import BindingType

Owner = Literal["app", "today", "day", "entries", "line"]
"""The node that a binding sits on: pressed elsewhere, the key means something else."""


class Act(Value):
    """One thing a person can do.

    Attributes:
        id: ``place.verb``, permanent; what a user's keymap names.
        keys: Textual key names, separated by commas; empty where only the palette has it.
        action: The Textual action.
        label: One or two words, for the key bar.
        about: One sentence, for the palette, the help and the tooltip.
        place: The heading it stands under in the help.
        owner: The node it is bound on.
        listed: Whether the palette offers it (moving a cursor is no command).
    """

    id: str
    keys: str
    action: str
    label: str
    about: str
    place: str
    owner: Owner = "today"
    listed: bool = True

    def binding(self) -> Binding:
        """The Textual binding of this act."""
        return Binding(
            self.keys, self.action, self.label, show=False, id=self.id, tooltip=self.about
        )


ACTS: tuple[Act, ...] = (
    Act("timer.new", "n,colon", "line('log')", "new",
        "Type what you do or did; an entry for any time", "Timer"),
    Act("timer.switch", "s", "line('switch')", "switch",
        "Start a recent task: its number is enough", "Timer"),
    Act("timer.toggle", "space", "stop_or_start", "stop",
        "Stop the timer; where none runs, start a recent task", "Timer"),
    Act("timer.cancel", "X", "cancel", "discard",
        "Throw the running timer away", "Timer"),
    Act("entry.open", "enter", "open", "open",
        "Edit the entry, or log the time of a gap", "Entries", "entries", listed=False),
    Act("entry.edit", "e", "edit", "edit",
        "Edit any field of the entry", "Entries", "day"),
    Act("entry.split", "x", "split", "split",
        "Cut the entry in two", "Entries", "day"),
    Act("entry.delete", "d,delete", "delete", "delete",
        "Delete the entry; undo takes it back", "Entries", "day"),
    Act("entry.continue", "c", "resume", "continue",
        "Start again what the entry was about", "Entries", "day"),
    Act("entry.find", "slash", "line('find')", "find",
        "Show only what matches some words", "Entries"),
    Act("entry.up", "up,k", "step(-1)", "up",
        "The entry above", "Entries", "entries", listed=False),
    Act("entry.down", "down,j", "step(1)", "down",
        "The entry below", "Entries", "entries", listed=False),
    Act("entry.page-up", "pageup", "page(-1)", "page up",
        "A page up", "Entries", "entries", listed=False),
    Act("entry.page-down", "pagedown", "page(1)", "page down",
        "A page down", "Entries", "entries", listed=False),
    Act("entry.first", "home", "edge(0)", "first",
        "The first entry of the day", "Entries", "entries", listed=False),
    Act("entry.last", "end,G", "edge(-1)", "last",
        "The last entry of the day", "Entries", "entries", listed=False),
    Act("day.previous", "left_square_bracket,left,h", "day(-1)", "day before",
        "The day before", "Days"),
    Act("day.next", "right_square_bracket,right,l", "day(1)", "day after",
        "The day after", "Days"),
    Act("day.today", "t,1", "day(0)", "today",
        "Back to today", "Days"),
    Act("day.go", "g", "ask('day')", "go to day",
        "Go to a day: yesterday, mon, 2026-11-12", "Days"),
    Act("log.undo", "u", "history('undo')", "undo",
        "Take back the last change", "Everywhere"),
    Act("log.redo", "ctrl+r", "history('redo')", "redo",
        "Apply again what was undone", "Everywhere"),
    Act("view.flip", "v", "flip", "entries",
        "Small screens: the entries, or timer and money", "Everywhere"),
    Act("worth.hour", "w", "ask('worth')", "your hour",
        "Worth of an hour: income goal, hours a day, days a week", "Everywhere"),
    Act("worth.rate", "r", "ask('rate')", "price",
        "What this kind of work costs from someone else", "Everywhere"),
    Act("log.import", "i", "ask('import')", "import",
        "Import what another program logged", "Everywhere"),
    Act("log.suggestions", "S", "ask('suggestions')", "suggestions",
        "What a calendar or watcher saw: log, edit or drop it", "Everywhere"),
    Act("app.palette", "ctrl+p", "app.command_palette", "all",
        "Everything that can be done, by name", "Everywhere", "app", listed=False),
    Act("app.theme", "", "app.change_theme", "theme",
        "Change the colours", "Everywhere", "app"),
    Act("app.help", "question_mark,f1", "ask('help')", "help",
        "Show every key", "Everywhere", "today"),
    Act("app.quit", "q", "app.quit", "quit",
        "Leave; a running timer keeps running", "Everywhere"),
    Act("line.log", "enter", "submit", "log it",
        "Log what the line says", "Quick line", "line", listed=False),
    Act("line.accept", "tab", "accept", "complete",
        "Take the completion (right does too)", "Quick line", "line", listed=False),
    Act("line.next", "down", "choose(1)", "next",
        "The next completion", "Quick line", "line", listed=False),
    Act("line.previous", "up", "choose(-1)", "previous",
        "The completion before", "Quick line", "line", listed=False),
    Act("line.leave", "escape", "leave", "leave",
        "Back to the entries; the words stay in the line", "Quick line", "line", listed=False),
)  # fmt: skip

BY_ID: Mapping[str, Act] = {act.id: act for act in ACTS}


def bindings(owner: Owner) -> list[BindingType]:
    """The bindings of every act that sits on ``owner``."""
    return [act.binding() for act in ACTS if act.owner == owner and act.keys]


_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "esc",
    "delete": "del",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


def key_name(key: str) -> str:
    """A key as a person names it: ``?``, ``^p``, ``esc``."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key[5:])
    return _NAMES.get(key, key)


def keys_of(act: Act, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of ``act`` as a person names them, their own changes applied."""
    return tuple(
        key_name(key.strip()) for key in keymap.get(act.id, act.keys).split(",") if key.strip()
    )


def places() -> Iterator[tuple[str, tuple[Act, ...]]]:
    """Every heading of the help with its acts, in order."""
    for place in dict.fromkeys(act.place for act in ACTS):
        yield place, tuple(act for act in ACTS if act.place == place)
