"""400 % zoom of a 1280 x 1024 screen, text-spacing settings, and forced colors."""

import pytest

SPACING = """*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
# Text that a box cuts off: it is larger than its box, which hides the rest.
CUT = """() => [...document.querySelectorAll('body *')].filter((e) => {
  if (!e.getClientRects().length || e.matches('.hush, .hush *, #overlay *, #graph *, #stage, select, input')) return false;
  const style = getComputedStyle(e);
  const hides = (axis) => ['hidden', 'clip'].includes(style[axis]);
  return e.textContent.trim() && ((hides('overflowX') && e.scrollWidth > e.clientWidth + 1)
    || (hides('overflowY') && e.scrollHeight > e.clientHeight + 1));
}).map((e) => e.id || e.className || e.tagName)"""
# Controls that stand outside the page's width, where no scrolling in one direction reaches them.
ASIDE = """() => [...document.querySelectorAll('#top :is(button, a, input, select, summary), .zoom button, #panel :is(button, input), #listing button')]
  .filter((e) => e.getClientRects().length)
  .filter((e) => { const b = e.getBoundingClientRect(); return b.left < -1 || b.right > innerWidth + 1; })
  .map((e) => e.getAttribute('aria-label') || e.textContent.trim().slice(0, 30))"""
WIDE = "document.scrollingElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("spaced", [False, True])
def test_the_page_reflows(figure, spaced):
    figure.page.set_viewport_size({"width": 320, "height": 256})
    figure.show()
    added = figure.page.add_style_tag(content=SPACING if spaced else "/* none */")
    for step in (
        "0",
        "cascade.set({edge: 'pt-csf1-csf1r'})",
        "cascade.set({edge: '', focus: 'platelet'})",
        "document.querySelector('[data-do=listing]').click()",
        "document.querySelector('[data-id=outline]').click()",
    ):
        figure.page.evaluate(f"() => {{ {step} }}")
        figure.rest()
        assert figure.page.evaluate(WIDE) is False, step
        assert figure.page.evaluate(CUT) == [], step
        assert figure.page.evaluate(ASIDE) == [], step
    added.evaluate("(style) => style.remove()")


def test_every_part_can_be_scrolled_to(figure):
    figure.page.set_viewport_size({"width": 320, "height": 256})
    figure.show("focus=platelet")
    for selector in ("#stage", "#top", "#cards article:not([hidden]) h2", ".zoom", "#count"):
        part = figure.page.locator(selector).first
        part.scroll_into_view_if_needed()
        box = part.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 321, selector
    assert figure.page.locator("#stage").bounding_box()["height"] >= 200


def test_dialogs_fit_and_scroll(figure):
    figure.page.set_viewport_size({"width": 320, "height": 256})
    figure.show()
    for name in ("help", "about"):
        figure.page.evaluate(f"document.getElementById('{name}').showModal()")
        box = figure.page.locator(f"#{name}").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 320 and box["height"] <= 256
        close = figure.page.locator(f"[data-do=close-{name}]")
        close.scroll_into_view_if_needed()
        close.click()


def test_text_spacing_cuts_nothing_off(figure):
    figure.show("focus=platelet")
    added = figure.page.add_style_tag(content=SPACING)
    for size in ((1366, 768), (768, 1024), (390, 844)):
        figure.page.set_viewport_size({"width": size[0], "height": size[1]})
        figure.rest()
        assert figure.page.evaluate(WIDE) is False, size
        assert figure.page.evaluate(CUT) == [], size
    added.evaluate("(style) => style.remove()")


def test_forced_colors_show_cells_as_boxes(figure):
    figure.page.emulate_media(forced_colors="active")
    figure.open("stage=circulation")
    figure.page.wait_for_selector("#overlay [data-node='circulation/platelet']", state="attached")
    looks = figure.page.evaluate(
        """() => {
          const button = document.querySelector('#overlay [data-node="circulation/platelet"]');
          const s = getComputedStyle(button);
          const text = getComputedStyle(button, '::after').content;
          return [text, s.borderTopStyle, s.backgroundColor !== 'rgba(0, 0, 0, 0)'];
        }"""
    )
    assert looks == ['"Platelet"', "solid", True]
    lines = figure.cy(
        "[...new Set(cy.edges('[kind=\"signal\"]').filter(e => e.visible() && !e.hasClass('dim')).map(e => e.style('line-color')))]"
    )
    assert len(lines) == 1  # one ink; dash and head still tell routes and effects apart


def test_more_contrast_is_the_projector_theme(figure):
    figure.page.emulate_media(contrast="more")
    figure.show()
    assert (
        figure.page.evaluate("(cascade.view(), document.documentElement.dataset.theme)")
        == "projector"
    )
    figure.page.evaluate("cascade.set({theme: 'light'})")
    assert (
        figure.page.evaluate("(cascade.view(), document.documentElement.dataset.theme)") == "light"
    )
