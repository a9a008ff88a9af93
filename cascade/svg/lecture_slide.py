"""A step as a picture: what the presenter shows at the step's end, drawn without a browser."""

from ..figure.evidence import seen
from ..figure.sentences import claim
from ..layout.drawing import Drawing
from ..layout.edge_bundling import DrawnEdge
from ..layout.geometry import Rect
from ..layout.lecture_view import address, size, step_box
from ..layout.visibility import Scene
from ..model.pathway import Step
from . import svg


def lecture_picture(
    step: Step, drawing: Drawing, ratio: float = 0.0, theme: str = "projector"
) -> str:
    """An SVG of a step, its new arrows firm and the earlier ones thin.

    `ratio` widens what is seen to that width by height; 0 keeps it close. The ids in it begin with
    the step's id.
    """
    shown = slide(step, drawing, ratio)
    look = {"legend": False, "citation": False, "ids_prefix": f"{step.id}-"}
    return svg(drawing, shown, theme, title=step.told.title, **look)


def slide(step: Step, drawing: Drawing, ratio: float = 0.0) -> Scene:
    view = step_box(step, drawing)
    frame = widened(view, ratio, drawing.box) if ratio else view
    close = size(view)
    stage, organ = address(step, drawing)
    here = {line.place.stage.id for line in drawing.lines if line.id in step.show}
    marks: dict[str, str] = {}
    told = {}
    for line in drawing.lines:
        if line.merged or line.id not in (*step.keep, *step.show):
            continue
        word = "lit" if line.id in step.show else ""
        # Of another stage, or only a part at the margin: an earlier arrow would only puzzle.
        if not word and not (line.place.stage.id in here and _whole(line, drawing, frame, close)):
            continue
        told[line.id] = line.arrows
        marks[line.id] = word
        for node in (line.source, line.target):
            marks[node] = word or marks.get(node, "")
    return Scene(drawing, frame, stage, organ, "", marks, told, close)


def _whole(line: DrawnEdge, drawing: Drawing, frame: Rect, close: str) -> bool:
    boxes = [drawing.routes[line.id].path.box]
    boxes += [drawing.label_box(line.id, close)] if line.id in drawing.labels else []
    for node in (line.source, line.target):
        boxes += [drawing.node_box(node), drawing.name_box(node, close)]
    return all(frame.holds(box) for box in boxes)


def describe(step: Step, drawing: Drawing) -> str:
    """The new arrows of a step in words, for whoever cannot see them."""
    arrows = {arrow.id: arrow for arrow in drawing.pathway.arrows}
    told = []
    for id in step.show:
        where = seen(arrows[id].interaction)
        told.append(claim(arrows[id], drawing.pathway) + (f" ({where})" if where else ""))
    return ". ".join(told) + "."


def widened(view: Rect, ratio: float, whole: Rect) -> Rect:
    """The smallest box of a ratio (width by height) around a box; it leaves the whole figure only
    where it must."""
    width, height = max(view.width, view.height * ratio), max(view.height, view.width / ratio)
    x = _inside(view.center[0], width, whole.x1, whole.x2)
    y = _inside(view.center[1], height, whole.y1, whole.y2)
    return Rect.around((x, y), width, height)


def _inside(middle: float, size: float, low: float, high: float) -> float:
    if size > high - low:
        return middle
    return min(max(middle, low + size / 2), high - size / 2)
