"""What an import places by itself: lint accepts it, and what contradicts is said."""

import random

import pytest
from importing import fatal, settled, steps

from cascade.imports.sheet import Row, Sheet
from cascade.layout.drawing import draw
from cascade.loading.library import library_files, read_library
from cascade.resources import pathways_dir


@pytest.fixture(scope="module")
def facts():
    return read_library(*library_files(pathways_dir() / "library"))


@pytest.mark.parametrize(
    ("cells", "arrows", "long"),
    [(2, 1, True), (3, 6, True), (8, 20, False), (16, 30, True), (25, 20, False), (25, 40, True),
     (25, 80, False)],
)  # fmt: skip
def test_lint_accepts_the_automatic_placement(facts, cells, arrows, long):
    luck = random.Random(cells * 1000 + arrows)
    known = luck.sample(list(facts.cells), cells)
    names = [f"A rather long name of a cell {n}" for n in range(cells)] if long else known
    molecules = list(facts.molecules)
    effects = ["activates", "inhibits", "binds", "recruits", "kills"]
    made = [
        Row({"from": luck.choice(names), "to": luck.choice(names), "effect": luck.choice(effects),
             "mediators": luck.choice(molecules)}, score=luck.random())
        for _ in range(arrows)
    ]  # fmt: skip
    pathway, _ = settled(Sheet(made), facts)
    assert len(pathway.arrows) == arrows
    assert fatal(pathway) == []


def test_words_that_fit_nowhere_are_shortened_or_replaced(facts):
    cells = {"from": "tam", "from_name": "Else", "from_short": "E", "from_lineage": "x" * 99}
    row = Row({**cells, "to": "y" * 500, "mediators": "A molecule without any short name"})
    pathway, _ = settled(Sheet([row]), facts)
    assert "A molecule w…" in draw(pathway).texts.values()
    assert pathway.cells["tam"].lineage == "myeloid"
    assert all(len(cell.short) <= 15 and len(cell.id) <= 60 for cell in pathway.cells.values())


def test_contradictions_become_disputed(facts):
    pair = {"from": "tam", "to": "tumor-cell", "mediators": "EGF"}
    sheet = Sheet([Row({**pair, "effect": effect}) for effect in ("activates", "inhibits")])
    pathway, made = settled(sheet, facts)
    assert steps(pathway)[1].disputed.startswith("The same file says the opposite")
    assert any("contradict each other" in line for line in made.said)
