"""The table of `cascade lint --table`: the least of all views on four screens, and the counts."""

import re

from click.testing import CliRunner

from cascade.cli import main
from cascade.layout.drawing import draw
from cascade.layout.lint import KINDS, SIZED, inspected, measured
from cascade.layout.measures import FILL, HEADS, measure, screens, smallest
from cascade.layout.viewport import SCREENS


def rows(text: str) -> dict[str, list[str]]:
    lines = (line.strip("| ").split(" | ") for line in text.splitlines() if line)
    return {name: cells for name, *cells in lines}


def test_the_table_has_what_is_demanded_and_what_is(flagship):
    shapes = [(one, inspected(one)) for one in (draw(flagship), draw(flagship, tall=True))]
    table = rows("\n".join(measured(shapes)))
    assert table[flagship.id] == [screen.name for screen in SCREENS]
    least = {
        screen.name: min(
            found.node
            for view, _ in views
            if view.kind == "stage" and view.rank < 2 and (found := measure(view, screen))
        )
        for drawing, views in shapes
        for screen in screens(drawing)
    }
    cells = table["stage: names of cells, px"]
    assert cells == [f"{least[s.name]:.1f} ({smallest('stage', s)[0]})" for s in SCREENS]
    for kind, words in KINDS.items():
        assert (words in table) == (kind not in SIZED)
    for drawing, views in shapes:
        at = [screen.tall for screen in SCREENS].index(drawing.layout.tall)
        crossings = [
            sum(finding.kind == "crossing" for finding in found)
            for rank in (False, True)
            for view, found in views
            if (view.rank == 2) == rank and view.kind != "lecture" and measure(view, SCREENS[at])
        ]
        core, all_ = (int(n) for n in table[KINDS["crossing"]][at].split(" + "))
        assert core + all_ == sum(crossings)


def test_every_pathway_is_measured_in_both_shapes_and_meets_the_sizes(pathways):
    result = CliRunner().invoke(main, ["lint", "--table"])
    assert result.exit_code == 0
    tables = [rows(text) for text in result.output.strip().split("\n\n")]
    assert [next(iter(table)) for table in tables] == sorted(pathways, key=[*pathways].index)
    for table in tables:
        for name, cells in table.items():
            if "names" in name and "px" in name:
                for cell in cells:
                    if found := re.fullmatch(r"([\d.]+) \(([\d.]+)\)", cell):
                        assert float(found[1]) >= float(found[2]) - 0.05, (name, cells)
            elif "heads, px" in name:
                least = HEADS[name.split(":")[0]]
                assert all(float(cell) >= least - 0.05 for cell in cells if cell != "-"), name


def test_every_stage_fills_every_screen(pathways):
    for pathway in pathways.values():
        for drawing in (draw(pathway), draw(pathway, tall=True)):
            for view, _ in inspected(drawing):
                for screen in screens(drawing):
                    found = measure(view, screen) if view.kind == "stage" else None
                    assert not found or all(
                        part >= least for part, least in zip(found.fill, FILL, strict=True)
                    ), (pathway.id, view.name, screen.name)
