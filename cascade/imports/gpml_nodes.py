"""The nodes of a GPML file: data nodes, labels, shapes and groups, by what lines refer to."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .gpml_papers import GpmlPapers
from .gpml_shapes import Box, named_shapes
from .sheet import line, listed

KINDS = ("DataNode", "Label", "Shape", "Group", "State")
LINES = ("Interaction", "Line")
"""'Line' is their name before 2013."""
PREFIX = "cascade:"


@dataclass
class GpmlNode:
    """A node by its `key`: data nodes of one name are one, groups of one title are not. `facts`
    are those that `cascade export` wrote; `about` is what the file says of it beside its name."""

    key: str
    name: str
    kind: str
    xrefs: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    about: dict[str, None] = field(default_factory=dict)
    box: Box | None = None

    def cells(self) -> dict[str, str]:
        """The end of a row: '' is the name or id, '_cl' and so on as in exports/table.py."""
        if "cell" in self.facts:
            facts = {"": self.facts["cell"], "_name": self.facts.get("full_name", self.name)}
            facts |= {"_short": self.name, "_lineage": self.facts.get("lineage", "")}
            return facts | {"_cl": self.facts.get("curie", "")} | self._spot()
        terms = [id for id in self.xrefs.values() if re.fullmatch(r"CL:\d{7}", id)]
        facts = {"": self.name, "_name": self.name, "_cl": terms[0] if terms else ""}
        return facts | {"_about": ", ".join(self.about)} | self._spot()

    def _spot(self) -> dict[str, str]:
        x, y = self.box.middle if self.box else ("", "")
        return {"_x": str(x), "_y": str(y)}


def nodes_of(root: Element, papers: GpmlPapers) -> dict[str, GpmlNode]:
    """All nodes by each id that a line may name; states stand for their data nodes, the labels
    that title a shape or a group for that."""
    elements = [e for e in root.iter() if tag(e) in KINDS]
    nodes: dict[str, GpmlNode] = {}
    members: dict[str, list[GpmlNode]] = defaultdict(list)
    touched = {get(point, "GraphRef") for point in root.iter() if tag(point) == "Point"}
    drawn = [e for e in elements if tag(e) in ("Label", "Shape", "DataNode")]
    titles, ids_of = named_shapes(drawn, touched)
    apart = _namesakes(elements)
    known: dict[str, GpmlNode] = {}
    for element in elements:
        if tag(element) in ("State", "Group"):
            continue
        node = _node(element, titles.get(id(element), ""), apart, papers)
        node = known.setdefault(node.key, node)
        node.about |= dict.fromkeys(_about(element, papers))
        nodes |= dict.fromkeys(ids(element), node)
        if group := get(element, "GroupRef"):
            members[group].append(node)
    for label, shape in ids_of.items():
        if label in nodes and shape in nodes:
            nodes[label] = nodes[shape]
    _add_groups([e for e in elements if tag(e) == "Group"], members, nodes, papers)
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in elements:
        if tag(element) != "State":
            continue
        above = get(element, "GraphRef") or _owner(element, parents)
        if above in nodes:
            nodes |= dict.fromkeys(ids(element), nodes[above])
            kind = get(element, "StateType") or get(element, "Type")
            state = " ".join(filter(None, (get(element, "TextLabel"), f"({kind})" if kind else "")))
            about = ", ".join((f"state {state}", *_about(element, papers)))
            nodes[above].about[about] = None
    _name_apart(nodes.values())
    return nodes


def parts(element: Element) -> Iterator[Element]:
    """All inside a line but other lines and what is inside them: no real file nests lines, and
    one that does would be read as often as it is deep."""
    left = list(element)[::-1]
    while left:
        child = left.pop()
        if tag(child) not in LINES:
            yield child
            left += list(child)[::-1]


def tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def get(element: Element, name: str) -> str:
    """An attribute on one line, written `GraphRef` or, as in GPML2021, `graphRef`."""
    new = {"GraphRef": "elementRef", "GraphId": "elementId"}.get(name, name[0].lower() + name[1:])
    return line(element.get(name) or element.get(new) or "")


def ids(element: Element) -> list[str]:
    names = ("GraphId", "elementId", "GroupId")
    return [id for name in names if (id := element.get(name) or "")]


def facts_of(element: Element) -> dict[str, str]:
    """The facts that `cascade export` wrote as attributes of an element."""
    pairs = ((get(child, "Key"), child) for child in element)
    return {
        key.removeprefix(PREFIX): child.get("Value") or child.get("value") or ""
        for key, child in pairs
        if key.startswith(PREFIX)
    }


def xref_of(element: Element) -> tuple[str, str]:
    """Database and identifier; two empty strings where it has none."""
    for child in element:
        if tag(child) == "Xref":
            database = line(child.get("Database") or child.get("dataSource") or "")
            if identifier := line(child.get("ID") or child.get("identifier") or ""):
                return database, identifier
    return "", ""


def comments_of(element: Element) -> list[str]:
    texts = [line(child.text or "") for child in element if tag(child) == "Comment"]
    return list(filter(None, texts))


def attributes_of(element: Element) -> dict[str, str]:
    """Attributes with a meaning: not ours, and not how PathVisio draws."""
    pairs = {get(c, "Key"): get(c, "Value") for c in element if tag(c) in ("Attribute", "Property")}
    ours = (PREFIX, "org.pathvisio.")
    return {key: text for key, text in pairs.items() if text and not key.startswith(ours)}


def _about(element: Element, papers: GpmlPapers) -> Iterable[str]:
    """What the file says of an element beside its name, in order."""
    kind = tag(element)
    if kind != "State":
        yield get(element, "Type") or get(element, "Style") or kind
    yield from filter(None, (" ".join(xref_of(element)).strip(),))
    yield from (f"{key} {text}" for key, text in attributes_of(element).items())
    if cited := papers.names(element):
        yield f"papers {listed(cited)}"
    yield from comments_of(element)


def _namesakes(elements: list[Element]) -> set[str]:
    """Names under which one database has several identifiers: these are several things."""
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for element in elements:
        database, identifier = xref_of(element)
        if tag(element) == "DataNode" and identifier:
            known[get(element, "TextLabel"), database.casefold()].add(identifier.casefold())
    return {name for (name, _), keys in known.items() if len(keys) > 1}


def _node(element: Element, title: str, apart: set[str], papers: GpmlPapers) -> GpmlNode:
    name = get(element, "TextLabel") or title
    facts = facts_of(element)
    database, identifier = xref_of(element)
    if {"place", "cell"} <= facts.keys():
        key = f"{facts['place']}/{facts['cell']}"
    elif name in apart and identifier:
        key = f"{name} {database} {identifier}"
    else:
        key = name or f"#{id(element)}"
    kind = tag(element)
    part = attribute_of_cell(element) if kind == "Shape" else ""
    xrefs = {database: identifier} if identifier else {}
    return GpmlNode(key, name or f"unnamed {part or kind.lower()}", kind, xrefs, facts,
                box=Box.of(element))  # fmt: skip


def attribute_of_cell(shape: Element) -> str:
    """What PathVisio calls the shape: cell, nucleus, mitochondria."""
    for child in shape:
        if get(child, "Key") == "org.pathvisio.CellularComponentProperty":
            return get(child, "Value").casefold()
    return ""


def _owner(element: Element, parents: dict) -> str:
    """In GPML2021 states stand inside their data node."""
    list_ = parents.get(element)
    node = parents.get(list_) if list_ is not None else None
    return (node.get("elementId") or "") if node is not None else ""


def _add_groups(
    groups: list[Element], members: dict, nodes: dict[str, GpmlNode], papers: GpmlPapers
):
    """Groups by their ids; one title and the same members are one group."""
    known: dict[tuple, GpmlNode] = {}
    titled = []
    for element in groups:
        inside = [node for id in ids(element) for node in members.get(id, ())]
        inside = list({node.key: node for node in inside}.values())
        node = _group(element, inside, papers)
        same = node.name, node.members
        if node.members and same in known:
            node = known[same]
        known[same] = node
        nodes |= dict.fromkeys(ids(element), node)
        labels = (part for part in inside if part.kind == "Label" and part.name == node.name)
        titled += [(part.key, node) for part in labels]
    # A line to the label is meant for the group. The label may title several groups.
    counts = Counter(key for key, _ in titled)
    homes = {key: node for key, node in titled if counts[key] == 1}
    for id, other in nodes.items():
        if other.kind == "Label" and other.key in homes:
            nodes[id] = homes[other.key]


def _group(element: Element, members: list[GpmlNode], papers: GpmlPapers) -> GpmlNode:
    # Authors name a group with a label inside it.
    titles = [node.name for node in members if node.kind == "Label"]
    parts = [node for node in members if node.kind != "Shape" and node.name not in titles[:1]]
    name = get(element, "TextLabel") or (titles[0] if titles else "")
    name = name or listed((node.name for node in parts), 3) or "unnamed group"
    about = list(_about(element, papers))
    if parts:
        named = (" ".join((p.name, *(f"({d} {i})" for d, i in p.xrefs.items()))) for p in parts)
        about[0] = f"{about[0]} of {listed(named)}"
    boxes = [node.box for node in members if node.box]
    box = Box.of(element) or (Box.around(boxes) if boxes else None)
    return GpmlNode(f"group #{id(element)}", name, "Group", members=tuple(n.key for n in members),
                about=dict.fromkeys(about), box=box)  # fmt: skip


def _name_apart(nodes: Iterable[GpmlNode]) -> None:
    """Gives different nodes different names: by members, else by identifier, else by number."""
    taken: set[str] = set()
    counts: dict[str, int] = defaultdict(lambda: 1)
    # The labels that title groups come last.
    for node in sorted({n.key: n for n in nodes}.values(), key=lambda n: n.kind == "Label"):
        if "cell" in node.facts:
            continue
        name, plain = node.name, node.name.casefold()
        if plain in taken:
            inside = [k for k in node.members if not k.startswith("#") and k != node.name]
            mark = listed(inside, 2) or next(iter(node.xrefs.values()), "")
            name = f"{node.name} ({mark})" if mark else node.name
        number = counts[plain]
        while name.casefold() in taken:
            number += 1
            name = f"{node.name} ({number})"
        counts[plain] = max(number, counts[plain])
        taken.add(name.casefold())
        node.name = name
