"""Questions that authors write: of a stage, of an arrow; in their words and in another language."""

from dataclasses import replace

import pytest
from making import arrow, stage

from cascade.i18n.language import Language
from cascade.i18n.translate import pathway_strings, translate
from cascade.model.questions import ArrowQuiz
from cascade.quiz.quiz import items

OWN = {"question": "Who calls?", "answer": "The tumor", "wrong": ["Nobody", "A platelet"]}
CELLS = [{"id": "bed", "cells": {"tam": (0, 0), "tumor-cell": (2, 0)}}]


@pytest.fixture
def asked(make):
    def asked(quiz=None, **more):
        one = arrow("a", "tumor-cell > tam", **({"quiz": quiz} if quiz else {}))
        return make({**stage(CELLS, [one]), **more})

    return asked


def test_an_arrow_is_asked_about_in_the_author_s_words(asked):
    (item,) = items(asked({**OWN, "why": "It sends CSF-1."}))
    assert (item.kind, item.arrows, item.ask, item.right) == (
        "authored", ("a",), "Who calls?", ("The tumor",),
    )  # fmt: skip
    assert [option.text for option in item.options] == ["The tumor", "Nobody", "A platelet"]
    assert item.why == "It sends CSF-1." and item.answer == "choice"


def test_without_wrong_answers_the_reader_marks_himself(asked):
    (item,) = items(asked({"question": "Who calls?", "answer": "The tumor"}))
    assert item.answer == "own" and item.right == ("The tumor",)


def test_the_id_changes_with_the_words_and_is_the_same_in_every_language(asked):
    pathway = asked(OWN)
    (one,) = items(pathway)
    (other,) = items(asked({**OWN, "wrong": ["Nobody", "A neutrophil"]}))
    assert one.id != other.id
    said = {"interactions": {"a": {"quiz": {"question": "Qui ?", "wrong": ["Personne", "Lui"]}}}}
    french = Language("fr", "Français", pathways={"made": said})
    (item,) = items(translate(pathway, french))
    assert item.id == one.id and item.ask == "Qui ?"
    assert [option.text for option in item.options] == ["The tumor", "Personne", "Lui"]


def test_a_stage_has_questions_of_its_own(asked):
    pathway = asked(questions=[{"id": "why", **OWN, "about": ["a"]}])
    (item,) = items(pathway)
    assert item.id.startswith("authored:why:") and item.stage == pathway.stages[0].id
    assert pathway_strings(pathway)["questions"]["why"] == OWN


def test_an_arrow_may_be_left_out(flagship):
    every = items(flagship)
    about = next(item.arrows[0] for item in every if item.kind == "molecule")

    def with_quiz(quiz):
        changed = tuple(
            replace(a, interaction=a.interaction.model_copy(update={"quiz": quiz}))
            if a.id == about else a
            for a in flagship.arrows
        )  # fmt: skip
        return [i for i in items(replace(flagship, arrows=changed)) if i.kind != "authored"]

    assert not [item for item in with_quiz(ArrowQuiz(skip=True)) if about in item.arrows]
    told = with_quiz(ArrowQuiz(why="As I say."))
    assert {item.why for item in told if about in item.arrows} == {"As I say."}
