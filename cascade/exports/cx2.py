"""CX2, the format of Cytoscape Web and NDEx, written by ndex2."""

import json

from ndex2.cx2 import CX2Network

from ..model.interaction_fields import LISTS, PAPERS
from ..model.selection import Selection
from ..notation.grammar import DASHES
from .about import about, lost
from .graph import Edge, Link, Vertex, edges, links, vertices
from .notations import WORDS

_LISTS = (*LISTS, *PAPERS, "notices")
_STYLES = {"contact": "dotted", "secreted": "solid"}


def write(selection: Selection, theme: str = "light") -> bytes:
    return json.dumps(network(selection, theme).to_cx2(), ensure_ascii=False).encode() + b"\n"


def network(selection: Selection, theme: str = "light") -> CX2Network:
    """The network, with every attribute declared."""
    # Workaround: ndex2 leaves out the declarations of the network's own; no source found.
    cx2 = CX2Network()
    texts = {"name": {"d": "string"}, "description": {"d": "string"}, "lost": {"d": "string"}}
    cx2.set_attribute_declarations(
        {
            "networkAttributes": texts,
            "nodes": {"name": {"d": "string"}, "represents": {"d": "string"}},
            "edges": {
                "name": {"d": "string"},
                "interaction": {"d": "string"},
                **{name: {"d": "list_of_string"} for name in _LISTS},
            },
        }
    )
    cx2.set_network_attributes(
        {"name": selection.pathway.title, "description": about(selection), "lost": lost("cx2")}
    )
    ids = {
        vertex.id: cx2.add_node(attributes=_node(vertex), x=vertex.x, y=vertex.y)
        for vertex in vertices(selection)
    }
    for edge in edges(selection, theme):
        cx2.add_edge(
            source=ids[edge.arrow.source], target=ids[edge.arrow.target], attributes=_edge(edge)
        )
    for link in links(selection, theme):
        cx2.add_edge(source=ids[link.source], target=ids[link.target], attributes=_link(link))
    cx2.set_visual_properties(_looks())
    return cx2


def _node(vertex: Vertex) -> dict:
    facts = vertex.facts()
    represents = {"represents": facts["curie"]} if "curie" in facts else {}
    looks = {"color": vertex.fill, "border_color": vertex.line}
    size = {"width": vertex.width, "height": vertex.height}
    return {"name": vertex.label, **represents, **facts, **looks, **size, "node_id": vertex.id}


def _edge(edge: Edge) -> dict:
    looks = {"label": edge.label, "color": edge.color, "width": edge.width}
    facts = {"interaction_id": edge.id, "year": edge.arrow.interaction.year}
    names = {"name": edge.claim, "interaction": edge.effect}
    return {**names, **looks, **edge.facts(), **facts, **edge.lists()}


def _link(link: Link) -> dict:
    looks = {"label": link.label, "color": link.color, "width": 2.4}
    return {"name": link.label, "interaction": "becomes", "effect": "becomes", **looks}


def _looks() -> dict:
    """Visual properties: looks that all share, and the attributes that the others follow."""
    heads = {effect: words.cx2 for effect, words in WORDS.items()}
    dashes = {route: _STYLES.get(route, "dashed") for route in DASHES}
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_SHAPE": "ellipse", "NODE_BORDER_WIDTH": 2, "NODE_LABEL_FONT_SIZE": 18},
            "edge": {"EDGE_LABEL_FONT_SIZE": 14},
        },
        "nodeMapping": {
            "NODE_LABEL": _same("name"),
            "NODE_BACKGROUND_COLOR": _same("color"),
            "NODE_BORDER_COLOR": _same("border_color"),
            "NODE_WIDTH": _same("width", "double"),
            "NODE_HEIGHT": _same("height", "double"),
        },
        "edgeMapping": {
            "EDGE_LABEL": _same("label"),
            "EDGE_LINE_COLOR": _same("color"),
            "EDGE_TARGET_ARROW_COLOR": _same("color"),
            "EDGE_WIDTH": _same("width", "double"),
            "EDGE_TARGET_ARROW_SHAPE": _each("effect", heads),
            "EDGE_LINE_STYLE": _each("route", dashes),
        },
    }


def _same(attribute: str, kind: str = "string") -> dict:
    return {"type": "PASSTHROUGH", "definition": {"attribute": attribute, "type": kind}}


def _each(attribute: str, values: dict[str, str]) -> dict:
    pairs = [{"v": value, "vp": look} for value, look in values.items()]
    definition = {"attribute": attribute, "type": "string", "map": pairs}
    return {"type": "DISCRETE", "definition": definition}
