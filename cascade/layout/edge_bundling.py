"""Which arrows of a place run together: merged pairs, and lanes between two cells.

Parallel arrows merge only within one sign family: an osteoblast both feeds (RANKL) and starves
(OPG) an osteoclast precursor, and that must stay two arrows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.documents import Molecule
from ..model.pathway import Arrow, Place
from ..model.vocabulary import RANK
from ..notation.grammar import FAMILY_HEADS, FIRM_READOUT, family

_LONG = 13
_LABEL = 14
DISPUTED = "?"
"""What stands on a disputed line that names no molecule."""


@dataclass(frozen=True)
class DrawnEdge:
    """One line of the drawing: a single arrow, or a merged pair of several (best tier first)."""

    id: str
    arrows: tuple[Arrow, ...]

    @property
    def place(self) -> Place:
        return self.arrows[0].place

    @property
    def source(self) -> str:
        return self.arrows[0].source

    @property
    def target(self) -> str:
        return self.arrows[0].target

    @property
    def merged(self) -> bool:
        return len(self.arrows) > 1

    @property
    def tier(self) -> str:
        return self.arrows[0].interaction.tier

    @property
    def effect(self) -> str:
        """The common effect, or the plainest one of the family."""
        return self._common("effect") or FAMILY_HEADS[family(self.arrows[0].interaction.effect)]

    @property
    def outcome(self) -> str:
        return self._common("outcome") or "context-dependent"

    @property
    def route(self) -> str:
        return self._common("route") or "secreted"

    @property
    def readout(self) -> str:
        """Firm where any of the arrows is firm: the merged line promises no more than its best."""
        readouts = [arrow.interaction.readout for arrow in self.arrows]
        return FIRM_READOUT if FIRM_READOUT in readouts else readouts[0]

    @property
    def disputed(self) -> bool:
        return any(arrow.interaction.disputed for arrow in self.arrows)

    def _common(self, name: str) -> str | None:
        values = {getattr(arrow.interaction, name) for arrow in self.arrows}
        return values.pop() if len(values) == 1 else None


def merge_parallel(arrows: Iterable[Arrow]) -> list[DrawnEdge]:
    """Every arrow as a line of its own, and a merged line for each pair of the same family."""
    singles: list[DrawnEdge] = []
    groups: dict[tuple[str, str, str], list[Arrow]] = defaultdict(list)
    for arrow in sorted(arrows, key=lambda a: RANK[a.interaction.tier]):
        singles.append(DrawnEdge(arrow.id, (arrow,)))
        groups[arrow.source, arrow.target, family(arrow.interaction.effect)].append(arrow)
    pairs = [
        DrawnEdge(pair_id(group[0]), tuple(group)) for group in groups.values() if len(group) > 1
    ]
    return singles + pairs


def pair_id(arrow: Arrow) -> str:
    """A lasting, readable id: place--from--to--family."""
    interaction = arrow.interaction
    return "--".join(
        (arrow.place.id, interaction.from_, interaction.to, family(interaction.effect))
    )


def assign_lanes(drawn: Iterable[DrawnEdge]) -> dict[str, float]:
    """Lane of each line between its two cells: 0 is the middle, seen from the lower node id.

    Core lines share the middle; lines that only the full detail shows take the outer lanes. A
    merged line runs where its first arrow runs.
    """
    between: dict[tuple[str, str], list[DrawnEdge]] = defaultdict(list)
    drawn = list(drawn)
    for line in drawn:
        if not line.merged and line.source != line.target:
            between[tuple(sorted((line.source, line.target)))].append(line)
    result: dict[str, float] = {}
    for group in between.values():
        inner = [line for line in group if line.tier != "extended"]
        inner.sort(key=lambda line: (line.source > line.target, family(line.effect), line.id))
        middle = (len(inner) - 1) / 2
        for index, line in enumerate(inner):
            result[line.id] = index - middle
        _outer([line for line in group if line.tier == "extended"], inner, result)
    for line in drawn:
        if line.merged:
            result[line.id] = result.get(line.arrows[0].id, 0.0)
    return result


def _outer(extended: list[DrawnEdge], inner: list[DrawnEdge], result: dict[str, float]) -> None:
    """Outer lanes, one a family and direction: a merged family needs one lane only."""
    taken = {(line.source, family(line.effect)): result[line.id] for line in inner}
    reach = (len(inner) - 1) / 2 if inner else -0.5
    low, high = -reach, reach
    for line in sorted(extended, key=lambda line: line.id):
        key = line.source, family(line.effect)
        if key not in taken:
            if line.source < line.target:
                low -= 1
                taken[key] = low
            else:
                high += 1
                taken[key] = high
        result[line.id] = taken[key]
    if not inner and len(set(taken.values())) == 1:
        for line in extended:
            result[line.id] = 0.0


def molecule_label(molecule: Molecule) -> str:
    """The shortest name that a lecture would use."""
    if len(molecule.name) <= _LONG:
        return molecule.name
    short = [s for s in (*molecule.synonyms, molecule.symbol) if len(s) <= _LONG]
    if not short:
        return f"{min(molecule.name, molecule.symbol, key=len)[: _LONG - 1]}…"
    return min(short, key=len) if molecule.symbol not in short else short[0]


def label(line: DrawnEdge, molecules: Mapping[str, Molecule]) -> str:
    """What stands on the line: the most telling mediators, and how many more there are; where
    experts disagree about one that names none, a question mark."""
    names: list[str] = []
    for arrow in line.arrows:
        interaction = arrow.interaction
        for symbol in interaction.mediators or interaction.enzymes:
            name = molecule_label(molecules[symbol])
            if name not in names:
                names.append(name)
    if not names:
        return DISPUTED if line.disputed else ""
    shown = names[:1]
    for name in names[1:]:
        if len(", ".join([*shown, name])) > _LABEL:
            break
        shown.append(name)
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" +{rest}" if rest else "")
