"""What the hand-off screen draws: sections, columns, sentences, bars, ranges, what if, stages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.handed import BRIEF, TODAY, fair, standing, studio, surveyed
from tracker.audit.worth.model import reckon
from tracker.domain.errors import InvalidValue
from tracker.domain.papers import Brief, Handoff, Later, Move, Quote
from tracker.domain.settings import Settings
from tracker.domain.task import Task
from widgets.fitting import pieces_width
from widgets.handoff.asking import hours_in, quality_in, share_in
from widgets.handoff.board import Board, Row, board
from widgets.handoff.brief_fields import PARTS as BRIEF_PARTS
from widgets.handoff.brief_fields import changed_titles, frequency_words, text_of, with_texts
from widgets.handoff.brief_lines import brief_lines, written
from widgets.handoff.columns import heading, lines, pieces, plan
from widgets.handoff.money_lines import bars, cash_words, holds_while, in_brief, reaches
from widgets.handoff.page_lines import papers_side, verdict_side
from widgets.handoff.prose import plain, sentences
from widgets.handoff.quote_text import (
    extras_of,
    filled_in,
    number,
    price_of,
    quote_of,
    source_of,
)
from widgets.handoff.realised_lines import answer, realised_blocks
from widgets.handoff.span_line import Reach, drawn, labelled
from widgets.handoff.stage_lines import (
    dates,
    next_stage,
    stage_before,
    stage_line,
    stage_of,
    way_ahead,
    what_next,
)
from widgets.handoff.turning import Turning
from widgets.handoff.verdict_lines import in_short
from widgets.handoff.verdict_lines import test as four_parts
from widgets.handoff.wants import Wants
from widgets.handoff.whatif import begin, imagined, stepped, stepped_hours, turned
from widgets.tones import QUIET

SETTINGS = Settings(answered=True)


@pytest.fixture(scope="module")
def full() -> Board:
    return board(surveyed(*studio()), SETTINGS)


def row(shown: Board, task: str, section: str = "") -> Row:
    return next(one for one in shown.rows if one.task == task and section in ("", one.section))


# The board


def test_every_task_stands_in_the_section_that_its_verdict_says(full: Board) -> None:
    where = {one.task: one.section for one in full.rows if one.section != "procedures"}
    assert where["Bookkeeping"] == where["Invoicing"] == where["Payroll"] == "candidates"
    assert where["Data entry"] == "away"
    assert where["Proposal writing"] == where["Sign contracts"] == "kept"
    assert (where["Reading old reports"], where["Supplier chat"]) == ("kept", "early")
    order = [section.id for section in full.sections]
    assert order == ["away", "candidates", "kept", "early", "procedures"]


def test_candidates_are_in_the_order_of_their_score(full: Board) -> None:
    scores = [one.verdict.score for one in full.rows if one.section == "candidates"]
    assert scores == sorted(scores, reverse=True)
    assert sum(one.words == "good first one" for one in full.rows) == 1


def test_a_guard_says_what_it_costs(full: Board) -> None:
    core = row(full, "Proposal writing", "kept")
    assert core.label == "core"
    assert core.cost == pytest.approx(core.hours * SETTINGS.hour_value)
    assert row(full, "Reading old reports").label == "stop it"
    assert row(full, "Supplier chat").words == "decide after 5 Dec"


def test_recurring_tasks_without_steps_need_a_procedure(full: Board) -> None:
    tasks = [one.task for one in full.rows if one.section == "procedures"]
    assert "Invoicing" in tasks
    assert "Bookkeeping" not in tasks  # its steps are written
    assert "Reading old reports" not in tasks  # what is dropped needs none


def test_a_budget_says_what_fits() -> None:
    settings = SETTINGS.replace(budget=400.0)
    shown = board(surveyed(*studio(), settings=settings), settings)
    rows = [one for one in shown.rows if one.section == "candidates"]
    fits = [one for one in rows if one.fits]
    assert rows[: len(fits)] == fits
    assert 0 < sum(one.verdict.numbers.cash for one in fits if one.verdict.numbers) <= 400
    assert {one.words for one in rows if not one.fits} == {"over budget"}
    section = next(section for section in shown.sections if section.id == "candidates")
    assert section.sums[0].startswith(f"{len(fits)} of {len(rows)} fit $400.00 a month")


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (2000.0, "$2,000.00 a month, of which $198.50 is spent already"),
        (150.0, "$150.00 a month, less than the $198.50 that is spent already"),
    ],
)
def test_what_is_in_other_hands_comes_off_the_budget(budget: float, said: str) -> None:
    settings = SETTINGS.replace(budget=budget)
    shown = board(surveyed(*studio(), settings=settings), settings)
    section = next(section for section in shown.sections if section.id == "candidates")
    assert said in section.sums[0]
    assert said in section.sums[1]
    assert section.sums[3].startswith(f"${max(0, budget - 198.5):,.2f} left: ")


def test_full_weeks_stand_above_the_tasks(full: Board) -> None:
    assert full.notices == ()
    standings, tasks, papers = studio()
    client = Task("Client work", core=True, growth=2)
    shown = board(surveyed((*standings, *fair()), (*tasks, client), papers), SETTINGS)
    first, second = shown.notices
    assert first.startswith("Two full weeks (")
    assert "Just for now, hand off: Fair stand, " in first
    assert "Client work" not in first
    assert "Data entry" not in first, "it is in other hands"
    assert second.startswith("A long week, ")
    for width in (41, 94):
        found = [line for line in lines(shown, width) if isinstance(line, list)]
        assert all(pieces_width(line) <= width for line in found)
        said = " ".join(" ".join(plain(line) for line in found).split())
        assert said == f"{first} {second}"


@pytest.mark.parametrize(
    ("later", "label"),
    [
        (Later("l", "Invoicing", "keep", "candidate", TODAY), "you keep it"),
        (Later("l", "Invoicing", "later", "candidate", TODAY, date(2026, 12, 19)), "put off"),
    ],
)
def test_what_was_decided_is_no_candidate_for_now(later: Later, label: str) -> None:
    standings, tasks, papers = studio()
    shown = board(surveyed(standings, tasks, (*papers, later)), SETTINGS)
    assert (row(shown, "Invoicing").section, row(shown, "Invoicing").label) == ("kept", label)


def test_a_decision_ends_when_its_day_has_come() -> None:
    standings, tasks, papers = studio()
    over = Later("l", "Invoicing", "later", "candidate", date(2026, 10, 1), TODAY)
    shown = board(surveyed(standings, tasks, (*papers, over)), SETTINGS)
    assert row(shown, "Invoicing").section == "candidates"


def test_what_nobody_has_rated_asks_to_be_rated() -> None:
    plain_one = board(surveyed([standing("Zorbing", minutes=120)]), SETTINGS).rows[0]
    assert plain_one.verdict.verdict == "keep"
    assert (plain_one.label, plain_one.words) == ("not rated", "t rates it")
    assert "assumed" in plain_one.verdict.explanation
    assert ("handoff.tedium", "") in Wants.offers(None, plain_one, page=False)  # type: ignore[arg-type]
    assert ("handoff.whatif", "") not in Wants.offers(None, plain_one, page=False)  # type: ignore[arg-type]


def test_an_empty_log_has_no_sections() -> None:
    assert board(surveyed(()), SETTINGS).sections == ()


# Columns


@pytest.mark.parametrize("width", [38, 41, 43, 60, 72, 94, 140])
def test_rows_and_headings_are_as_wide_as_the_list(full: Board, width: int) -> None:
    columns = plan(full, width)
    for one in full.rows:
        assert pieces_width(pieces(full, one, columns)) == width
    for section in full.sections:
        assert pieces_width(heading(section, width, here=True)) == width


@pytest.mark.parametrize("width", [41, 60, 94])
def test_hours_stand_below_each_other(full: Board, width: int) -> None:
    columns = plan(full, width)
    ends = set()
    for one in full.rows:
        text = "".join(text for text, _ in pieces(full, one, columns))
        if one.verdict.verdict == "too-little-data" and not one.hours:
            assert " h " not in text  # nothing is known of them yet
            continue
        ends.add(cell_len(text[: text.index(f"{one.hours:.1f} h") + len(f"{one.hours:.1f} h")]))
    assert len(ends) == 1


@pytest.mark.parametrize("width", [41, 60, 94])
def test_what_to_do_is_never_left_out(full: Board, width: int) -> None:
    columns = plan(full, width)
    for one in full.rows:
        if one.section == "candidates":
            shown = "".join(text for text, _ in pieces(full, one, columns))
            assert one.words in shown or one.words.removesuffix(" one") in shown


# Sentences


@given(st.text(alphabet="abc $12.5h,é請 ", max_size=80), st.integers(4, 40))
def test_lines_of_a_sentence_fit_and_keep_every_word(text: str, width: int) -> None:
    lines = sentences(text, width)
    assert all(pieces_width(line) <= width for line in lines)
    if all(cell_len(word) <= width for word in text.split()):
        shown = "".join(plain(line).replace(" ", "") for line in lines)
        assert shown.replace("…", "") in text.replace(" ", "") or shown == text.replace(" ", "")


def test_figures_are_bold_and_stay_with_their_unit() -> None:
    (line,) = sentences("Costs $1,433.33 a month, gives back 9.8 h.", 60)
    assert [text for text, style in line if "bold" in style] == ["$1,433.33", "9.8 h"]
    lines = sentences("It gives back 9.8 h. Good", 17)
    assert [plain(one) for one in lines] == ["It gives back", "9.8 h. Good"]


def test_on_little_height_whole_sentences_are_left_out(full: Board) -> None:
    verdict = row(full, "Bookkeeping").verdict
    whole = in_short(verdict, 32, 40)
    few = in_short(verdict, 32, 5)
    assert len(few) <= 5 < len(whole)
    said = " ".join(plain(line) for line in few)
    assert said.startswith("Costs ")
    assert said.endswith(".")
    assert "Holds until" not in said


def test_the_four_parts_are_told_by_shape(full: Board) -> None:
    text = " ".join(plain(line) for line in four_parts(row(full, "Payroll").verdict, 30))
    assert text.count("✓") == 4
    growth = " ".join(plain(line) for line in four_parts(row(full, "Customer calls").verdict, 30))
    assert "no growth\u00a0✗" in growth


# Money


@pytest.mark.parametrize("width", [28, 32, 48, 62, 80])
@pytest.mark.parametrize("task", ["Bookkeeping", "Email triage", "Website fixes", "Sales tax"])
def test_bars_and_ranges_fit(full: Board, task: str, width: int) -> None:
    numbers = row(full, task).verdict.numbers
    assert numbers is not None
    lines = [*bars(numbers, full, width), *holds_while(numbers, full, width)]
    lines += [cash_words(numbers, full, width), in_brief(numbers, full, max(width, 34))]
    for line in lines[:-1]:
        assert pieces_width(line) <= width
    text = "\n".join(plain(line) for line in lines)
    assert full.money(numbers.cost_in_house) in text
    assert full.money(numbers.net_saving) in text


def test_a_loss_is_called_one(full: Board) -> None:
    numbers = row(full, "Bookkeeping").verdict.numbers
    assert numbers is not None
    dear = reckon(begin(numbers).start.replace(rate=900.0))
    text = [plain(line) for line in bars(dear, full, 60)]
    assert text[-1].startswith("loss")
    assert "-$" in text[-1]
    price, _hour = reaches(dear)
    assert not price.holds


def test_where_nothing_holds_that_is_said(full: Board) -> None:
    numbers = row(full, "Bookkeeping").verdict.numbers
    assert numbers is not None
    never = reckon(begin(numbers).start.replace(oversight_hours=40.0))
    text = "\n".join(plain(line) for line in holds_while(never, full, 60))
    assert "at no rate in the first year" in text
    assert "at no hour value in the first year" in text


# Ranges


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.none() | st.floats(-1, 1e6), st.integers(8, 80))
def test_a_range_is_as_wide_as_it_may_be(
    here: float, low: float, high: float | None, width: int
) -> None:
    reach = Reach(here, low, high)
    line, words = drawn(reach, width), labelled(reach, width, f"${here:.2f}", "$1.00")
    assert pieces_width(line) == width
    assert pieces_width(words) == width
    assert sum(plain(line).count(mark) for mark in "●○") == 1
    assert ("●" in plain(line)) is reach.holds


# What if


def test_turning_back_is_where_one_was() -> None:
    assert stepped(stepped(40.0, 3, 0.0), -3, 0.0) == 40.0
    assert stepped(0.4, -1, 0.0) == 0.0
    assert stepped(0.0, -1, 0.0) == 0.0
    assert stepped(256.41, 1, 1.0) == 260.0
    assert stepped_hours(10.83, 1) == 11.0
    assert stepped_hours(0.25, -1) == 0.25


@given(st.floats(0, 1e6), st.sampled_from([1, -1]))
def test_a_step_goes_its_way(amount: float, way: int) -> None:
    after = stepped(amount, way, 0.0)
    assert after >= amount if way > 0 else after <= amount
    assert abs(after - amount) <= max(1.0, amount * 0.13)


def test_what_follows_from_the_hours_follows_them(full: Board) -> None:
    numbers = row(full, "Email triage").verdict.numbers
    assert numbers is not None
    what = turned(begin(numbers), "hours", 4)
    assert what.now.oversight_hours == pytest.approx(what.now.own_hours * 0.1)
    assert what.now.onboarding_hours == pytest.approx(what.now.own_hours * 1.44)
    watched = turned(turned(begin(numbers), "oversight", 1), "hours", 4)
    assert watched.now.oversight_hours == pytest.approx(1.5)


def test_the_verdict_turns_where_the_range_ends(full: Board) -> None:
    one = row(full, "Bookkeeping")
    numbers = one.verdict.numbers
    assert numbers is not None
    limit = numbers.break_even_rate_first_year
    assert limit is not None
    start = begin(numbers).start
    same = imagined(one.verdict, start)
    assert (same.verdict, same.numbers, same.score) == (
        one.verdict.verdict, numbers, one.verdict.score,
    )  # fmt: skip
    assert imagined(one.verdict, start.replace(rate=limit * 0.5)).is_candidate
    beyond = imagined(one.verdict, start.replace(rate=limit * 1.01))
    assert not beyond.is_candidate


def test_a_service_is_compared_with_a_person_again_when_its_fee_is_turned() -> None:
    task = "Appointment scheduling"
    asks = Quote("q", task, "assistant", "hourly", 40.0, "USD", TODAY)
    tasks = (Task(task, tedium=5, growth=1, skill=2),)
    shown = board(surveyed((standing(task, "daily", 20, 60),), tasks, (asks,)), SETTINGS)
    one = row(shown, task)
    numbers = one.verdict.numbers
    assert (one.verdict.verdict, one.words) == ("automate", "automate")
    assert numbers is not None
    what = begin(numbers)
    assert imagined(one.verdict, what.start).verdict == "automate"
    dear = imagined(one.verdict, what.start.replace(fixed_fee=2000.0))
    assert (dear.verdict, dear.numbers.rate if dear.numbers else None) == ("candidate", 40.0)
    turning = Turning()
    turning.start(one)
    turning.turn("rate", 140)
    assert turning.what is not None
    assert turning.verdict(one).verdict == "candidate"
    said = turning.hint(turning.verdict(one), "USD").splitlines()
    assert said[0].startswith("← → $")
    assert len(turning.hint(one.verdict.replace(numbers=None), "USD").splitlines()) == 2


def test_a_fee_is_turned_where_there_is_no_rate() -> None:
    quote = Quote("q", "Payroll", "service", "monthly", 49.0, "USD", TODAY, chosen=True)
    tasks = (Task("Payroll", tedium=5, growth=1, skill=2),)
    shown = board(surveyed((standing("Payroll", "monthly", 180),), tasks, (quote,)), SETTINGS)
    numbers = row(shown, "Payroll").verdict.numbers
    assert numbers is not None
    what = turned(begin(numbers), "rate", 1)
    assert what.by_fee
    assert what.price_changed
    assert (what.now.rate, what.now.fixed_fee) == (0.0, 50.0)
    assert "fee" in plain(holds_while(numbers, shown, 60)[0])


# Stages


def test_the_way_and_back() -> None:
    assert [next_stage(stage) for stage in ("mine", "candidate", "briefed", "trial")] == [
        "candidate", "briefed", "trial", "handed-off",
    ]  # fmt: skip
    assert next_stage("handed-off") == ""
    assert next_stage("taken-back") == "candidate"
    assert [stage_before(stage) for stage in ("briefed", "trial", "handed-off", "mine")] == [
        "candidate", "taken-back", "taken-back", "",
    ]  # fmt: skip


@pytest.mark.parametrize("stage", ["mine", "candidate", "briefed", "trial", "handed-off",
                                   "taken-back"])  # fmt: skip
@pytest.mark.parametrize("width", [20, 30, 40, 64])
def test_the_stage_line_always_shows_where_it_stands(stage: str, width: int) -> None:
    line = stage_line(stage, width)
    assert pieces_width(line) <= width
    assert f"● {stage.replace('-', ' ')}" in plain(line)


def test_dates_are_kept_whole_and_name_who_has_it() -> None:
    moves = (Move("briefed", date(2026, 10, 5)), Move("trial", date(2026, 11, 2)))
    lines = [plain(line) for line in dates(Handoff("h", "x", moves, to="Kim"), 24)]
    assert lines[0].startswith("to Kim")
    assert any("trial\u00a02\u00a0Nov" in line for line in lines)


def test_before_the_next_stage_the_brief_must_say(full: Board) -> None:
    words = " ".join(plain(line) for line in what_next(row(full, "Bookkeeping"), 60))
    assert "expectations" in words
    assert stage_of(row(full, "Bookkeeping")) == "candidate"
    assert stage_of(row(full, "Proposal writing")) == "mine"


def test_realised_stands_beside_promised(full: Board) -> None:
    one = row(full, "Data entry", "away")
    assert one.came is not None
    text = "\n".join(words(realised_blocks(full, one, 60, bars=True)))
    assert "9.8 h" in text
    assert f"{one.came.hours_back_a_month:.1f} h" in text
    assert "$198.50" in text
    assert answer(one, one.verdict) == ("It pays.", "$text-success")
    assert "hours back" in text
    assert "▼ -" in text
    assert "┃" in text
    assert realised_blocks(full, row(full, "Payroll"), 60, bars=False) == []


def words(blocks: list[list[list[tuple[str, str]]]]) -> list[str]:
    return [plain(line) for block in blocks for line in block]


@pytest.mark.parametrize("width", [32, 48, 62, 120])
@pytest.mark.parametrize("bars", [True, False])
def test_what_came_of_it_fits(full: Board, width: int, *, bars: bool) -> None:
    one = row(full, "Data entry", "away")
    for line in words(realised_blocks(full, one, width, bars=bars)):
        assert cell_len(line) <= width


def test_late_work_that_pays_is_not_said_to_lose_money(full: Board) -> None:
    one = row(full, "Data entry", "away")
    assert one.came is not None
    late = one.replace(came=one.came.replace(warnings=("2 of 3 times it came late.",)))
    assert answer(late, late.verdict) == ("It pays, but look after it.", "$text-warning")
    assert one.came.promise is not None
    dear = one.came.promise.hour_value + 1
    lost = one.replace(came=one.came.replace(price_per_hour=dear))
    assert answer(lost, lost.verdict) == ("It does not pay as it is.", "$text-warning")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Began today: too early to compare."),
        (3, "3 days so far: too early to compare."),
    ],
)
def test_in_its_first_week_a_trial_is_not_judged(days: int, said: str) -> None:
    standings, tasks, papers = studio()
    begun = Move("trial", TODAY - timedelta(days=days))
    papers = tuple(
        one.replace(moves=(begun,)) if isinstance(one, Handoff) else one for one in papers
    )
    shown = board(surveyed(standings, tasks, papers), SETTINGS)
    one = row(shown, "Data entry", "away")
    assert answer(one, one.verdict) == (said, QUIET)
    for width in (32, 62):
        told = words(realised_blocks(shown, one, width, bars=True))
        text = " ".join(" ".join(told).split())
        assert text.startswith(said)
        assert "9.8 h -" in text
        assert "as much time" not in text
        assert "Growth work" not in text
        assert all(cell_len(line) <= width for line in told)


def test_with_room_every_stage_says_what_it_asks_for(full: Board) -> None:
    text = [plain(line) for line in way_ahead(row(full, "Payroll"), 60)]
    assert text[:2] == ["✓ mine", "● candidate"]
    assert text[2].startswith("  ")
    assert "○ trial" in text


def test_a_long_name_keeps_its_letters_where_there_is_little_room() -> None:
    shown = board(surveyed(*studio()), SETTINGS)
    columns = plan(shown, 42)
    for one in shown.rows:
        if len(one.task) <= 15:
            assert one.task in "".join(text for text, _ in pieces(shown, one, columns))


# Brief and page


def test_a_brief_says_what_is_missing(full: Board) -> None:
    text = [plain(line) for line in brief_lines(row(full, "Bookkeeping"), 60, 6)]
    assert any("Expectations" in line and "not written yet" in line for line in text)
    assert any("1 export the bank  2 match" in line for line in text)
    tall = [plain(line) for line in brief_lines(row(full, "Bookkeeping"), 60, 12)]
    assert any(line.strip() == "4 close the month" for line in tall)
    assert written(BRIEF) == "4 of 5 written"
    assert written(BRIEF.replace(expectations="Ask first")) == "ready"
    assert written(None) == "0 of 5 written"


@pytest.mark.parametrize("width", [38, 70])
@pytest.mark.parametrize("task", ["Bookkeeping", "Data entry", "Supplier chat", "Office move"])
def test_the_page_fits(full: Board, task: str, width: int) -> None:
    one = row(full, task)
    for line in (*verdict_side(full, one, one.verdict, width), *papers_side(full, one, width)):
        assert pieces_width(line) <= width, plain(line)


def test_texts_become_a_brief_and_back() -> None:
    brief = Brief("b", "Payroll")
    texts = {"goals": " Paid on time  \n", "steps": "one\n\n two \n"}
    after = with_texts(brief, texts, TODAY)
    assert (after.goals, after.steps, after.updated) == ("Paid on time", ("one", "two"), TODAY)
    assert changed_titles(brief, after) == "goals and steps"
    same = {part.field: text_of(after, part) for part in BRIEF_PARTS}
    assert with_texts(after, same, date(2027, 1, 1)) is after


@pytest.mark.parametrize(
    ("cadence", "pattern", "words"),
    [
        ("weekly", "Fridays", "Weekly: Fridays"),
        ("monthly", "", "Monthly"),
        ("biweekly", "", "Every second week"),
    ],
)
def test_how_often_is_filled_in(cadence: str, pattern: str, words: str) -> None:
    assert frequency_words(standing("x", cadence, pattern=pattern)) == words
    assert frequency_words(standing("x", "none", 10, 1, status="none")) == ""


# What is typed


@pytest.mark.parametrize(
    ("text", "found"),
    [("45", 45.0), ("45,50", 45.5), ("$1,200", 1200.0), ("1,200.50", 1200.5), ("0", 0.0)],
)
def test_numbers_are_read_as_people_write_them(text: str, found: float) -> None:
    assert number(text, "Price") == found


@pytest.mark.parametrize("text", ["", "abc", "-5", "4 dollars", "nan", "inf", "1e99"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        number(text, "Price")


def test_a_quote_is_made_of_what_was_typed() -> None:
    typed = {"amount": "2", "terms": "per-item", "vendor": "firm", "items": "40", "source": "Kim",
             "setup_fee": "150", "effort_factor": ""}  # fmt: skip
    quote = quote_of(typed, quote_id="q", task="Payroll", currency="EUR", today=TODAY)
    assert (price_of(quote), extras_of(quote)) == ("€2.00 an item, 40 each time", "€150.00 set-up")
    assert source_of(quote) == "Kim, firm, 19 Nov 2026"
    assert quote.chosen
    with pytest.raises(InvalidValue, match="price"):
        quote_of({**typed, "amount": " "}, quote_id="q", task="x", currency="EUR", today=TODAY)


def test_a_quote_says_what_is_known_better() -> None:
    typed = {"amount": "40", "terms": "hourly", "vendor": "firm", "redo_share": "5%",
             "oversight_hours": "0,5", "onboarding_hours": "0", "saved_cash": "12"}  # fmt: skip
    quote = quote_of(typed, quote_id="q", task="Payroll", currency="USD", today=TODAY)
    assert (quote.redo_share, quote.oversight_hours) == (0.05, 0.5)
    assert (quote.onboarding_hours, quote.saved_cash) == (0, 12)
    assert extras_of(quote) == "redo 5 %, oversight 0.5 h, training 0 h, saves $12.00"
    assert quote_of({**typed, "redo_share": "0.1"}, quote_id="q", task="Payroll", currency="USD",
                    today=TODAY).redo_share == 0.1  # fmt: skip
    with pytest.raises(InvalidValue, match="you answer for"):
        quote_of({**typed, "oversight_hours": "0"}, quote_id="q", task="x", currency="USD",
                 today=TODAY)  # fmt: skip


def test_what_was_turned_goes_into_a_quote_beside_what_was_said() -> None:
    quote = Quote("q", "Payroll", "firm", "hourly", 40.0, "USD", TODAY, setup_fee=150.0,
                  redo_share=0.0, oversight_hours=0.5, bonus=10.0)  # fmt: skip
    tasks = (Task("Payroll", tedium=5, growth=1, skill=2),)
    shown = board(surveyed((standing("Payroll", "weekly", 120),), tasks, (quote,)), SETTINGS)
    numbers = row(shown, "Payroll").verdict.numbers
    assert numbers is not None
    assert (numbers.redo_share, numbers.oversight_hours) == (0, 0.5)
    what = turned(begin(numbers), "hours", 4)
    assert what.now.oversight_hours == 0.5
    assert not what.keepable
    what = turned(what, "oversight", 2)
    assert what.keepable
    assert not what.price_changed
    assert filled_in(quote, what) == {
        "amount": "40", "terms": "hourly", "vendor": "firm", "setup_fee": "150", "bonus": "10",
        "redo_share": "0", "oversight_hours": "0.6",
    }  # fmt: skip
    assert filled_in(None, turned(begin(numbers), "rate", 1)) == {
        "amount": "41", "terms": "hourly",
    }  # fmt: skip


def test_an_invoice_may_state_hours() -> None:
    assert hours_in("9h november") == (9.0, "november")
    assert hours_in("1.5 h") == (1.5, "")
    assert hours_in("november batch") == (None, "november batch")


def test_quality_may_state_days_late() -> None:
    assert quality_in("4") == (4, 0, "")
    assert quality_in("3 2d one missing") == (3, 2, "one missing")
    assert quality_in("5 1 day late, fine") == (5, 1, "fine")
    with pytest.raises(InvalidValue):
        quality_in("good")


def test_a_share_is_a_percentage() -> None:
    assert share_in("60%") == 0.6
    assert share_in("all") is None
    assert share_in("100") is None
    for wrong in ("0", "120", "half"):
        with pytest.raises(InvalidValue):
            share_in(wrong)
