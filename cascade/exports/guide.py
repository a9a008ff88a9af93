"""The teacher's page of a lecture: what it teaches, how it goes, what to ask, who disagrees.

All of it is said elsewhere: by the steps of the lecture, their questions and notes, by the arrows
and their disputes, by the questions of the self-test.
"""

from collections.abc import Iterator

from ..figure.sentences import citation, claim, mention
from ..i18n.templates import templates
from ..i18n.translation import current_language
from ..layout.drawing import draw
from ..layout.visibility import views
from ..model.lecture_documents import LETTERS
from ..model.pathway import Arrow, Lecture, Pathway, Step
from ..model.questions import Question
from ..svg import svg
from .chromium import print_styles
from .handout import PAPERS

MINUTES_A_PRESS, MINUTES_A_QUESTION = 0.75, 2.0
"""A rule of thumb for the time that a lecture takes; the page says so."""


def write(pathway: Pathway, lecture_id: str, paper: str = "a4") -> bytes:
    """One HTML file that needs no other, to print on a paper of PAPERS. KeyError for an unknown
    lecture."""
    lecture = pathway.lectures[lecture_id]
    arrows = {arrow.id: arrow for arrow in pathway.arrows}
    shown = [arrows[id] for id in dict.fromkeys(id for s in lecture.steps for id in s.show)]
    drawing = draw(pathway)
    width, height = PAPERS[paper]
    steps = list(_steps(lecture, arrows, pathway))
    questions = sum(bool(step["asked"]) for step in steps)
    minutes = steps[-1]["end"] * MINUTES_A_PRESS + questions * MINUTES_A_QUESTION
    page = {
        "title": lecture.title,
        "description": lecture.description or "",
        "picture": svg(drawing, next(views(drawing)), "projector", legend=False, citation=False),
        "minutes": 5 * max(1, round(minutes / 5)),
        "presses": steps[-1]["end"],
        "steps": steps,
        "overview": [claim(a, pathway) for a in shown if a.interaction.tier == "overview"],
        "advanced": [claim(a, pathway) for a in shown if a.interaction.tier != "overview"],
        "questions": [_own(question) for question in _questions(pathway, shown)],
        "misconceptions": list(_misconceptions(lecture, pathway, shown)),
        "disputes": [_dispute(arrow, pathway) for arrow in shown if arrow.interaction.disputed],
    }
    return (
        templates()
        .get_template("guide.html")
        .render(
            page=page, language=current_language(), width=width, height=height,
            faces=print_styles(), citation=citation(pathway), lecture=lecture_id, id=pathway.id,
        )
        .encode()
    )  # fmt: skip


def _steps(lecture: Lecture, arrows: dict[str, Arrow], pathway: Pathway) -> Iterator[dict]:
    """The steps with the presses at which they begin, ask and answer, counted from the first
    arrow as `lectureStops` in assets/js/rules/lecture-rules.js does."""
    press = 0
    for step in lecture.steps:
        count, told = max(1, len(step.show)), step.told
        stops = count + (2 if told.predict else 0)
        yield {
            "title": told.title,
            "start": press,
            "end": press + stops,
            "claims": [claim(arrows[id], pathway) for id in step.show],
            "say": told.say,
            "notes": told.notes or "",
            "asked": _asked(step, press + count - 1) if told.predict else None,
        }
        press += stops


def _asked(step: Step, press: int) -> dict:
    asked = step.told.predict
    index = LETTERS.index(asked.answer)
    return {
        "question": asked.question,
        "options": list(zip(LETTERS, asked.options, strict=False)),
        "answer": f"{asked.answer}. {asked.options[index]}",
        "why": asked.why,
        "press": press,
    }


def _questions(pathway: Pathway, shown: list[Arrow]) -> Iterator[Question]:
    """The authors' questions about arrows that the lecture shows, all of them."""
    ids = {arrow.id for arrow in shown}
    asked = {s.told.predict.question for le in pathway.lectures.values() for s in le.steps
             if s.told.predict}  # fmt: skip
    for stage in pathway.stages:
        for question in stage.questions:
            if set(question.about) <= ids and question.question not in asked:
                yield question


def _own(question: Question) -> dict:
    return {"question": question.question, "answer": question.answer, "why": question.why or ""}


def _misconceptions(lecture: Lecture, pathway: Pathway, shown: list[Arrow]) -> Iterator[dict]:
    """The wrong answers that its questions offer, with what is right instead."""
    for step in lecture.steps:
        if asked := step.told.predict:
            right = LETTERS.index(asked.answer)
            wrong = [option for index, option in enumerate(asked.options) if index != right]
            yield {"question": asked.question, "wrong": wrong, "why": asked.why}
    for question in _questions(pathway, shown):
        if question.wrong:
            why = question.why or question.answer
            yield {"question": question.question, "wrong": question.wrong, "why": why}


def _dispute(arrow: Arrow, pathway: Pathway) -> dict:
    papers = {side: [mention(pathway.references[id]) for id in getattr(arrow.interaction, side)]
              for side in ("references", "opposing")}  # fmt: skip
    return {"claim": claim(arrow, pathway), "text": arrow.interaction.disputed, **papers}
