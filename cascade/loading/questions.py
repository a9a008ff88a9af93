"""Checks the questions that authors wrote for the self-test."""

from collections.abc import Collection, Sequence
from hashlib import sha256

from ..model.questions import FEWEST_WRONG, ArrowQuiz, Question
from .places import Ground
from .report import ProblemReport
from .source import Source


def check_questions(
    ground: Ground, arrows: Collection[str], whole: bool, report: ProblemReport
) -> dict[str, str]:
    """What is wrong with the questions of all stages goes to the report; `whole` is false where
    arrows were set aside. Returns a mark for each question: it changes with its English words, and
    with no translation."""
    marks: dict[str, str] = {}
    written: dict[str, str] = {}
    for here in ground.stages.values():
        for index, question in enumerate(here.stage.questions):
            path = (*here.base, "questions", index)
            if question.id in written:
                gaps = {"kind": "question", "id": question.id, "other": written[question.id]}
                report.add(here.source, (*path, "id"), "twice", **gaps)
                continue
            written[question.id] = here.source.where((*path, "id"))
            for position, id in enumerate(question.about):
                if whole and id not in arrows:
                    position = (*path, "about", position)
                    report.unknown(here.source, position, "interaction", id, arrows)
            _check(question, here.source, path, report)
            marks[question.id] = _mark(question)
        for index, interaction in enumerate(here.stage.interactions):
            if quiz := interaction.quiz:
                path = (*here.base, "interactions", index, "quiz")
                if bool(quiz.question) != bool(quiz.answer) or (quiz.wrong and not quiz.answer):
                    report.add(here.source, path, "quiz-answer")
                _check(quiz, here.source, path, report)
                marks[interaction.id] = _mark(quiz)
    return marks


def _check(asked: ArrowQuiz | Question, source: Source, path: tuple, report: ProblemReport):
    plain = [_plain(text) for text in asked.wrong]
    if asked.answer and _plain(asked.answer) in plain:
        at = (*path, "wrong", plain.index(_plain(asked.answer)))
        report.add(source, at, "quiz-right", answer=asked.answer)
    elif asked.wrong and len(set(plain)) < FEWEST_WRONG:
        report.add(source, (*path, "wrong"), "quiz-few", count=len(set(plain)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _mark(asked: ArrowQuiz | Question) -> str:
    texts: Sequence = (asked.question, asked.answer, asked.wrong)
    return sha256(repr(texts).encode()).hexdigest()[:8]
