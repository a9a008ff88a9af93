"""The nodes of a GPML file: data nodes, labels, shapes and groups, by what lines refer to."""

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

from .sheet import line, listed

KINDS = ("DataNode", "Label", "Shape", "Group", "State")
PREFIX = "cascade:"


@dataclass
class Node:
    """A node by its `key`: nodes of one kind and name are one. `facts` are those that `cascade
    export` wrote; `members` the keys of a group's members."""

    key: str
    name: str
    kind: str
    xref: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    about: str = ""

    def cells(self) -> dict[str, str]:
        """The end of a row: '' is the name or id, '_cl' and so on as in exports/table.py."""
        if "cell" in self.facts:
            facts = {"": self.facts["cell"], "_name": self.facts.get("full_name", self.name)}
            facts |= {"_short": self.name, "_lineage": self.facts.get("lineage", "")}
            return facts | {"_cl": self.facts.get("curie", "")}
        id = self.xref.rpartition(" ")[2]
        term = id if re.fullmatch(r"CL:\d{7}", id) else ""
        return {"": self.name, "_name": self.name, "_cl": term, "_about": self.about}


def nodes_of(root: ElementTree.Element) -> dict[str, Node]:
    """All nodes by each id that a line may name; states stand for their data nodes."""
    nodes: dict[str, Node] = {}
    states: list[ElementTree.Element] = []
    groups: list[ElementTree.Element] = []
    members: dict[str, list[Node]] = {}
    for element in root.iter():
        kind = str(element.tag).rpartition("}")[2]
        if kind not in KINDS:
            continue
        if kind in ("State", "Group"):
            (states if kind == "State" else groups).append(element)
            continue
        node = _node(element, kind)
        for name in ("GraphId", "elementId"):
            if id := element.get(name):
                nodes[id] = node
        if group := element.get("GroupRef") or element.get("groupRef"):
            members.setdefault(group, []).append(node)
    for element in groups:
        ids = [element.get(name) for name in ("GroupId", "GraphId", "elementId")]
        inside = [node for id in ids if id for node in members.get(id, ())]
        node = _group(element, inside)
        nodes |= {id: node for id in ids if id}
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in states:
        above = element.get("GraphRef") or _owner(element, parents)
        id = element.get("GraphId") or element.get("elementId")
        if id and above in nodes:
            nodes[id] = nodes[above]
    return nodes


def _owner(element: ElementTree.Element, parents: dict) -> str:
    """In GPML2021 states stand inside their data node."""
    list_ = parents.get(element)
    node = parents.get(list_) if list_ is not None else None
    return (node.get("elementId") or "") if node is not None else ""


def _node(element: ElementTree.Element, kind: str) -> Node:
    name = line(element.get("TextLabel") or element.get("textLabel") or "")
    facts = {}
    for child in element:
        key = child.get("Key") or child.get("key") or ""
        if key.startswith(PREFIX):
            facts[key.removeprefix(PREFIX)] = child.get("Value") or child.get("value") or ""
    type_ = line(element.get("Type") or element.get("type") or "")
    xref = _xref(element)
    about = ", ".join(filter(None, (type_ or kind, xref)))
    key = f"{facts['place']}/{facts['cell']}" if {"place", "cell"} <= facts.keys() else name
    return Node(key or f"#{id(element)}", name or f"unnamed {kind.lower()}", kind, xref, facts,
                about=about)  # fmt: skip


def _xref(element: ElementTree.Element) -> str:
    for child in element:
        if str(child.tag).rpartition("}")[2] == "Xref":
            database = line(child.get("Database") or child.get("dataSource") or "")
            identifier = line(child.get("ID") or child.get("identifier") or "")
            if identifier:
                return f"{database} {identifier}".strip()
    return ""


def _group(element: ElementTree.Element, members: list[Node]) -> Node:
    names = list(dict.fromkeys(node.name for node in members if node.kind != "Shape"))
    label = line(element.get("TextLabel") or element.get("textLabel") or "")
    # Authors name a group with a label inside it.
    titles = [node.name for node in members if node.kind == "Label"]
    name = label or (titles[0] if titles else "") or listed(names, 3) or "unnamed group"
    style = line(element.get("Style") or element.get("type") or "Group")
    about = f"{style} of {listed(names)}" if names else style
    return Node(name, name, "Group", members=tuple(node.key for node in members), about=about)
