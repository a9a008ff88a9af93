"""Whether the translations of the interface are plain text with the gaps of the English.

What is none is not said: the page stays English there, and `check`, `freeze` and `serve` tell.
"""

import re
from collections.abc import Iterator

from ..loading.problem import Problem
from ..loading.source import Source
from .translation import GAP

_JINJA = re.compile(r"\{\{|\{%|\{#|%\}|\}\}")
_MARKUP = re.compile(r"</?[A-Za-z!?][^>]{0,40}>?|&#?\w+;")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def faults(source: Source) -> Iterator[tuple[str, Problem]]:
    """What is wrong with an `interface.yaml`: the English string, and what to mend."""
    for key, text in source.data.items():
        message = _fault(key, text) if isinstance(text, str) and text else ""
        if message:
            yield key, source.problem(message, (key,))


def _fault(english: str, text: str) -> str:
    if match := _JINJA.search(text):
        message = f"a translation is plain text, so '{match[0]}' means nothing"
        return f"{message}; use the gaps: {_gaps(english)}"
    # A class of molecules may be called what it likes, and so may its translation.
    if (match := _MARKUP.search(text)) and not _MARKUP.search(english):
        return f"a translation is plain text; take out '{match[0]}'"
    if set(_BRACES.findall(english)) != set(_BRACES.findall(text)):
        return f"the translation must keep what stands in braces: {_gaps(english)}"
    return ""


def _gaps(english: str) -> str:
    return ", ".join(f"{{{gap}}}" for gap in dict.fromkeys(GAP.findall(english))) or "none"
