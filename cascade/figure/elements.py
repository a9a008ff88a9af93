"""Drawing to cytoscape elements. Positions are final: no layout runs in the browser."""

from collections import defaultdict

from ..i18n.translation import t
from ..layout.drawing import Drawing
from ..layout.edge_bundling import DrawnEdge
from ..layout.edge_routing import SWEEP
from ..layout.geometry import Point
from ..layout.journey import MARK, Ribbon, marks, ribbons
from ..layout.text_metrics import width
from ..model.documents import Becomes, JourneyLeg
from ..model.pathway import Node, Pathway, Place
from ..notation.figure_scenery import size
from ..notation.glyphs import organ_icon, scenery
from ..notation.grammar import FIRM_READOUT
from ..notation.sizes import CLOSE, FAR_TITLE, NEAR, PLAIN, TITLE, TITLES

_TITLE_AIR = 6.0
"""Between a title and the sides of its panel."""
_ICON = 28.0
_CORNER = 6.0
"""From a card's sides to the drawing of its organ."""
_BOLD = 1.04
"""How much wider the bold of titles is than the weight whose widths are known."""


def elements(drawing: Drawing) -> list[dict]:
    """All elements, back to front: panels, journey, lineage links, signals, cells."""
    pathway = drawing.pathway
    unnamed = vague(pathway)
    return [
        *_panels(drawing),
        *_scenery(drawing),
        *_icons(drawing),
        *(_ribbon(index, one, drawing) for index, one in enumerate(ribbons(drawing))),
        *(_mark(stage, number, spot) for stage, number, spot in marks(drawing)),
        *_notes(drawing),
        *(_flow(index, leg) for index, leg in enumerate(pathway.journey)),
        *(link for becomes in pathway.becomes for link in _becomes(becomes, drawing)),
        *(_signal(line, drawing) for line in drawing.lines),
        *(_cell(node, unnamed, drawing) for node in pathway.nodes.values()),
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
            node = _panel(panel, stage.id, title, look, drawing)
            if drawing.pathway.scenery:  # which lies between the panel and its title
                above = {**node["data"], "id": f"title:{panel.id}", "ground": "title"}
                above.pop("scenery", None)
                yield {**node, "data": {**node["data"], "label": ""}}
                yield {**node, "data": above}
            else:
                yield node
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
        **{
            name: round(min(TITLES[word][look == "card"], fit), 1)
            for name, word in (("size", PLAIN), ("near", NEAR), ("close", CLOSE))
        },
        "far": round(far, 1),
        "drop": round(far + (2 if inner else 20), 1),
    }
    if drawing.layout.tall and drawing.pathway.journey and look != "card":
        # The journey comes in through the middle of a tall panel's upper side.
        words = width(title, 1) * data["size"] * _BOLD
        data["aside"] = round(min((words - box.width) / 2 + 4 * _TITLE_AIR, 0), 1)
    else:
        data["aside"] = 0
    if card.organ:
        data["organ"] = card.organ
    if card.scenery:
        data["scenery"] = card.scenery
        data |= {"mirrored": 1} if drawing.layout.tall else {}
    return {"data": data, "position": _xy(box.center)}


def _icons(drawing: Drawing):
    """The small drawings of organs, in the corners of their cards where the titles leave room."""
    middle = _CORNER + _ICON / 2
    for place in drawing.pathway.places.values():
        card, organ = place.card, place.card.organ
        box = drawing.layout.boxes[card.id]
        title = width(card.name or place.stage.name, 1) * FAR_TITLE * _BOLD
        # The same in both shapes of the figure, which mirror each other.
        cramped = card.box and min(card.box[2:]) - title < 2 * (_ICON + 2 * _CORNER)
        if not organ or not organ_icon(organ) or cramped:
            continue
        data = {
            "id": f"icon:{card.id}",
            "kind": "icon",
            "stage": place.stage.id,
            "organ": organ,
            "icon": organ,
            "w": _ICON,
            "h": _ICON,
        }
        yield {"data": data, "position": _xy((box.x1 + middle, box.y1 + middle))}


def _scenery(drawing: Drawing):
    """What runs through several panels, above their grounds and below their cards."""
    name, tall = drawing.pathway.scenery, drawing.layout.tall
    if not name or not scenery(name):
        return
    wide, high = size(name, tall)
    shape = "tall" if tall else "wide"
    data = {
        "id": "scenery",
        "kind": "scenery",
        "scene": f"{drawing.pathway.id}-{shape}",
        "w": wide,
        "h": high,
    }
    yield {"data": data, "position": _xy((wide / 2, high / 2))}


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
    return {"data": data, "position": _xy(drawing.layout.points[node.id])}


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
    if any(arrow.interaction.disputed for arrow in line.arrows):
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
    return {"data": data, "position": _xy((x, y))}


def _flow(index: int, leg: JourneyLeg) -> dict:
    """What a leg joins; the ribbon is its picture."""
    data = {"id": f"flow:{index}", "kind": "flow", "source": leg.from_, "target": leg.to}
    return {"data": data}


def _mark(stage: str, number: str, spot: Point) -> dict:
    data = {"id": f"mark:{stage}", "kind": "mark", "stage": stage, "label": number, "w": MARK}
    return {"data": data, "position": _xy(spot)}


def _notes(drawing: Drawing):
    """Words beside the journey, along it."""
    for index, leg in enumerate(drawing.pathway.journey):
        if leg.note:
            turn = "90deg" if drawing.layout.tall else "0deg"
            data = {"id": f"note:{index}", "kind": "note", "label": leg.note.text, "turn": turn}
            yield {"data": data, "position": _xy(drawing.layout.spot(leg.note.at))}


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


def _xy(point: Point) -> dict:
    return {"x": round(point[0], 1), "y": round(point[1], 1)}
