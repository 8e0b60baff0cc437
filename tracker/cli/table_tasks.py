"""Tasks and what their owner thinks of them."""

from __future__ import annotations

from tracker.cli.table import Command

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

COMMANDS = (
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
)
