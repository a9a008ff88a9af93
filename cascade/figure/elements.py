"""Drawing to cytoscape elements. Positions are final: no layout runs in the browser."""

from collections import defaultdict
from math import hypot

from ..i18n.translation import t
from ..layout.drawing import Drawing
from ..layout.edge_bundling import Line
from ..layout.geometry import Point
from ..layout.text_metrics import width
from ..model.documents import Becomes, JourneyLeg
from ..model.pathway import Node, Pathway, Place
from ..notation.grammar import FIRM_READOUT
from ..notation.sizes import CARD_TITLE, FAR_TITLE, PANEL_TITLE, TITLE

_TITLE_AIR = 6.0
"""Between a title and the sides of its panel."""
_BOLD = 1.04
"""How much wider the bold of titles is than the weight whose widths are known."""


def elements(drawing: Drawing) -> list[dict]:
    """All elements, back to front: panels, journey, lineage links, signals, cells."""
    pathway = drawing.pathway
    vague = _vague(pathway)
    legs = [_flow(index, step, drawing) for index, step in enumerate(pathway.journey)]
    return [
        *_panels(drawing),
        *legs,
        *(link for becomes in pathway.becomes for link in _becomes(becomes, drawing)),
        *(_signal(line, drawing) for line in drawing.lines),
        *(_cell(node, vague, drawing) for node in pathway.nodes.values()),
    ]


def ground(place: Place, drawing: Drawing) -> str:
    """What lies behind a place: `card`, or `s<n>` for the tint of stage n."""
    if place.in_panel:
        return "card"
    return _tint(place.stage.id, drawing)


def _tint(stage: str, drawing: Drawing) -> str:
    ids = [s.id for s in drawing.pathway.stages]
    return f"s{ids.index(stage) % 4}"


def _panels(drawing: Drawing):
    for number, stage in enumerate(drawing.pathway.stages, start=1):
        for index, panel in enumerate(stage.panels):
            letter = chr(ord("a") + index) if index < 26 else f".{index + 1}"
            mark = f"{number}{letter}" if len(stage.panels) > 1 else str(number)
            title = f"{mark}  {panel.name or stage.name}".upper()
            look = _tint(stage.id, drawing)
            yield _panel(panel, stage.id, title, look, drawing)
            for card in panel.cards:
                yield _panel(card, stage.id, card.name or "", "card", drawing)


def _panel(card, stage: str, title: str, look: str, drawing: Drawing) -> dict:
    box = drawing.layout.boxes[card.id]
    inner = getattr(card, "cards", ())
    fit = (box.width - 2 * _TITLE_AIR) / (width(title, 1) * _BOLD) if title else FAR_TITLE
    # Cards begin below the strip of the title, which a larger one would not leave.
    far = min(TITLE - 4 if inner else FAR_TITLE, fit)
    data = {
        "id": f"panel:{card.id}",
        "kind": "panel",
        "stage": stage,
        "place": card.id,
        "label": title,
        "ground": look,
        "w": box.width,
        "h": box.height,
        "size": round(min(CARD_TITLE if look == "card" else PANEL_TITLE, fit), 1),
        "far": round(far, 1),
        "drop": round(far + (2 if inner else 20), 1),
    }
    if card.organ:
        data["organ"] = card.organ
    if card.scenery:
        data["scenery"] = card.scenery
    return {"data": data, "position": _xy(box.center)}


def _cell(node: Node, vague: set[str], drawing: Drawing) -> dict:
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
    }
    if node.place.organ:
        data["organ"] = node.place.organ
    if node.id in vague:
        data["vague"] = 1
    return {"data": data, "position": _xy(drawing.layout.points[node.id])}


def _vague(pathway: Pathway) -> set[str]:
    """Senders that no study named: all their signals come from a cell only assumed."""
    states: dict[str, list[str]] = defaultdict(list)
    for arrow in pathway.arrows:
        states[arrow.source].append(arrow.interaction.from_state or "")
    unnamed = ("source cell", t("source cell"))
    return {node for node, sent in states.items() if all(s.startswith(unnamed) for s in sent)}


def _signal(line: Line, drawing: Drawing) -> dict:
    step = line.arrows[0].interaction
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
        "bend": round(drawing.routes[line.id].bend, 1),
        "lx": round(label.dx, 1) if label else 0,
        "ly": round(label.dy, 1) if label else 0,
    }
    if line.merged:
        data["interactions"] = [arrow.id for arrow in line.arrows]
    else:
        data["interaction"] = line.id
        data["mediators"] = list(step.mediators)
        data["receptors"] = list(step.receptors)
    return {"data": data}


def _flow(index: int, step: JourneyLeg, drawing: Drawing) -> dict:
    weights, distances = bends(step, drawing)
    data = {
        "id": f"flow:{index}",
        "kind": "flow",
        "source": step.from_,
        "target": step.to,
        "weights": weights,
        "distances": distances,
    }
    return {"data": data}


def _becomes(becomes: Becomes, drawing: Drawing):
    """A lineage link in each place of its stage that holds both types, else along the journey."""
    nodes = drawing.pathway.nodes
    found = False
    for place in drawing.pathway.places.values():
        ends = f"{place.id}/{becomes.from_}", f"{place.id}/{becomes.to}"
        if place.stage.id == becomes.stage and all(end in nodes for end in ends):
            found = True
            yield _link(becomes, *ends, [0.5], [0])
    if found:
        return
    for step in drawing.pathway.journey:
        ends = nodes[step.from_].cell.id, nodes[step.to].cell.id
        if ends == (becomes.from_, becomes.to):
            yield _link(becomes, step.from_, step.to, *bends(step, drawing))


def _link(becomes: Becomes, source: str, target: str, weights, distances) -> dict:
    data = {
        "id": f"becomes:{source}>{target}",
        "kind": "becomes",
        "source": source,
        "target": target,
        "label": becomes.label,
        "weights": weights,
        "distances": distances,
    }
    return {"data": data}


def bends(step: JourneyLeg, drawing: Drawing) -> tuple[list[float], list[float]]:
    """A step's points as cytoscape's control-point weights and distances."""
    a, b = drawing.layout.points[step.from_], drawing.layout.points[step.to]
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    weights, distances = [], []
    for x, y in step.via:
        dx, dy = x - a[0], y - a[1]
        weights.append(round((dx * ux + dy * uy) / length, 4))
        distances.append(round(dy * ux - dx * uy, 1))
    return weights or [0.5], distances or [0]


def _xy(point: Point) -> dict:
    return {"x": round(point[0], 1), "y": round(point[1], 1)}
