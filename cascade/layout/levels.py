"""Which lines of a place are on screen together: the levels of detail, and the sizes seen at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..notation.sizes import CLOSE, NEAR, PLAIN
from .edge_bundling import RANK, DrawnEdge

OVERVIEW, CORE, ALL = 0, 1, 2
"""The tier rank up to which a level of detail shows arrows."""


@dataclass(frozen=True)
class Level:
    """What a reader sees of a place at once. `code` is a letter, a capital one at detail All."""

    code: str
    size: str
    rank: int
    spread: bool = False
    """Whether arrows between two cells run apart."""

    def lines(self, among: Iterable[DrawnEdge]) -> list[DrawnEdge]:
        return spread(among, self.rank) if self.spread else merged(among, self.rank)


def levels(card: bool) -> Sequence[Level]:
    """The levels of a place; a `card` inside a panel spreads out only in its own view."""
    return (
        Level("o", PLAIN, OVERVIEW),
        Level("s", NEAR, CORE, not card),
        Level("p", PLAIN, CORE, not card),
        *([Level("c", CLOSE, CORE, True), Level("C", CLOSE, ALL)] if card else []),
        Level("S", NEAR, ALL),
        Level("P", PLAIN, ALL),
        Level("O", PLAIN, ALL),
    )


def code(kind: str, size: str, rank: int) -> str:
    """The letter of the level that a view shows, as assets/ have it."""
    letter = {"overview": "o", "organ": "c"}.get(kind) or ("s" if size == NEAR else "p")
    return letter.upper() if rank == ALL else letter


def spread(among: Iterable[DrawnEdge], rank: int) -> list[DrawnEdge]:
    """Lines up to a tier rank, each arrow on its own."""
    return [line for line in among if not line.merged and RANK[line.tier] <= rank]


def merged(among: Iterable[DrawnEdge], rank: int) -> list[DrawnEdge]:
    """Lines up to a tier rank, merged where two or more arrows of one family belong to it."""
    among = list(among)
    pairs, inside = [], set()
    for line in among:
        if line.merged:
            drawn = [arrow.id for arrow in line.arrows if RANK[arrow.interaction.tier] <= rank]
            if len(drawn) > 1:
                pairs.append(line)
                inside.update(drawn)
    return [line for line in spread(among, rank) if line.id not in inside] + pairs
