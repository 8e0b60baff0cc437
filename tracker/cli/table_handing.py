"""The way to other hands: quotes, the brief, the hand-off itself."""

from __future__ import annotations

from tracker.cli.table import TOLD, Command

COMMANDS = (
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
        + TOLD,
        "Without an amount: the quotes of the task. The chosen one counts, else the newest in "
        "your currency; a service where it is worth its set-up. What you do not say of effort, "
        "redo, oversight and onboarding is assumed; ww audit says so.",
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
)
