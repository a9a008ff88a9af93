"""One thing that is wrong with a file, in words a biologist can act on."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches

from .characters import printable


@dataclass(frozen=True, order=True)
class Problem:
    """A finding at a place. `line` and `column` start at 1; `severity` is error or warning."""

    file: str
    line: int
    column: int
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else "warning: "
        return printable(f"{self.file}:{self.line}:{self.column}: {mark}{self.message}")

    def as_dict(self) -> dict:
        return asdict(self)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'X'?` when one of the known words is near, else the empty string."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f", did you mean '{close[0]}'?" if close else ""
