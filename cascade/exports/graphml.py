"""GraphML, written by networkx: a directed multigraph with an attribute a fact."""

import io

import networkx as nx

from ..model.selection import Selection
from .about import about, lost
from .graph import edges, links, vertices
from .table import joined


def write(selection: Selection, theme: str = "light") -> bytes:
    buffer = io.BytesIO()
    nx.write_graphml_xml(graph(selection, theme), buffer)
    return buffer.getvalue()


def graph(selection: Selection, theme: str = "light") -> nx.MultiDiGraph:
    """Lists are joined with |, as GraphML has none; keys of edges are the interactions' ids."""
    result = nx.MultiDiGraph(name=selection.pathway.title, about=about(selection))
    result.graph["lost"] = lost("graphml")
    for vertex in vertices(selection):
        looks = {"color": vertex.fill, "border_color": vertex.line}
        place = {"x": vertex.x, "y": vertex.y, "width": vertex.width, "height": vertex.height}
        result.add_node(vertex.id, label=vertex.label, **vertex.facts(), **looks, **place)
    for edge in edges(selection, theme):
        arrow = edge.arrow
        facts = edge.facts() | {name: joined(entries) for name, entries in edge.lists().items()}
        facts |= {"color": edge.color, "width": edge.width, "year": arrow.interaction.year}
        result.add_edge(arrow.source, arrow.target, edge.id, label=edge.label, **facts)
    for link in links(selection, theme):
        looks = {"label": link.label, "effect": "becomes", "color": link.color}
        result.add_edge(link.source, link.target, link.id, **looks)
    return result
