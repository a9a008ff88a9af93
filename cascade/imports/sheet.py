"""What every importer makes of its file: rows in the words of the table in formats/rows.py."""

import re
from dataclasses import dataclass, field

# What a YAML file may not hold, see source.py; U+FFFE and U+FFFF fall under it, too.
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Refusal(Exception):
    """Why a file gives no draft, in one line."""


@dataclass
class Row:
    """One interaction. `cells` holds text by column of formats/rows.py, as far as known; `extras`
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
    """The interactions of a file; `said` tells what was left out or read in a special way."""

    rows: list[Row]
    title: str = ""
    description: str = ""
    said: list[str] = field(default_factory=list)


def clean(text: str) -> str:
    """Text without the characters that YAML forbids."""
    return _CONTROL.sub("", text)


def line(text: str) -> str:
    """A name: clean, on one line, without double spaces."""
    return " ".join(clean(text).split())


def decoded(content: bytes, said: list[str]) -> str:
    """A text file as text, whatever encoding a spreadsheet gave it."""
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        said.append("the file is not UTF-8; it was read as Latin-1, check the names")
        return content.decode("latin-1")


def number(text: str) -> float | None:
    """A finite number, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


def listed(words, limit: int = 0) -> str:
    """'a, b, c'; beyond the limit, how many more."""
    words = list(words)
    shown = words[:limit] if limit else words
    rest = len(words) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")
