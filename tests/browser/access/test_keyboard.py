"""The figure by keyboard: every cell and arrow is reached, and a key does what a click does."""

from focus import address, at, begin, enter, settled

CLEAR = {"stage": "", "organ": "", "focus": "", "edge": "", "detail": "auto", "hide": []}
VIEWS = (
    {},
    {"stage": "colonization", "organ": "bone"},
    {"detail": "extended"},
    {"focus": "platelet"},
    {"pathway": "vicious-cycle"},
)

# Walks by key events as a reader presses them and notes where the focus has been: every cell by the
# four arrow keys alone, then from each cell along its signals, and around them by arrow keys.
WALK = """() => {
  const here = () => document.activeElement.dataset.node ?? document.activeElement.dataset.line ?? '';
  const press = (key, more = {}) => {
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    return here();
  };
  const go = (id) => document.querySelector(`#overlay [data-node="${CSS.escape(id)}"]`).focus({ preventScroll: true });
  press('Home'); // the tab stop may still be an arrow
  const { cy } = document.getElementById('graph')._cyreg;
  const all = cy.nodes('[kind="cell"]').filter((one) => one.visible()).length;
  const left = new Map();
  for (let at = here(); ;) {
    if (!left.has(at)) left.set(at, ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);
    if (left.size >= all) break;
    if (!left.get(at).length) { // on from another that was reached
      at = [...left.keys()].find((one) => left.get(one).length);
      if (!at) break;
      go(at);
    }
    at = press(left.get(at).pop());
  }
  const cells = new Set(left.keys());
  const turned = new Set();
  go([...cells][0]);
  for (let i = 0; i <= cells.size; i += 1) turned.add(press('PageDown'));
  const lines = new Set();
  for (const cell of cells) {
    go(cell);
    for (let id = press(']'); id !== cell && !lines.has(id); id = press('ArrowDown')) lines.add(id);
  }
  return { cells: [...cells], lines: [...lines], turned: [...turned] };
}"""


def test_every_cell_and_every_arrow_is_reached(figure):
    figure.show()
    for view in VIEWS:
        figure.page.evaluate("v => cascade.set(v)", {**CLEAR, **view})
        settled(figure)
        enter(figure)
        walked = figure.page.evaluate(WALK)
        seen = "filter(e => e.visible()).map(e => e.id())"
        cells = figure.cy(f"cy.nodes('[kind=\"cell\"]').{seen}")
        lines = figure.cy(f'cy.edges(\'[kind="signal"], [kind="pair"]\').{seen}')
        assert sorted(walked["cells"]) == sorted(walked["turned"]) == sorted(cells), view
        assert sorted(walked["lines"]) == sorted(lines), view


def test_tab_enters_once_and_leaves(figure):
    figure.open()
    enter(figure)
    assert at(figure) == "primary-tumor/tumor-cell"
    assert figure.page.locator("#overlay [tabindex='0']").count() == 1
    figure.page.keyboard.press("Tab")
    assert figure.page.evaluate("document.activeElement.closest('#overlay') === null")
    figure.page.keyboard.press("Shift+Tab")
    assert at(figure) == "primary-tumor/tumor-cell"
    figure.page.keyboard.press("Shift+Tab")
    assert figure.page.evaluate("document.activeElement.dataset.do") == "panel"


def test_tab_enters_at_the_chosen_cell(figure):
    figure.open("stage=circulation&focus=platelet")
    enter(figure)
    assert at(figure) == "circulation/platelet"


def test_along_the_signal_and_back(figure):
    figure.open("stage=primary-tumor")  # it remembers which arrows were walked
    enter(figure)
    keys = figure.page.keyboard
    keys.press("]")
    assert at(figure) == "pt-csf1-csf1r"
    keys.press("]")
    assert at(figure) == "primary-tumor/tam"
    keys.press("Backspace")
    assert at(figure) == "primary-tumor/tumor-cell"
    keys.press("]")
    assert at(figure) not in ("pt-csf1-csf1r", "primary-tumor/tumor-cell")
    keys.press("[")
    assert at(figure) == "primary-tumor/tumor-cell"
    keys.press("[")
    sent = figure.cy(f"cy.getElementById({at(figure)!r}).target().id()")
    assert sent == "primary-tumor/tumor-cell"


def test_up_to_the_stage_and_down_into_it(figure):
    figure.show()
    begin(figure, "primary-tumor/tumor-cell")
    keys = figure.page.keyboard
    keys.press("Shift+ArrowUp")
    focused = "document.activeElement.dataset.id"
    assert figure.page.evaluate(focused) == "primary-tumor"
    keys.press("Shift+ArrowDown")
    assert at(figure).startswith("primary-tumor/")
    keys.press("Shift+ArrowUp")
    keys.press("Tab")
    assert figure.page.evaluate(focused) == "circulation"
    keys.press("Shift+ArrowDown")
    assert at(figure).startswith("circulation/")


def test_a_key_is_a_click(figure):
    figure.show("stage=circulation")
    at_platelet = figure.cy("cy.getElementById('circulation/platelet').renderedPosition()")
    box = figure.page.locator("#graph").bounding_box()
    point = (box["x"] + at_platelet["x"], box["y"] + at_platelet["y"])
    assert (
        figure.page.evaluate("p => document.elementFromPoint(...p).tagName", list(point))
        == "CANVAS"
    )
    figure.page.mouse.click(*point)
    figure.page.wait_for_function("() => cascade.view().focus === 'platelet'")
    clicked = address(figure)
    figure.page.keyboard.press("Escape")
    settled(figure)
    button = figure.page.locator("#overlay [data-node='circulation/platelet']")
    for key in ("Enter", " "):
        button.evaluate("(e) => { document.activeElement.blur(); e.focus(); }")
        figure.page.keyboard.press(key)
        assert address(figure) == clicked, key
        settled(figure)
        assert button.get_attribute("aria-pressed") == "true", key
        assert at(figure) == "circulation/platelet", key
        figure.page.keyboard.press("Escape")
        settled(figure)
        assert figure.page.evaluate("cascade.view().focus") == "", key
        assert button.get_attribute("aria-pressed") == "false", key
        assert at(figure) == "circulation/platelet", key


def test_an_arrow_opens_its_card_and_the_card_can_be_read(figure):
    figure.show("stage=primary-tumor")
    begin(figure, "primary-tumor/tumor-cell")
    figure.page.keyboard.press("]")
    arrow = at(figure)
    assert arrow.startswith("pt-")
    for key in ("Enter", "r"):
        figure.page.keyboard.press(key)
    assert figure.page.evaluate("cascade.view().edge") == arrow
    heading = figure.page.locator(f"#card-metastatic-cascade-{arrow} h2")
    assert heading.evaluate("e => e === document.activeElement")
    figure.page.keyboard.press("Escape")
    assert figure.page.evaluate("cascade.view().edge") == ""
    assert at(figure) == arrow


def test_a_focus_out_of_sight_is_brought_into_view(figure):
    """The ring is never outside the canvas, nor under the panel or the buttons (2.4.11)."""
    figure.page.set_viewport_size({"width": 1100, "height": 700})
    figure.show("stage=colonization&focus=platelet")
    settled(figure)
    enter(figure)
    for _ in range(12):
        figure.page.keyboard.press("PageDown")
        figure.rest()
        covered = figure.page.evaluate(
            """() => {
              const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
              const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
              return corners.map(([x, y]) => document.elementFromPoint(x, y)?.tagName).filter((t) => t !== 'CANVAS');
            }"""
        )
        assert covered == [], at(figure)


def test_focus_tells_the_name_and_escape_hides_it(figure):
    figure.open("stage=circulation")
    enter(figure)
    tip = figure.page.locator("#tip")
    assert tip.is_visible() and tip.inner_text() == "Circulating tumor cell"
    figure.page.keyboard.press("]")
    assert "A circulating tumor cell" in tip.inner_text()
    figure.page.keyboard.press("Escape")
    assert tip.is_hidden()
    figure.page.keyboard.press("]")
    assert tip.is_hidden()  # the platelet's name stands beside it
    figure.page.keyboard.press("]")
    assert tip.is_visible()
    figure.page.keyboard.press("Tab")
    assert tip.is_hidden()


def test_the_ring_has_two_colors_and_is_thick_enough(figure):
    figure.show()
    begin(figure, "primary-tumor/tumor-cell")
    style = figure.page.evaluate(
        """() => {
          const s = getComputedStyle(document.activeElement);
          const zoom = document.getElementById('graph')._cyreg.cy.zoom();
          const [width, offset] = [s.outlineWidth, s.outlineOffset].map((px) => parseFloat(px) * zoom);
          return [s.outlineStyle, width, s.boxShadow, offset + width];
        }"""
    )
    # A border is rounded down to whole pixels of its own units, which are smaller than CSS pixels.
    assert style[0] == "solid" and style[1] >= 1.9
    assert style[2].count("rgb") == 2
    assert style[3] < 1, "the ring of a cell lies within it, so that its name stays free"
