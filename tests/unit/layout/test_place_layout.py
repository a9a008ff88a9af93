"""A place is laid out again exactly when something changed that its drawing follows from."""

import pytest

from cascade.layout import place_layout
from cascade.layout.drawing import draw
from cascade.loading.loader import load_path
from cascade.resources import pathways_dir

LOOP = (pathways_dir() / "csf1-egf-loop.yaml").read_text("utf-8")


@pytest.fixture
def laid(tmp_path, monkeypatch):
    """Loads and draws a text; says how many places were laid out for it."""
    count = []
    really = place_layout._lay_out
    monkeypatch.setattr(place_layout, "_lay_out", lambda scene: count.append(1) or really(scene))
    monkeypatch.setattr(place_layout, "_laid", {})
    path = tmp_path / "loop.yaml"

    def drawn(text):
        count.clear()
        path.write_text(text, "utf-8")
        [pathway] = load_path(path).pathways
        return draw(pathway), len(count)

    return drawn


def geometry(drawing):
    parts = (drawing.layout.points, drawing.routes, drawing.sides, drawing.texts, drawing.labels)
    return [dict(part) for part in parts]


def test_words_of_a_card_leave_the_drawing_alone(laid):
    first, many = laid(LOOP)
    assert many == 1
    again, many = laid(
        LOOP.replace("title: The", "title: Our").replace("summary: ", "summary: Well, ")
    )
    assert many == 0
    assert geometry(again) == geometry(first)


CHANGES = {
    "a cell moves": ("at: [0.8, 1.6]", "at: [1, 1.6]"),
    "an arrow's tier": ("tier: overview", "tier: extended"),
    "an arrow's molecule": ("mediators: [EGF]", "mediators: [CSF1, EGF]"),
    "an arrow's sign": ("effect: activates", "effect: inhibits"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_drawing_follows_from_is_drawn_anew(laid, change, monkeypatch):
    old, new = CHANGES[change]
    assert old in LOOP
    laid(LOOP)
    changed, many = laid(LOOP.replace(old, new, 1))
    assert many == 1
    monkeypatch.setattr(place_layout, "_laid", {})
    fresh, _ = laid(LOOP.replace(old, new, 1))
    assert geometry(changed) == geometry(fresh)


def test_only_so_many_places_are_remembered(laid, monkeypatch):
    monkeypatch.setattr(place_layout, "REMEMBERED", 2)
    for old, new in CHANGES.values():
        laid(LOOP.replace(old, new, 1))
    assert len(place_layout._laid) == 2
    assert laid(LOOP.replace(old, new, 1))[1] == 0, "the last one is still known"
