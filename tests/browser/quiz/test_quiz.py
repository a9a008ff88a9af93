"""A round of questions: by keys alone, by touch, by the address; and nothing tells the answer."""

import pytest
from questions import questions

# Asks each question in turn; what of its answer can be seen or heard is returned, by question.
TELLING = """(items) => {
  const cy = document.getElementById('graph')._cyreg.cy;
  const shown = (element) => element.checkVisibility();
  const told = [];
  for (const { id, kind, hide = {}, accept = [], options = [] } of items) {
    cascade.set({ set: id, seed: '1' });
    const view = cascade.view();
    const { names = [], labels = [], heads = [], edges = [], stages = [] } = hide;
    const problem = (text) => told.push(`${id}: ${text}`);
    // Asked for its style first: until then cytoscape tells what was visible before.
    const visible = (one) => one.style('display') && one.visible() && !one.hasClass('hidden');
    const label = (one) => (visible(one) ? one.pstyle('label').value : '');
    for (const one of names) if (!['?', ''].includes(label(cy.getElementById(one)))) problem('its name is drawn');
    for (const one of labels) {
      const edge = cy.getElementById(one);
      if (visible(edge) && label(edge) !== '?') problem('its label is drawn');
    }
    for (const one of heads) {
      const edge = cy.getElementById(one);
      if (visible(edge) && edge.pstyle('target-arrow-shape').value !== 'none') problem('its head is drawn');
    }
    for (const one of edges) {
      const edge = cy.getElementById(one);
      if (edge.empty()) continue;
      const plain = kind === 'measured' && ['source', 'target'].every((end) => edge.pstyle(`${end}-arrow-shape`).value === 'none');
      if (visible(edge) && !plain) problem('its arrow is drawn');
    }
    // What is said beside the question and its own options: buttons over the canvas, title,
    // address, view, live region, and all that is on the screen.
    const overlay = [...document.querySelectorAll('#overlay [aria-label]')].filter(shown);
    const about = new Set([...names, ...labels, ...heads, ...edges]);
    const own = overlay.filter(({ dataset: { node, line } }) => about.has(node ?? line));
    const words = [document.title, document.getElementById('say').textContent, location.search, JSON.stringify(view)];
    const right = options.filter((one) => one.right && one.text).map((one) => one.text);
    for (const text of [...accept, ...(kind === 'cell' ? right : [])])
      for (const place of [...words, ...own.map((one) => one.ariaLabel)])
        if (place.toLowerCase().includes(text.toLowerCase())) problem(`'${text}' stands in '${place}'`);
    for (const one of own) if (edges.includes(one.dataset.line) && kind !== 'measured') problem(`'${one.ariaLabel}' is a button`);
    for (const one of overlay) if (/, (arrow|Pfeil),/.test(one.ariaLabel)) problem(`'${one.ariaLabel}' says an arrow's sentence`);
    if (view.focus || view.edge || view.q || view.hide.length) problem('the view tells');
    if (/[a-z]+:[^,&]*-[^,&]*:/.test(location.search)) problem(`the address tells: ${location.search}`);
    for (const part of ['#cards', '#panel', '#listing', '#plots', '#search', '#count', '.legend', '.menu', '#papers', '#tip'])
      for (const one of document.querySelectorAll(part)) if (shown(one)) problem(`${part} is shown`);
    if (stages.length && overlay.some((one) => one.role === 'group' && stages.some((stage) => one.ariaLabel.toLowerCase().includes(stage.replace('-', ' '))))) problem('a group has the name of a stage');
  }
  return told;
}"""


@pytest.fixture(scope="module")
def items():
    return questions()


def asked(page) -> None:
    page.locator("#quiz-title").wait_for()


def focused(page) -> str:
    return page.evaluate("document.activeElement.innerText || document.activeElement.ariaLabel")


def tab_to(page, selector: str) -> None:
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def by_keys(page, item: dict, right: bool) -> None:
    """Answers the question on screen with keys alone, from its title on."""
    kind = item["answer"]
    options = item.get("options", [])
    if kind == "choice":
        wanted = next(at for at, one in enumerate(options) if bool(one.get("right")) == right)
        tab_to(page, ".quiz-options input")
        page.keyboard.press("Space")
        for _ in options:
            if page.evaluate("document.activeElement.value") == str(wanted):
                break
            page.keyboard.press("ArrowDown")
    elif kind == "pick":
        tab_to(page, ".quiz-body select")
        wanted = lambda: page.evaluate("document.activeElement.value") in item["pick"]  # noqa: E731
        page.keyboard.press("ArrowDown")
        for _ in range(60):
            if wanted() == right:
                break
            page.keyboard.press("ArrowDown")
    elif kind == "type":
        tab_to(page, ".quiz-body input")
        page.keyboard.type(item["accept"][0] if right else "nobody")
        page.keyboard.press("Enter")  # goes on to how sure one is
        page.keyboard.press("Enter")
        return
    elif kind == "order":
        texts = [one["text"] for one in options]
        for place in range(len(texts) if right else 0):
            rows = page.locator(".quiz-order li span").all_inner_texts()
            tab_to(page, f'.quiz-order [aria-label="Up: {texts[place]}"]')
            for _ in range(rows.index(texts[place]) - place):
                page.keyboard.press("ArrowUp")
            page.evaluate("document.getElementById('quiz-title').focus()")
    else:
        tab_to(page, ".quiz-body textarea")
        page.keyboard.type("As far as I know")
    tab_to(page, ".quiz-sure button")
    page.keyboard.press("Enter")
    if kind == "own":
        assert focused(page) == "Compare"
        tab_to(page, ".quiz-next" if right else ".quiz-next.plain")
        page.keyboard.press("Enter")


def test_a_whole_round_by_keys_is_announced_and_ends(figure, items):
    page = figure.page
    figure.show("stage=circulation")
    page.keyboard.press("y")
    asked(page)
    assert focused(page) == page.locator("#quiz-title").inner_text()
    assert page.evaluate("cascade.view().set") == "circulation"
    page.evaluate("cascade.set({set: 'circulation', seed: '3'})")
    figure.rest()
    page.evaluate("document.getElementById('quiz-title').focus()")
    by_ask = {}
    for item in items:
        by_ask.setdefault(item["ask"], item)
    seen = set()
    places = []
    while page.locator(".quiz-sure").count():
        ask = page.locator("#quiz-title").inner_text()
        assert focused(page) == ask, "the focus, and with it a screen reader, is on the question"
        places.append(page.locator(".quiz-place").inner_text())
        first = ask not in seen and len(seen) < 2  # the first two are missed, once
        seen.add(ask)
        by_keys(page, by_ask[ask], not first)
        assert focused(page) == ("✗ Not right" if first else "✓ Right")
        assert page.locator(".quiz-body .quiz-ask").inner_text() == ask
        lit = figure.cy("cy.elements('.lit.focus').length")
        assert lit or not by_ask[ask].get("arrows"), "the arrow lights up"
        tab_to(page, ".quiz-next")
        page.keyboard.press("Enter")
        assert len(places) < 40
    of = len(seen)
    assert 8 <= of <= 12
    assert focused(page) == f"{of - 2} of {of} right at the first try"
    assert places[0] == f"Question 1 of {of}"
    assert places[-2:] == [f"Question {of} of {of}, once more"] * 2
    missed = page.locator(".quiz-body details")
    assert missed.count() == 2
    missed.first.locator("summary").press("Enter")
    figure.rest()
    assert figure.cy("cy.elements('.lit.focus').length")
    with page.expect_download() as saved:
        page.get_by_role("button", name="In two days").click()
    text = saved.value.path().read_text("utf-8").replace("\r\n ", "")
    assert "set=" in text and "seed=" in text and "BEGIN:VEVENT" in text
    # What was missed, again: as a round of its own, whose address tells no arrow.
    page.get_by_role("button", name="Ask these again").click()
    assert page.locator(".quiz-place").inner_text() == "Question 1 of 2"
    figure.rest()  # the address follows the paint
    page.reload()
    asked(page)
    assert page.locator(".quiz-place").inner_text() == "Question 1 of 2"
    page.get_by_role("button", name="Leave the practice").click()
    figure.rest()
    assert page.locator("#search").is_visible()
    assert "set=" not in page.url


def test_nothing_tells_the_answer_before_it_is_given(figure, items):
    figure.show("set=mixed&seed=1")
    asked(figure.page)
    assert len(items) > 100
    assert figure.page.evaluate(TELLING, items) == []


def test_the_question_is_painted_within_two_frames_of_the_press(figure):
    page = figure.page
    figure.show("set=mixed&seed=1")
    asked(page)
    page.get_by_role("button", name="Leave the practice").click()
    figure.rest()
    painted = page.evaluate(
        """() => new Promise((done) => {
          const cy = document.getElementById('graph')._cyreg.cy;
          let drawn = false;
          cy.one('render', () => { drawn = true; });
          document.querySelector('.menu [data-do="quiz"]').click();
          const asks = Boolean(document.getElementById('quiz-title'));
          const frame = requestAnimationFrame;
          frame(() => frame(() => setTimeout(() => done([asks, drawn]))));
        })"""
    )
    assert painted == [True, True]


def test_addresses_that_offer_only_or_no_practice_or_name_what_is_gone(figure):
    page = figure.page
    toast = page.locator("#toast")
    figure.open("quiz=only")
    asked(page)
    assert page.evaluate("cascade.view().set") == "mixed"
    assert not page.get_by_role("button", name="Leave the practice").is_visible()
    figure.go("quiz=off&set=mixed")
    assert not page.locator("html[data-quiz]").count()
    page.keyboard.press("y")
    page.locator(".menu summary").click()
    assert not page.get_by_role("button", name="Test yourself").is_visible()
    for query, says in {
        "set=moon": "There is no set",
        "set=mixed&seed=x": "There is no seed",
        "set=end:pt-csf1-csf1r:0000": "1 of these questions are gone",
    }.items():
        figure.go(query)
        asked(page)
        assert says in toast.inner_text()
        assert page.locator(".quiz-place").inner_text() == "Question 1 of 10"
        assert int(page.evaluate("cascade.view().seed")) >= 0
    figure.go("lecture=cascade&step=1&set=mixed")
    assert not page.locator("html[data-quiz]").count()
    # It begins at the end of a lecture, and on the card of a stage.
    page.keyboard.press("End")
    while page.locator('#lecture [data-do="quiz"]').is_hidden():
        page.keyboard.press("PageDown")
    page.locator('#lecture [data-do="quiz"]').click()
    asked(page)
    assert page.evaluate("[cascade.view().lecture, cascade.view().set]") == ["", "mixed"]
    figure.go("stage=circulation&q=circulation")
    page.get_by_role("button", name="Test yourself on this").click()
    asked(page)
    assert page.evaluate("cascade.view().set") == "circulation"


def test_a_stage_is_rebuilt_by_clicks_and_by_lists(figure):
    page = figure.page
    figure.show("set=rebuild:primary-tumor&seed=1")
    asked(page)
    slots = page.locator(".quiz-slot")
    assert 3 <= slots.count() <= 5
    out = page.evaluate("JSON.stringify(cascade.view())")
    assert "pt-" not in out and "pt-" not in page.url
    for cell in ("tumor-cell", "tam"):
        at = figure.cy(f"cy.getElementById('primary-tumor/{cell}').renderedPosition()")
        page.locator("#graph").click(position=at)
    first = slots.first.locator("select")
    chosen = [first.nth(at).input_value() for at in range(2)]
    assert chosen == ["primary-tumor/tumor-cell", "primary-tumor/tam"]
    assert slots.nth(1).get_by_role("button").get_attribute("aria-pressed") == "true"
    second = slots.nth(1).locator("select")
    second.nth(0).select_option("primary-tumor/tumor-cell")
    second.nth(1).select_option("primary-tumor/treg")
    second.nth(2).select_option("recruits")
    assert figure.cy("cy.edges('[kind=\"sketch\"]').length") == 2
    page.get_by_role("button", name="Compare").click()
    assert "arrows right" in focused(page)
    rows = page.locator(".quiz-body ol > li")
    assert rows.count() == slots.count() or rows.count() >= 3
    assert all("✓" in text or "✗" in text for text in rows.all_inner_texts())
    page.get_by_role("button", name="Show the differences").click()
    assert page.get_by_role("button", name="Show all arrows").is_visible()
    assert figure.cy("cy.edges('.lit.focus').length") >= 1


def test_on_a_phone_a_cell_is_tapped(new_context, base_url, items):
    from figure import Figure

    item = next(one for one in items if one["kind"] == "end" and one["level"] == "overview")
    context = new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    figure = Figure(context.new_page(), base_url)
    figure.show(f"set={item['id']}&seed=1")
    page = figure.page
    asked(page)
    figure.rest()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    at = figure.cy(f"cy.getElementById('{item['pick'][0]}').renderedPosition()")
    box = page.locator("#graph").bounding_box()
    page.touchscreen.tap(box["x"] + at["x"], box["y"] + at["y"])
    page.locator(".quiz-sure [aria-disabled=false]").first.tap()
    assert page.locator("#quiz-title").inner_text() == "✓ Right"
