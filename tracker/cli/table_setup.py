"""Settings, the demo, completion and help."""

from __future__ import annotations

from tracker.cli.table import Command

COMMANDS = (
    Command(
        "config",
        "Set-up",
        "Show or change settings.",
        "config:config",
        "[KEY] [VALUE]",
        details="KEY path says where everything is kept. A VALUE of - sets the default again.",
        examples=(
            ("ww config", "all of them"),
            ("ww config income_goal 120000", "change one"),
            ("ww config rates.bookkeeping 55", "what an hour of it costs you"),
            ("ww config budget 600", "cash a month for handing work off"),
            ("ww config review_at 15:00", "when the week is reviewed"),
            ('ww config holidays "2026-12-25 2027-01-01"', "days off"),
            ("ww config path", "where the data is"),
        ),
        aliases=("settings",),
    ),
    Command(
        "demo",
        "Set-up",
        "Open the app on twelve weeks of a fictional owner's log.",
        "demo:demo",
        options="""\
--seed N    another owner's weeks
--keep DIR  keep that log in DIR; otherwise it is gone when you quit""",
        examples=(
            ("ww demo", "look around"),
            ("ww demo --keep ~/worthwhile-demo", "then: ww --home ~/worthwhile-demo report"),
        ),
    ),
    Command(
        "completion",
        "Set-up",
        "Print a script that completes commands in your shell.",
        "completion:completion",
        "bash|zsh|fish",
        examples=(
            ('eval "$(ww completion bash)"', "in ~/.bashrc"),
            ('eval "$(ww completion zsh)"', "in ~/.zshrc"),
            ("ww completion fish | source", "in config.fish"),
        ),
    ),
    Command("help", "Set-up", "Say how a command is used.", "help:help_", "[COMMAND]"),
    Command("__complete", "", "Completions, one a line.", "completion:words", hidden=True),
)
