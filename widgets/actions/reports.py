"""What can be done on the Reports screen alone."""

from __future__ import annotations

from widgets.actions.act import Act

REPORTS: tuple[Act, ...] = (
    Act("reports.open", "enter", "open", "entries",
        "The entries that a row is made of; of an entry, its day", "Reports", "reports"),
    Act("reports.close", "escape,b", "close", "back",
        "Back to the rows; or show every entry again", "Reports", "reports"),
    Act("reports.group", "tab", "group(1)", "group by",
        "By task, project, tag, category, day, week", "Reports", "reports"),
    Act("reports.group-before", "shift+tab", "group(-1)", "group before",
        "Grouped as before", "Reports", "reports"),
    Act("reports.range", "g", "range", "range",
        "Any range: last month, 2026-W46, 2026-Q4, all", "Reports", "reports"),
    Act("reports.before", "left_square_bracket,left,h", "turn(-1)", "before",
        "The range before, as long", "Reports", "reports"),
    Act("reports.after", "right_square_bracket,right,l", "turn(1)", "after",
        "The range after, as long", "Reports", "reports"),
    Act("reports.find", "slash", "line('find')", "filter",
        "Only entries with some words in task, project, tag or note", "Reports", "reports"),
    Act("reports.decimal", "full_stop", "decimal", "1.25",
        "Hours as 1.25, or as 1h15", "Reports", "reports"),
    Act("reports.export", "x", "export", "export",
        "Write what is seen to a file: CSV, Markdown or HTML", "Reports", "reports"),
    Act("found.up", "up,k", "step(-1)", "up",
        "The row above", "Reports", "report-rows", listed=False),
    Act("found.down", "down,j", "step(1)", "down",
        "The row below", "Reports", "report-rows", listed=False),
    Act("found.page-up", "pageup", "page(-1)", "page up",
        "A page up", "Reports", "report-rows", listed=False),
    Act("found.page-down", "pagedown", "page(1)", "page down",
        "A page down", "Reports", "report-rows", listed=False),
    Act("found.first", "home", "edge(0)", "first",
        "The first row", "Reports", "report-rows", listed=False),
    Act("found.last", "end,G", "edge(-1)", "last",
        "The last row", "Reports", "report-rows", listed=False),
)  # fmt: skip
