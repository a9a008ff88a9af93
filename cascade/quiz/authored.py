"""Questions that authors wrote: of a stage, of an arrow, and those that lectures ask."""

from collections.abc import Iterator, Sequence

from ..model.lecture_documents import LETTERS
from ..model.pathway import Arrow
from .item import Item, Option, item_id, level, lines
from .truth import Truth

FEWEST = 3
"""Options of a question with a choice."""


def authored(truth: Truth) -> Iterator[Item]:
    """All of them; a lecture's question with two options only is left to the lecture."""
    pathway = truth.pathway
    arrows = {arrow.id: arrow for arrow in pathway.arrows}
    own = {question.question for stage in pathway.stages for question in stage.questions}
    for stage in pathway.stages:
        for question in stage.questions:
            about = [arrows[id] for id in question.about]
            yield _item(question.id, stage.id, question, about, truth)
    for arrow in pathway.arrows:
        quiz = arrow.interaction.quiz
        if quiz and quiz.question and not quiz.skip:
            yield _item(arrow.id, arrow.place.stage.id, quiz, [arrow], truth)
    for lecture in pathway.lectures.values():
        for step in lecture.steps:
            asked = step.told.predict
            if asked and len(asked.options) >= FEWEST and asked.question not in own:
                about = [arrows[id] for id in step.show]
                yield Item(
                    id=item_id("authored", f"{lecture.id}-{step.id}", asked.answer, step.show),
                    kind="authored",
                    stage=about[0].place.stage.id,
                    level=level(about),
                    ask=asked.question,
                    answer="choice",
                    arrows=step.show,
                    options=_right_first(asked.options, LETTERS.index(asked.answer)),
                    hide={"edges": lines(about)},
                    why=asked.why,
                )


def _item(id: str, stage: str, asked, about: Sequence[Arrow], truth: Truth) -> Item:
    return Item(
        id=item_id("authored", id, truth.pathway.marks[id]),
        kind="authored",
        stage=stage,
        level=level(about),
        ask=asked.question,
        answer="choice" if asked.wrong else "own",
        arrows=tuple(arrow.id for arrow in about),
        options=(Option(asked.answer, True), *map(Option, asked.wrong)),
        hide={"edges": lines(about)},
        why=asked.why or "",
    )


def _right_first(options: Sequence[str], right: int) -> tuple[Option, ...]:
    others = (Option(text) for index, text in enumerate(options) if index != right)
    return Option(options[right], True), *others
