"""Questions as a table: one row a question, for spreadsheets and programs of one's own."""

import csv
import io

from ..quiz.item import Item
from .quiz_set import QuizSet
from .table import joined, safe

COLUMNS = (
    "id", "kind", "stage", "level", "answer_by", "question", "right", "wrong", "also_right",
    "why", "papers", "arrows", "version",
)  # fmt: skip


def write(quiz: QuizSet) -> bytes:
    """CSV with a byte order mark, as Excel needs it; '|' between the entries of a cell."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_row(item, quiz) for item in quiz.items)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _row(item: Item, quiz: QuizSet) -> dict[str, str]:
    wrong = [option.text for option in item.options if not option.right]
    also = [name for name in item.accept if name not in item.right]
    papers = [paper["text"] for paper in quiz.reasons.papers(item)]
    values = (
        item.id, item.kind, item.stage, item.level, item.answer, item.ask, joined(item.right),
        joined(wrong), joined(also), quiz.reasons.why(item), joined(papers), joined(item.arrows),
        quiz.version,
    )  # fmt: skip
    return {name: safe(value) for name, value in zip(COLUMNS, values, strict=True)}
