"""JSON shapes of a review; in words."""

from __future__ import annotations

REVIEW = (
    ("version", "of this shape; 1"),
    ("period", "`2026-W47`, `2026-11`, `2026-Q4`"),
    ("kind", "`week`, `month` or `quarter`"),
    ("title", "in words"),
    ("from", "first day"),
    ("to", "last day, part of it"),
    ("as_of", "the day the audit's part speaks of: the last day, or today"),
    ("step", "where the review stands: `repair`, `rate`, `see`, `decide` or `plan`"),
    (
        "closed",
        "the day it was closed; `null` while it is open; then all is what was seen that day",
    ),
    ("intention", "one line for the next period"),
    ("last_intention", "the one of the period before"),
    ("currency", "of all money"),
    ("hour_value", "what all values are reckoned with"),
    ("total_seconds", "sum of all entries, as in `report`"),
    ("untracked_seconds", "gaps inside the days, as in `report`"),
    ("outside_seconds", "before the first start, after the last stop, days without any"),
    ("twice_seconds", "counted twice, because entries overlap"),
    ("amount_seconds", "logged without clock times"),
    (
        "length_seconds",
        "of the period: tasks + untracked + outside - twice - amounts, to the second",
    ),
    ("coverage", "as in `report`"),
    ("entries", "how many"),
    (
        "tasks",
        "`task category seconds entries value`, `side` (`on`, `busywork`, `in`), `handed_off`",
    ),
    ("projects", "`name title seconds entries value`"),
    ("categories", "the same"),
    ("days", "`date seconds on_seconds busywork_seconds`"),
    ("on_seconds", "on the business: growth 4 or 5"),
    ("in_seconds", "everything else"),
    (
        "worth",
        "`value` of all; `priced_seconds priced_value handed_off difference` where rates are",
    ),
    (
        "busywork",
        "`seconds value`; `priced_seconds handed_off given_back_seconds saved unpriced`",
    ),
    ("against", "`name seconds last median periods`: the one before, the median of the last 8"),
    ("trend", "`id total_seconds on_seconds busywork_seconds coverage`; this one last"),
    ("heat", "`columns hours`, and by hour and column `seconds on busywork room`"),
    ("busiest_hour", "0 to 23, local; `null` without clock times"),
    ("busiest_seconds", "in that hour, of all days"),
    ("repair", "what may be wrong: `key words`; weeks only"),
    ("rate", "tasks to rate: `task why seconds usual_seconds missing`"),
    ("warnings", "plain sentences: overload, long weeks"),
    ("overload", "`usual weeks relief`; `null` where there is none"),
    (
        "decide",
        "`task why verdict was headline explanation score own_hours price_per_hour worth "
        "good_first stage`",
    ),
    (
        "trials",
        "`task since weeks to promised_hours promised_price realised_hours realised_price words "
        "on_track`",
    ),
    ("plan", "due next week: `task cadence day loose overdue times seconds`"),
    ("hour", "as in `worth-of-an-hour`: `value rounded floor`"),
    ("verdicts", "task name to verdict, as in `audit --as-of`"),
    ("differences", "of a closed one, `name then now` where the log says otherwise now; seconds"),
)
REVIEW_LIST = (
    ("period", "`2026-W47`, `2026-11`, `2026-Q4`"),
    ("step", "where it stands"),
    ("begun", "the day it was begun"),
    ("closed", "the day it was closed; `null` while it is open"),
    ("intention", "one line for the next period"),
)
