"""Every command once: parsing, help, completion and docs/commands.md are made from this table.

Options stand as the lines that ``--help`` shows, ``--name METAVAR  what it does``, and are
only taken apart (:mod:`tracker.cli.options`) for the command that was called. A metavar of
alternatives (``task|project``) is checked; one that ends in ``...`` may be given again.
"""

from __future__ import annotations

from tracker.domain.value import Value


class Command(Value):
    """One command of ``ww``.

    Attributes:
        name: What is typed; permanent.
        group: The heading it stands under in ``ww help``.
        words: What follows it: ``ENTRY`` once, ``[RANGE...]`` any number.
        run: ``module:function`` in :mod:`tracker.cli`, imported when called.
        options: One option a line.
        details: A paragraph for ``--help``.
        examples: Pairs of command line and what it does.
        hidden: Not listed; for scripts of ours.
    """

    name: str
    group: str
    summary: str
    run: str
    words: str = ""
    options: str = ""
    details: str = ""
    examples: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    hidden: bool = False


GLOBAL_OPTIONS = """\
--home DIR   keep the log in DIR instead of the usual folder
--json       answer in JSON (the shapes are in docs/commands.md)
-h, --help   say how a command is used
--version    say which version this is"""

IMPORT_FORMATS = (
    *("auto", "toggl", "clockify", "harvest", "timewarrior", "watson", "klog", "gtimelog"),
    *("bartib", "ical", "activitywatch", "csv", "json"),
)
"""What an import may be said to be; named here because completion must not load the formats."""

_DESCRIBE = """\
-p, --project NAME  the project, as @NAME in the line
-t, --tag NAME...   a tag, as #NAME in the line
-n, --note TEXT     a note, as // TEXT in the line"""

_AT = "--at TIME           when it began or ended: 9:15, -10m\n"
_TRIM = "--trim              make room: shorten what is already logged there\n"

_ONLY = """\
--task NAME     this task alone
--project NAME  this project alone
--tag NAME      this tag alone"""

_OPINIONS = """\
--category NAME     the kind of work
--project NAME      the project it usually is for
--tedium 1-5        how tedious it is
--growth 1-5        how far it moves the business forward
--skill 1-5         how good you are at it
--like 1-5          how much you like it
--necessary yes|no  whether it must be done at all
--only-me yes|no    whether only you can do it
--core yes|no       whether it is what you sell
--confidential yes|no  whether others may not see it
--expert yes|no     whether it takes another expert
--share PERCENT     how much of it could be handed off, such as 60%
--cadence TEXT      how often it comes back: daily, weekly on fri, monthly on the 15th
--pause-until DAY   not due before that day, such as 2027-01-11
--silent yes|no     whether reminders of it are silenced"""

_HOUR = """\
--goal MONEY          what you want to earn in a year
--hours-per-day N     productive hours; most people have 2-3
--days-per-week N     days you work
--weeks-per-year N    weeks you work
"""
_LOGGED = "--logged-hours N      hours you log in a year, for what an average one is worth\n"
_ASKED = """\
--rate MONEY          what someone else charges an hour
--fee MONEY           what it costs a month on top, or instead
"""
_TOLD = """\
--effort N            hours of theirs for one of yours
--redo SHARE          share of the work that is done again, such as 0.1 or 10%
--minimum TIME        hours billed a month at least
--oversight TIME      your hours a month to check it
--onboarding TIME     your hours to train someone, once
--setup MONEY         what is paid once
--saved-cash MONEY    what you would no longer pay a month
"""

_LINE = (
    "LINE is the quick line: a task with, in any order, a time, @project, #tag and // note. "
    "Most shells read # as a comment: quote it or use --tag."
)
_ENTRY = "ENTRY is @1 for the newest, @2 for the one before, or an id (or its beginning)."
_RANGE = (
    "RANGE: today, yesterday, week, last week, month, quarter, year, all, 2026-11, 2026-W47, "
    "2026-Q4, 2026-11-19, 2026-11-01..2026-11-15."
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "start",
        "Timer",
        "Start a timer; what runs is stopped.",
        "timer:start",
        "[LINE...]",
        _AT + _TRIM + _DESCRIBE,
        "With no words it continues the last task. " + _LINE,
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
        _AT + _TRIM,
        "Task, project and tags are those of the entry, or of the last one. " + _ENTRY,
        (("ww continue", "the last one"), ("ww continue @3", "what @3 was about")),
        ("resume",),
    ),
    Command(
        "switch",
        "Timer",
        "Stop what runs and start something else.",
        "timer:switch",
        "LINE...",
        _AT + _TRIM + _DESCRIBE,
        "Like start, but refused where nothing runs. " + _LINE,
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
    Command(
        "add",
        "Log",
        "Log finished time.",
        "blocks:add",
        "LINE...",
        _TRIM + _DESCRIBE,
        _LINE,
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
        _TRIM + _DESCRIBE,
        _LINE,
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
        "TIMES replace both ends, such as 9:15-10:30 or yesterday 14-16. " + _ENTRY,
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
        _DESCRIBE,
        "TIME is a clock time, or a duration from the start of the entry. "
        "LINE says what the later part was. " + _ENTRY,
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
        details=_ENTRY,
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
    Command(
        "log",
        "Reports",
        "List entries.",
        "log:log",
        "[RANGE...]",
        _ONLY,
        "Without a range: today. " + _RANGE,
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
        "--decimal  hours as 1.25 instead of 1h15\n" + _ONLY,
        "Without a range: this week. " + _RANGE,
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
    Command(
        "tasks",
        "Tasks",
        "List tasks, say what you think of one, rename or merge them.",
        "tasks:tasks",
        "[set|rename|merge TASK...]",
        _OPINIONS,
        "What nobody has said is assumed from the category and marked with ~. "
        "A value of - takes an answer back. rename and merge are one change over all entries.",
        (
            ("ww tasks", "all, the most hours first"),
            ("ww tasks set invoicing --category invoicing --tedium 5", "one change"),
            ('ww tasks rename email "Email triage"', "another name, or another spelling"),
            ("ww tasks merge mail inbox email", "all of it is email"),
        ),
    ),
    Command(
        "rate",
        "Tasks",
        "Say what you think of a task.",
        "tasks:rate",
        "TASK",
        _OPINIONS,
        "The same as ww tasks set. A value of - takes an answer back.",
        (("ww rate invoicing --tedium 5 --growth 1", "tedious, and it does not grow anything"),),
    ),
    Command(
        "recurring",
        "Audit",
        "What comes back daily, weekly, monthly, quarterly, or as needed.",
        "recurring:recurring",
        options="""\
--as-of DAY  what would have been said on that day
--lane daily|weekly|biweekly|monthly|quarterly|as-needed|perhaps|lapsed|one-off  this lane alone
--due        only what is due: overdue, today, this week""",
        details=(
            "Found from the log; what you declare with ww tasks set TASK --cadence wins. DAY: "
            "2026-11-20, yesterday; of a week or month its last day."
        ),
        examples=(
            ("ww recurring", "the chart"),
            ("ww recurring --due", "what is to be done"),
            ("ww recurring --as-of 2026-09-30 --json", "as it looked at the end of September"),
        ),
    ),
    Command(
        "audit",
        "Audit",
        "What to hand off, what keeps the rest, and what that costs.",
        "audit:audit",
        options="""\
--as-of DAY    what would have been said on that day
--task TASK    everything about one task
--budget CASH  the best set within so much cash a month
"""
        + _HOUR
        + _LOGGED
        + _ASKED
        + _TOLD,
        details=(
            "By score, each with its reasons; ratings nobody gave are assumed from the category. "
            "DAY: 2026-11-20, yesterday; of a week or month its last day. From --goal on the "
            "options are what if: they count for this answer alone and nothing is kept; from "
            "--rate on for the task of --task alone, or for all. --rate and --fee are one price in "
            "place of every quote and estimate."
        ),
        examples=(
            ("ww audit", "every task"),
            ("ww audit --task invoicing", "one, in full"),
            ("ww audit --budget 500", "which ones fit into 500 a month"),
            ("ww audit --task invoicing --rate 55 --redo 0", "what if it cost 55 an hour"),
            ("ww audit --as-of 2026-09-30 --json", "as it looked at the end of September"),
        ),
    ),
    Command(
        "whatif",
        "Audit",
        "What handing a task off would bring, from numbers alone.",
        "whatif:whatif",
        options=_HOUR
        + _LOGGED
        + """\
--cadence daily|weekly|biweekly|monthly|quarterly|as-needed|none  how often; weekly unless said
--duration TIME       how long it takes each time: 2.5h, 45m, 2.5 (hours)
--own-hours TIME      what it takes you a month, in place of the duration
"""
        + _ASKED
        + _TOLD
        + """\
--tedium 1-5          how tedious it is; 4 unless said
--growth 1-5          how far it moves the business forward; 1 unless said
--skill 1-5           how good you are at it; 3 unless said
--like 1-5            how much you like it; 3 unless said
--confidence SHARE    how sure the rhythm is, 0 to 1; 1 unless said
--occurrences N       how often it was seen; often enough unless said
--necessary yes|no    whether it must be done at all
--only-me [yes|no]    only you can do it
--core [yes|no]       it is what you sell
--confidential [yes|no]  others may not see it
--expert [yes|no]     it takes another expert
--currency CODE       such as USD or EUR""",
        details="No log is read. Goal and hours are those of your settings unless said; effort is "
        "1, redo 0, oversight a tenth of your time, onboarding 1.44 months of it and 2 hours at "
        "least. The model, with every formula: docs/model.md.",
        examples=(
            ("ww whatif --cadence weekly --duration 2.5h --rate 40", "weekly, at $40 an hour"),
            ("ww whatif --own-hours 4 --fee 49 --goal 60000", "a service for a fee a month"),
            ("ww whatif --own-hours 4", "up to which rate it pays"),
        ),
    ),
    Command(
        "worth-of-an-hour",
        "Audit",
        "What your hour is worth, and how that is worked out.",
        "worth:worth",
        options=_HOUR
        + """\
--currency CODE       such as USD or EUR
--save                keep these answers""",
        details="Without --save the options only answer what if.",
        examples=(
            ("ww worth-of-an-hour", "yours"),
            ("ww worth-of-an-hour --goal 120000 --hours-per-day 4", "what if"),
        ),
    ),
    Command(
        "quote",
        "Hand-off",
        "Note what others ask for a task.",
        "quotes:quote",
        "TASK [AMOUNT]",
        """\
--terms hourly|fixed|per-item|monthly  what the amount is for; fixed is each time it is done
--vendor freelancer|assistant|firm|service  who asks it; freelancer unless said
--bonus AMOUNT      on top, a month
--items N           how many at a time (per-item)
--source TEXT       where it came from
--day DAY           when it was made; today unless said
--choose            reckon with this one
--use NUMBER        reckon with one of the list
--remove NUMBER     remove one of the list
--speed N           the same as --effort
"""
        + _TOLD,
        "Without an amount: the quotes of the task. The chosen one counts, else the newest. What "
        "you do not say of effort, redo, oversight and onboarding is assumed; ww audit says so.",
        (
            ("ww quote invoicing 40 --source ada.example", "an hour of a freelancer"),
            ("ww quote payroll 49 --vendor service --setup 150", "software, a month"),
            ("ww quote email 30 --redo 5% --oversight 2h", "with what you know better"),
            ("ww quote invoicing", "list them"),
            ("ww quote invoicing --use 2", "reckon with the second"),
        ),
    ),
    Command(
        "brief",
        "Hand-off",
        "Write down what someone needs to take a task over.",
        "briefs:brief",
        "TASK",
        """\
--set FIELD=TEXT...  write a field: goals, objectives, success, expectations, what, why ...
--step TEXT...      add a step
--link TEXT...      add a link or a recording
--edit              open it in your editor ($EDITOR)
-o, --output FILE   write it to FILE, as Markdown
--force             replace FILE where there is one""",
        "Without options: the brief as Markdown, complete enough to send. Fields: goals, "
        "objectives, success, expectations, what, why, steps, links, frequency, tools, done, "
        "incentives. The time it takes comes from the log.",
        (
            ("ww brief invoicing", "read it"),
            ('ww brief invoicing --set goals="Money comes in on time"', "answer a question"),
            ('ww brief invoicing --step "Open the list" --step "Send each"', "two more steps"),
            ("ww brief invoicing -o invoicing.md", "a file to send"),
        ),
    ),
    Command(
        "handoff",
        "Hand-off",
        "Hand a task off step by step, and see what came of it.",
        "handoffs:handoff",
        "TASK [STAGE]",
        """\
--to NAME           who gets it
--bill AMOUNT       note an invoice
--hours N           the hours it states
--quality 1-5       note how good the work was
--late DAYS         how many days late it came
--note TEXT         a word about the invoice or the work
--day DAY           when that was; today unless said
--anyway            go on though the brief is not written""",
        "STAGE: mine, candidate, briefed, trial, handed-off, taken-back. From the trial on, your "
        "own time on the task is oversight, or redo where its entry has the tag redo. Without a "
        "stage: where it stands, realised against promised.",
        (
            ("ww handoff invoicing", "where it stands"),
            ("ww handoff invoicing trial --to Ada", "the trial begins"),
            ("ww handoff invoicing --bill 480 --hours 12", "an invoice came"),
            ("ww handoff invoicing --quality 4 --late 2", "the work came, good and late"),
            ("ww handoff invoicing taken-back", "it is yours again"),
        ),
    ),
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
        + _ONLY,
        "Without a range: everything. json loses nothing and can be imported; markdown and html "
        "are reports. " + _RANGE,
        (
            ("ww export json --output log.json", "everything"),
            ("ww export csv 2026-11", "a month, for a spreadsheet"),
            ("ww export html last week -o week.html", "a report to send"),
            ("ww export klog --project acme", "one project's entries"),
        ),
    ),
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


def find(name: str) -> Command | None:
    """The command of that name or alias."""
    for command in COMMANDS:
        if command.name == name or name in command.aliases:
            return command
    return None
