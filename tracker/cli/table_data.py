"""What comes in from other tools and what goes out."""

from __future__ import annotations

from tracker.cli.table import ONLY, RANGE, Command

IMPORT_FORMATS = (
    *("auto", "toggl", "clockify", "harvest", "timewarrior", "watson", "klog", "gtimelog"),
    *("bartib", "ical", "activitywatch", "csv", "json"),
)
"""What an import may be said to be; named here because completion must not load the formats."""

COMMANDS = (
    Command(
        "import",
        "Data",
        "Take entries in from another tool.",
        "imports:take_in",
        "[FORMAT] FILE",
        """\
-d, --dry-run          say what it would do and change nothing
--zone ZONE            zone of times without one, such as Europe/Berlin
--date-order dmy|mdy   order of day and month where the file does not tell
--columns NAME=HEADER...  columns of a CSV: task=Activity,start=From,stop=Until
--suggest              let a calendar's events wait as suggestions
--titles               read the titles of windows too (activitywatch)
--rename OLD=NEW...    take a task in under another name""",
        f"FORMAT: {', '.join(IMPORT_FORMATS)}. FILE may be - for standard input, or a folder. "
        "A second import of the same file adds nothing; ww undo takes an import back.",
        (
            ("ww import toggl entries.csv --dry-run", "look first"),
            ("ww import timewarrior ~/.timewarrior", "a whole folder"),
            ("ww import entries.csv", "find out what it is"),
            ("ww import csv h.csv --columns task=Activity,start=From,stop=Until", "any CSV"),
        ),
    ),
    Command(
        "suggestions",
        "Data",
        "What a calendar or ActivityWatch thinks was done, to accept or drop.",
        "suggestions:suggestions",
        "[accept|drop|edit SUGGESTION...]",
        """\
--task NAME         log them as this task
-p, --project NAME  edit: the project
-t, --tag NAME...   edit: these tags
-n, --note TEXT     edit: a note
--trim              make room: shorten what is already logged there""",
        "Suggestions are not in the log until they are accepted. SUGGESTION is s1, s2 ..., or all.",
        (
            ("ww import ical work.ics --suggest", "a calendar's events as suggestions"),
            ("ww suggestions", "list them"),
            ("ww suggestions accept s1 s3", "log two of them, as one change"),
            ("ww suggestions accept all --task Meetings", "log them all as one task"),
            ("ww suggestions drop all", "none of it was work"),
        ),
    ),
    Command(
        "export",
        "Data",
        "Write entries out, or a report.",
        "exports:write_out",
        "json|csv|timewarrior|klog|ical|markdown|html [RANGE...]",
        """\
-o, --output FILE  write to FILE instead of standard output
--force            replace FILE where there is one
"""
        + ONLY,
        "Without a range: everything. json loses nothing and can be imported; markdown and html "
        "are reports. " + RANGE,
        (
            ("ww export json --output log.json", "everything"),
            ("ww export csv 2026-11", "a month, for a spreadsheet"),
            ("ww export html last week -o week.html", "a report to send"),
            ("ww export klog --project acme", "one project's entries"),
        ),
    ),
)
