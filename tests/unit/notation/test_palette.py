"""Colors that can be told apart and read: by every eye, in every theme, on every ground."""

import re
from itertools import combinations

import pytest
from colors import VISION, difference, seen

from cascade.model.vocabulary import LINEAGES, OUTCOMES
from cascade.notation.palette import THEMES, TINTS, contrast, css_variables, mix

COLOR = re.compile(r"#[0-9a-f]{6}")
TOLD_APART = 10
"""CIEDE2000 between two lines that nobody should confuse."""

themes = pytest.mark.parametrize("theme", THEMES)


def grounds(theme):
    """Colors that lines of the figure run over."""
    t = THEMES[theme]
    return {t["canvas"], t["card"], *t["stages"]}


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1
    assert contrast("#abcdef", "#123456") == contrast("#123456", "#abcdef")


def test_mixing():
    assert mix("#000000", "#ffffff", 0) == "#ffffff"
    assert mix("#000000", "#ffffff", 1) == "#000000"
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"


def test_the_measure_is_that_of_sharma():
    """The first and other rows of the published test data."""
    assert difference((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert difference((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)
    assert difference((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert difference((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(
        0.9082, abs=1e-4
    )


def test_a_missing_cone_leaves_gray_gray():
    for vision in VISION:
        light, a, b = seen("#808080", vision)
        assert (light, a, b) == pytest.approx((53.585, 0, 0), abs=0.05)


def test_themes_have_the_same_tokens():
    names = [list(theme) for theme in THEMES.values()]
    assert all(one == names[0] for one in names)
    assert {"light", "dark", "projector"} <= THEMES.keys()


@themes
def test_every_color_is_written_out(theme):
    for name, value in THEMES[theme].items():
        if isinstance(value, (int, float)):
            continue
        for color in value if isinstance(value, tuple) else [value]:
            assert COLOR.fullmatch(color), name


@themes
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("look", ["firm", "soft"])
def test_every_line_stands_out_from_every_ground(theme, outcome, look):
    color = THEMES[theme][outcome][look == "soft"]
    for ground in grounds(theme):
        assert contrast(color, ground) >= 3, ground


@themes
def test_lineage_links_stand_out_from_every_ground(theme):
    for ground in grounds(theme):
        assert contrast(THEMES[theme]["becomes"], ground) >= 3


@themes
@pytest.mark.parametrize("name", ["ink", "muted"])
def test_text_can_be_read_everywhere(theme, name):
    t = THEMES[theme]
    least = 7 if theme == "projector" else 4.5
    for ground in (*grounds(theme), t["surface"], t["raised"]):
        assert contrast(t[name], ground) >= least, ground


@themes
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("accent-ink", "accent"), ("accent", "surface"), ("accent", "raised"),
        ("warn", "warn-surface"), ("warn", "surface"), ("ink", "warn-surface"),
        ("canvas", "ink"),
    ],
)  # fmt: skip
def test_text_of_the_page_can_be_read(theme, text, ground):
    assert contrast(THEMES[theme][text], THEMES[theme][ground]) >= 4.5


@themes
def test_controls_and_the_focus_ring_can_be_seen(theme):
    t = THEMES[theme]
    for name in ("control", "focus"):
        assert contrast(t[name], t["surface"]) >= 3, name


@themes
@pytest.mark.parametrize("look", [0, 1])
def test_outcomes_can_be_told_apart(theme, look):
    for one, two in combinations(OUTCOMES, 2):
        colors = (seen(THEMES[theme][name][look]) for name in (one, two))
        assert difference(*colors) >= TOLD_APART, (one, two)


@themes
@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("look", [0, 1])
def test_what_promotes_can_be_told_from_the_rest_by_every_eye(theme, vision, look):
    promotes, *rest = (seen(THEMES[theme][name][look], vision) for name in OUTCOMES)
    for other in rest:
        assert difference(promotes, other) >= TOLD_APART


@themes
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_soft_line_is_paler_than_a_firm_one(theme, outcome):
    firm, soft = THEMES[theme][outcome]
    ground = THEMES[theme]["card"]
    assert contrast(soft, ground) < contrast(firm, ground)
    assert difference(seen(firm), seen(soft)) >= 5


@themes
def test_css_variables_cover_every_token(theme):
    css = dict(row.split(":") for row in css_variables(theme).split(";"))
    for name, value in THEMES[theme].items():
        if name in OUTCOMES:
            assert (css[f"--{name}"], css[f"--{name}-soft"]) == value
        elif isinstance(value, str):
            assert css[f"--{name}"] == value
    assert [css[f"--stage-{i}"] for i in range(4)] == list(THEMES[theme]["stages"])


# Scripts set these on the elements that use them.
SET = {"--larger", "--zoom", "--draw", "--x", "--y"}


def test_css_uses_only_variables_that_exist():
    from cascade.resources import assets_dir

    known = {row.split(":")[0] for row in css_variables("light").split(";")}
    for path in (assets_dir() / "css").glob("*.css"):
        text = path.read_text("utf-8")
        own = set(re.findall(r"(--[a-z0-9-]+)\s*:", text))
        assert set(re.findall(r"var\((--[a-z0-9-]+)", text)) <= known | own | SET, path.name


def test_every_lineage_has_a_tint():
    assert list(TINTS) == list(LINEAGES)
    for tint in TINTS.values():
        assert tint.keys() == {"body", "line", "nucleus", "dark", "light"}
        assert all(COLOR.fullmatch(color) for color in tint.values())


@pytest.mark.parametrize("lineage", TINTS)
def test_a_cell_stands_out_by_its_outline(lineage):
    for theme in ("light", "projector"):
        for ground in grounds(theme):
            assert contrast(TINTS[lineage]["line"], ground) >= 3, (theme, ground)
    assert contrast(TINTS[lineage]["body"], TINTS[lineage]["dark"]) >= 3


def test_cells_of_different_lineages_differ():
    for one, two in combinations(TINTS, 2):
        assert difference(seen(TINTS[one]["body"]), seen(TINTS[two]["body"])) >= 6, (one, two)
