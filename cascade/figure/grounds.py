"""The grounds of the figure as elements: panels with titles, what runs through them, icons."""

from ..layout.drawing import Drawing
from ..layout.geometry import Point
from ..layout.text_metrics import width
from ..model.pathway import Place
from ..notation.figure_scenery import size
from ..notation.glyphs import organ_icon, scenery
from ..notation.sizes import CLOSE, FAR_TITLE, NEAR, PLAIN, TITLES

_TITLE_AIR = 6.0
"""Between a title and the sides of its panel."""
_ICON = 28.0
_CORNER = 6.0
"""From a card's sides to the drawing of its organ."""
_BOLD = 1.04
"""How much wider the bold of titles is than the weight whose widths are known."""


def grounds(drawing: Drawing):
    """Panels, scenery and icons, back to front."""
    yield from _panels(drawing)
    yield from _scenery(drawing)
    yield from _icons(drawing)


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
    fit = (box.width - 2 * _TITLE_AIR) / (width(title, 1) * _BOLD) if title else FAR_TITLE
    far = min(FAR_TITLE, fit)
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
        "drop": round(far + 2, 1),
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
    return {"data": data, "position": xy(box.center)}


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
        yield {"data": data, "position": xy((box.x1 + middle, box.y1 + middle))}


def _scenery(drawing: Drawing):
    """What runs through several panels, above their grounds and below their cards."""
    name, tall = drawing.pathway.scenery, drawing.layout.tall
    if not name or not scenery(name):
        return
    wide, high = drawing.layout.spot(size(name))
    shape = "tall" if tall else "wide"
    data = {
        "id": "scenery",
        "kind": "scenery",
        "scene": f"{drawing.pathway.id}-{shape}",
        "w": wide,
        "h": high,
    }
    yield {"data": data, "position": xy((wide / 2, high / 2))}


def xy(point: Point) -> dict:
    return {"x": round(point[0], 1), "y": round(point[1], 1)}
