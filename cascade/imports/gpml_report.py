"""Where cells stand in a GPML file, and what of the file no draft has a place for."""

from xml.etree.ElementTree import Element

from ..exports.table import joined
from .gpml_nodes import GpmlNode, comments_of, facts_of, get, ids, tag
from .gpml_shapes import Box
from .sheet import Row, line, listed

_LONG = 80


class GpmlBoard:
    """Positions: those of another program are a sketch, to be scaled; those that `cascade export`
    wrote are the figure's own, moved by its `origin`, and its panels are frames."""

    def __init__(self, root: Element):
        self.dx, self.dy = _origin(facts_of(root).get("origin", ""))
        self.frames: dict[str, tuple[str, Box]] = {}
        self.ours = False
        for element in root.iter():
            kind = tag(element)
            if kind == "DataNode" and not self.ours:
                self.ours = {"place", "cell"} <= facts_of(element).keys()
            if kind == "Shape" and (box := Box.of(element)):
                for id in ids(element):
                    if id.startswith("p_"):
                        self.frames[id.removeprefix("p_")] = get(element, "TextLabel"), box

    def placed(self, row: Row, source: GpmlNode, target: GpmlNode) -> Row:
        """The row with its place and the positions of its ends."""
        if not self.ours:
            return row
        for end, node in (("from", source), ("to", target)):
            if node.box:
                x, y = node.box.middle
                row.cells[f"{end}_x"] = f"{x - self.dx:.1f}"
                row.cells[f"{end}_y"] = f"{y - self.dy:.1f}"
        if place := source.facts.get("place"):
            row.cells |= {"place": place, "place_organ": source.facts.get("organ", "")}
            row.cells["stage"] = source.facts.get("stage", "")
            if place in self.frames:
                name, box = self.frames[place]
                edges = box.x1 - self.dx, box.y1 - self.dy, box.x2 - box.x1, box.y2 - box.y1
                row.cells["place_box"] = joined(f"{n:.1f}" for n in edges)
                row.cells["place_name"] = name
        return row


def left_out(root: Element) -> list[str]:
    """What no draft has a field for, counted."""
    kinds = [tag(element) for element in root.iter()]
    remarks = []
    comments = comments_of(root)
    rest = comments if root.findtext("{*}Description") else comments[1:]
    # What `cascade export` says of itself is no remark of an author.
    rest = [text for text in rest if not facts_of(root)]
    if rest:
        shown = listed(f"'{text[:_LONG]}{'…' if len(text) > _LONG else ''}'" for text in rest)
        remarks.append(f"{len(rest)} more comments on the pathway, left out: {shown}")
    if drawn := kinds.count("GraphicalLine"):
        remarks.append(f"{drawn} graphical lines, which have no meaning, are left out")
    terms = [_term(element) for element in root.iter() if tag(element) in _TERMS]
    if terms:
        remarks.append(f"ontology terms of the pathway, left out: {listed(terms)}")
    if codes := kinds.count("Evidence"):
        remarks.append(f"{codes} evidence codes are left out")
    return remarks


_TERMS = ("openControlledVocabulary", "Annotation")


def _term(element: Element) -> str:
    texts = {tag(child).upper(): line(child.text or "") for child in element}
    name = texts.get("TERM") or get(element, "Value") or "unnamed"
    return f"{name} ({texts['ID']})" if texts.get("ID") else name


def _origin(text: str) -> tuple[float, float]:
    try:
        dx, dy = map(float, text.split())
    except ValueError:
        return 0.0, 0.0
    return dx, dy
