"""SBGN-ML, language Activity Flow, written by libsbgnpy: cells are biological activities.

The arcs know three signs only; where an effect says more, its verb stands in the arc's notes.
"""

from collections import defaultdict
from collections.abc import Iterable

from libsbgnpy import (
    Arc,
    ArcClass,
    Bbox,
    ColorDefinition,
    G,
    Glyph,
    GlyphClass,
    Label,
    ListOfColorDefinitions,
    ListOfGradientDefinitions,
    ListOfStyles,
    Map,
    MapLanguage,
    RenderInformation,
    Sbgn,
    Sbgnbase,
    Style,
    write_sbgn_to_string,
)
from libsbgnpy.sbgn import MapVersion
from xsdata.formats.dataclass.models.generics import AnyElement

from ..layout.geometry import Rect
from ..layout.grid import grid_layout
from ..model.selection import Selection
from ..notation.palette import THEMES
from .about import about, lost
from .anchors import Ends, ends_of
from .graph import Edge, Link, Vertex, edges, links, vertices
from .notations import LINEAGE, WORDS

_XHTML = "{http://www.w3.org/1999/xhtml}"
_VERSION = MapVersion.HTTP_IDENTIFIERS_ORG_COMBINE_SPECIFICATIONS_SBGN_AF_LEVEL_1_VERSION_1_2


def write(selection: Selection, theme: str = "light") -> bytes:
    text = write_sbgn_to_string(document(selection, theme))
    return text.encode()


def document(selection: Selection, theme: str = "light") -> Sbgn:
    boxes = grid_layout(selection.pathway).boxes
    nodes = {vertex.id: vertex for vertex in vertices(selection)}
    places = dict.fromkeys(vertex.node.place.id for vertex in nodes.values())
    glyphs = [_place(place, boxes[place], selection) for place in places]
    glyphs += [_cell(vertex) for vertex in nodes.values()]
    signals, lineage = list(edges(selection, theme)), list(links(selection, theme))
    pairs = [(edge.arrow.source, edge.arrow.target) for edge in signals]
    pairs += [(link.source, link.target) for link in lineage]
    ways = ends_of(pairs, nodes)
    arcs = [_arc(edge, way) for edge, way in zip(signals, ways, strict=False)]
    arcs += [
        _link(number, link, way)
        for number, (link, way) in enumerate(zip(lineage, ways[len(signals) :], strict=True))
    ]
    drawn = Map(
        id="map", language=MapLanguage.ACTIVITY_FLOW, version=_VERSION, glyph=glyphs, arc=arcs,
        notes=_notes([about(selection), lost("sbgn")]),
        extension=Sbgnbase.Extension(any_element=[_colors(nodes, signals, theme)]),
    )  # fmt: skip
    return Sbgn(map=[drawn])


def _colors(nodes: dict[str, Vertex], signals: list[Edge], theme: str) -> RenderInformation:
    """The render extension, which Newt reads: tints of lineages and colors of outcomes."""
    looks: dict[tuple, list[str]] = defaultdict(list)
    for vertex in nodes.values():
        looks[vertex.line, vertex.fill, 2.0].append(_id(vertex.id))
    for edge in signals:
        looks[edge.color, None, edge.width].append(f"a_{edge.id}")
    used = sorted({color for line, fill, _ in looks for color in (line, fill) if color})
    names = {color: f"color_{color[1:]}" for color in used}
    styles = [
        Style(
            id_list=" ".join(ids), g=G(stroke=names[line], fill=names.get(fill), stroke_width=width)
        )
        for (line, fill, width), ids in looks.items()
    ]
    colors = [ColorDefinition(id=name, value=color) for color, name in names.items()]
    return RenderInformation(
        id="renderInformation", program_name="cascade", background_color=THEMES[theme]["canvas"],
        list_of_color_definitions=ListOfColorDefinitions(color_definition=colors),
        list_of_gradient_definitions=ListOfGradientDefinitions(),
        list_of_styles=ListOfStyles(style=styles),
    )  # fmt: skip


def _id(id: str) -> str:
    """An XML id: 'n_<place>.<cell>'."""
    return "n_" + id.replace("/", ".")


def _place(place: str, box: Rect, selection: Selection) -> Glyph:
    card = selection.pathway.places[place]
    name = card.card.name or card.panel.name or card.stage.name
    return Glyph(
        id=f"p_{place}", class_value=GlyphClass.COMPARTMENT, label=Label(text=name),
        bbox=Bbox(x=box.x1, y=box.y1, w=box.width, h=box.height),
    )  # fmt: skip


def _cell(vertex: Vertex) -> Glyph:
    x, y = vertex.x - vertex.width / 2, vertex.y - vertex.height / 2
    return Glyph(
        id=_id(vertex.id), class_value=GlyphClass.BIOLOGICAL_ACTIVITY,
        compartment_ref=f"p_{vertex.node.place.id}", label=Label(text=vertex.label),
        bbox=Bbox(x=x, y=y, w=vertex.width, h=vertex.height),
        notes=_notes(f"{name}: {text}" for name, text in vertex.facts().items()),
    )  # fmt: skip


def _arc(edge: Edge, way: Ends) -> Arc:
    words = WORDS[edge.effect]
    lines = [edge.claim]
    lines += [f"{name}: {text}" for name, text in edge.facts().items() if name != "claim"]
    lines += [f"{name}: {', '.join(entries)}" for name, entries in edge.lists().items()]
    return _made(f"a_{edge.id}", words.sbgn, edge.arrow.source, edge.arrow.target, way, lines)


def _link(number: int, link: Link, way: Ends) -> Arc:
    lines = [f"lineage: {link.label}"]
    sign = WORDS[LINEAGE].sbgn
    return _made(f"b_{number}", sign, link.source, link.target, way, lines)


def _made(id: str, sign: str, source: str, target: str, way: Ends, lines: list[str]) -> Arc:
    return Arc(
        id=id, class_value=ArcClass(sign), source=_id(source), target=_id(target),
        start=Arc.Start(x=way.x1, y=way.y1), end=Arc.End(x=way.x2, y=way.y2), notes=_notes(lines),
    )  # fmt: skip


def _notes(lines: Iterable[str]) -> Sbgnbase.Notes:
    parts = [AnyElement(qname=f"{_XHTML}p", text=line) for line in lines]
    body = AnyElement(qname=f"{_XHTML}body", children=parts)
    return Sbgnbase.Notes(w3_org_1999_xhtml_element=[body])
