"""Cytoscape.js JSON, which Cytoscape opens as a network with its positions and colors.

networkx knows nodes by `value` and parallel edges by `key`:
https://networkx.org/documentation/stable/reference/readwrite/generated/networkx.readwrite.json_graph.cytoscape_graph.html
"""

import json

from .. import __version__
from ..model.selection import Selection
from ..notation.grammar import DASHES, HEADS
from .about import about, lost
from .graph import Edge, Link, Vertex, edges, links, vertices


def write(selection: Selection, theme: str = "light") -> bytes:
    document = {
        "format_version": "1.0",
        "generated_by": f"cascade-{__version__}",
        "target_cytoscapejs_version": "~3.28",
        "directed": True,
        "multigraph": True,
        "data": {
            "name": selection.pathway.title,
            "shared_name": selection.pathway.title,
            "description": about(selection),
            "lost": lost("cyjs"),
        },
        "elements": {
            "nodes": [_node(vertex) for vertex in vertices(selection)],
            "edges": [
                *(_edge(edge) for edge in edges(selection, theme)),
                *(_link(link) for link in links(selection, theme)),
            ],
        },
        "style": style(),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _node(vertex: Vertex) -> dict:
    names = {"id": vertex.id, "value": vertex.id, "name": vertex.label}
    data = {**names, "shared_name": vertex.label, **vertex.facts()}
    data |= {"color": vertex.fill, "border_color": vertex.line}
    data |= {"width": vertex.width, "height": vertex.height}
    return {"data": data, "position": {"x": vertex.x, "y": vertex.y}}


def _edge(edge: Edge) -> dict:
    arrow = edge.arrow
    ends = {"source": arrow.source, "target": arrow.target, "interaction": edge.effect}
    looks = {"label": edge.label, "color": edge.color, "width": edge.width}
    known = edge.facts() | {"year": arrow.interaction.year}
    return {
        "data": {
            "id": edge.id,
            "key": edge.id,
            "name": edge.claim,
            **ends,
            **looks,
            **known,
            **edge.lists(),
        }
    }


def _link(link: Link) -> dict:
    ends = {"source": link.source, "target": link.target, "interaction": "becomes"}
    looks = {"label": link.label, "color": link.color, "width": 2.4, "effect": "becomes"}
    return {"data": {"id": link.id, "key": link.id, "name": link.label, **ends, **looks}}


def style() -> list[dict]:
    """A stylesheet for `cytoscape({...})`: the looks of the figure without its cell drawings."""
    node = {
        "label": "data(name)",
        "background-color": "data(color)",
        "border-color": "data(border_color)",
        "border-width": 2,
        "width": "data(width)",
        "height": "data(height)",
        "text-valign": "bottom",
        "font-size": 20,
    }
    edge = {
        "curve-style": "bezier",
        "label": "data(label)",
        "font-size": 16,
        "width": "data(width)",
        "line-color": "data(color)",
        "target-arrow-color": "data(color)",
    }
    rules = [{"selector": "node", "style": node}, {"selector": "edge", "style": edge}]
    for effect, head in HEADS.items():
        looks = {"target-arrow-shape": head.shape, "target-arrow-fill": head.fill}
        rules.append({"selector": f'edge[effect = "{effect}"]', "style": looks})
    lineage = {"target-arrow-shape": "triangle", "line-style": "dashed"}
    rules.append({"selector": 'edge[effect = "becomes"]', "style": lineage})
    for route, dashes in DASHES.items():
        if dashes:
            looks = {"line-style": "dashed", "line-dash-pattern": list(dashes)}
            rules.append({"selector": f'edge[route = "{route}"]', "style": looks})
    return rules
