"""What is known of a language: its words for the interface, and for each pathway."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType

from ..loading.problem import Problem
from . import english

LONG = "xx-long"
"""No language: every string twice, to see whether the layout bears long words."""


@dataclass(frozen=True, eq=False)
class Language:
    """`words` are whole English strings and what stands for them; `library` has the same trees as
    translate.facts, `pathways` by id those of translate.strings, with what is translated.

    `grammar` has the functions of english.py. `problems` are files that could not be read.
    """

    id: str
    name: str
    words: Mapping[str, str] = field(default_factory=dict)
    library: Mapping[str, dict] = field(default_factory=dict)
    pathways: Mapping[str, dict] = field(default_factory=dict)
    grammar: ModuleType = english
    problems: tuple[Problem, ...] = ()

    @property
    def tag(self) -> str:
        """For the lang attribute of HTML: what is no language is read out as English."""
        return "en" if self.id == LONG else self.id

    @property
    def suffix(self) -> str:
        """For the names of files; English, which most are in, has none."""
        return "" if self.id == "en" else self.id

    @property
    def make(self) -> Callable[[str], str] | None:
        """Makes the translation of any string, in a language without files."""
        return doubled if self.id == LONG else None

    def word(self, text: str) -> str:
        """The translation of an interface string, else the string."""
        return doubled(text) if self.id == LONG else self.words.get(text, text)


def doubled(text: str) -> str:
    return f"{text} {text}"


ENGLISH = Language("en", "English")
