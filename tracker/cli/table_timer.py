"""The timer: what is started, stopped and asked for all day."""

from __future__ import annotations

from tracker.cli.table import DESCRIBE, ENTRY, LINE, TRIM, Command

_AT = "--at TIME           when it began or ended: 9:15, -10m\n"

COMMANDS = (
    Command(
        "start",
        "Timer",
        "Start a timer; what runs is stopped.",
        "timer:start",
        "[LINE...]",
        _AT + TRIM + DESCRIBE,
        "With no words it continues the last task. " + LINE,
        (
            ("ww start invoicing", "now"),
            ("ww start invoicing -10m @acme", "since ten minutes ago, for the project acme"),
            ("ww start 9:15 invoicing", "since 9:15"),
            ("ww start", "the last task again"),
        ),
    ),
    Command(
        "stop",
        "Timer",
        "Stop the timer.",
        "timer:stop",
        "[TIME...]",
        "--at TIME  when it ended: 10:30, -5m",
        "Without a time it ends now.",
        (("ww stop", "now"), ("ww stop 10:30", "it ended at 10:30"), ("ww stop -5m", "5m ago")),
    ),
    Command(
        "continue",
        "Timer",
        "Start an earlier task again.",
        "timer:resume",
        "[ENTRY]",
        _AT + TRIM,
        "Task, project and tags are those of the entry, or of the last one. " + ENTRY,
        (("ww continue", "the last one"), ("ww continue @3", "what @3 was about")),
        ("resume",),
    ),
    Command(
        "switch",
        "Timer",
        "Stop what runs and start something else.",
        "timer:switch",
        "LINE...",
        _AT + TRIM + DESCRIBE,
        "Like start, but refused where nothing runs. " + LINE,
        (("ww switch email", "now"), ("ww switch email -5m", "since five minutes ago")),
    ),
    Command(
        "cancel",
        "Timer",
        "Throw the running timer away.",
        "timer:cancel",
        examples=(("ww cancel", "ww undo brings it back"),),
    ),
    Command(
        "status",
        "Timer",
        "What runs, for how long, and what that time is worth.",
        "status:status",
        options="--format TEXT  fill TEXT in: {task} {elapsed} {value} ... (for tmux and prompts)",
        details=(
            "Fields of --format: running task project start seconds elapsed value "
            "handed_off_cost today today_seconds currency. Where nothing runs --format prints "
            "an empty line. Exit code 0 either way."
        ),
        examples=(
            ("ww status", "in words"),
            ("ww status --format '{task} {elapsed} {value}'", "Invoicing 0:42:17 $180.70"),
        ),
    ),
)
