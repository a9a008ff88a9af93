"""Numbers for the names of a view: the drawing to fill in, and what belongs where."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..i18n.translation import t
from ..model.pathway import Pathway
from .drawing import Drawing
from .edge_bundling import DISPUTED
from .geometry import Rect
from .visibility import Scene, View, scene

_ROW = 90.0
"""Cells within this height are read from left to right."""


@dataclass(frozen=True)
class Blanks:
    """A drawing with numbers for names. `answers` are the names in the order of the numbers."""

    drawing: Drawing
    scene: Scene
    answers: tuple[str, ...]
    boxes: tuple[Rect, ...]
    """Those of the numbers."""


def blanks(drawing: Drawing, view: View) -> Blanks:
    """Number the names of a view: cells first, as one reads, then what stands on the arrows. The
    same cell, or the same molecule, has the same number everywhere."""
    nodes, lines = _named(drawing, scene(drawing, view))
    answers = _answers(drawing, nodes, lines)
    numbers = {answer: str(index) for index, answer in enumerate(answers, start=1)}
    blank = _numbered(drawing, nodes, lines, numbers)
    drawn = scene(blank, view)
    boxes = [blank.name_box(node, drawn.size) for node in nodes]
    boxes += [blank.label_box(line, drawn.size) for line in lines]
    return Blanks(blank, drawn, answers, tuple(boxes))


def answers(drawing: Drawing, view: View) -> tuple[str, ...]:
    """The names of a view in the order of their numbers: what the browser's handouts number by."""
    return _answers(drawing, *_named(drawing, scene(drawing, view)))


def _named(drawing: Drawing, shown: Scene) -> tuple[list[str], list[str]]:
    """The nodes and lines of a scene that have a name, each as one reads."""
    nodes = sorted(
        (
            node
            for node, word in shown.marks.items()
            if node in drawing.pathway.nodes and not {"quiet", "dim"} & set(word.split())
        ),
        key=lambda node: _reading(drawing.layout.points[node]),
    )
    lines = sorted(
        (
            line
            for line in shown.told
            if drawing.texts[line] not in ("", DISPUTED) and "mute" not in shown.marks[line].split()
        ),
        key=lambda line: _reading(drawing.labels[line].center),
    )
    return nodes, lines


def _answers(drawing: Drawing, nodes: list[str], lines: list[str]) -> tuple[str, ...]:
    cells = [drawing.pathway.nodes[node].cell.short for node in nodes]
    return tuple(dict.fromkeys([*cells, *(drawing.texts[line] for line in lines)]))


def _numbered(drawing: Drawing, nodes: list[str], lines: list[str], numbers: dict) -> Drawing:
    cells = {node: numbers[drawing.pathway.nodes[node].cell.short] for node in nodes}
    words = dict.fromkeys(drawing.texts, "")
    return renamed(drawing, cells, words | {line: numbers[drawing.texts[line]] for line in lines})


def renamed(drawing: Drawing, cells: Mapping[str, str], words: Mapping[str, str]) -> Drawing:
    """The drawing with other words at some nodes and on some lines, by id, where those stood."""
    pathway: Pathway = drawing.pathway
    named = dict(pathway.nodes)
    for node, mark in cells.items():
        cell = named[node].cell
        blank = cell.model_copy(update={"short": mark, "name": t("Cell {mark}", mark=mark)})
        named[node] = replace(named[node], cell=blank)
    labels = {
        line: replace(label, text=words[line]) if words.get(line) else label
        for line, label in drawing.labels.items()
    }
    pathway = replace(pathway, nodes=named)
    return replace(drawing, pathway=pathway, texts={**drawing.texts, **words}, labels=labels)


def _reading(point: tuple[float, float]) -> tuple[float, float]:
    return point[1] // _ROW, point[0]
