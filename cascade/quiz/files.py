"""The files with the questions, which a page asks for when a reader first tests himself."""

from collections.abc import Mapping, Sequence
from functools import cache

from ..figure.later_file import LaterFile, file_name
from ..i18n.translation import current_language, using_language
from ..model.pathway import Pathway
from .quiz import quiz_json


def quiz_files(pathways: Sequence[Pathway]) -> Mapping[str, LaterFile]:
    """The questions of each pathway in the language being spoken, by name below quiz/."""
    voice = current_language()

    def made(pathway: Pathway) -> bytes:
        # The browser asks later, when nobody says any more what is spoken.
        with using_language(voice):
            return quiz_json(pathway)

    return {
        file_name(pathway.id, voice.id): LaterFile(
            cache(lambda pathway=pathway: made(pathway)), "application/json", False
        )
        for pathway in pathways
    }
