"""What a line of a GPML file joins, followed through the anchors of other lines.

Reactome's pathways draw a reaction as a line that touches nothing, with anchors: what goes in
leads to one, what comes out starts at one, what controls it points at one.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .gpml_nodes import GpmlNode, get, ids, parts, tag

_DEPTH = 8
_PLAIN = ("", "Line", "Undirected")
_WHY = {
    "free": "with an end that touches nothing",
    "missing": "that name an element which is not in the file",
    "anchor": "that lead to a line which itself joins nothing",
    "points": "without two points",
}


@dataclass(frozen=True)
class End:
    """An end of a line: the id that it touches, and its arrowhead, '' for none."""

    reference: str
    head: str


class Web:
    """The lines of a file: a line may start or end on another's anchor."""

    def __init__(self, lines: list[Element], nodes: dict[str, GpmlNode]):
        self.nodes = nodes
        self.lines = {id(element): element for element in lines}
        self.ends_of = {id(element): _ends(element) for element in lines}
        self.anchors: dict[str, tuple[int, float]] = {}
        for element in lines:
            for part in parts(element):
                if tag(part) == "Anchor":
                    place = _number(part.get("Position") or part.get("position"))
                    self.anchors |= {name: (id(element), place) for name in ids(part)}
        # The lines at each line's anchors, with the side that touches.
        self.touching: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
        for line, ends in self.ends_of.items():
            for side, end in enumerate(ends):
                if end.reference in self.anchors:
                    other, place = self.anchors[end.reference]
                    self.touching[other].append((line, side, place))
        self.why: Counter[str] = Counter()
        self._known: dict[tuple[int, bool], list[GpmlNode]] = {}

    def ends(self, element: Element) -> list[tuple[GpmlNode, GpmlNode, str, str]]:
        """Sender, receiver, arrowhead and a remark, one for each head; none where an end is
        loose."""
        line, ends = id(element), self.ends_of[id(element)]
        if len(ends) < 2:
            self.why["points"] += 1
            return []
        result = []
        for sender, receiver, head in self._ways(ends):
            for node in self._nodes(line, sender, True):
                for two in self._nodes(line, receiver, False):
                    result.append((node, two, head, self._remark(ends)))
        if not result and not self._part(line):
            self._count(ends)
        return result

    def joins(self, element: Element) -> bool:
        """Whether a line that joins no two nodes itself is a part of a reaction that does."""
        return self._part(id(element))

    def reasons(self) -> str:
        """Why lines join nothing, each reason with its count."""
        return ", ".join(f"{count} {_WHY[why]}" for why, count in self.why.items())

    def _ways(self, ends: tuple[End, ...]) -> list[tuple[int, int, str]]:
        """The sides that send and receive, and the arrowhead, one for each head."""
        start, end = ends
        ways = [(0, 1, end.head)] if end.head or not start.head else []
        # A head at the start: the arrow runs the other way, so an anchor there is its end.
        ways += [(1, 0, start.head)] if start.head else []
        for side in (0, 1) if not (start.head or end.head) else ():
            if self._reaction(ends[side]):
                place = self.anchors[ends[side].reference][1]
                # What goes into a reaction is told with what comes out.
                return [] if place < 0.5 else [(side, 1 - side, "")]
        return ways

    def _nodes(self, line: int, side: int, sends: bool, depth: int = 0) -> list[GpmlNode]:
        """The nodes at an end of a line. At an anchor those of its line: its senders where this
        end sends, its receivers else."""
        reference = self.ends_of[line][side].reference
        if reference in self.nodes:
            return [self.nodes[reference]]
        if reference in self.anchors and depth < _DEPTH:
            return self._through(self.anchors[reference][0], sends, depth + 1)
        return []

    def _through(self, line: int, sends: bool, depth: int = 0) -> list[GpmlNode]:
        """The senders or the receivers of a line that others touch."""
        known = self._known.get((line, sends))
        if known is not None:
            return known
        self._known[line, sends] = []  # for lines that touch each other in a circle
        ends = self.ends_of[line]
        reached: dict[str, GpmlNode] = {}
        if len(ends) > 1:
            turned = bool(ends[0].head) and not ends[1].head
            for node in self._nodes(line, 0 if sends != turned else 1, sends, depth):
                reached.setdefault(node.key, node)
        if not all(end.reference for end in ends):
            for other, touch, place in self.touching[line]:
                if self._role(other, touch, place) == ("in" if sends else "out"):
                    for node in self._nodes(other, 1 - touch, sends, depth):
                        reached.setdefault(node.key, node)
        self._known[line, sends] = list(reached.values())
        return self._known[line, sends]

    def _role(self, line: int, side: int, place: float) -> str:
        """What a line does at another's anchor, which its end `side` touches: it goes 'in', comes
        'out', or 'controls'."""
        ends = self.ends_of[line]
        if ends[side].head:
            return "controls"
        if ends[1 - side].head:
            return "out"
        return "in" if place < 0.5 else "out"

    def _reaction(self, end: End) -> bool:
        """Whether an end touches a line that lies free and is joined through its anchors."""
        return end.reference in self.anchors and self._joined(self.anchors[end.reference][0])

    def _joined(self, line: int) -> bool:
        free = any(not end.reference for end in self.ends_of[line])
        return free and bool(self._through(line, True) and self._through(line, False))

    def _part(self, line: int) -> bool:
        return self._joined(line) or any(map(self._reaction, self.ends_of[line]))

    def _count(self, ends: tuple[End, ...]) -> None:
        loose = [end for end in ends if end.reference not in self.nodes]
        if any(not end.reference for end in loose):
            self.why["free"] += 1
        elif any(end.reference not in self.anchors for end in loose):
            self.why["missing"] += 1
        else:
            self.why["anchor"] += 1

    def _remark(self, ends: tuple[End, ...]) -> str:
        for end in ends:
            if end.reference in self.nodes or end.reference not in self.anchors:
                continue
            line = self.anchors[end.reference][0]
            if self._reaction(end):
                name = get(self.lines[line], "GraphId")
                return f"through the reaction {name}" if name else "through a reaction"
            pairs = self._through(line, True), self._through(line, False)
            if all(pairs):
                return f"joins the arrow from {pairs[0][0].name} to {pairs[1][0].name}"
        return ""


def _ends(element: Element) -> tuple[End, ...]:
    points = [part for part in parts(element) if tag(part) == "Point"]
    if len(points) < 2:
        return ()
    heads = [get(point, "ArrowHead") for point in (points[0], points[-1])]
    return tuple(
        End(get(point, "GraphRef"), "" if head in _PLAIN else head)
        for point, head in zip((points[0], points[-1]), heads, strict=True)
    )


def _number(text: str | None) -> float:
    try:
        return float(text or 0.5)
    except ValueError:
        return 0.5
