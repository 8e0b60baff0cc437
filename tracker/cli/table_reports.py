"""Where the time went."""

from __future__ import annotations

from tracker.cli.table import ONLY, RANGE, Command

COMMANDS = (
    Command(
        "log",
        "Reports",
        "List entries.",
        "log:log",
        "[RANGE...]",
        ONLY,
        "Without a range: today. " + RANGE,
        (
            ("ww log", "today"),
            ("ww log last week --project acme", "one project's"),
            ("ww log 2026-11 --json", "for scripts"),
        ),
    ),
    Command(
        "report",
        "Reports",
        "Where the time went.",
        "report:report",
        "[RANGE...]",
        "--by task|project|tag|category|day|week  what a row is; task unless said\n"
        "--decimal  hours as 1.25 instead of 1h15\n" + ONLY,
        "Without a range: this week. " + RANGE,
        (
            ("ww report", "this week by task"),
            ("ww report 2026-Q4 --by category", "a quarter"),
            ("ww report all --by project", "everything"),
        ),
    ),
    Command(
        "review",
        "Reports",
        "Look back on a week, a month or a quarter, and close it.",
        "review:review",
        "[PERIOD...]",
        """\
--format text|md|html|json  how it is written; text unless the ending of FILE says otherwise
-o, --output FILE           write to FILE instead of standard output
--force                     replace FILE where there is one
--now                       of a closed review, what the log says now
--list                      every review there is
--close                     close it: what is seen now stays as it is
--intention TEXT            one line for the next one
--reopen                    open a closed one again""",
        "PERIOD: 2026-W47, 2026-11, 2026-Q4, last week, month. Without one: this week. html is one "
        "file with its charts in it; md is fit to send.",
        (
            ("ww review", "this week so far"),
            ("ww review last week -o week.html", "a page to print or send"),
            ('ww review --close --intention "Two proposals out"', "on Friday"),
            ("ww review 2026-Q4 --json", "a quarter, for scripts"),
        ),
    ),
)
