"""Lint is right: the boxes that the browser really draws, in every core view and at four sizes."""

from functools import cache

from app import loaded
from cascade.layout.drawing import draw
from cascade.layout.visibility import views

# Window, and the least pixels of names: of cells in the overview, of cells and on arrows in a stage,
# of cells in an organ. A phone's overview has no names of cells.
SIZES = {
    (1920, 1080): (16, 24, 21, 26),
    (1366, 768): (11, 17, 15, 20),
    (768, 1024): (9, 15, 13, 18),
    (390, 844): (0, 12, 11, 14),
}

# What a view draws, and what of it is not clean. Boxes are in drawing units, as cytoscape computes
# them; its label boxes carry an air of 2 and the outline of 3, which a reader does not see.
MEASURE = """async ({ stage, organ }) => {
  const cy = document.getElementById('graph')._cyreg.cy;
  cascade.set({ stage, organ });
  cascade.view();
  do await new Promise(requestAnimationFrame); while (cy.animated());
  const inside = (e) => !e.hasClass('hidden') && !e.hasClass('dim');
  const box = (b, by) => [b.x1 + by, b.y1 + by, b.x2 - by, b.y2 - by];
  const only = (e) => e.boundingBox({includeNodes: false, includeEdges: false, includeLabels: true,
    includeOverlays: false, includeUnderlays: false});
  const cells = cy.nodes('[kind="cell"]').filter(inside).map((n) => {
    const p = n.position(); const w = n.width() / 2, h = n.height() / 2;
    return {id: n.id(), box: [p.x - w, p.y - h, p.x + w, p.y + h],
            label: n.style('label') && n.style('text-opacity') > 0 ? box(only(n), 5.5) : null};
  });
  const lines = cy.edges('[outcome]').filter(inside).map((e) => {
    const s = e.sourceEndpoint(), t = e.targetEndpoint(), c = (e.controlPoints() ?? [])[0];
    const path = [];
    for (let i = 0; i <= 24; i += 1) {
      const k = i / 24;
      path.push(c && !e.isLoop()
        ? [(1-k)*(1-k)*s.x + 2*(1-k)*k*c.x + k*k*t.x, (1-k)*(1-k)*s.y + 2*(1-k)*k*c.y + k*k*t.y]
        : [s.x + (t.x - s.x) * k, s.y + (t.y - s.y) * k]);
    }
    return {id: e.id(), ends: [e.source().id(), e.target().id()], path,
            label: e.style('label') && e.style('text-opacity') > 0 ? box(only(e), 5.5) : null};
  });
  const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const found = [];
  cells.forEach((one, i) => cells.slice(i + 1).filter((two) => meet(one.box, two.box))
    .forEach((two) => found.push(`${one.id} overlaps ${two.id}`)));
  const labels = [...cells, ...lines].filter(({label}) => label);
  labels.forEach(({id, label}, i) => {
    labels.slice(i + 1).filter((other) => meet(label, other.label))
      .forEach((other) => found.push(`label ${id} overlaps label ${other.id}`));
    cells.filter((cell) => cell.id !== id && meet(label, cell.box))
      .forEach((cell) => found.push(`label ${id} on cell ${cell.id}`));
  });
  for (const line of lines) for (const {id, box: [x1, y1, x2, y2]} of cells)
    if (!line.ends.includes(id) && line.path.some(([x, y]) => x1 < x && x < x2 && y1 < y && y < y2))
      found.push(`arrow ${line.id} through ${id}`);
  return {found, cells: cells.map(({id, box: [x]}) => ({id, x})), lines: lines.map(({id}) => id), zoom: cy.zoom(), width: cy.width(), height: cy.height(), pan: cy.pan(),
          fonts: [Math.min(...cy.nodes('[kind="cell"]').filter(inside).map((n) => parseFloat(n.style('font-size')))),
                  Math.min(...cy.edges('[outcome]').filter(inside).map((e) => parseFloat(e.style('font-size'))))]};
}"""


@cache
def flagship_views(tall: bool):
    return list(views(draw(loaded.pathways[0], tall)))


def test_every_core_view_is_clean_as_rendered(figure):
    # As such windows have it at first: the panel is open in a wide one, and closed in the others.
    for size, come in zip(SIZES, (figure.show, figure.open, figure.go, figure.go), strict=True):
        figure.page.set_viewport_size({"width": size[0], "height": size[1]})
        come("")
        is_clean(figure, size)
    figure.page.evaluate("document.getElementById('toggle').click()")  # as others expect it


def is_clean(figure, size) -> None:
    bad = []
    overview, stage, edge, organ = SIZES[size]
    for view in flagship_views(size[1] > size[0]):
        seen = figure.page.evaluate(MEASURE, {"stage": view.stage, "organ": view.organ})
        assert set(seen["lines"]) == {line.id for line in view.lines}, view.name
        bad += [f"{view.name}: {text}" for text in seen["found"]]
        least = {"overview": (overview, 0), "stage": (stage, edge), "organ": (organ, 0)}[view.kind]
        for font, pixels in zip(seen["fonts"], least, strict=True):
            if font * seen["zoom"] < pixels - 0.05:
                bad.append(f"{view.name}: names of {font * seen['zoom']:.1f} px, not {pixels}")
        for cell in seen["cells"]:
            x = cell["x"] * seen["zoom"] + seen["pan"]["x"]
            assert 0 <= x <= seen["width"], (view.name, cell["id"])
    assert not bad, (size, bad)
