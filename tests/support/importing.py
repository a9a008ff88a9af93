"""What the tests of `cascade import` share."""

from pathlib import Path

from cascade.imports.draft import draft
from cascade.imports.draft_writer import settle
from cascade.layout.drawing import draw
from cascade.layout.lint import lint

DATA = Path(__file__).parents[1] / "data"
GPML = sorted((DATA / "gpml").glob("*.gpml"))


def fatal(pathway):
    return [str(finding) for finding in lint(draw(pathway)) if finding.fatal]


def steps(pathway):
    return [arrow.interaction for arrow in pathway.arrows]


def settled(sheet, facts, name="new"):
    made = draft(sheet, facts, "file")
    _, pathway = settle(made, name, facts, "file")
    return pathway, made
