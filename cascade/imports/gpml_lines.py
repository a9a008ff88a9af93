"""What a line of a GPML file joins, followed through the anchors of other lines."""

from xml.etree.ElementTree import Element

from .gpml_nodes import Node

_DEPTH = 8
_PLAIN = ("", "Line", "Undirected")


class Web:
    """The lines of a file: a line may start or end on another's anchor."""

    def __init__(self, lines: list[Element], nodes: dict[str, Node]):
        self.nodes = nodes
        self.anchors = {
            id: element
            for element in lines
            for part in element.iter()
            if _tag(part) == "Anchor"
            for id in (part.get("GraphId"), part.get("elementId"))
            if id
        }

    def ends(self, element: Element) -> list[tuple[Node, Node, str, str]]:
        """Sender, receiver, arrowhead and a remark, one for each head; none where an end is
        loose."""
        points = [part for part in element.iter() if _tag(part) == "Point"]
        pair = self._pair(element, 0)
        if pair is None:
            return []
        one, two = pair
        heads = [(points[i].get("ArrowHead") or points[i].get("arrowHead") or "") for i in (0, -1)]
        remarks = filter(None, (self._remark(points[i]) for i in (0, -1)))
        remark = "; ".join(dict.fromkeys(remarks))
        found = []
        if heads[1] not in _PLAIN or heads[0] in _PLAIN:
            found.append((one, two, "" if heads[1] in _PLAIN else heads[1], remark))
        if heads[0] not in _PLAIN:
            # The head at the start: the arrow runs the other way, so an anchor there is its end.
            back = self._pair(element, 0, turned=True)
            if back:
                found.append((*back, heads[0], remark))
        return found

    def _pair(self, element: Element, depth: int, turned: bool = False) -> tuple | None:
        """First and last node of a line (last and first, if turned)."""
        points = [part for part in element.iter() if _tag(part) == "Point"]
        if len(points) < 2 or depth > _DEPTH:
            return None
        start, end = (points[-1], points[0]) if turned else (points[0], points[-1])
        one, two = self._node(start, 0, depth), self._node(end, 1, depth)
        return (one, two) if one and two else None

    def _node(self, point: Element, side: int, depth: int) -> Node | None:
        """The node at a point; at an anchor that of its line: its sender for a start (side 0),
        its receiver for an end."""
        reference = point.get("GraphRef") or point.get("elementRef") or ""
        if reference in self.nodes:
            return self.nodes[reference]
        if reference in self.anchors:
            pair = self._pair(self.anchors[reference], depth + 1)
            return pair[side] if pair else None
        return None

    def _remark(self, point: Element) -> str:
        reference = point.get("GraphRef") or point.get("elementRef") or ""
        if reference in self.nodes or reference not in self.anchors:
            return ""
        pair = self._pair(self.anchors[reference], 1)
        return f"joins the arrow from {pair[0].name} to {pair[1].name}" if pair else ""


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
