"""What really lies behind lines and words: panels, cards, and what the backdrops paint on them."""

import pytest
from scenes import tints

from cascade.figure.elements import elements
from cascade.model.vocabulary import OUTCOMES
from cascade.notation.palette import THEMES, contrast, mix
from cascade.notation.stylesheet import stylesheet

themes = pytest.mark.parametrize("theme", THEMES)
VESSEL = ("lumen", "wall", "blood", "lymph")
"""What the backdrop of the whole figure fills; its outlines count as little as a panel's border,
and no line runs where single tumor cells drift."""
HALO = 0.75
"""How much of the halo's color a chosen cell shows, as state_rules.py gives its underlay."""


def least(theme):
    return 7 if theme == "projector" else 4.5


def behind(theme):
    """Every color that can lie behind: each ground, bare and under each tint of each backdrop."""
    t = THEMES[theme]
    grounds = {t["canvas"], t["card"], *t["stages"]}
    painted = {mix(color, g, o * t["scenery"]) for _, _, color, o in tints() for g in grounds}
    return grounds | painted | {t[name] for name in VESSEL}


def looks(theme, selector):
    """The style of one rule."""
    found = {}
    for rule in stylesheet(theme):
        if rule["selector"] == selector:
            found |= rule["style"]
    return found


def test_the_backdrops_paint_something():
    found = tints()
    assert {name for name, *_ in found} >= {"bone", "brain", "liver", "lung", "primary-tumor"}
    assert all(0 <= opacity <= 0.4 for *_, opacity in found), "quiet"
    assert len(found) > 40


@themes
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_line_stands_out_from_what_lies_behind_it(theme, outcome):
    for color in THEMES[theme][outcome]:
        for ground in behind(theme):
            assert contrast(color, ground) >= 3, (color, ground)


@themes
def test_lineage_links_stand_out_from_what_lies_behind_them(theme):
    for ground in behind(theme):
        assert contrast(THEMES[theme]["becomes"], ground) >= 3, ground


@themes
@pytest.mark.parametrize("name", ["ink", "muted"])
def test_words_can_be_read_on_what_lies_behind_them_without_their_outline(theme, name):
    """Cell names, dimmed ones too, titles of panels and labels of arrows are of these two."""
    for ground in behind(theme):
        assert contrast(THEMES[theme][name], ground) >= least(theme), ground


@themes
def test_every_word_on_the_canvas_is_of_a_color_that_is_checked(theme):
    t = THEMES[theme]
    colors = {rule["style"]["color"] for rule in stylesheet(theme) if "color" in rule["style"]}
    assert colors <= {t["ink"], t["muted"], t["journey-ink"]}


@themes
def test_the_numbers_on_the_journey_can_be_read(theme):
    t = THEMES[theme]
    assert contrast(t["journey-ink"], t["journey-mark"]) >= least(theme)


@themes
def test_dimming_leaves_the_words_alone(theme):
    """A dimmed cell fades its picture; a dimmed arrow has no words."""
    dim = looks(theme, "node[kind='cell'].dim")
    assert not {"opacity", "text-opacity"} & dim.keys()
    assert looks(theme, "edge[outcome].dim")["label"] == ""


@themes
def test_the_outline_of_a_name_is_of_the_ground_it_stands_on(theme, drawing):
    t = THEMES[theme]
    fills = {f"s{i}": color for i, color in enumerate(t["stages"])} | {"card": t["card"]}
    for ground, fill in fills.items():
        assert looks(theme, f'node[kind="cell"][ground="{ground}"]')["text-outline-color"] == fill
    used = {e["data"]["ground"] for e in elements(drawing) if e["data"]["kind"] == "cell"}
    assert used <= fills.keys()


@themes
def test_the_halo_of_a_chosen_cell_leaves_its_name_readable(theme):
    t = THEMES[theme]
    for ground in behind(theme):
        assert contrast(t["ink"], mix(t["halo"], ground, HALO)) >= 4.5
    assert looks(theme, "node.focus")["underlay-opacity"] == HALO


@themes
@pytest.mark.parametrize("ground", ["surface", "raised", "canvas"])
def test_legend_cards_and_chips_can_be_read(theme, ground):
    t = THEMES[theme]
    for name in ("ink", "muted"):
        assert contrast(t[name], t[ground]) >= least(theme)
