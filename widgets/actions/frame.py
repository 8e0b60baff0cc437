"""What can be done on every screen."""

from __future__ import annotations

from widgets.actions.act import Act

TIMER: tuple[Act, ...] = (
    Act("mode.reports", "5", "mode('reports')", "reports",
        "Reports: any range, by task, project, tag, day", "Screens"),
    Act("timer.new", "n,colon", "line('log')", "new",
        "Type what you do or did; an entry for any time", "Timer"),
    Act("timer.switch", "s", "line('switch')", "switch",
        "Start a recent task: its number is enough", "Timer"),
    Act("timer.toggle", "space", "stop_or_start", "stop",
        "Stop the timer; where none runs, start a recent task", "Timer"),
    Act("timer.cancel", "X", "cancel", "discard",
        "Throw the running timer away", "Timer"),
    Act("timer.redo", "R", "redo", "redo",
        "What runs is done again for someone else: redo, not oversight", "Timer"),
)  # fmt: skip

FRAME: tuple[Act, ...] = (
    Act("mode.today", "1", "mode('today')", "today",
        "Today: the timer, the money and the day", "Screens"),
    Act("mode.recurring", "2", "mode('recurring')", "recurring",
        "Recurring: what comes back daily, weekly, monthly", "Screens"),
    Act("mode.handoff", "3", "mode('handoff')", "hand-off",
        "Hand-off: what to give away, and whether it paid", "Screens"),
    Act("mode.review", "4", "mode('review')", "review",
        "Review: close the week and choose the next step", "Screens"),
    Act("log.undo", "u", "history('undo')", "undo",
        "Take back the last change", "Everywhere"),
    Act("log.redo", "ctrl+r", "history('redo')", "redo",
        "Apply again what was undone", "Everywhere"),
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
        "Show every key", "Everywhere"),
    Act("app.quit", "q", "app.quit", "quit",
        "Leave; a running timer keeps running", "Everywhere"),
)  # fmt: skip

LINE: tuple[Act, ...] = (
    Act("line.log", "enter", "submit", "log it",
        "Log what the line says", "Quick line", "line", listed=False),
    Act("line.accept", "tab", "accept", "complete",
        "Take the completion (right does too)", "Quick line", "line", listed=False),
    Act("line.next", "down", "choose(1)", "next",
        "The next completion", "Quick line", "line", listed=False),
    Act("line.previous", "up", "choose(-1)", "previous",
        "The completion before", "Quick line", "line", listed=False),
    Act("line.leave", "escape", "leave", "leave",
        "Leave the line; its words stay", "Quick line", "line", listed=False),
)  # fmt: skip
