"""A step as a picture: what the presenter shows at the step's end, drawn without a browser."""

from ..figure.evidence import seen
from ..figure.sentences import claim
from ..layout.drawing import Drawing
from ..layout.lecture_view import address, home, is_whole, size, step_box, widened
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
    frame = widened(view, ratio, home(step, drawing)) if ratio else view
    close = size(view)
    stage, organ = address(step, drawing)
    here = {line.place.stage.id for line in drawing.lines if line.id in step.show}
    marks: dict[str, str] = {}
    members = {}
    for line in drawing.lines:
        if line.merged or line.id not in (*step.keep, *step.show):
            continue
        word = "lit" if line.id in step.show else ""
        # Of another stage, or only a part at the margin: an earlier arrow would only puzzle.
        if not word and not (line.place.stage.id in here and is_whole(line, drawing, frame, close)):
            continue
        members[line.id] = line.arrows
        marks[line.id] = word
        for node in (line.source, line.target):
            marks[node] = word or marks.get(node, "")
    return Scene(drawing, frame, stage, organ, "", marks, members, close)


def describe(step: Step, drawing: Drawing) -> str:
    """The new arrows of a step in words, for whoever cannot see them."""
    arrows = {arrow.id: arrow for arrow in drawing.pathway.arrows}
    sentences = []
    for id in step.show:
        where = seen(arrows[id].interaction)
        sentences.append(claim(arrows[id], drawing.pathway) + (f" ({where})" if where else ""))
    return ". ".join(sentences) + "."
