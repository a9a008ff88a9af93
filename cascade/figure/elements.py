"""Drawing to cytoscape elements. Positions are final: no layout runs in the browser."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from ..i18n.translation import current_language, t
from ..layout.drawing import Drawing
from ..layout.edge_bundling import DrawnEdge
from ..layout.edge_routing import SWEEP
from ..layout.geometry import Point
from ..layout.journey import MARK, Ribbon, marks, ribbons
from ..model.documents import Becomes, JourneyLeg
from ..model.pathway import Node, Pathway
from ..notation.grammar import FIRM_READOUT
from .grounds import ground, grounds, xy


def elements(drawing: Drawing) -> Sequence[dict]:
    """All elements, back to front: panels, journey, lineage links, signals, cells. Made once for
    the page and the pictures inside it, so nobody may change them."""
    return _elements(drawing, current_language().id)


@lru_cache(maxsize=16)
def _elements(drawing: Drawing, language: str) -> Sequence[dict]:
    pathway = drawing.pathway
    unnamed = vague(pathway)
    return [
        *grounds(drawing),
        *(_ribbon(index, ribbon, drawing) for index, ribbon in enumerate(ribbons(drawing))),
        *(_mark(stage, number, spot) for stage, number, spot in marks(drawing)),
        *_notes(drawing),
        *(_flow(index, leg) for index, leg in enumerate(pathway.journey)),
        *(link for becomes in pathway.becomes for link in _becomes(becomes, drawing)),
        *(_signal(line, drawing) for line in drawing.lines),
        *(_cell(node, unnamed, drawing) for node in pathway.nodes.values()),
    ]


def _cell(node: Node, unnamed: set[str], drawing: Drawing) -> dict:
    glyph = drawing.glyphs[node.id]
    data = {
        "id": node.id,
        "kind": "cell",
        "cell": node.cell.id,
        "label": node.cell.short,
        "lineage": node.cell.lineage,
        "stage": node.place.stage.id,
        "place": node.place.id,
        "ground": ground(node.place, drawing),
        "side": drawing.sides[node.id],
        "glyph": glyph.name,
        "shape": glyph.shape,
        "w": glyph.width,
        "h": glyph.height,
        **_mute(node.id, drawing),
    }
    if node.place.organ:
        data["organ"] = node.place.organ
    if node.id in unnamed:
        data["vague"] = 1
    return {"data": data, "position": xy(drawing.layout.points[node.id])}


def vague(pathway: Pathway) -> set[str]:
    """Senders that no study named: all their signals come from a cell only assumed."""
    states: dict[str, list[str]] = defaultdict(list)
    for arrow in pathway.arrows:
        states[arrow.source].append(arrow.interaction.from_state or "")
    unnamed = ("source cell", t("source cell"))
    return {node for node, sent in states.items() if all(s.startswith(unnamed) for s in sent)}


def _signal(line: DrawnEdge, drawing: Drawing) -> dict:
    interaction = line.arrows[0].interaction
    label = drawing.labels.get(line.id)
    data = {
        "id": line.id,
        "kind": "pair" if line.merged else "signal",
        "source": line.source,
        "target": line.target,
        "effect": line.effect,
        "outcome": line.outcome,
        "route": line.route,
        "readout": line.readout,
        "firm": int(line.readout == FIRM_READOUT),
        "tier": line.tier,
        "stage": line.place.stage.id,
        "ground": ground(line.place, drawing),
        "label": drawing.texts[line.id],
        **_ends(line, drawing),
        "lx": round(label.dx) if label else 0,
        "ly": round(label.dy) if label else 0,
        **_mute(line.id, drawing),
    }
    if line.disputed:
        data["disputed"] = 1
    if line.merged:
        data["interactions"] = [arrow.id for arrow in line.arrows]
    else:
        data["interaction"] = line.id
        data["mediators"] = list(interaction.mediators)
        data["receptors"] = list(interaction.receptors)
    return {"data": data}


def _ends(line: DrawnEdge, drawing: Drawing) -> dict:
    """The bend of a line and where it leaves and enters; of a loop, where it lies."""
    route = drawing.routes[line.id]
    bend = {"bend": round(route.bend)}
    if not route.loop:
        return bend | {"leave": f"{route.leave:.0f}deg", "enter": f"{route.enter:.0f}deg"}
    # cytoscape.js puts a second loop of the same direction and sweep further out:
    # https://js.cytoscape.org/#style/loop-edges. No two have the same sweep.
    own = sum(
        other.source == line.source == other.target
        for other in drawing.lines[: drawing.lines.index(line)]
    )
    return bend | {"turn": f"{route.leave:g}deg", "sweep": f"{-SWEEP - 0.01 * own:g}deg"}


def _mute(id_: str, drawing: Drawing) -> dict:
    """The levels at which a name is left out, by their letters."""
    return {"mute": codes} if (codes := drawing.mutes.get(id_)) else {}


def _ribbon(index: int, ribbon: Ribbon, drawing: Drawing) -> dict:
    """A leg of the journey as a polygon; its corners are parts of half its size, as cytoscape.js
    has them."""
    box = ribbon.box
    x, y = box.center
    corners = [
        (round((px - x) / (box.width / 2), 3), round((py - y) / (box.height / 2), 3))
        for px, py in ribbon.outline
    ]
    data = {
        "id": f"ribbon:{index}",
        "kind": "ribbon",
        "w": round(box.width, 1),
        "h": round(box.height, 1),
        "points": " ".join(f"{part:g}" for corner in corners for part in corner),
    }
    if organ := drawing.pathway.nodes[ribbon.leg.to].place.organ:
        data["organ"] = organ
    return {"data": data, "position": xy((x, y))}


def _flow(index: int, leg: JourneyLeg) -> dict:
    """What a leg joins; the ribbon is its picture."""
    data = {"id": f"flow:{index}", "kind": "flow", "source": leg.from_, "target": leg.to}
    return {"data": data}


def _mark(stage: str, number: str, spot: Point) -> dict:
    data = {"id": f"mark:{stage}", "kind": "mark", "stage": stage, "label": number, "w": MARK}
    return {"data": data, "position": xy(spot)}


def _notes(drawing: Drawing):
    """Words beside the journey, along it."""
    for index, leg in enumerate(drawing.pathway.journey):
        if leg.note:
            turn = "90deg" if drawing.layout.tall else "0deg"
            data = {"id": f"note:{index}", "kind": "note", "label": leg.note.text, "turn": turn}
            yield {"data": data, "position": xy(drawing.layout.spot(leg.note.at))}


def _becomes(becomes: Becomes, drawing: Drawing):
    """A lineage link in each place of its stage that holds both types."""
    nodes = drawing.pathway.nodes
    for place in drawing.pathway.places.values():
        ends = f"{place.id}/{becomes.from_}", f"{place.id}/{becomes.to}"
        if place.stage.id == becomes.stage and all(end in nodes for end in ends):
            yield _link(becomes, *ends)


def _link(becomes: Becomes, source: str, target: str) -> dict:
    data = {
        "id": f"becomes:{source}>{target}",
        "kind": "becomes",
        "source": source,
        "target": target,
        "label": becomes.label,
    }
    return {"data": data}
