"""What a gray print would lose: whether an arrow restrains metastasis, as a sign on it."""

from ..i18n.translation import later
from ..layout.drawing import Drawing
from ..layout.geometry import Point
from ..layout.picture_scene import Scene
from ..svg.xml import number, tag

SIGNS = {"anti-metastatic": "\N{MINUS SIGN}", "context-dependent": "\N{PLUS-MINUS SIGN}"}
TOLD = later(
    "On the arrows: \N{MINUS SIGN} restrains metastasis, \N{PLUS-MINUS SIGN} depends on context."
)
_RADIUS = 10.0


def signs(drawing: Drawing, scene: Scene, ink: str) -> str:
    """Markup in drawing units: a small sign beside the label of each arrow that needs one."""
    outcomes = {line.id: line.outcome for line in drawing.lines if line.id in scene.told}
    marks = [
        _sign(SIGNS[outcome], _spot(line, drawing, scene), ink)
        for line, outcome in outcomes.items()
        if outcome in SIGNS
    ]
    return tag("g", *marks, text_anchor="middle", font_weight=700, font_size=17) if marks else ""


def _spot(line: str, drawing: Drawing, scene: Scene) -> Point:
    if line not in drawing.labels:
        return drawing.routes[line].path.at(0.5)
    box = drawing.label_box(line, scene.near)
    # Clear of the box around a number, too.
    return box.center[0] + max(box.width / 2 + 4, 16) + _RADIUS, box.center[1]


def _sign(text: str, spot: Point, ink: str) -> str:
    x, y = spot
    ground = tag(
        "circle", cx=number(x), cy=number(y), r=_RADIUS, fill="#ffffff", stroke=ink,
        stroke_width=1.4,
    )  # fmt: skip
    return ground + tag("text", text, x=number(x), y=number(y + 6), fill=ink)
