"""A click answers at once, in every stage, and costs no request."""

from figure import elapse

CELLS = ("neutrophil", "platelet", "tam", "osteoclast", "circulating-tumor-cell")


def tap(figure, node: str) -> None:
    """A real click in the middle of a cell, as a reader does it."""
    box = figure.page.locator("#graph").bounding_box()
    at = figure.cy(f"cy.getElementById({node!r}).renderedPosition()")
    figure.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def test_a_click_lights_the_cell_in_every_stage(figure):
    for cell in CELLS:
        figure.show()
        lights_in_every_stage(figure, cell)


def lights_in_every_stage(figure, cell: str) -> None:
    node = figure.cy(f"cy.nodes('[cell=\"{cell}\"]').filter(n => n.visible())[0].id()")
    tap(figure, node)
    figure.page.wait_for_function("() => cascade.view().focus !== ''")
    nodes = figure.cy(
        f"cy.nodes('[cell=\"{cell}\"]').filter(n => n.visible()).map(n => n.hasClass('focus'))"
    )
    assert nodes and all(nodes), cell
    lit = figure.cy("cy.edges('.lit').map(e => [e.source().data('cell'), e.target().data('cell')])")
    assert lit and all(cell in pair for pair in lit), cell
    stages = figure.cy(f"[...new Set(cy.nodes('[cell=\"{cell}\"]').map(n => n.data('stage')))]")
    lit_stages = figure.cy("[...new Set(cy.edges('.lit').map(e => e.data('stage')))]")
    core = figure.cy(
        f'[...new Set(cy.edges(\'[kind="signal"][tier!="extended"]\').filter(e => '
        f"e.source().data('cell')==={cell!r} || e.target().data('cell')==={cell!r})"
        ".map(e => e.data('stage')))]"
    )
    assert set(core) == set(lit_stages) <= set(stages), cell
    assert figure.page.locator(f"#card-metastatic-cascade-{cell}").is_visible(), cell


def test_a_card_groups_what_its_cell_does_and_says_what_speaks_against_an_arrow(figure):
    figure.show("focus=platelet")
    it_groups_by_sends_and_receives(figure)
    figure.go("edge=ci-fibrin-nk")
    a_disputed_arrow_shows_the_opposing_papers(figure)
    figure.go("stage=primary-tumor&edge=pt-egf-egfr")
    a_readout_other_than_metastasis_is_visible(figure)


def it_groups_by_sends_and_receives(figure) -> None:
    card = figure.page.locator("#card-metastatic-cascade-platelet")
    headings = card.locator("h3").all_inner_texts()
    assert [h.split()[0].lower() for h in headings[:2]] == ["sends", "receives"]
    assert card.locator("h4").first.inner_text() == "Circulation"
    rows = card.locator(".rows li").count()
    expected = figure.cy(
        "cy.edges('[kind=\"signal\"]').filter(e => e.source().data('cell')==='platelet').length"
        " + cy.edges('[kind=\"signal\"]').filter(e => e.target().data('cell')==='platelet').length"
    )
    assert rows == expected


def test_background_escape_and_a_second_click_on_the_cell_clear(figure):
    figure.show("focus=platelet")
    assert figure.cy("cy.$('.focus').length") > 0
    box = figure.page.locator("#graph").bounding_box()
    figure.page.mouse.click(box["x"] + 4, box["y"] + box["height"] * 0.5)
    figure.page.wait_for_function("() => cascade.view().focus === ''")
    assert figure.cy("cy.$('.focus, .lit, .dim').length") == 0
    assert figure.page.locator("section.legend").first.is_visible()
    figure.page.evaluate("cascade.set({focus: 'tam'})")
    figure.page.keyboard.press("Escape")
    assert figure.page.evaluate("cascade.view().focus") == ""
    figure.rest()
    node = "circulation/platelet"
    tap(figure, node)
    assert figure.rest()["focus"] == "platelet"
    elapse(figure.page, 400)  # sooner it would be a double click, which means what one means
    tap(figure, node)
    figure.page.wait_for_function("() => cascade.view().focus === ''")


def test_an_arrow_opens_its_evidence(figure):
    figure.show("stage=primary-tumor")
    box = figure.page.locator("#graph").bounding_box()
    at = figure.cy(
        "(() => { const e = cy.getElementById('pt-il4-il4r'), s = e.sourceEndpoint();"
        " const t = e.targetEndpoint(), c = e.controlPoints()[0], z = cy.zoom(), p = cy.pan();"
        " const at = (k) => 0.64 * s[k] + 0.32 * c[k] + 0.04 * t[k];"  # a fifth of the curve
        " return {x: at('x') * z + p.x, y: at('y') * z + p.y}; })()"
    )
    figure.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    figure.page.wait_for_function("() => cascade.view().edge === 'pt-il4-il4r'")
    card = figure.page.locator("#card-metastatic-cascade-pt-il4-il4r")
    text = card.inner_text()
    for word in ("IL-4", "IL4R", "from a database", "Promotes metastasis", "Metastasis", "High",
                 "MMTV-PyMT", "DeNardo", "2009"):  # fmt: skip
        assert word in text, word
    assert card.locator("a[href^='https://doi.org/']").count() >= 1
    assert card.locator("a[target=_blank]").count() == card.locator("a[href]").count()
    assert figure.cy("cy.getElementById('pt-il4-il4r').hasClass('focus')")


def a_disputed_arrow_shows_the_opposing_papers(figure) -> None:
    card = figure.page.locator("#card-metastatic-cascade-ci-fibrin-nk")
    assert "Experts disagree" in card.inner_text().replace("EXPERTS DISAGREE", "Experts disagree")
    assert card.locator(".dispute .papers li").count() >= 1


def a_readout_other_than_metastasis_is_visible(figure) -> None:
    assert (
        "not metastasis itself"
        in figure.page.locator("#card-metastatic-cascade-pt-egf-egfr").inner_text()
    )
    soft, firm = figure.cy(
        "['pt-egf-egfr', 'pt-csf1-csf1r'].map(id => { const e = cy.getElementById(id);"
        " return [e.data('firm'), e.style('line-color')]; })"
    )
    assert (soft[0], firm[0]) == (0, 1)
    assert soft[1] != firm[1]


def test_hover_names_things(figure):
    figure.show()
    box = figure.page.locator("#graph").bounding_box()
    figure.page.mouse.move(box["x"] + 4, box["y"] + 4)
    at = figure.cy("cy.getElementById('circulation/circulating-tumor-cell').renderedPosition()")
    figure.page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    tip = figure.page.locator("#tip")
    tip.wait_for(state="visible")
    assert tip.inner_text() == "Circulating tumor cell", "beside it stands CTC"
    # The words can be reached and stay while the pointer is on them; leaving takes them away.
    words = tip.bounding_box()
    middle = (words["x"] + words["width"] / 2, words["y"] + words["height"] / 2)
    figure.page.mouse.move(*middle)
    elapse(figure.page, 300)
    assert tip.is_visible()
    figure.page.mouse.move(box["x"] + 4, box["y"] + 4)
    tip.wait_for(state="hidden")
    # Esc takes them away and nothing else.
    figure.page.evaluate("cascade.set({ stage: 'circulation', focus: 'neutrophil' })")
    figure.rest()
    at = figure.cy("cy.getElementById('circulation/circulating-tumor-cell').renderedPosition()")
    figure.page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    tip.wait_for(state="visible")
    figure.page.keyboard.press("Escape")
    assert tip.is_hidden() and figure.settle()["focus"] == "neutrophil"
    figure.page.keyboard.press("Escape")
    assert figure.settle()["focus"] == ""


def test_clicks_cost_no_request(figure, page):
    figure.show()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    tap(figure, "circulation/platelet")
    figure.rest()
    for query in ("{stage: 'colonization'}", "{organ: 'bone'}", "{detail: 'extended'}",
                  "{theme: 'dark'}", "{hide: ['outcome:pro-metastatic']}", "{q: 'CXCL12'}",
                  "{edge: 'c-bone-rankl'}", "{pathway: 'vicious-cycle', stage: '', organ: '', focus: '', edge: '', hide: [], q: ''}"):  # fmt: skip
        figure.page.evaluate(f"cascade.set({query})")
        figure.rest()
    figure.page.locator(".tools > [data-do=theme]").click()
    figure.page.keyboard.press("1")
    figure.rest()
    assert [url for url in requests if not url.startswith("data:")] == []
