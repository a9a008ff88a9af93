"""A step of a lecture as a view: which part of the figure it looks at, how large that appears in
a lecture hall, and what it shows there.

tests/unit/layout/test_lecture_view.py holds the two languages together.
"""

from collections.abc import Collection, Iterator

from ..model.lecture_documents import Camera
from ..model.pathway import Lecture, Step
from ..notation.sizes import CLOSE, LECTURE_FONTS, NEAR, PLAIN, size_of
from .drawing import Drawing
from .edge_bundling import DrawnEdge
from .geometry import Rect, bounds
from .visibility import View, frames

MARGIN = 20.0
SMALLEST = (480.0, 300.0)
"""A step with one arrow keeps some ground around it."""
HALL = (1860.0, 850.0)
"""What title and caption leave for the drawing at 1920 x 1080, in pixels."""
NARROW = (684.0, 872.0)
"""What a phone can show at once with names that can be read."""
HAND = (720.0, 760.0)
"""The same of a tablet held upright."""
SMALLEST_LABELS = {"node": 24.0, "edge": 20.0}
"""The least height of labels at 1920 x 1080, in pixels; smaller screens in proportion."""
IN_HAND = 0.64
"""Of those, on a tablet, which is looked at from near."""
NEAREST = 2.2
"""The camera's limit in a lecture, in pixels a drawing unit."""
HIGHEST = 30.0
"""Drawing units that names may be high before they crowd one another."""
_LADDER = (CLOSE, NEAR, PLAIN, *(f"t{font}" for font in LECTURE_FONTS))


def address(step: Step, drawing: Drawing) -> tuple[str, str]:
    """(stage, organ) of a step, '' where it looks at several or at all."""
    show = step.show
    arrows = [arrow for arrow in drawing.pathway.arrows if arrow.id in show]
    camera = step.told.camera
    if camera == "overview":
        return "", ""
    stages = {arrow.place.stage.id for arrow in arrows}
    organs = {arrow.place.organ or "" for arrow in arrows}
    stage = stages.pop() if len(stages) == 1 else ""
    if isinstance(camera, Camera):
        return camera.stage or stage, camera.organ or ""
    return stage, organs.pop() if len(organs) == 1 and stage else ""


def step_box(step: Step, drawing: Drawing) -> Rect:
    """The part of the drawing that a step shows: never less than its new arrows and their cells."""
    camera = step.told.camera
    if camera == "overview":
        return drawing.box
    stage, organ = address(step, drawing)
    if isinstance(camera, Camera):
        here = next(one for one in drawing.pathway.stages if one.id == stage)
        if organ in (boxes := frames(drawing, here)):
            return boxes[organ]
        places = [
            drawing.layout.boxes[place.id]
            for place in drawing.pathway.places.values()
            if place.stage.id == stage and organ in ("", place.organ)
        ]
        return bounds(places)
    return _around(step.show, step, drawing)


def pieces(step: Step, drawing: Drawing) -> dict[str, Rect]:
    """For a screen too small for the box of a step, what it looks at with each new arrow: those of
    the same place or, where that is too much as well, the arrow alone. Empty where the box will do.
    """
    if _narrow(step_box(step, drawing)):
        return {}
    places: dict[str, list[str]] = {}
    show = step.show
    for arrow in drawing.pathway.arrows:
        if arrow.id in show:
            places.setdefault(arrow.place.id, []).append(arrow.id)
    boxes = {}
    for ids in places.values():
        together = _around(ids, step, drawing)
        for id in ids:
            boxes[id] = together if _narrow(together) else _around([id], step, drawing)
    return {id: boxes[id] for id in show}


def _narrow(view: Rect) -> bool:
    return view.width <= NARROW[0] and view.height <= NARROW[1]


def _around(show: Collection[str], step: Step, drawing: Drawing) -> Rect:
    earlier = set(step.keep)
    new = [line for line in drawing.lines if not line.merged and line.id in show]
    cells = {node for line in new for node in (line.source, line.target)}
    # Earlier arrows between the same cells are seen whole.
    kept = [
        line for line in drawing.lines if line.id in earlier and {line.source, line.target} <= cells
    ]
    for word in _LADDER:
        parts = [part for line in (*new, *kept) for part in _parts(line, drawing, word)]
        tight = bounds(parts).grown(MARGIN)
        width, height = max(tight.width, SMALLEST[0]), max(tight.height, SMALLEST[1])
        result = Rect.around(tight.center, width, height)
        if _fonts(size(result, drawing.layout.tall)) <= _fonts(word):
            break
    return result


def _parts(line: DrawnEdge, drawing: Drawing, word: str) -> list[Rect]:
    """Boxes of a line, its cells and all their names."""
    ends = (line.source, line.target)
    return [
        drawing.routes[line.id].path.box,
        *(drawing.node_box(node) for node in ends),
        *(drawing.name_box(node, word) for node in ends),
        *([drawing.label_box(line.id, word)] if line.id in drawing.labels else []),
    ]


def zoom_in_hall(box: Rect, tall: bool = False) -> float:
    """Pixels a drawing unit where a box fills the screen of a lecture hall, or of a tablet."""
    width, height = HAND if tall else HALL
    return min(width / box.width, height / box.height, NEAREST)


def smallest_labels(tall: bool) -> dict[str, float]:
    """The least height of labels there."""
    return {kind: high * (IN_HAND if tall else 1) for kind, high in SMALLEST_LABELS.items()}


def size(box: Rect, tall: bool = False) -> str:
    """The class word of the smallest size that the last row of a hall can read; as assets/."""
    units = smallest_labels(tall)["node"] / zoom_in_hall(box, tall)
    return next((word for word in _LADDER if _fonts(word) >= units), _LADDER[-1])


def _fonts(word: str) -> float:
    return size_of(word).node


def lecture_views(drawing: Drawing) -> Iterator[View]:
    """What a reader sees of the steps of the lectures of a pathway: each step, or the pieces of one
    whose names would crowd the screen."""
    for lecture in drawing.pathway.lectures.values():
        for step in lecture.steps:
            view = step_view(lecture, step, drawing)
            small = pieces(step, drawing) if _crowded(view, drawing) else {}
            if not small:
                yield view
            # Arrows of one place are seen together.
            for box, arrow in {box: arrow for arrow, box in reversed(small.items())}.items():
                yield step_view(lecture, step, drawing, box, f", arrow {arrow}")


def _crowded(view: View, drawing: Drawing) -> bool:
    tall = drawing.layout.tall
    return smallest_labels(tall)["node"] / zoom_in_hall(view.box, tall) > HIGHEST


def _whole(line: DrawnEdge, drawing: Drawing, frame: Rect) -> bool:
    return all(frame.holds(drawing.node_box(node)) for node in (line.source, line.target))


def step_view(
    lecture: Lecture, step: Step, drawing: Drawing, piece: Rect | None = None, named: str = ""
) -> View:
    """What a step shows: its new arrows, and of those kept the ones of the same stages that the
    camera sees whole. The others are a trace without names. Of a `piece`, called by a name, it is
    all that the camera sees whole."""
    frame = piece or step_box(step, drawing)
    known = {*step.keep, *step.show}
    where = address(step, drawing)
    stages = {line.place.stage.id for line in drawing.lines if line.id in step.show} | {where[0]}
    lines = [
        line
        for line in drawing.lines
        if not line.merged
        and (line.id in step.show or (line.id in known and line.place.stage.id in stages))
        and ((line.id in step.show and not piece) or _whole(line, drawing, frame))
    ]
    ends = {node for line in lines for node in (line.source, line.target)}
    nodes = [node for node in drawing.pathway.nodes if node in ends]
    place = f"lecture {lecture.id}, step {step.id}{named}"
    word = size(frame, drawing.layout.tall)
    return View("lecture", *where, frame, tuple(lines), tuple(nodes), word, place=place)
