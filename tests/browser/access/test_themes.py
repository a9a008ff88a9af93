"""Themes follow the system unless chosen, and come from the palette."""

import pytest
from figure import LIVE

from cascade.notation.palette import THEMES


def test_a_chosen_theme_reaches_page_and_canvas(figure):
    for theme, colors in THEMES.items():
        figure.show(f"theme={theme}")
        assert figure.page.locator("html").get_attribute("data-theme") == theme
        color = figure.cy("cy.nodes('[kind=\"cell\"]').first().style('color')")
        ink = colors["ink"].lstrip("#")
        assert color.replace(" ", "") == "rgb({},{},{})".format(
            *(int(ink[i : i + 2], 16) for i in (0, 2, 4))
        ), theme


def test_the_system_decides_unless_chosen(figure):
    figure.page.emulate_media(color_scheme="dark")
    figure.show()
    assert figure.page.locator("html").get_attribute("data-theme") == "dark"
    figure.page.emulate_media(color_scheme="light")
    figure.page.wait_for_function("() => document.documentElement.dataset.theme === 'light'")
    figure.page.emulate_media(color_scheme="dark")
    figure.show("theme=light")
    assert figure.page.locator("html").get_attribute("data-theme") == "light"


CAMERA = "[cy.zoom(), cy.pan().x, cy.pan().y]"
AIMS = (
    {"stage": ""},
    {"stage": "colonization", "organ": "bone"},
    {"focus": "osteoclast"},
    {"edge": "c-bone-rankl"},
    {"lecture": "cascade", "step": 3},
)


def test_the_camera_glides_to_where_it_jumps_for_those_who_asked_for_less_motion(figure):
    """Other tests see it jump."""
    clear = {"stage": "circulation", "organ": "", "focus": "", "edge": "", "lecture": "", "step": 0}
    goes = f"(view) => {{ cascade.set(view); return {LIVE}.animated(); }}"
    figure.show()
    for aim in AIMS:
        ends = []
        for motion in ("reduce", "no-preference"):
            figure.page.emulate_media(reduced_motion="reduce")
            figure.page.evaluate("view => cascade.set(view)", clear)
            figure.rest()
            figure.page.emulate_media(reduced_motion=motion)
            glides = figure.page.evaluate(goes, aim)
            assert glides == (motion != "reduce"), aim
            figure.rest()
            ends.append(figure.cy(CAMERA))
        jumped, glided = ends
        assert glided == pytest.approx(jumped, abs=1e-3), aim
