"""A file that a page asks for when a reader first wants what is in it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class LaterFile:
    """Its content is made at the first call, as most readers never ask; a `lasting` one never
    changes under its name."""

    content: Callable[[], bytes]
    type: str
    lasting: bool


def file_name(id_: str, lang: str = "en", ending: str = "json") -> str:
    """The name of what belongs to a pathway in a language."""
    return f"{id_}.{ending}" if lang == "en" else f"{id_}.{lang}.{ending}"
