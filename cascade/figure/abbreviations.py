"""The short names of cells that a newcomer cannot read, spelled out."""

import re
from collections.abc import Iterable

from ..i18n.translation import t
from ..model.documents import Cell

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PARTS = re.compile(r"[\s-]+")
_SHORT = 4
"""A name of one word this short is an abbreviation, too: Treg."""


def title() -> str:
    return t("Abbreviations")


def abbreviations(cells: Iterable[Cell]) -> dict[str, str]:
    """'MDSC' -> 'Myeloid-derived suppressor cell', in alphabetical order."""
    spellings = {cell.short: spelled(cell) for cell in cells if abbreviated(cell)}
    return dict(sorted(spellings.items()))


def abbreviated(cell: Cell) -> bool:
    """Whether a word of the short name is cut, or of initials, and not in the full name."""
    known = set(cell.name.split())
    words = [word for word in cell.short.split() if word not in known]
    cut = any(word.endswith(".") or "φ" in word or _initials(word) for word in words)
    return cut or (bool(words) and len(cell.short) <= _SHORT)


def _initials(word: str) -> bool:
    return any(run.isupper() for run in _LETTERS.findall(word))


def spelled(cell: Cell) -> str:
    """The name, or that synonym whose initials the short name has: 'Disseminated tumor cell'."""
    for name in (cell.name, *cell.synonyms):
        initials = "".join(part[0] for part in _PARTS.split(name) if part)
        if initials.casefold() == cell.short.casefold():
            return name
    return cell.name
