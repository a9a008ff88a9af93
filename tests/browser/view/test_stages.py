"""Stages, organs, camera and keys: positions never move, only the camera does."""

from figure import elapse

STAGES = ("primary-tumor", "circulation", "extravasation", "colonization")


def test_positions_never_move(figure):
    figure.show()
    places = figure.cy("cy.nodes().map(n => [n.id(), n.position()])")
    for stage in (*STAGES, ""):
        figure.page.evaluate(f"cascade.set({{stage: {stage!r}, detail: 'extended'}})")
        figure.rest()
        assert figure.cy("cy.nodes().map(n => [n.id(), n.position()])") == places


def test_number_and_arrow_keys(figure):
    figure.show()
    for key, stage in [*zip("1234", STAGES, strict=True), ("0", "")]:
        figure.page.keyboard.press(key)
        assert figure.page.evaluate("cascade.view().stage") == stage
    for stage in STAGES:
        figure.page.keyboard.press("ArrowRight")
        assert figure.page.evaluate("cascade.view().stage") == stage
    figure.page.keyboard.press("ArrowLeft")
    assert figure.page.evaluate("cascade.view().stage") == "extravasation"


def test_a_stage_an_organ_and_the_overview_fill_the_canvas(figure):
    figure.show()
    a_stage_fills_the_canvas(figure)
    an_organ_fills_the_canvas(figure)
    the_overview_fills_the_canvas(figure)


def a_stage_fills_the_canvas(figure) -> None:
    for stage in STAGES:
        figure.go(f"stage={stage}")
        box = figure.cy(
            f'cy.nodes(\'[kind="panel"][stage="{stage}"]\').renderedBoundingBox({{includeLabels: false}})'
        )
        wide, high = figure.cy("[cy.width(), cy.height()]")
        assert box["x1"] >= -1 and box["x2"] <= wide + 1, stage
        assert box["y1"] >= -1 and box["y2"] <= high + 1, stage
        fills = (box["y2"] - box["y1"]) / high > 0.8 or (box["x2"] - box["x1"]) / wide > 0.8
        assert fills, stage


def an_organ_fills_the_canvas(figure) -> None:
    for organ in ("bone", "brain", "lung", "liver"):
        figure.go(f"stage=colonization&organ={organ}")
        box = figure.cy(
            f"cy.getElementById('panel:{organ}').renderedBoundingBox({{includeLabels: false}})"
        )
        assert (box["y2"] - box["y1"]) / figure.cy("cy.height()") > 0.8, organ


def the_overview_fills_the_canvas(figure) -> None:
    for size in ((1920, 1080), (1366, 768), (1024, 768)):
        figure.page.set_viewport_size({"width": size[0], "height": size[1]})
        figure.go("")
        box = figure.cy("cy.nodes('[kind=\"panel\"]').renderedBoundingBox({includeLabels: false})")
        wide = (box["x2"] - box["x1"]) / figure.cy("cy.width()")
        high = (box["y2"] - box["y1"]) / figure.cy("cy.height()")
        assert max(wide, high) >= 0.85, size
        assert min(wide, high) >= 0.65, size


# A point of a panel's ground on the page, where no cell, arrow or name lies.
GROUND = """(() => {
  const label = { includeNodes: false, includeEdges: false, includeLabels: true };
  const names = cy.elements('[kind="cell"], [outcome]').filter((e) => e.visible())
    .map((e) => e.boundingBox(label));
  const named = (u, v) => names.some((b) => b.x1 < u && u < b.x2 && b.y1 < v && v < b.y2);
  const panel = cy.getElementById('panel:PANEL');
  const { x, y } = panel.position();
  const [w, h] = [panel.data('w'), panel.data('h')];
  const [zoom, pan] = [cy.zoom(), cy.pan()];
  for (let v = y - h / 2 + 40; v < y + h / 2 - 20; v += 12)
    for (let u = x - w / 2 + 20; u < x + w / 2 - 20; u += 12) {
      const [left, top] = [u * zoom + pan.x, v * zoom + pan.y];
      const seen = left > 20 && left < cy.width() - 20 && top > 60 && top < cy.height() - 90;
      if (seen && !named(u, v) && !cy.renderer().findNearestElement(u, v, true, false)) return [left, top];
    }
  throw new Error('no ground is free');
})()"""


def ground(figure, panel: str) -> tuple[float, float]:
    box = figure.page.locator("#graph").bounding_box()
    x, y = figure.cy(GROUND.replace("PANEL", panel))
    return box["x"] + x, box["y"] + y


def test_a_click_goes_to_a_place_and_escape_steps_back(figure):
    figure.show()
    page = figure.page
    whole = figure.cy("cy.zoom()")
    page.mouse.click(*ground(figure, "circulation"))
    assert figure.rest()["stage"] == "circulation"
    assert figure.cy("cy.zoom()") > whole
    elapse(page, 400)  # sooner it would be a double click
    near = figure.cy("cy.zoom()")
    page.mouse.dblclick(*ground(figure, "circulation"))
    assert figure.rest()["stage"] == "circulation"
    assert figure.cy("cy.zoom()") > near * 1.5
    page.keyboard.press("Escape")
    assert figure.rest()["stage"] == ""
    page.mouse.click(*ground(figure, "bone"))
    view = figure.rest()
    assert (view["stage"], view["organ"]) == ("colonization", "bone")
    for organ, stage in [("", "colonization"), ("", "")]:
        page.keyboard.press("Escape")
        view = figure.rest()
        assert (view["organ"], view["stage"]) == (organ, stage)
    page.go_back()
    page.wait_for_function("() => cascade.view().stage === 'colonization'")


def test_buttons_and_the_wheel_zoom_as_on_a_map_within_bounds(figure):
    figure.show()
    zoom_and_fit_buttons(figure)
    zoom = figure.cy("cy.zoom()")
    box = figure.page.locator("#graph").bounding_box()
    figure.page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2)
    for _ in range(3):
        figure.page.mouse.wheel(0, 240)
    figure.rest()
    assert abs(figure.cy("cy.zoom()") / zoom - 1) < 1e-3, "not farther than the whole"
    figure.page.mouse.wheel(0, -240)
    figure.page.wait_for_function(
        f"() => document.getElementById('graph')._cyreg.cy.zoom() > {zoom} * 1.01"
    )
    figure.page.get_by_role("button", name="Fit the view").click()
    figure.rest()


def test_a_chosen_arrow_is_brought_into_view_with_its_cells(figure):
    figure.show("stage=circulation")
    figure.page.evaluate("cascade.set({stage: '', organ: ''})")
    figure.rest()
    figure.cy("cy.viewport({zoom: 2, pan: {x: 0, y: 0}}) && 0")
    figure.page.evaluate("cascade.set({edge: 'c-bone-rankl'})")
    figure.rest()
    inside = figure.cy("""cy.nodes('[kind="cell"].focus').map((cell) => {
      const { x1, y1, x2, y2 } = cell.renderedBoundingBox({ includeOverlays: false });
      return x1 >= 0 && y1 >= 0 && x2 <= cy.width() && y2 <= cy.height(); })""")
    assert inside == [True, True]


def zoom_and_fit_buttons(figure) -> None:
    zoom = figure.cy("cy.zoom()")
    figure.page.get_by_role("button", name="Zoom in").click()
    figure.rest()
    assert figure.cy("cy.zoom()") > zoom
    figure.page.get_by_role("button", name="Fit the view").click()
    figure.rest()
    assert abs(figure.cy("cy.zoom()") - zoom) < 1e-6


def test_switching_the_pathway(figure):
    figure.show()
    figure.page.locator("#pathway").select_option("vicious-cycle")
    assert figure.page.evaluate("cascade.view().pathway") == "vicious-cycle"
    assert figure.cy("cy.nodes('[kind=\"cell\"]').length") == 4
    figure.page.go_back()
    figure.page.wait_for_function("() => cascade.view().pathway === 'metastatic-cascade'")
    assert figure.cy("cy.edges('[kind=\"signal\"]').length") == 182
