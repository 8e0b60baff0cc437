"""The JSON shapes that others build on, in words; tests hold every command to its shape."""

from __future__ import annotations

from tracker.cli.shapes_audit import (
    AUDIT,
    BRIEF,
    DUE,
    HANDOFF,
    NUMBERS,
    QUOTE,
    RECURRING,
    VERDICT,
    WHATIF,
    WORTH,
)
from tracker.cli.shapes_review import REVIEW, REVIEW_LIST

STATUS = (
    ("running", "whether a timer runs"),
    ("task", "its task; `null` where nothing runs, like `project` and `start`"),
    ("project", "its project; empty text where it has none"),
    ("start", "when it began"),
    ("seconds", "for how long it has run; 0 where nothing runs"),
    ("value", "what that time is worth at the value of your hour"),
    ("handed_off_cost", "what the same work costs from someone else, redone and checked in part"),
    ("today_seconds", "logged since the day began, the timer included"),
    ("currency", "of the money above"),
    ("also_running", "tasks of further timers; normally none"),
)
ENTRY = (
    ("id", "random and stable"),
    ("task", "what was done"),
    ("project", "empty text where it has none"),
    ("tags", "sorted, without `#`"),
    ("note", "empty text where there is none"),
    ("start", "an amount of time on a day has `date` in place of `start` and `stop`"),
    ("stop", "`null` while it runs"),
    ("seconds", "its length; while it runs, until now"),
    ("zone", "where it was logged, an IANA name"),
    ("source", "`timer`, `typed` or `import:FORMAT`"),
    ("billable", "`null` where nobody said"),
)
SUGGESTION = (("handle", "`s1`, `s2` ..., as long as none is settled"), *ENTRY)
CHANGE = (
    ("change", "its number in the history; 0 where there was nothing to change"),
    ("kind", "`do`, `undo` or `redo`"),
    ("label", "what was done, in words"),
    ("entries", "the entries it touched as they are now, each as in `log`"),
    ("deleted", "ids of the entries that are gone"),
)
REPORT = (
    ("from", "first day"),
    ("to", "last day, part of the range"),
    ("total_seconds", "sum of all entries; what overlaps counts twice"),
    (
        "untracked_seconds",
        "gaps between the first start and the last stop of each day; `null` where --task, "
        "--project or --tag leaves entries out",
    ),
    ("coverage", "share of that time with an entry, 0 to 1; `null` like the gaps"),
    ("currency", "of every `value`"),
    ("tasks", "by seconds: `task`, `project`, `category`, `seconds`, `entries`, `value`"),
    ("days", "every day of the range: `date`, `seconds`"),
    ("by", "what `groups` are: `task`, `project`, `tag`, `category`, `day` or `week`"),
    ("groups", "the rows of `--by`: `name`, `seconds`, `entries`, `value`"),
)
TASK = (
    ("task", "its name"),
    ("category", "the kind of work"),
    ("seconds", "logged in all"),
    ("last", "the last day it was done"),
    ("tedium", "1 to 5; so are `growth`, `skill` and `like`"),
    ("growth", "how far it moves the business forward"),
    ("skill", "how good you are at it"),
    ("like", "how much you like it"),
    ("necessary", "whether it must be done; true or false, like the four that follow"),
    ("only_me", "whether only you can do it"),
    ("core", "whether it is what you sell"),
    ("confidential", "whether others may not see it"),
    ("expert", "whether it takes another expert"),
    ("share", "the part that could be handed off, 0 to 1; `null` is all of it"),
    ("cadence", "how often it comes back, as declared; `null` leaves it to the log"),
    ("paused_until", "not due before that day"),
    ("silent", "whether reminders of it are silenced"),
    ("rate", "typical price of an hour from someone else"),
    ("rate_source", "`yours`, or where the estimate comes from"),
    ("assumed", "names of the fields that nobody has said"),
)
IMPORT = (
    ("format", "what the file was read as"),
    ("read", "rows in the file, good and bad"),
    ("added", "entries that are new"),
    ("duplicates", "rows that had been imported before"),
    ("rejected", "rows that could not be taken: `line`, `reason`; of a folder also `file`"),
    ("seconds", "of the new entries"),
    ("from", "their first instant"),
    ("to", "their last instant"),
    ("tasks", "names of new tasks"),
    ("warnings", "plain sentences about what to check"),
    ("long", "entries that may be forgotten timers: `line`, `task`, `seconds`"),
    ("rates", "what hours cost, not kept: `task`, `project`, `person`, `rate`, `currency`"),
    ("papers", "how many quotes, briefs, hand-offs, reviews and the like are new"),
)
EXPORT = (
    ("format", "`json`, `csv`, `timewarrior`, `klog`, `ical`, `markdown` or `html`"),
    ("file", "where it was written"),
    ("entries", "how many; 0 for a report"),
    ("notes", "plain sentences about what the format could not hold"),
)
UNDO_LIST = (
    ("change", "its number in the history"),
    ("kind", "`do`, `undo` or `redo`"),
    ("label", "what was done, in words"),
)
CONFIG = (
    ("income_goal", "of a year"),
    ("hours_per_day", "productive ones; most people have 2-3"),
    ("days_per_week", "worked"),
    ("weeks_per_year", "worked"),
    ("budget", "cash a month for handing work off; 0 for no cap"),
    ("currency", "three letters"),
    ("zone", "an IANA name; empty for the machine's own"),
    ("theme", "of the app"),
    ("week_start", "a day of the week"),
    ("review_day", "the day of the weekly review"),
    ("day_start", "when a day begins, such as `04:00`"),
    ("review_at", "the time of the weekly review, such as `16:30`"),
    ("remind", "whether the app may speak up about what is overdue and about the review"),
    ("holidays", "your days off, a list of days; they cost no occurrence"),
)
CONFIG_PATH = (
    ("home", "the folder of the log"),
    ("config", "the settings file"),
    ("state", "this machine's own folder: locks, caches, crash log"),
)
DEMO = (
    ("home", "where the demo is; gone already unless it was kept"),
    ("seed", "which owner's weeks"),
    ("entries", "how many"),
    ("tasks", "how many"),
    ("seconds", "logged in all"),
)

SHAPES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("JSON of status", "One object.", STATUS),
    ("JSON of log", "A list of entries, oldest first.", ENTRY),
    ("JSON of report", "One object.", REPORT),
    (
        "JSON of a change",
        "One object, from `start stop continue switch cancel add edit split delete`; "
        "`undo` and `redo` print a list of them.",
        CHANGE,
    ),
    ("JSON of undo --list", "A list, newest first.", UNDO_LIST),
    ("JSON of review", "One object.", REVIEW),
    (
        "JSON of review --list",
        "A list, the newest first; `--close`, `--reopen` and `--intention` print the one object.",
        REVIEW_LIST,
    ),
    ("JSON of tasks", "A list, the most seconds first; `tasks set` prints the one object.", TASK),
    ("JSON of recurring", "A list by lane, the most hours first.", RECURRING),
    ("JSON of recurring --due", "A list: what runs, is overdue, due, done.", DUE),
    ("JSON of audit", "One object.", AUDIT),
    ("A verdict of audit", "One of `tasks`.", VERDICT),
    ("JSON of quote", "A list, the newest first; also after a change.", QUOTE),
    ("JSON of brief", "One object; also after a change.", BRIEF),
    ("JSON of handoff", "One object; also after a change.", HANDOFF),
    ("JSON of worth-of-an-hour", "One object.", WORTH),
    (
        "JSON of whatif",
        "One object; `ww audit` has the same names for each task.",
        WHATIF,
    ),
    (
        "Numbers of audit and whatif",
        "Hours are a month's unless said. `null` is never, or not known without a price.",
        NUMBERS,
    ),
    ("JSON of import", "One object, the same with `--dry-run`.", IMPORT),
    (
        "JSON of suggestions",
        "A list, oldest first, each as in `log` with the name it goes by; settling some prints a "
        "change.",
        SUGGESTION,
    ),
    (
        "JSON of export",
        "One object where `--output` names a file; without it the export itself is printed.",
        EXPORT,
    ),
    (
        "JSON of config",
        "One object of settings by key; `rates.CATEGORY` and `keys.ACTION` stand beside these.",
        CONFIG,
    ),
    ("JSON of config path", "One object.", CONFIG_PATH),
    ("JSON of demo", "One object; the app is not opened.", DEMO),
)
