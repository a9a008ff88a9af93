"""What every importer makes of its file: rows in the words of the table in exports/table.py."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass, field

from ..loading.characters import LINE_SEPARATORS, UNWRITABLE
from ..model.interaction_fields import SHOWN

# What a draft claims where the file says nothing: as little as the model allows.
DEFAULTS = {
    "effect": "binds", "route": "unknown", "outcome": "context-dependent",
    "readout": "expression", "confidence": "low",
}  # fmt: skip
_EFFECTS = {
    "activates": "activation activate activated promotes promote stimulates stimulation stimulate "
    "induces induction upregulates up-regulates up positive + -> positively_regulates arrow "
    "phosphorylates phosphorylation expression catalysis",
    "inhibits": "inhibition inhibit suppresses suppression represses repression downregulates "
    "down-regulates down negative - -| --| blocks reduces negatively_regulates tee tbar "
    "dephosphorylation",
    "recruits": "recruitment recruit attracts attraction chemotaxis",
    "retains": "retention retain holds",
    "kills": "kill killing lysis lyses cytotoxicity",
    "differentiates": "differentiation differentiate",
    "permeabilizes": "permeabilization opens",
    "displaces": "displacement displace",
    "binds": "bind binding interacts interacts-with interacts_with interaction pp adhesion adheres "
    "contact undirected",
    "transfers": "transfer secretes translocation transport",
}
_LONGEST = 60
_GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa",
                        "+": " pos ", "Α": "alpha", "Β": "beta"})  # fmt: skip


class ImportRefused(Exception):
    """Why a file gives no draft, in one line."""

    def __str__(self) -> str:
        return line(super().__str__())


@dataclass
class Row:
    """One interaction. `cells` holds text by column of exports/table.py, as far as known; `extras`
    what has no column; `score` says how strong it is (higher first), `where` its place in the
    file."""

    cells: dict[str, str]
    extras: dict[str, str] = field(default_factory=dict)
    score: float | None = None
    where: str = ""

    def get(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class Sheet:
    """The interactions of a file; `said` tells what was left out or read in a special way,
    `sketched` that positions are of another program's drawing, to be scaled to ours."""

    rows: list[Row]
    title: str = ""
    description: str = ""
    said: list[str] = field(default_factory=list)
    sketched: bool = False


def clean(text: str) -> str:
    """Text without the characters that the check refuses; a blank for those that end a line."""
    return UNWRITABLE.sub(lambda match: " " if match[0] in LINE_SEPARATORS else "", text)


def line(text: str) -> str:
    """A name: clean, on one line, without double spaces."""
    return " ".join(clean(text).split())


def decoded(content: bytes, remarks: list[str]) -> str:
    """A text file as text, whatever encoding a spreadsheet gave it."""
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        remarks.append("the file is not UTF-8; it was read as Latin-1, check the names")
        return content.decode("latin-1")


# A spreadsheet writes numbers and truth in the language of its reader.
_DECIMAL_COMMA = re.compile(r"(-?\d+),(\d+)")
_TRUE = frozenset(
    ["true", "yes", "1", "wahr", "vrai", "vero", "verdadero", "verdadeiro", "waar", "prawda"]
)


def is_true(text: str) -> bool:
    return text.strip().casefold() in _TRUE


def number(text: str) -> float | None:
    """A finite number, or None; '0,5' is a half, as a spreadsheet may write it."""
    try:
        value = float(_DECIMAL_COMMA.sub(r"\1.\2", text, count=1))
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


def listed(words, limit: int = 0) -> str:
    """'a, b, c'; beyond the limit, how many more."""
    words = list(words)
    shown = words[:limit] if limit else words
    rest = len(words) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


EFFECTS = {word: effect for effect, text in _EFFECTS.items() for word in text.split()}


def word(field: str, text: str) -> str:
    """The value of a closed list that a text means, '' where it means none."""
    known = SHOWN[field].choices
    plain = " ".join(text.split()).casefold()
    if plain in known:
        return plain
    for id, label in known.items():
        if plain == label.casefold():
            return id
    return EFFECTS.get(plain, "") if field == "effect" else ""


def slug(text: str, otherwise: str = "item") -> str:
    """'TGF-β1 → TAM' as 'tgf-beta1-tam'."""
    plain = unicodedata.normalize("NFKD", text.translate(_GREEK)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    id = "-".join(words)[:_LONGEST].strip("-")
    return id or otherwise


def unique(wanted: str, taken: Container[str]) -> str:
    """The id, or with -2, -3 ... where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while True:
        ending = f"-{number}"
        id = wanted[: _LONGEST - len(ending)].rstrip("-") + ending
        if id not in taken:
            return id
        number += 1
