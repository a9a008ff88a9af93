"""Themes follow the system unless chosen, and come from the palette."""

import pytest

from cascade.notation.palette import THEMES


@pytest.mark.parametrize("theme", list(THEMES))
def test_a_chosen_theme_reaches_page_and_canvas(figure, theme):
    figure.show(f"theme={theme}")
    assert figure.page.locator("html").get_attribute("data-theme") == theme
    color = figure.cy("cy.nodes('[kind=\"cell\"]').first().style('color')")
    ink = THEMES[theme]["ink"].lstrip("#")
    assert color.replace(" ", "") == "rgb({},{},{})".format(
        *(int(ink[i : i + 2], 16) for i in (0, 2, 4))
    )


def test_the_system_decides_unless_chosen(figure):
    figure.page.emulate_media(color_scheme="dark")
    figure.show()
    assert figure.page.locator("html").get_attribute("data-theme") == "dark"
    figure.page.emulate_media(color_scheme="light")
    figure.page.wait_for_function("() => document.documentElement.dataset.theme === 'light'")
    figure.page.emulate_media(color_scheme="dark")
    figure.show("theme=light")
    assert figure.page.locator("html").get_attribute("data-theme") == "light"


def test_reduced_motion_stops_the_glide(figure):
    figure.page.emulate_media(reduced_motion="reduce")
    figure.show()
    figure.page.keyboard.press("2")
    assert not figure.cy("cy.animated()")
