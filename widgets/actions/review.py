"""What can be done on the Review screen alone."""

from __future__ import annotations

from widgets.actions.act import Act

FIX_KEYS = ("a", "c", "d", "e", "f", "h", "l", "p")
"""The keys of the ways to put a finding right, the likeliest first."""
RIGHT_KEY = "o"
"""The key for a finding that is right as it is."""

REVIEW: tuple[Act, ...] = (
    Act("review.next", "enter", "next", "next step",
        "The next step; at the last one it closes the review", "Review", "review"),
    Act("review.back", "b", "back", "back",
        "The step before", "Review", "review"),
    Act("review.before", "left_square_bracket", "turn(-1)", "before",
        "The week, month or quarter before", "Review", "review"),
    Act("review.after", "right_square_bracket", "turn(1)", "after",
        "The week, month or quarter after", "Review", "review"),
    Act("review.kind", "M", "kind", "month",
        "A week, a month, a quarter, and round again", "Review", "review"),
    Act("review.export", "x", "export", "export",
        "Write it to a file: Markdown, HTML or JSON", "Review", "review"),
    Act("review.list", "L", "list", "all reviews",
        "Every review there is: go to one", "Review", "review"),
    Act("review.reopen", "O", "reopen", "reopen",
        "Open a closed review again", "Review", "review"),
    *(
        Act(f"repair.{number}", key, f"fix({number - 1})", "the likeliest" if number == 1 else "",
            "The likeliest way to put it right" if number == 1 else f"The way marked {key}",
            "Repair", "repair", listed=number == 1)
        for number, key in enumerate(FIX_KEYS, start=1)
    ),
    Act("repair.right", RIGHT_KEY, "fix(-1)", "right as it is",
        "It is right as it is: do not ask again", "Repair", "repair"),
    Act("rate.tedium", "t", "light('tedium')", "tedium",
        "How tedious it is; then 1-5", "Rate", "rate"),
    Act("rate.growth", "g", "light('growth')", "growth",
        "How far it moves the business forward; then 1-5", "Rate", "rate"),
    Act("rate.skill", "k", "light('skill')", "skill",
        "How good you are at it; then 1-5", "Rate", "rate"),
    Act("rate.like", "l", "light('like')", "like",
        "How much you like it; then 1-5", "Rate", "rate"),
    *(
        Act(f"rate.{number}", str(number), f"rate({number})", "rate" if number == 1 else "",
            f"Rate the lit one {number}", "Rate", "rate", listed=False)
        for number in range(1, 6)
    ),
    Act("rate.forget", "0,backspace,delete", "forget", "take back",
        "Take the answer back: what its kind assumes holds again", "Rate", "rate", listed=False),
    Act("rate.marks", "m", "marks", "marks",
        "Only me, core, confidential, expert, not needed", "Rate", "rate"),
    Act("see.chart", "tab", "chart", "chart",
        "One chart large; the next; all of them again", "See", "see"),
    Act("see.group", "g", "group", "group by",
        "Where it went by task, project, category, day", "See", "see"),
    Act("decide.brief", "h", "brief", "brief it",
        "Write what someone else needs to take it over", "Decide", "decide"),
    Act("decide.keep", "k", "keep", "keep",
        "Keep it until the verdict changes; a trial: keep it handed off", "Decide", "decide"),
    Act("decide.later", "K", "later", "in a month",
        "Ask again in a month", "Decide", "decide"),
    Act("decide.back", "T", "take_back", "take back",
        "A hand-off on trial: take it back", "Decide", "decide"),
    Act("plan.intend", "e", "intend", "intention",
        "One line for the time to come; it is shown back then", "Plan", "plan"),
    Act("rows.up", "up", "step(-1)", "up",
        "The row above", "Rows", "rows", listed=False),
    Act("rows.down", "down,j", "step(1)", "down",
        "The row below", "Rows", "rows", listed=False),
    Act("rows.page-up", "pageup", "page(-1)", "page up",
        "A page up", "Rows", "rows", listed=False),
    Act("rows.page-down", "pagedown", "page(1)", "page down",
        "A page down", "Rows", "rows", listed=False),
    Act("rows.first", "home", "edge(0)", "first",
        "The first row", "Rows", "rows", listed=False),
    Act("rows.last", "end,G", "edge(-1)", "last",
        "The last row", "Rows", "rows", listed=False),
)  # fmt: skip
