"""The selection as the graph formats see it: nodes and edges with ids, places and colors."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..figure.facets import agents
from ..figure.sentences import claim
from ..layout.edge_bundling import molecule_label
from ..layout.grid import grid_layout
from ..model.interaction_fields import BASIS, LISTS, PLAIN
from ..model.pathway import Arrow, Node, Pathway
from ..model.selection import Selection
from ..notation.glyphs import glyph
from ..notation.grammar import FIRM_READOUT
from ..notation.palette import THEMES, TINTS
from . import curie


@dataclass(frozen=True)
class Vertex:
    """A cell type at a place. `x`, `y` is its middle in drawing units, y growing downwards."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    fill: str
    line: str
    uberon: str

    @property
    def id(self) -> str:
        return self.node.id

    @property
    def label(self) -> str:
        return self.node.cell.short

    def facts(self) -> dict[str, str]:
        """What the formats write beside the label: plain text by name, empty ones left out."""
        cell, place = self.node.cell, self.node.place
        term = cell.cell_ontology
        facts = {
            "cell": cell.id,
            "full_name": cell.name,
            "curie": curie.cell(cell),
            "curie_label": term.label if term else "",
            "curie_match": term.match if term else "",
            "lineage": cell.lineage,
            "description": cell.description,
            "stage": place.stage.id,
            "place": place.id,
            "organ": place.organ or "",
            "organ_curie": self.uberon,
        }
        return {name: text for name, text in facts.items() if text}


@dataclass(frozen=True)
class Edge:
    """An arrow with what is drawn of it: label, color of the outcome, width of the readout."""

    arrow: Arrow
    claim: str
    label: str
    color: str
    width: float
    mediators: tuple[str, ...]
    receptors: tuple[str, ...]
    papers: tuple[str, ...]
    opposing: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.arrow.id

    @property
    def effect(self) -> str:
        return self.arrow.interaction.effect

    def facts(self) -> dict[str, str]:
        """Plain text by name, empty ones left out; molecules and papers are apart, as lists."""
        interaction = self.arrow.interaction
        facts = {name: getattr(interaction, name) or "" for name in PLAIN}
        facts |= {name: "" for name in BASIS.values() if facts[name] == "none"}
        facts |= {"claim": self.claim, "stage": self.arrow.place.stage.id}
        facts |= {"organ": interaction.organ or self.arrow.place.organ or ""}
        return {name: text for name, text in facts.items() if text}

    def lists(self) -> dict[str, list[str]]:
        """Molecules as CURIEs or names, papers as CURIEs; empty ones left out."""
        lists = {name: list(getattr(self.arrow.interaction, name)) for name in LISTS} | {
            "mediators": list(self.mediators),
            "receptors": list(self.receptors),
            "references": list(self.papers),
            "opposing": list(self.opposing),
            "notices": list(self.notices),
        }
        return {name: entries for name, entries in lists.items() if entries}


@dataclass(frozen=True)
class Link:
    """A lineage link between two nodes of the selection."""

    id: str
    source: str
    target: str
    label: str
    color: str


def vertices(selection: Selection) -> Iterator[Vertex]:
    points, organs = grid_layout(selection.pathway).points, selection.pathway.organs
    for node in selection.nodes:
        tint, picture = TINTS[node.cell.lineage], glyph(node.cell, node.turn)
        yield Vertex(
            node, *points[node.id], picture.width, picture.height, tint["body"], tint["line"],
            curie.organ(organs.get(node.place.organ or "")),
        )  # fmt: skip


def edges(selection: Selection, theme: str = "light") -> Iterator[Edge]:
    pathway, colors = selection.pathway, THEMES[theme]
    for arrow in selection.arrows:
        interaction = arrow.interaction
        firm = interaction.readout == FIRM_READOUT
        yield Edge(
            arrow,
            claim(arrow, pathway),
            _label(arrow, pathway),
            colors[interaction.outcome][0 if firm else 1],
            (4.0 if firm else 2.6) * colors["line-scale"],
            _molecules(interaction.mediators, pathway),
            _molecules(interaction.receptors, pathway),
            _papers(interaction.references, pathway),
            _papers(interaction.opposing, pathway),
            tuple(curie.notices(interaction, pathway.references)),
        )


def links(selection: Selection, theme: str = "light") -> Iterator[Link]:
    """Where one cell type turns into another: in the places that hold both, else along the
    journey, as in the figure."""
    pathway, nodes = selection.pathway, {node.id for node in selection.nodes}
    color = THEMES[theme]["becomes"]
    for becomes in pathway.becomes:
        places = [place.id for place in pathway.places.values() if place.stage.id == becomes.stage]
        ends = [(f"{place}/{becomes.from_}", f"{place}/{becomes.to}") for place in places]
        if not any({*pair} <= pathway.nodes.keys() for pair in ends):
            ends = [
                (leg.from_, leg.to)
                for leg in pathway.journey
                if pathway.nodes[leg.from_].cell.id == becomes.from_
                and pathway.nodes[leg.to].cell.id == becomes.to
            ]
        for source, target in ends:
            if {source, target} <= nodes:
                yield Link(f"becomes:{source}>{target}", source, target, becomes.label, color)


def _label(arrow: Arrow, pathway: Pathway) -> str:
    names = (molecule_label(pathway.molecules[symbol]) for symbol in agents(arrow))
    return ", ".join(dict.fromkeys(names))


def _molecules(symbols, pathway: Pathway) -> tuple[str, ...]:
    return tuple(curie.molecule(pathway.molecules[symbol]) or symbol for symbol in symbols)


def _papers(ids, pathway: Pathway) -> tuple[str, ...]:
    return tuple(curie.paper(pathway.references[id]) or id for id in ids)
