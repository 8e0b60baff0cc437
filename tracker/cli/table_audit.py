"""What comes back, what to hand off, and what an hour is worth."""

from __future__ import annotations

from tracker.cli.table import TOLD, Command

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

COMMANDS = (
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
        + TOLD,
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
        + TOLD
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
)
