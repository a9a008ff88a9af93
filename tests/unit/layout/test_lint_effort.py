"""A pathway of four times the cells takes four times the work to draw and lint, in calls."""

import pytest
from effort import calls
from making import arrow, stage

from cascade.layout.drawing import draw
from cascade.layout.lint import lint


@pytest.mark.slow
def test_the_work_grows_as_the_pathway(make):
    def work(count: int) -> int:
        cells = [f"c{n}" for n in range(count)]
        spots = {cell: (n % 20, n // 20) for n, cell in enumerate(cells)}
        arrows = [
            arrow(f"a{n}", f"c{n} > c{(n + 21) % count}", tier=("overview", "core")[n % 2])
            for n in range(count - 21)
        ]
        own = [
            {"id": cell, "name": cell, "short": cell, "lineage": "myeloid", "description": "x"}
            for cell in cells
        ]
        pathway = make(stage([{"id": "here", "cells": spots}], arrows), cells=own)
        return calls(lambda: list(lint(draw(pathway))))

    work(40)  # what is remembered between pathways
    assert work(480) < 5 * work(120)
