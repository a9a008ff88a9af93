"""Cytoscape.js JSON: of `cascade export`, of Cytoscape, or of any cytoscape.js page."""

import json

from ..exports.table import COLUMNS, joined
from ..model.interaction_fields import LISTS
from .evidence import SIDES, columns
from .sheet import ImportRefused, Row, Sheet, clean, decoded, line, listed, number

_LISTS = {*LISTS, "notices"}
# Of no use beside the rest: ids of the program, and looks.
_LOOKS = {"id", "key", "source", "target", "SUID", "shared_name", "shared_interaction",
          "selected", "color", "border_color", "width", "height", "label", "name",
          "claim", "seen"}  # fmt: skip


def read(content: bytes) -> Sheet:
    remarks: list[str] = []
    try:
        data = json.loads(decoded(content, remarks))
    except (ValueError, RecursionError) as error:
        raise ImportRefused(f"this is not JSON: {error}") from None
    nodes, edges = _elements(data)
    names = {str(node.get("id")): node for node in nodes}
    rows, used, links = [], set(), 0
    for index, edge in enumerate(edges, start=1):
        ends = str(edge.get("source")), str(edge.get("target"))
        if not set(ends) <= names.keys():
            remarks.append(f"edge {index} leads to no node; left out: {ends[0]} > {ends[1]}"[:120])
            continue
        used |= set(ends)
        if edge.get("interaction") == "becomes":
            links += 1
            continue
        rows.append(_row(edge, names[ends[0]], names[ends[1]], f"edge {index}"))
    if links:
        remarks.append(f"{links} lineage links left out; write them under 'becomes:'")
    alone = [_name(node) for id, node in names.items() if id not in used]
    if alone:
        remarks.append(f"nodes without an edge, left out: {listed(alone)}")
    if not rows:
        raise ImportRefused("the file has no edge between two nodes")
    about = data.get("data") if isinstance(data, dict) else None
    title = about.get("name") if isinstance(about, dict) else ""
    return Sheet(rows, title=line(str(title or "")), said=remarks)


def _elements(data) -> tuple[list[dict], list[dict]]:
    """The data of nodes and edges, whether grouped or in one list."""
    elements = data.get("elements", data) if isinstance(data, dict) else data
    if isinstance(elements, dict):
        groups = [elements.get("nodes") or [], elements.get("edges") or []]
    else:
        groups = [elements if isinstance(elements, list) else [], []]
    if not all(isinstance(group, list) for group in groups):
        raise ImportRefused("the file has no lists of nodes and edges")
    nodes, edges = [], []
    for element in groups[0] + groups[1]:
        if not isinstance(element, dict) or not isinstance(element.get("data"), dict):
            continue
        result = dict(element["data"])
        position = element.get("position")
        if isinstance(position, dict):
            result["position"] = position
        (edges if "source" in result and "target" in result else nodes).append(result)
    if not nodes:
        raise ImportRefused("the file has no nodes ('elements' with 'data')")
    return nodes, edges


def _name(node: dict) -> str:
    for key in ("full_name", "name", "label", "id"):
        if text := line(str(node.get(key) or "")):
            return text
    return "unnamed"


def _row(edge: dict, source: dict, target: dict, where: str) -> Row:
    row = Row({}, where=where)
    ours = "cell" in source and "place" in source
    for end, node in (("from", source), ("to", target)):
        row.cells[f"{end}_name"] = _name(node)
        if ours:
            row.cells[end] = str(node.get("cell"))
            row.cells[f"{end}_short"] = line(str(node.get("name") or ""))
        else:
            row.cells[end] = _name(node)
        for key, column in (("curie", "cl"), ("lineage", "lineage")):
            if node.get(key):
                row.cells[f"{end}_{column}"] = line(str(node[key]))
        position = node.get("position")
        if ours and isinstance(position, dict):
            for axis in "xy":
                row.cells[f"{end}_{axis}"] = str(position.get(axis, ""))
    if ours:
        row.cells["place"] = line(str(source.get("place") or ""))
        row.cells["place_organ"] = line(str(source.get("organ") or ""))
        row.cells["id"] = line(str(edge.get("id") or ""))
    row.cells["effect"] = line(str(edge.get("effect") or edge.get("interaction") or ""))
    for key, value in edge.items():
        if key in _LOOKS or key in ("interaction", "effect") or value in (None, "", []):
            continue
        _take(row, key, value)
    row.score = number(str(edge.get("weight", edge.get("score", ""))))
    return row


def _take(row: Row, key: str, value) -> None:
    """One entry of an edge's data: a column of ours, or an extra."""
    values = (
        [clean(str(entry)) for entry in value] if isinstance(value, list) else [clean(str(value))]
    )
    if key in _LISTS:
        row.cells[key] = joined(text.removeprefix("hgnc.symbol:") for text in values)
    elif key in SIDES:
        cells, rest = columns(key, values)
        row.cells |= cells
        if rest:
            row.extras[key] = ", ".join(rest)
    elif key in COLUMNS and not isinstance(value, dict | list):
        row.cells[key] = values[0]
    else:
        row.extras[line(key)] = ", ".join(values)
