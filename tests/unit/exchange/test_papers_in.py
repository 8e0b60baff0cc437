"""Papers and rhythms of our own JSON on their way in."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest

from tests.fakes import NOW, ZONE, MemoryStore
from tests.papers import ONE_OF_EACH, brief, handoff, quote
from tracker.domain.cadence import Cadence
from tracker.domain.fields import paper_fields
from tracker.domain.papers import Paper
from tracker.domain.task import Task
from tracker.exchange.imports import plan_for, read_file
from tracker.exchange.plan import Plan


def planned(log: MemoryStore, **content: Any) -> Plan:
    text = json.dumps({"version": 1, **content}).encode()
    parsed = read_file("-", "json", zone=ZONE, stdin=BytesIO(text), now=NOW)
    return plan_for(parsed, log, now=NOW)


def given(*papers: Paper) -> list[dict[str, Any]]:
    return [paper_fields(paper) for paper in papers]


def test_papers_come_in_with_their_tasks_and_once() -> None:
    log = MemoryStore()
    plan = planned(log, papers=given(*ONE_OF_EACH))
    assert [task.name for task in plan.draft.put_tasks] == ["Invoicing"]
    assert plan.draft.label == "imported 0 entries (json)"
    assert not plan.empty
    log.change(lambda _: plan.draft)
    assert {paper.replace(revised="") for paper in log.papers()} == set(ONE_OF_EACH)
    assert planned(log, papers=given(*ONE_OF_EACH)).empty
    log.undo()
    assert (log.papers(), log.tasks()) == ((), ())


def test_what_the_log_says_of_its_own_stays() -> None:
    log = MemoryStore.of(
        tasks=[Task("INVOICING")],
        papers=[
            brief("own", "INVOICING"),
            handoff("candidate", paper_id="mine", task="invoicing"),
            quote("chosen", "INVOICING", chosen=True),
        ],
    )
    theirs = (brief(goals="Theirs"), handoff("trial"), quote(chosen=True))
    plan = planned(log, papers=given(*theirs))
    assert plan.draft.put_papers == (quote(task="INVOICING"),)
    assert plan.draft.put_tasks == ()
    assert [said.split(":")[0] for said in plan.summary.warnings] == [
        "INVOICING has a brief already",
        "INVOICING has a hand-off already",
    ]


def test_an_empty_brief_gives_way() -> None:
    empty = brief("own", goals="", objectives="", success="", expectations="")
    log = MemoryStore.of(tasks=[Task("Invoicing")], papers=[empty])
    assert planned(log, papers=given(brief())).draft.put_papers == (brief(),)


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (7, "object with fields"),
        ({"id": "x"}, "kind is one of quote, brief"),
        ({"id": "x", "kind": "poem", "task": "A"}, "not 'poem'"),
        ({"id": "x", "kind": ["brief"]}, "kind is one of"),
        ({"id": "x", "kind": "brief"}, "task is missing"),
        ({"id": "", "kind": "brief", "task": "A"}, "an id of 1 to 100"),
        ({"id": "x" * 101, "kind": "brief", "task": "A"}, "an id of 1 to 100"),
        ({"id": 7, "kind": "brief", "task": "A"}, "id must be a text"),
        ({"id": "x", "kind": "brief", "task": " "}, "no name"),
        ({"id": "x", "kind": "brief", "task": "A", "steps": "one"}, "steps must be a list"),
        ({"id": "x", "kind": "brief", "task": "A", "steps": [1]}, "steps must be a text"),
        ({"id": "x", "kind": "brief", "task": "A", "goals": "x" * 20_001}, "shorten it"),
        ({"id": "x", "kind": "brief", "task": "A", "updated": "soon"}, "updated must be a day"),
        ({"id": "x", "kind": "handoff", "task": "A", "moves": []}, "at least one stage"),
        ({"id": "x", "kind": "handoff", "task": "A", "moves": ["trial"]}, "an object"),
        (paper_fields(quote()) | {"amount": "40"}, "amount must be a number"),
        (paper_fields(quote()) | {"amount": True}, "amount must be a number"),
        (paper_fields(quote()) | {"amount": -1}, "from 0 up"),
        (paper_fields(quote()) | {"chosen": 1}, "chosen must be true or false"),
        (paper_fields(quote()) | {"vendor": "robot"}, "vendor is one of"),
        ({"id": "x", "kind": "check", "task": "A", "day": "2026-11-01", "quality": 4.5}, "whole"),
    ],
)
def test_papers_that_are_none_are_named_and_the_rest_comes_in(paper: object, said: str) -> None:
    plan = planned(MemoryStore(), papers=[paper, paper_fields(quote("good"))])
    assert [paper.id for paper in plan.draft.put_papers] == ["good"]
    (reject,) = plan.summary.rejected
    assert said in reject.reason


def test_an_id_is_used_once() -> None:
    plan = planned(MemoryStore(), papers=given(brief("same"), quote("same")))
    assert [paper.id for paper in plan.draft.put_papers] == ["same"]
    assert "has the id same" in plan.summary.rejected[0].reason


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"cadence": "weekly on fri"}, {"cadence": Cadence("week", weekdays=(4,))}),
        ({"cadence": {"unit": "week", "weekdays": [4]}}, {"cadence": Cadence("week", 1, (4,))}),
        ({"share": 1, "silent": True}, {"share": 1, "silent": True}),
        ({"share": None, "cadence": None, "paused_until": None, "silent": None}, {}),
    ],
)
def test_rhythms_come_in_as_fields_or_words(said: dict[str, Any], found: dict[str, Any]) -> None:
    plan = planned(MemoryStore(), tasks=[{"name": "A", **said}])
    assert plan.draft.put_tasks == (Task("A", **found),)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"cadence": "soonish"}, "soonish"),
        ({"cadence": 7}, "cadence is an object"),
        ({"cadence": {"unit": "moon"}}, "A cadence is by"),
        ({"cadence": {}}, "unit is missing"),
        ({"share": "half"}, "share is a number"),
        ({"share": 2}, "at most 1"),
        ({"paused_until": "later"}, "paused_until must be a day"),
        ({"silent": "yes"}, "silent must be true"),
    ],
)
def test_rhythms_that_cannot_be(said: dict[str, Any], reason: str) -> None:
    plan = planned(MemoryStore(), tasks=[{"name": "A", **said}, {"name": "B"}])
    assert [task.name for task in plan.draft.put_tasks] == ["B"]
    assert reason in plan.summary.rejected[0].reason
