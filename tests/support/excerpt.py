"""The flagship with few of its arrows: all its stages, and half the work to open.

For tests of what does not depend on how much a figure shows, such as its talk with a course page.
"""

from dataclasses import replace
from functools import cache

from cascade.loading.loader import load_path
from cascade.model.pathway import Pathway
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.resources import pathways_dir

ARROWS = (
    *("pt-csf1-csf1r", "pt-egf-egfr", "pt-il4-il4r"),
    *("ci-platelet-tgfb-nk", "x-ten-h2o2", "c-bone-pthrp"),
)


@cache
def excerpt() -> Pathway:
    """Those arrows, with their cells and places."""
    (whole,) = load_path(pathways_dir() / "metastatic-cascade").pathways
    arrows = tuple(arrow for arrow in whole.arrows if arrow.id in ARROWS)
    ends = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    nodes = {id_: node for id_, node in whole.nodes.items() if id_ in ends}
    cells = {node.cell.id for node in nodes.values()}
    places = {arrow.place.id for arrow in arrows}
    told = {arrow.interaction for arrow in arrows}

    def shortened(stage):
        kept = tuple(one for one in stage.interactions if one in told)
        return stage.model_copy(update={"questions": (), "interactions": kept})

    return replace(
        whole,
        arrows=arrows,
        nodes=nodes,
        stages=tuple(shortened(stage) for stage in whole.stages),
        cells={id_: cell for id_, cell in whole.cells.items() if id_ in cells},
        places={id_: place for id_, place in whole.places.items() if id_ in places},
        becomes=(),
        journey=(),
        lectures={},
        scenery=None,
    )


@cache
def frozen_excerpt(home: str = "") -> str:
    """It as one file."""
    return freeze([excerpt()], PageVariant(frozen=True, home=home))
