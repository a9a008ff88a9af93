"""Saving and printing: a PNG with legend and citation, and a page that prints the view."""

import pytest


@pytest.mark.parametrize("scale", [2, 4])
def test_png_of_the_view(figure, tmp_path, scale):
    figure.open("stage=circulation")
    figure.page.locator(".menu summary").click()
    with figure.page.expect_download() as download:
        figure.page.locator(f".menu [data-do=png][data-scale='{scale}']").click()
    name = download.value.suggested_filename
    assert name == f"metastatic-cascade-circulation-{scale}x.png"
    path = tmp_path / name
    download.value.save_as(path)
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(data[i : i + 4], "big") for i in (16, 20))
    canvas = figure.cy("({w: cy.width(), h: cy.height()})")
    assert width == canvas["w"] * scale
    assert height > canvas["h"] * scale + 100 * scale  # the legend and the citation below


def test_print_shows_the_papers_of_the_view(figure):
    figure.open("stage=circulation")
    figure.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    figure.page.emulate_media(media="print")
    papers = figure.page.locator("#papers li")
    assert papers.count() > 10
    assert figure.page.locator("#papers").is_visible()
    assert figure.page.locator("#top .tools").is_hidden()
    figure.page.emulate_media(media="screen")
    figure.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert figure.page.locator("#papers").is_hidden()


def test_about_names_sources_method_and_limits(figure):
    figure.open()
    figure.page.locator(".menu summary").click()
    figure.page.locator("[data-do=about]").click()
    text = figure.page.locator("#about").inner_text()
    for word in (
        "10.1002/ijc.26032",
        "abstracts, not full texts",
        "in mice alone",
        "CC BY 4.0",
        "MIT",
    ):
        assert word in text
    figure.page.keyboard.press("Escape")
    assert figure.page.locator("#about").is_hidden()
