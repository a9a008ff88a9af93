"""The questions of the self-test as files for course systems, which the page offers to save.

Without pictures, so that a server makes them quickly; `cascade export` has them with pictures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..exports.questions import FORMATS, write
from ..exports.quiz_set import quiz_set
from ..figure.later_file import LaterFile, file_name
from ..i18n.translation import current_language, using_language
from ..model.pathway import Pathway
from ..quiz.quiz import asks

OFFERED = {"moodle-xml": "Moodle XML", "gift": "GIFT", "quiz-csv": "CSV"}
"""The formats that need no more than Python, and their names."""
_TYPES = {"xml": "application/xml", "gift": "text/plain", "csv": "text/csv"}


def offered(pathways: Sequence[Pathway]) -> list[dict]:
    """What a page links to: for each pathway with questions its title, and name, address and file
    name of each format."""
    voice = current_language().id
    return [
        {
            "title": pathway.title,
            "links": [
                (label, _address(pathway, form), file_name(f"{pathway.id}-quiz", voice, _end(form)))
                for form, label in OFFERED.items()
            ],
        }
        for pathway in pathways
        if asks(pathway)
    ]


def question_files(pathways: Sequence[Pathway]) -> Mapping[str, LaterFile]:
    """The files by their address, in the language being spoken."""
    voice = current_language()

    def made(pathway: Pathway, form: str) -> bytes:
        # The browser asks later, when nobody says any more what is spoken.
        with using_language(voice):
            return write(form, replace(quiz_set(pathway), pictured=False))

    return {
        _address(pathway, form): LaterFile(
            cache(lambda pathway=pathway, form=form: made(pathway, form)), _TYPES[_end(form)], False
        )
        for pathway in pathways
        for form in OFFERED
    }


def _address(pathway: Pathway, form: str) -> str:
    return f"quiz/{file_name(pathway.id, current_language().id, _end(form))}"


def _end(form: str) -> str:
    return FORMATS[form][1]
