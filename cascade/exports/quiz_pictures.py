"""The picture beside a question: the figure without what is asked."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from ..i18n.translation import t
from ..layout.drawing import Drawing, draw
from ..layout.geometry import Rect
from ..layout.name_numbers import renamed
from ..layout.viewport import zoom
from ..layout.visibility import Scene, View, scene, views
from ..model.pathway import Pathway
from ..quiz.item import Item
from ..svg import svg
from ..svg.document import PAD
from ..svg.text_widths import fix_text_widths

THEME = "projector"
SHOWN = ("cell", "end", "molecule", "effect")
"""Kinds of questions that are about what the picture shows; of others it would tell too much."""
UNKNOWN = "?"
# Tooltips and the description would tell.
_TELLING = re.compile(r"<(title|desc)\b[^>]*>[^<]*</\1>")


@dataclass(frozen=True)
class QuizPicture:
    """An SVG, and where things are in it: `at` gives pixels of what is in drawing units."""

    svg: str
    width: float
    height: float
    scene: Scene

    def at(self, box: Rect) -> Rect:
        """A box of the drawing in pixels of the picture."""
        scale = zoom(self.scene.box)
        room = self.scene.box.grown(PAD / scale)
        return Rect(
            (box.x1 - room.x1) * scale, (box.y1 - room.y1) * scale,
            (box.x2 - room.x1) * scale, (box.y2 - room.y1) * scale,
        )  # fmt: skip


class QuizPictures:
    """The pictures beside the questions of a pathway."""

    def __init__(self, pathway: Pathway):
        self.drawing = draw(pathway)
        self.views = list(views(self.drawing))
        self._places = {arrow.id: arrow.place for arrow in pathway.arrows}

    def of(self, item: Item) -> QuizPicture | None:
        """The smallest view that holds the arrows of a question, without what it asks for."""
        if item.kind not in SHOWN:
            return None
        drawing = self.drawing
        gone = {id for what in ("edges", "heads") for id in item.hide.get(what, ())}
        cells = dict.fromkeys(item.hide.get("names", ()), UNKNOWN)
        words = {id: UNKNOWN for id in item.hide.get("labels", ()) if drawing.texts.get(id)}
        return drawn(renamed(drawing, cells, words), self.view_of(item), gone)

    def whole(self, stage: str) -> QuizPicture:
        """The picture of a stage with all that is in it."""
        return drawn(self.drawing, next(view for view in self.views if view.stage == stage))

    def view_of(self, item: Item) -> View:
        """The view of an organ where all arrows stand in it, else of the stage."""
        organs = {self._places[id].organ or "" for id in item.arrows}
        organ = organs.pop() if len(organs) == 1 else ""
        fitting = [view for view in self.views if view.stage == item.stage]
        return next((view for view in fitting if view.organ == organ), fitting[0])


def drawn(drawing: Drawing, view: View, gone: Collection[str] = ()) -> QuizPicture:
    """The picture of a view without some lines."""
    shown = scene(drawing, view)

    def kept(parts: Mapping) -> dict:
        return {id: part for id, part in parts.items() if id not in gone}

    shown = replace(shown, marks=kept(shown.marks), told=kept(shown.told))
    text = svg(drawing, shown, THEME, legend=False, citation=False, title=t("Question"))
    text = fix_text_widths(_TELLING.sub("", text)).replace(' aria-labelledby="title desc"', "")
    scale = zoom(shown.box)
    room = shown.box.grown(PAD / scale)
    return QuizPicture(text, round(room.width * scale), round(room.height * scale), shown)
