"""GPML of PathVisio and WikiPathways: 2021, 2013a and the older ones that look like it.

Nodes that an interaction touches become cells of the draft, whatever they are in GPML; the author
sorts out which are cells and which are molecules. Groups that an interaction touches are one node.
"""

from dataclasses import dataclass
from xml.etree import ElementTree

from ..exports.table import COLUMNS, joined
from ..model.interaction_fields import MOLECULES
from .evidence import opposing
from .gpml_lines import Web
from .gpml_nodes import (
    LINES,
    GpmlNode,
    attributes_of,
    comments_of,
    facts_of,
    get,
    ids,
    nodes_of,
    tag,
    xref_of,
)
from .gpml_papers import GpmlPapers
from .gpml_report import GpmlBoard, left_out
from .sheet import ImportRefused, Row, Sheet, line, listed

# Heads by their casefolded name, without 'mim-'; what is not here is told.
EFFECTS = {
    "stimulation": "activates", "necessary-stimulation": "activates", "catalysis": "activates",
    "arrow": "activates", "directed": "activates", "conversion": "activates",
    "modification": "activates", "transcription-translation": "activates",
    "transcriptiontranslation": "activates", "gap": "activates",
    "inhibition": "inhibits", "tbar": "inhibits", "binding": "binds", "undirected": "binds",
    "line": "binds", "": "binds", "translocation": "transfers",
}  # fmt: skip


@dataclass
class Told:
    """What of the file is told together, not line by line."""

    heads: dict[str, int]
    loose: list[str]


def read(content: bytes) -> Sheet:
    root = _root(content)
    papers = GpmlPapers(root)
    nodes = nodes_of(root, papers)
    known = Told({}, [])
    remarks: list[str] = []
    rows, used = [], set()
    lines = _lines(root)
    web = Web(lines, nodes)
    board = GpmlBoard(root)
    for index, element in enumerate(lines, start=1):
        name = (ids(element) or [f"number {index}"])[0]
        if _lineage(element):
            remarks.append(f"the lineage link {line(name)} is left out; write it under 'becomes:'")
            continue
        ends = web.ends(element)
        if not ends and not web.joins(element):
            known.loose.append(line(name))
        for source, target, head, remark in ends:
            used |= {source.key, target.key}
            row = _row(element, source, target, head, remark, papers, known)
            rows.append(board.placed(row, source, target))
    if not rows:
        why = f": {len(lines)} interactions, {web.reasons()}" if lines else ": it has none"
        raise ImportRefused(f"no interaction of this GPML file joins two nodes{why}")
    remarks += _said(nodes, used, known, web)
    remarks += left_out(root)
    if general := papers.names(root):
        remarks.append(f"papers of the whole pathway, given to no arrow: {listed(general)}")
    title = root.get("Name") or root.get("title") or ""
    about = root.findtext("{*}Description") or root.findtext("{*}Comment") or ""
    return Sheet(rows, line(title), line(about), remarks, sketched=not board.ours)


class _WithoutDoctype(ElementTree.TreeBuilder):
    """Entities could unfold to gigabytes, and no GPML file has any. The parser finds their
    declaration, as it knows the file's encoding."""

    def doctype(self, *names) -> None:
        raise ImportRefused("the file has a DOCTYPE, which GPML never has")


def _root(content: bytes) -> ElementTree.Element:
    try:
        root = ElementTree.fromstring(content, ElementTree.XMLParser(target=_WithoutDoctype()))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ImportRefused(f"this is not XML: {error}") from None
    namespace, _, name = root.tag.rpartition("}")
    if name != "Pathway" or ("GPML" not in namespace and "genmapp" not in namespace.casefold()):
        raise ImportRefused(f"this is not GPML: its first element is '{line(root.tag)[:80]}'")
    return root


def _lines(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [e for e in root.iter() if tag(e) in LINES]


def _own(element: ElementTree.Element) -> dict[str, str]:
    """The facts that `cascade export` wrote beside the element, by name."""
    facts = facts_of(element)
    for child in element:
        source = get(child, "Source")
        if source.startswith("cascade "):
            facts[source.removeprefix("cascade ")] = child.text or ""
    return facts


def _lineage(element: ElementTree.Element) -> bool:
    return _own(element).get("effect") == "becomes"


def _row(
    element, source: GpmlNode, target: GpmlNode, head: str, remark: str, papers, told: Told
) -> Row:
    row = Row({}, where=line("".join(ids(element)[:1])))
    for end, node in (("from", source), ("to", target)):
        row.cells |= {f"{end}{key}": text for key, text in node.cells().items() if text}
    facts = _own(element)
    short = head.casefold().removeprefix("mim-")
    row.cells["effect"] = facts.pop("effect", "") or EFFECTS.get(short, "binds")
    if not facts:
        told.heads[head] = told.heads.get(head, 0) + 1
        row.extras["GPML head"] = head or "none"
    for key in MOLECULES:
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
    if not facts:
        row.extras["comment"] = " ".join(comments_of(element))
        row.extras["identifier"] = " ".join(xref_of(element)).strip()
    row.extras |= attributes_of(element)
    if remark:
        row.extras["GPML"] = remark
    row.cells |= papers.columns(element)
    return row


def _said(nodes: dict[str, GpmlNode], used: set[str], told: Told, web: Web) -> list[str]:
    remarks = []
    if told.loose:
        count, why = len(told.loose), web.reasons()
        remarks.append(
            f"{count} interactions do not join two nodes ({why}), left out: {listed(told.loose)}"
        )
    heads = {head or "none": count for head, count in told.heads.items()}
    if heads:
        words = [
            f"{head} ({count}) as '{EFFECTS.get(_short(head), 'binds')}'"
            for head, count in sorted(heads.items())
        ]
        remarks.append(f"arrowheads read as effects, check them: {', '.join(words)}")
    unused = {node.key: node.name for node in nodes.values() if node.key not in used and node.name}
    inside = {key for node in nodes.values() if node.key in used for key in node.members}
    alone = [name for key, name in unused.items() if key not in inside]
    if alone:
        remarks.append(f"nodes without an interaction, left out: {listed(alone)}")
    return remarks


def _short(head: str) -> str:
    return "" if head == "none" else head.casefold().removeprefix("mim-")
