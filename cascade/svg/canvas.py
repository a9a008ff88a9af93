"""The drawing itself: every element of the canvas that a scene shows, back to front.

tests/browser/view/test_same_as_svg.py holds picture and canvas together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..figure.elements import elements
from ..figure.sentences import claim
from ..layout.edge_bundling import DrawnEdge
from ..layout.geometry import Rect
from ..layout.visibility import Scene
from ..model.pathway import Pathway
from ..notation.figure_scenery import figure_scenery
from ..notation.glyphs import organ_icon, tinted
from ..notation.palette import tokens
from .edge_geometry import Body, Curve, curve
from .journey import mark, note, ribbon
from .shapes import TEXT, cell, line, line_label, name, panel
from .style_resolver import theme_styles
from .symbols import Symbols
from .xml import number, tag, words


def canvas(scene: Scene, room: Rect, theme: str, symbols: Symbols) -> str:
    """The elements of a scene that show in `room`, in drawing units."""
    return Canvas(scene, room, theme, symbols).draw()


class Canvas:
    """One drawing under way: the canvas's elements by id, with their looks."""

    def __init__(self, scene: Scene, room: Rect, theme: str, symbols: Symbols, titles: bool = True):
        """Without `titles` arrows do not say what they claim."""
        self.scene, self.room, self.symbols, self.titles = scene, room, symbols, titles
        self.styles, self.theme = theme_styles(theme), theme
        self.size = [scene.size] if scene.size else []
        drawn = elements(scene.drawing)
        self.data = {e["data"]["id"]: e["data"] for e in drawn}
        self.points = {
            e["data"]["id"]: (e["position"]["x"], e["position"]["y"])
            for e in drawn
            if "position" in e
        }
        self.bodies: dict[str, Body] = {}
        nodes = scene.drawing.pathway.nodes
        self.used = {nodes[id_].place.id for id_ in scene.marks if id_ in nodes}

    def draw(self) -> str:
        return "".join(
            [
                self._panels(),
                self._journey(),
                self._titles(),
                tag("g", *self._links("becomes"), fill="none"),
                self._signals(),
                self._cells(),
            ]
        )

    def _of(self, *kinds: str):
        return [data for data in self.data.values() if data["kind"] in kinds]

    def _look(self, data: Mapping, word: str) -> dict:
        return self.styles.look(data, [*word.split(), *self.size])

    def _panels(self) -> str:
        # Cards lie above what runs through several panels.
        grounds = sorted(
            self._of("panel", "scenery", "icon"),
            key=lambda data: (data.get("ground") == "card") + 2 * (data["kind"] == "icon"),
        )
        return self._grounds(data for data in grounds if data.get("ground") != "title")

    def _titles(self) -> str:
        """Those of panels that scenery runs through, above it and the journey."""
        return self._grounds(data for data in self._of("panel") if data["ground"] == "title")

    def _grounds(self, grounds: Iterable[Mapping]) -> str:
        parts, texts = [], {}
        for data in grounds:
            box = Rect.around(self.points[data["id"]], data["w"], data["h"])
            if not box.meets(self.room):
                continue
            if data["kind"] == "scenery":
                parts.append(self._scenery(box))
                continue
            if data["kind"] == "icon":
                opacity = self._look(data, self._link(data)).get("opacity", 1)
                name = data["icon"]
                text = tinted(organ_icon(name), tokens(self.theme))
                parts.append(self.symbols.picture(f"organ-{name}", text, box, opacity))
                continue
            word = self._panel(data)
            if word == "hidden":
                continue
            style = self._look(data, word)
            texts = {
                "fill": style["color"],
                "font_weight": style["font-weight"],
                "text_anchor": "middle",
            }
            parts.append(panel(data, box, self.room, style, self.symbols))
        return tag("g", *parts, **texts) if parts else ""

    def _scenery(self, box: Rect) -> str:
        drawing = self.scene.drawing
        name, layout = drawing.pathway.scenery, drawing.layout
        text = figure_scenery(name, self.theme, layout.spot if layout.tall else None)
        return self.symbols.picture(f"s-{name}", text, box)

    def _panel(self, data: Mapping) -> str:
        """The rule of `panel` in assets/js/graph/renderer.js."""
        scene, pathway = self.scene, self.scene.drawing.pathway
        if data["ground"] == "card" and "scenery" not in data and data["place"] not in self.used:
            return "hidden"
        other = scene.stage and data["stage"] != scene.stage
        beside = scene.organ and data.get("organ") != scene.organ
        apart = scene.organ in scene.drawing.frames.get(scene.stage, ())
        faded = other or (beside and data["place"] in pathway.places)
        return f"{'dim' if faded else ''}{' bare' if other or (beside and apart) else ''}"

    def _journey(self) -> str:
        """The ribbon, the numbers of the stages on it, and the words beside it."""
        parts = []
        for data in self._of("ribbon", "mark", "note"):
            word = self._link(data)
            if word == "hidden":
                continue
            style = self._look(data, word)
            draw = {"ribbon": ribbon, "mark": mark, "note": note}[data["kind"]]
            parts.append(draw(data, self.points[data["id"]], style))
        return tag("g", *parts)

    def _links(self, kind: str) -> list[str]:
        """The lineage links."""
        parts = []
        for data in self._of(kind):
            word = self._link(data)
            style = self._look(data, word)
            way = self._curve(data, style)
            if word != "hidden" and way and _extent(way).meets(self.room):
                title = tag("title", words(data["label"])) if data.get("label") else ""
                drawn = line(way, style, "none")
                parts.append(tag("g", title, drawn) if title else drawn)
        return parts

    def _link(self, data: Mapping) -> str:
        """The rule of `link` in assets/js/graph/renderer.js."""
        scene = self.scene
        if data["kind"] == "becomes":
            if any(data[end] not in scene.marks for end in ("source", "target")):
                return "hidden"
        elif data["kind"] in ("mark", "note"):
            # In a stage's own view its number and words of the whole would only be in the way.
            return "hidden" if scene.stage or scene.organ else "dim" if scene.focus else ""
        elif any(
            chosen and data.get(at) not in (None, chosen)
            for at, chosen in (("organ", scene.organ), ("stage", scene.stage))
        ):
            return "dim"
        return "dim" if scene.focus else ""

    def _signals(self) -> str:
        """All lines first, then all labels, so that no line runs through a word."""
        scene = self.scene
        lines = {li.id: li for li in scene.drawing.lines}
        looks = {
            data["id"]: self._look(data, scene.marks[data["id"]])
            for data in self._of("signal", "pair")
            if data["id"] in scene.marks
        }
        drawn, labels, usual = [], [], {}
        for id_, style in sorted(looks.items(), key=lambda item: item[1]["z-index"]):
            data = self.data[id_]
            way = self._curve(data, style)
            if not way:
                continue
            title = tag("title", words(sentence(lines[id_], scene))) if self.titles else ""
            drawn.append(tag("g", title, line(way, style, style["text-background-color"])))
            if style["label"] and style.get("text-opacity", 1):
                x, y = way.middle
                middle = x + style["text-margin-x"], y + style["text-margin-y"]
                label, ground = line_label(style["label"], middle, style)
                labels.append(_back(ground, style) + label)
                usual = {
                    "fill": style["color"],
                    "font_size": style["font-size"],
                    "font_weight": style["font-weight"],
                    "text_anchor": "middle",
                }
        return tag("g", *drawn, fill="none") + (tag("g", *labels, **usual) if labels else "")

    def _cells(self) -> str:
        scene = self.scene
        shown = [
            (data, self._look(data, scene.marks[data["id"]]))
            for data in self._of("cell")
            if data["id"] in scene.marks and self.room.contains(self.points[data["id"]])
        ]
        if not shown:
            return ""
        drawing = scene.drawing
        usual = {key: _usual(style[own] for _, style in shown) for key, own in TEXT.items()}
        drawn, names = [], []
        for data, style in shown:
            id_ = data["id"]
            glyph = drawing.glyphs[id_]
            box = Rect.around(self.points[id_], glyph.width, glyph.height)
            title = words(drawing.pathway.nodes[id_].cell.name)
            drawn.append(cell(data, title, glyph, box, style, self.symbols))
            if style.get("text-opacity", 1) and style["label"]:
                names.append(name(data, box, style, usual))
        first = shown[0][1]
        look = {
            **{key.replace("-", "_"): value for key, value in usual.items() if key != "stroke"},
            "font_size": first["font-size"],
            "text_anchor": "middle",
            "stroke_width": 0,
        }
        halo = {
            "fill": "none",
            "stroke": usual["stroke"],
            "stroke_width": 2 * first["text-outline-width"],
            "stroke_linejoin": "round",
            "aria_hidden": "true",
        }
        # Workaround: a stroked copy behind the names, for programs without paint-order such as
        # LibreOffice, which would stroke over the letters; no source found.
        return "".join(drawn) + tag("g", tag("g", *names, **halo), *names, **look)

    def _curve(self, data: Mapping, style: Mapping) -> Curve | None:
        return curve(self._body(data["source"]), self._body(data["target"]), style)

    def _body(self, id_: str) -> Body:
        if id_ not in self.bodies:
            style = self._look(self.data[id_], "")
            more = style.get("border-width", 0)
            wide, high = style["width"] + more, style["height"] + more
            self.bodies[id_] = Body(self.points[id_], style["shape"], wide, high)
        return self.bodies[id_]


def _back(ground: Rect, style: Mapping) -> str:
    """The ground of a label, framed where experts disagree."""
    framed = style.get("text-border-width")
    return tag(
        "rect", x=number(ground.x1), y=number(ground.y1), width=ground.width,
        height=ground.height, rx=2, fill=style["text-background-color"],
        fill_opacity=style["text-background-opacity"],
        stroke=style["text-border-color"] if framed else "none",
        stroke_width=framed or None, stroke_dasharray="4 2" if framed else None,
    )  # fmt: skip


def sentence(line: DrawnEdge, scene: Scene) -> str:
    """What a line claims: the claims of the arrows that it stands for in this scene."""
    pathway: Pathway = scene.drawing.pathway
    arrows = scene.told.get(line.id, line.arrows)
    return "; ".join(claim(arrow, pathway) for arrow in arrows)


def _usual(values):
    return Counter(values).most_common(1)[0][0]


def _extent(way: Curve) -> Rect:
    xs, ys = zip(*way.points, way.tip, strict=False) if way.points else ((), ())
    return Rect(min(xs), min(ys), max(xs), max(ys)).grown(20)
