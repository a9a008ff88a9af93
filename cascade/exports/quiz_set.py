"""The questions that an export writes, with their reasons and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from ..model.pathway import Pathway
from ..quiz.item import Item, Option
from ..quiz.quiz import items, version
from ..quiz.reasons import Reasons, source
from ..quiz.round import MIXED, USUAL, choose
from ..quiz.truth import chance
from .quiz_pictures import QuizPicture, QuizPictures


@dataclass(frozen=True)
class QuizSet:
    """Questions of a translated pathway; `version` is that of all its questions, `pictured` whether
    pictures go with them."""

    pathway: Pathway
    items: Sequence[Item]
    version: str
    pictured: bool = True

    @cached_property
    def reasons(self) -> Reasons:
        return Reasons(self.pathway)

    @cached_property
    def pictures(self) -> QuizPictures:
        return QuizPictures(self.pathway)

    def picture(self, item: Item) -> QuizPicture | None:
        return self.pictures.of(item) if self.pictured else None

    def source(self, item: Item) -> str:
        return source(item, self.version)

    def feedback(self, item: Item) -> list[str]:
        """Paragraphs after the answer, the last of which says where the question is from."""
        return [*self.reasons.feedback(item), self.source(item)]

    def feedback_html(self, item: Item) -> str:
        return "".join(f"<p>{escape(text, quote=False)}</p>" for text in self.feedback(item))

    def wrong(self, option: Option) -> str:
        return self.reasons.wrong(option)


def quiz_set(
    pathway: Pathway, stage: str = "", seed: int | None = None, count: int | None = None
) -> QuizSet:
    """All questions of a stage ('' for all stages), or those of the round of a seed."""
    questions = items(pathway)
    if seed is None:
        chosen = [item for item in questions if stage in ("", item.stage)]
    else:
        chosen = [item for item, _ in choose(questions, seed, stage or MIXED, count or USUAL)]
    return QuizSet(pathway, chosen, version(questions))


def name_of(item: Item) -> str:
    """An id for other systems, which take no colons."""
    return item.id.replace(":", "-").replace("/", "-")


def mixed(item: Item) -> Sequence[Option]:
    """The options that are shown, always in the same mixed order."""
    shown = () if item.answer in ("type", "own") else item.options
    return sorted(shown, key=lambda option: chance(item.id, option.text))
