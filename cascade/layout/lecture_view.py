"""A step of a lecture as a view: which part of the figure it looks at, how large that appears in
a lecture hall, and what it shows there.

tests/unit/layout/test_lecture_view.py holds the two languages together.
"""

import operator
from collections.abc import Collection, Iterator

from ..model.lecture_documents import Camera
from ..model.pathway import Lecture, Step
from ..notation.sizes import CLOSE, CLOSEST, LECTURE_FONTS, NEAR, PLAIN, size_of
from .drawing import Drawing
from .edge_bundling import DrawnEdge
from .geometry import Rect, bounds
from .visibility import View

MARGIN = 20.0
SMALLEST = (480.0, 300.0)
"""A step with one arrow keeps some ground around it; in a tall figure it stands upright."""
SHARE = 0.9
"""From this share of its size on, a step is shown with the whole of its stage or organ."""
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
HIGHEST = 30.0
"""Drawing units that names may be high before they crowd one another."""
_LADDER = (CLOSE, NEAR, PLAIN, *(f"t{font}" for font in LECTURE_FONTS))


def address(step: Step, drawing: Drawing) -> tuple[str, str]:
    """(stage, organ) of a step, '' where it looks at several or at all."""
    camera = step.told.camera
    if camera == "overview":
        return "", ""
    places = [drawing.line_by_id[id_].place for id_ in step.show]
    stages = {place.stage.id for place in places}
    organs = {place.organ or "" for place in places}
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
        if frame := drawing.frames[stage].get(organ):
            return frame
        places = [
            drawing.layout.boxes[place.id]
            for place in drawing.pathway.places.values()
            if place.stage.id == stage and organ in ("", place.organ)
        ]
        return bounds(places)
    near, page = _around(step.show, step, drawing), home(step, drawing)
    tall = drawing.layout.tall
    whole = bounds((page, near.grown(-MARGIN)))  # a name may reach out of a card
    return whole if zoom_in_hall(whole, tall) >= SHARE * zoom_in_hall(near, tall) else near


def home(step: Step, drawing: Drawing) -> Rect:
    """The organ or the stage that a step is about, else the whole figure: the camera shows nothing
    beside it, unless the screen is wider."""
    stage, organ = address(step, drawing)
    here = next((candidate for candidate in drawing.pathway.stages if candidate.id == stage), None)
    if not here:
        return drawing.box
    boxes = (drawing.layout.boxes[panel.id] for panel in here.panels)
    return drawing.frames[stage].get(organ) or bounds(boxes)


def _room(tall: bool) -> tuple[float, float]:
    return HAND if tall else HALL


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
    new = [drawing.line_by_id[id_] for id_ in show]
    cells = {node for line in new for node in (line.source, line.target)}
    # Earlier arrows between the same cells are seen whole.
    earlier = [drawing.line_by_id[id_] for id_ in step.keep]
    kept = [line for line in earlier if {line.source, line.target} <= cells]
    page = home(step, drawing)
    # Names are larger on a phone, which looks at the same box.
    for word in _LADDER[drawing.layout.tall :]:
        parts = [part for line in (*new, *kept) for part in _parts(line, drawing, word)]
        tight = bounds(parts).grown(MARGIN)
        least = reversed(SMALLEST) if drawing.layout.tall else SMALLEST
        result = enlarged(tight, *least, page)
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
    width, height = _room(tall)
    return min(width / box.width, height / box.height, CLOSEST)


def widened(view: Rect, ratio: float, whole: Rect) -> Rect:
    """The smallest box of a ratio (width by height) around a box, kept inside `whole`."""
    return enlarged(view, view.height * ratio, view.width / ratio, whole)


def enlarged(view: Rect, width: float, height: float, whole: Rect) -> Rect:
    """A box at least so large around a box: with that in its middle, but for what lies beside
    `whole`. Nothing of it is seen, or all of `whole`."""
    whole = bounds((whole, view))
    width, height = max(view.width, width), max(view.height, height)
    x = _inside(view.center[0], width, whole.x1, whole.x2)
    y = _inside(view.center[1], height, whole.y1, whole.y2)
    return Rect.around((x, y), width, height)


def _inside(middle: float, size: float, low: float, high: float) -> float:
    low, high = sorted((low + size / 2, high - size / 2))
    return min(max(middle, low), high)


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


def is_whole(line: DrawnEdge, drawing: Drawing, frame: Rect, word: str) -> bool:
    """Whether a frame holds a line, its cells and all their names."""
    return all(frame.holds(part) for part in _parts(line, drawing, word))


def step_view(
    lecture: Lecture, step: Step, drawing: Drawing, piece: Rect | None = None, named: str = ""
) -> View:
    """What a step shows: its new arrows, and of those kept the ones of the same stages that the
    camera sees whole. The others are a trace without names. Of a `piece`, called by a name, it is
    all that the camera sees whole."""
    tall = drawing.layout.tall
    box = piece or step_box(step, drawing)
    frame = box if tall else widened(box, operator.truediv(*HALL), home(step, drawing))
    word = size(box, tall)
    known = {*step.keep, *step.show}
    where = address(step, drawing)
    stages = {line.place.stage.id for line in drawing.lines if line.id in step.show} | {where[0]}
    lines = [
        line
        for line in drawing.lines
        if not line.merged
        and (line.id in step.show or (line.id in known and line.place.stage.id in stages))
        and ((line.id in step.show and not piece) or is_whole(line, drawing, frame, word))
    ]
    ends = {node for line in lines for node in (line.source, line.target)}
    nodes = [node for node in drawing.pathway.nodes if node in ends]
    place = f"lecture {lecture.id}, step {step.id}{named}"
    return View("lecture", *where, frame, tuple(lines), tuple(nodes), word, place=place)
