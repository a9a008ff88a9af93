"""The teacher's page holds what the lecture, the arrows and the questions say, and presses that are
those of the player."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest

from cascade.exports.guide import write
from cascade.exports.handout import PAPERS
from cascade.i18n.reader import find
from cascade.i18n.translate import translate
from cascade.i18n.translation import using_language

ROOT = Path(__file__).parents[3]
STOPS = """
import { lectureStops } from './assets/js/rules/lecture-rules.js';
const steps = JSON.parse(process.argv[1]);
console.log(JSON.stringify(steps.map(lectureStops)));
"""


@pytest.fixture(scope="module")
def guides(flagship):
    return {id: unescape(write(flagship, id).decode()) for id in flagship.lectures}


def test_it_has_every_step_with_its_notes_and_questions(guides, flagship):
    for id, lecture in flagship.lectures.items():
        page = guides[id]
        for step in lecture.steps:
            told = step.told
            assert told.title in page and told.say in page and (told.notes or "") in page
            if told.predict:
                assert told.predict.question in page and told.predict.why in page
                assert all(option in page for option in told.predict.options)


def test_it_lists_where_experts_disagree_with_the_papers(guides, flagship):
    arrows = {arrow.id: arrow.interaction for arrow in flagship.arrows}
    for id, lecture in flagship.lectures.items():
        for arrow in (arrows[id] for step in lecture.steps for id in step.show):
            if arrow.disputed:
                assert arrow.disputed in guides[id]
                assert all(flagship.references[p].first_author in guides[id]
                           for p in arrow.opposing)  # fmt: skip


def test_its_presses_are_those_of_the_player(guides, flagship):
    for id, lecture in flagship.lectures.items():
        steps = [{"show": list(s.show), "predict": bool(s.told.predict)} for s in lecture.steps]
        run = ["node", "--input-type=module", "-e", STOPS, json.dumps(steps)]
        stops = json.loads(subprocess.run(run, cwd=ROOT, capture_output=True, check=True).stdout)
        starts = [sum(stops[:index]) for index in range(len(stops))]
        assert [int(n) for n in re.findall(r"from press (\d+)<", guides[id])] == starts
        asked = re.findall(r"asked at press (\d+), answered at (\d+)", guides[id])
        # The question stands before the last stop of its step, which is the caption.
        ends = [start + stop for start, stop, step in zip(starts, stops, steps, strict=True)
                if step["predict"]]  # fmt: skip
        assert [(int(one), int(other)) for one, other in asked] == [(e - 3, e - 2) for e in ends]


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_vector_and_asks_nobody(flagship, paper):
    page = write(flagship, "friend-or-foe", paper).decode()
    assert "<svg" in page and "<img" not in page and "src=" not in page
    assert f"size: {PAPERS[paper][0]}" in page


def test_it_speaks_german(flagship):
    german = find("de")
    with using_language(german):
        page = write(translate(flagship, german), "cascade").decode()
    assert "Lernziele" in page and "Learning targets" not in page
