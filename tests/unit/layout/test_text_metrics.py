"""Widths of the bundled font: additive, proportional, and known for every word drawn."""

import random
from itertools import pairwise

import pytest

from cascade.layout.text_metrics import (
    LINE_HEIGHT,
    WEIGHT_EDGE,
    WEIGHT_NODE,
    _widths,
    block,
    width,
    wrap,
)

WORDS = ["Tumor", "cell", "γδ", "CXCL12", "TGF-β1", "extracellular", "bone-marrow", "a", "NK"]


def texts(count, seed=1):
    some = random.Random(seed)
    return [" ".join(some.choices(WORDS, k=some.randint(1, 9))) for _ in range(count)]


def test_the_width_of_a_text_is_the_sum_of_its_parts():
    assert width("NK cell", 20) == pytest.approx(width("NK", 20) + width(" cell", 20))
    assert width("", 20) == 0


def test_width_grows_with_the_size():
    assert width("Platelet", 40) == pytest.approx(2 * width("Platelet", 20))


def test_a_heavier_weight_is_not_narrower():
    text = "Tumor-associated macrophage"
    assert width(text, 20, WEIGHT_NODE) >= width(text, 20, WEIGHT_EDGE) > 0


def test_an_m_is_wider_than_an_i():
    assert width("m", 20) > 2 * width("i", 20)


@pytest.mark.parametrize("limit", [60, 100, 148, 300])
def test_lines_are_no_wider_than_the_limit_unless_one_word_is(limit):
    for text in texts(200):
        for line in wrap(text, 24, limit):
            assert width(line, 24) <= limit or " " not in line


def test_wrapping_keeps_every_word_in_order():
    for text in texts(100, seed=2):
        assert " ".join(wrap(text, 24, 120)).split() == text.split()


def test_a_line_breaks_only_where_the_next_word_does_not_fit():
    for text in texts(100, seed=3):
        for one, two in pairwise(wrap(text, 24, 148)):
            assert width(f"{one} {two.split()[0]}", 24) > 148


def test_nothing_wraps_without_a_limit():
    assert wrap("Cancer-associated fibroblast of the wall", 24, 1e9) == (
        "Cancer-associated fibroblast of the wall",
    )
    assert wrap("", 24, 100) == ()


def test_a_block_is_as_wide_as_its_widest_line_and_as_high_as_its_lines():
    for text in texts(50, seed=4):
        lines = wrap(text, 24, 148)
        assert block(text, 24, 148) == pytest.approx(
            (max(width(line, 24) for line in lines), len(lines) * 24 * LINE_HEIGHT)
        )
    assert block("", 24, 148) == (0, 0)


def test_every_letter_of_a_cell_name_is_in_the_font(drawings):
    for drawing in drawings.values():
        names = {node.cell.short for node in drawing.pathway.nodes.values()}
        assert set("".join(names)) <= _widths(WEIGHT_NODE).keys()
