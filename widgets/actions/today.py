"""What can be done on Today alone."""

from __future__ import annotations

from widgets.actions.act import Act

TODAY: tuple[Act, ...] = (
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
        "Show only what matches some words", "Entries", "today"),
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
        "The day before", "Days", "today"),
    Act("day.next", "right_square_bracket,right,l", "day(1)", "day after",
        "The day after", "Days", "today"),
    Act("day.today", "t", "day(0)", "today",
        "Back to today", "Days", "today"),
    Act("day.go", "g", "ask('day')", "go to day",
        "Go to a day: yesterday, mon, 2026-11-12", "Days", "today"),
    Act("view.flip", "v", "flip", "entries",
        "Small screens: the entries, or timer and money", "Entries", "today"),
)  # fmt: skip
