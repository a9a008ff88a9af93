"""GIFT, the text format of Moodle: https://docs.moodle.org/405/en/GIFT_format. No pictures."""

import re

from ..quiz.item import Item
from .quiz_set import QuizSet, name_of

_MEANT = re.compile(r"([~=#{}:\\])")


def write(quiz: QuizSet) -> bytes:
    """All questions, in a category with the pathway's title; names of cells are to be typed,
    orders matched with numbers, short answers essays."""
    title = quiz.pathway.title.replace("/", "//")
    parts = [f"// {quiz.pathway.title}, {quiz.version}\n$CATEGORY: {title}"]
    parts += [_question(item, quiz) for item in quiz.items]
    return "\n\n".join(parts).encode() + b"\n"


def _question(item: Item, quiz: QuizSet) -> str:
    feedback = "####" + _said(" ".join(quiz.feedback(item)))
    lines = [f"// {quiz.source(item)}", f"::{name_of(item)}::{_said(item.ask)} {{"]
    if item.answer == "own":
        # What graders see: an essay has no answers.
        model = _said(" / ".join(item.right))
        return "\n".join([*lines, f"####{model} {_said(' '.join(quiz.feedback(item)))}", "}"])
    if item.answer == "type":
        lines += [f"={_said(name)}" for name in dict.fromkeys((*item.right, *item.accept))]
    elif item.answer == "order":
        lines += [
            f"={number} -> {_said(right)}" for number, right in enumerate(item.right, start=1)
        ]
    else:
        for option in item.options:
            where = quiz.wrong(option)
            mark = "=" if option.right else "~"
            lines.append(mark + _said(option.text) + (f" #{_said(where)}" if where else ""))
    return "\n".join([*lines, feedback, "}"])


def _said(text: str) -> str:
    """Words without the characters that mean something in GIFT, on one line."""
    return _MEANT.sub(r"\\\1", " ".join(text.split()))
