"""A round is the same for the same seed, here and in the browser, and no question of it tells the
answer to another."""

import json
from pathlib import Path

import pytest

from cascade.quiz.item import Item, Option
from cascade.quiz.quiz import items
from cascade.quiz.round import MIXED, MOST, choose, mulberry32

TABLE = json.loads((Path(__file__).parents[2] / "quiz-rounds.json").read_text("utf-8"))
ASKS_ENDS = {"cell", "end", "molecule"}


@pytest.fixture(scope="module")
def made(flagship):
    return items(flagship)


def shared(one: dict) -> Item:
    options = tuple(Option(option["text"]) for option in one.get("options", ()))
    return Item(**{**one, "options": options, "arrows": tuple(one.get("arrows", ()))})


@pytest.mark.parametrize("case", TABLE["rounds"], ids=lambda case: str(case["seed"]))
def test_the_browser_chooses_the_same(case):
    pool = [shared(one) for one in TABLE["items"]]
    found = choose(pool, case["seed"], case["wanted"], case["count"])
    assert [item.id for item, _ in found] == case["ids"]
    assert [order for _, order in found] == case["orders"]


def test_its_numbers_are_those_of_mulberry32():
    random = mulberry32(42)
    expected = [0.6011037519201636, 0.44829055899754167, 0.8524657934904099]
    assert [random() for _ in range(3)] == expected


@pytest.mark.parametrize("part", range(4))
def test_two_hundred_rounds_hold_their_promises(made, flagship, part):
    wanted = (MIXED, *(stage.id for stage in flagship.stages))
    seen = set()
    for seed in range(part * 50, part * 50 + 50):
        for one in wanted:
            chosen = [item for item, _ in choose(made, seed * 7919, one)]
            assert 8 <= len(chosen) <= MOST and len({item.id for item in chosen}) == len(chosen)
            assert one == MIXED or {item.stage for item in chosen} == {one}
            asked: dict[str, str] = {}
            for item in chosen:
                for arrow in item.arrows:
                    before = asked.get(arrow)
                    assert not (before and item.kind in ASKS_ENDS), (seed, item.id, before)
                    asked[arrow] = item.kind
            seen |= {item.id for item in chosen}
    # Over the seeds nearly everything is asked.
    assert len(seen) > 0.8 * len(made)


def test_missed_questions_are_all_asked_again(made):
    missed = [item.id for item in made[::40]]
    found = choose(made, 7, [*missed, "gone:arrow:0000"])
    assert {item.id for item, _ in found} == set(missed)


def test_options_are_mixed(made):
    orders = [order for seed in range(20) for _, order in choose(made, seed) if len(order) == 4]
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    places = [order.index(0) for order in orders]
    assert all(places.count(place) > len(places) / 8 for place in range(4))
