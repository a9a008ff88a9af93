"""Saving and printing: a PNG with legend and citation, and a page that prints the view."""

import pytest


def test_png_of_the_view(figure):
    figure.show("stage=circulation")
    canvas = figure.cy("({w: cy.width(), h: cy.height()})")
    for scale in (2, 4):
        figure.page.locator(".menu summary").click()
        with figure.page.expect_download() as download:
            figure.page.locator(f".menu [data-do=png][data-scale='{scale}']").click()
        name = download.value.suggested_filename
        assert name == f"metastatic-cascade-circulation-{scale}x.png"
        data = download.value.path().read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = (int.from_bytes(data[i : i + 4], "big") for i in (16, 20))
        assert width == canvas["w"] * scale
        # The legend and the citation stand below.
        assert height > canvas["h"] * scale + 100 * scale


# Boxes of the legend's words, and the size of the picture.
LEGEND = """(text) => {
  const box = document.body.appendChild(document.createElement('div'));
  box.innerHTML = text;
  const whole = box.querySelector('svg');
  const found = [...whole.querySelectorAll(':scope > text, :scope > g > text')].map((e) => {
    const b = e.getBBox(); return [e.textContent, b.x, b.y, b.x + b.width, b.y + b.height]; });
  const { width, height } = whole.viewBox.baseVal;
  box.remove();
  return { found, width, height };
}"""


@pytest.mark.parametrize("size", [(1366, 768), (768, 1024)], ids=["wide", "tall"])
def test_svg_of_the_view_has_the_whole_key_and_spells_out_short_names(figure, tmp_path, size):
    figure.page.set_viewport_size({"width": size[0], "height": size[1]})
    figure.show()
    figure.page.locator(".menu summary").click()
    with figure.page.expect_download() as download:
        figure.page.locator(".menu [data-do=svg]").click()
    path = tmp_path / "view.svg"
    download.value.save_as(path)
    seen = figure.page.evaluate(LEGEND, path.read_text(encoding="utf-8"))
    words = {text: box for text, *box in seen["found"]}
    for text in ("Tumor cells", "Experts disagree", "Journey of the tumor cell", "Abbreviations"):
        assert text in words
    assert {"CTC", "Circulating tumor cell", "Disseminated tumor cell"} <= words.keys()
    boxes = list(words.items())
    for index, (one, a) in enumerate(boxes):
        assert a[2] <= seen["width"] + 1 and a[3] <= seen["height"] + 1, one
        for other, b in boxes[index + 1 :]:
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 3 or b[3] <= a[1] + 3
            assert apart, (one, other)


def test_about_names_sources_method_and_limits(figure):
    figure.show()
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
