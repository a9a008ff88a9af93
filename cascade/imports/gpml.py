"""GPML of PathVisio and WikiPathways: 2021, 2013a and the older ones that look like it.

Nodes that an interaction touches become cells of the draft, whatever they are in GPML; the author
sorts out which are cells and which are molecules. Groups that an interaction touches are one node.
"""

from dataclasses import dataclass
from xml.etree import ElementTree

from ..exports.table import COLUMNS, joined, split
from .evidence import opposing
from .gpml_lines import Web
from .gpml_nodes import Node, nodes_of
from .gpml_papers import papers_of, references_of
from .sheet import Refusal, Row, Sheet, line, listed

# Heads by their casefolded name, without 'mim-'; what is not here is told.
EFFECTS = {
    "stimulation": "activates", "necessary-stimulation": "activates", "catalysis": "activates",
    "arrow": "activates", "directed": "activates", "conversion": "activates",
    "modification": "activates", "transcription-translation": "activates",
    "transcriptiontranslation": "activates", "gap": "activates",
    "inhibition": "inhibits", "tbar": "inhibits", "binding": "binds", "undirected": "binds",
    "line": "binds", "": "binds", "translocation": "transfers",
}  # fmt: skip
PREFIX = "cascade:"


@dataclass
class Told:
    """What of the file is told together, not line by line."""

    heads: dict[str, int]
    loose: list[str]


def read(content: bytes) -> Sheet:
    root = _root(content)
    nodes = nodes_of(root)
    papers = papers_of(root)
    told = Told({}, [])
    said: list[str] = []
    rows, used = [], set()
    lines = _lines(root)
    web = Web(lines, nodes)
    for index, element in enumerate(lines, start=1):
        name = element.get("GraphId") or element.get("elementId") or f"number {index}"
        if _lineage(element):
            said.append(f"the lineage link {line(name)} is left out; write it under 'becomes:'")
            continue
        found = web.ends(element)
        if not found:
            told.loose.append(line(name))
        for source, target, head, remark in found:
            used |= {source.key, target.key}
            rows.append(_row(element, source, target, head, remark, papers, told))
    if not rows:
        raise Refusal(
            "no interaction of this GPML file joins two nodes, so there is nothing to draw"
        )
    said += _said(nodes, used, told)
    if general := references_of(root, papers):
        named = [f"PMID:{id}" for id in split(general["paper_pmids"]) if id] or ["no PMID"]
        said.append(f"papers of the whole pathway, given to no arrow: {listed(named)}")
    title = root.get("Name") or root.get("title") or ""
    about = root.findtext("{*}Description") or root.findtext("{*}Comment") or ""
    return Sheet(rows, title=line(title), description=line(about), said=said)


def _root(content: bytes) -> ElementTree.Element:
    # Entities could unfold to gigabytes, and no GPML file has any.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refusal("the file has a DOCTYPE, which GPML never has")
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Refusal(f"this is not XML: {error}") from None
    namespace, _, name = root.tag.rpartition("}")
    if name != "Pathway" or ("GPML" not in namespace and "genmapp" not in namespace.casefold()):
        raise Refusal(f"this is not GPML: its first element is '{line(root.tag)[:80]}'")
    return root


def _lines(root: ElementTree.Element) -> list[ElementTree.Element]:
    """Interactions; 'Line' is their name before 2013."""
    return [e for e in root.iter() if str(e.tag).rpartition("}")[2] in ("Interaction", "Line")]


def _own(element: ElementTree.Element) -> dict[str, str]:
    """The facts that `cascade export` wrote beside the element, by name."""
    facts = {}
    for child in element:
        key = child.get("Key") or child.get("key") or ""
        source = child.get("Source") or child.get("source") or ""
        if key.startswith(PREFIX):
            facts[key.removeprefix(PREFIX)] = child.get("Value") or child.get("value") or ""
        elif source.startswith("cascade "):
            facts[source.removeprefix("cascade ")] = child.text or ""
    return facts


def _lineage(element: ElementTree.Element) -> bool:
    return _own(element).get("effect") == "becomes"


def _row(element, source: Node, target: Node, head: str, remark: str, papers, told: Told) -> Row:
    row = Row({}, where=element.get("GraphId") or element.get("elementId") or "")
    for end, node in (("from", source), ("to", target)):
        row.cells |= {f"{end}{key}": text for key, text in node.cells().items() if text}
    facts = _own(element)
    short = head.casefold().removeprefix("mim-")
    row.cells["effect"] = facts.pop("effect", "") or EFFECTS.get(short, "binds")
    if not facts:
        told.heads[head] = told.heads.get(head, 0) + 1
        row.extras["GPML head"] = head or "none"
    for key in ("mediators", "receptors", "enzymes", "substrates", "targets"):
        if words := facts.pop(key, ""):
            row.cells[key] = joined(w.removeprefix("hgnc.symbol:") for w in words.split(", "))
    row.cells["id"] = facts.pop("interaction", "")
    for key in ("claim", "references"):
        facts.pop(key, "")
    row.cells |= opposing(facts.pop("opposing", ""))
    row.cells["notices"] = joined(facts.pop("notices", "").split("; "))
    row.cells["systems"] = joined(facts.pop("systems", "").split(", "))
    row.cells |= {key: text for key, text in facts.items() if key in COLUMNS}
    row.extras |= {key: text for key, text in facts.items() if key not in COLUMNS}
    if place := source.facts.get("place"):
        row.cells["place"] = place
        row.cells["place_organ"] = source.facts.get("organ", "")
    comments = [line(c.text or "") for c in element if str(c.tag).endswith("}Comment")]
    if not facts and any(comments):
        row.extras["comment"] = " ".join(filter(None, comments))
    if remark:
        row.extras["GPML"] = remark
    row.cells |= references_of(element, papers)
    return row


def _said(nodes: dict[str, Node], used: set[str], told: Told) -> list[str]:
    said = []
    if told.loose:
        said.append(f"interactions that do not join two nodes, left out: {listed(told.loose)}")
    heads = {head or "none": count for head, count in told.heads.items()}
    if heads:
        words = [
            f"{head} ({count}) as '{EFFECTS.get(_short(head), 'binds')}'"
            for head, count in sorted(heads.items())
        ]
        said.append(f"arrowheads read as effects, check them: {', '.join(words)}")
    unused = {node.key: node.name for node in nodes.values() if node.key not in used and node.name}
    inside = {key for node in nodes.values() if node.key in used for key in node.members}
    alone = [name for key, name in unused.items() if key not in inside]
    if alone:
        said.append(f"nodes without an interaction, left out: {listed(alone)}")
    return said


def _short(head: str) -> str:
    return "" if head == "none" else head.casefold().removeprefix("mim-")
