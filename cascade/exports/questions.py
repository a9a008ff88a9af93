"""The formats of the questions: what each is for, and what writes it."""

from collections.abc import Callable
from importlib import import_module

from .quiz_set import QuizSet

FORMATS = {
    "moodle-xml": ("moodle", "xml", "Moodle, with pictures, names to drag and to pin"),
    "gift": ("gift", "gift", "Moodle and others, text alone"),
    "qti": ("qti", "zip", "Canvas and others (QTI 1.2), with pictures"),
    "anki": ("anki", "apkg", "Anki, with pictures, names to uncover"),
    "quiz-csv": ("quiz_csv", "csv", "spreadsheets"),
    "quiz-docx": ("quiz_docx", "docx", "Word: to print, with a key"),
}
"""By name the module, the file ending and what reads it."""


def write(name: str, quiz: QuizSet) -> bytes:
    """A file of questions. Raises ImportError where a package is missing, Unavailable where a
    browser is."""
    module: Callable = import_module(f".{FORMATS[name][0]}", __package__).write
    return module(quiz)
