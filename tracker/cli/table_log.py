"""Time that is over: logged, changed, taken back."""

from __future__ import annotations

from tracker.cli.table import DESCRIBE, ENTRY, LINE, TRIM, Command

COMMANDS = (
    Command(
        "add",
        "Log",
        "Log finished time.",
        "blocks:add",
        "LINE...",
        TRIM + DESCRIBE,
        LINE,
        (
            ("ww add 9-10 invoicing @acme", "a block of today"),
            ("ww add 25m email", "a block that ends now"),
            ("ww add yesterday 14-16 proposal", "another day"),
        ),
    ),
    Command(
        "log-line",
        "Log",
        "Do what a quick line says: start a timer or log a block.",
        "blocks:log_line",
        "LINE...",
        TRIM + DESCRIBE,
        LINE,
        (("ww log-line '9:15-10 invoicing #admin'", "as typed in the app"),),
        hidden=True,
    ),
    Command(
        "edit",
        "Log",
        "Change an entry.",
        "edits:edit",
        "ENTRY [TIMES...]",
        """\
--task NAME         another task
--start TIME        another start
--stop TIME         another end
-p, --project NAME  another project
--no-project        no project
-t, --tag NAME...   these tags instead
--no-tags           no tags
-n, --note TEXT     another note
--no-note           no note
--billable yes|no   whether it can be billed
--trim              make room: shorten what is already logged there""",
        "TIMES replace both ends, such as 9:15-10:30 or yesterday 14-16. " + ENTRY,
        (
            ("ww edit @1 --task Email", "it was another task"),
            ("ww edit @1 9:15-10:30", "it was at another time"),
            ("ww edit @2 --stop 10:15 --tag admin", "two changes at once"),
        ),
    ),
    Command(
        "split",
        "Log",
        "Cut an entry in two.",
        "edits:split",
        "ENTRY TIME [LINE...]",
        DESCRIBE,
        "TIME is a clock time, or a duration from the start of the entry. "
        "LINE says what the later part was. " + ENTRY,
        (
            ("ww split @1 10:30", "both parts keep their task"),
            ("ww split @1 10:30 email", "from 10:30 it was email"),
            ("ww split @1 25m", "25 minutes after its start"),
        ),
    ),
    Command(
        "delete",
        "Log",
        "Delete entries.",
        "edits:delete",
        "ENTRY...",
        details=ENTRY,
        examples=(("ww delete @1", "the newest"), ("ww delete @1 @3", "both, as one change")),
        aliases=("rm",),
    ),
    Command(
        "undo",
        "Log",
        "Take changes back, the newest first.",
        "undo:undo",
        "[COUNT]",
        "--list  list what has been done, newest first",
        examples=(("ww undo", "the last change"), ("ww undo 3", "the last three")),
    ),
    Command(
        "redo",
        "Log",
        "Do again what was undone.",
        "undo:redo",
        "[COUNT]",
        examples=(("ww redo", "the last one undone"),),
    ),
)
