"""Double clicks, a pathway changed before the last one has settled."""

from figure import elapse


def middle(figure, id_: str) -> tuple[float, float]:
    """Where a cell, or a line's label, lies on the page."""
    box = figure.page.locator("#graph").bounding_box()
    at = figure.cy(
        f"(e => e.isNode() ? e.renderedPosition() : (b => ({{x: b.x1 + b.w / 2, y: b.y1 + b.h / 2}}))"
        f"(e.renderedBoundingBox({{includeEdges: false, includeNodes: false}})))"
        f"(cy.getElementById({id_!r}))"
    )
    return box["x"] + at["x"], box["y"] + at["y"]


def test_a_double_click_means_what_a_click_means(figure):
    page = figure.page
    figure.show("stage=circulation")
    cell = figure.cy('cy.nodes(\'[cell="platelet"][stage="circulation"]\')[0].id()')
    page.mouse.dblclick(*middle(figure, cell))
    assert figure.settle()["focus"] == "platelet"
    # A second one, later, takes it away.
    elapse(page, 600)
    page.mouse.dblclick(*middle(figure, cell))
    assert figure.settle()["focus"] == ""

    line = figure.cy(
        'cy.edges(\'[kind="signal"][stage="circulation"]\').filter(e => e.visible())[0].id()'
    )
    page.mouse.dblclick(*middle(figure, line))
    assert figure.settle()["edge"] == line

    # So on buttons: the text view, a filter, the panel.
    figure.show("stage=circulation")
    page.locator(".tools > [data-do=listing]").dblclick()
    page.locator("#listing").wait_for(state="visible")
    page.locator("#listing [data-do=listing]").first.click()
    page.locator("#listing").wait_for(state="hidden")
    page.locator("#overlay button[data-cell=platelet]:visible").first.evaluate(
        """(button) => { for (const detail of [1, 2])
             button.dispatchEvent(new MouseEvent('click', {bubbles: true, detail})); }"""
    )
    assert figure.settle()["focus"] == "platelet"


def test_pathways_may_be_changed_before_they_have_settled(figure):
    page = figure.page
    page.emulate_media(reduced_motion="no-preference")
    figure.show("stage=circulation&focus=platelet")
    page.locator("#pathway").focus()
    for pause in (0, 30, 120, 260):
        for id_ in ("csf1-egf-loop", "metastatic-cascade") * 2:
            page.locator("#pathway").select_option(id_)
            elapse(page, pause)
        page.locator("#pathway").select_option("csf1-egf-loop")
        only_the_last_is_there(figure)


def only_the_last_is_there(figure) -> None:
    page = figure.page
    assert figure.settle()["pathway"] == "csf1-egf-loop"
    # What a screen reader finds is of the last one, too.
    shown = "[...document.querySelectorAll('#overlay [data-node]:not([hidden])')]"
    page.wait_for_function(f"() => cascade.view() && {shown}.length")
    nodes = figure.cy("cy.nodes('[kind=\"cell\"]').filter(n => n.visible()).map(n => n.id())")
    elapse(page, 400)
    assert sorted(page.evaluate(f"{shown}.map((b) => b.dataset.node)")) == sorted(nodes)
