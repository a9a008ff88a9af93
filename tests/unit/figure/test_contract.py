"""The figure keeps its contract with the browser."""

import copy

import pytest
from pydantic import TypeAdapter, ValidationError

from cascade.figure.contract import FigureData
from tools import contract


@pytest.fixture(scope="module")
def adapter():
    return TypeAdapter(FigureData)


def test_every_compiled_pathway_keeps_it(adapter, figure):
    try:
        adapter.validate_python(figure)
    except ValidationError as error:
        pytest.fail("\n".join(str(error).splitlines()[:4]))


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("title", lambda pathway: pathway.pop("title")),
        ("more", lambda pathway: pathway.update(more=1)),
        ("box", lambda pathway: pathway["box"].append(0.0)),
        ("rank", lambda pathway: next(iter(pathway["nodes"].values())).update(rank="1")),
        ("effect", lambda pathway: pathway["elements"][-1]["data"].update(side="below")),
    ],
)
def test_what_differs_is_found(adapter, figure, part, change):
    broken = copy.deepcopy(figure)
    change(broken["pathways"]["csf1-egf-loop"])
    with pytest.raises(ValidationError):
        adapter.validate_python(broken)


def test_the_types_of_the_scripts_are_current():
    assert contract.PATH.read_text("utf-8") == contract.declarations(), "run make press"
