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

# Boxes in drawing units, as cytoscape computes them; its label boxes carry an air of 2 and the
# outline of 3, which a reader does not see.
MEASURE = """() => {
  const cy = document.getElementById('graph')._cyreg.cy;
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
  return {cells, lines, zoom: cy.zoom(), width: cy.width(), height: cy.height(), pan: cy.pan(),
          fonts: [Math.min(...cy.nodes('[kind="cell"]').filter(inside).map((n) => parseFloat(n.style('font-size')))),
                  Math.min(...cy.edges('[outcome]').filter(inside).map((e) => parseFloat(e.style('font-size'))))]};
}"""


def meet(a, b) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@cache
def flagship_views(tall: bool):
    return list(views(draw(loaded.pathways[0], tall)))


def findings(seen: dict) -> list[str]:
    found = []
    cells, lines = seen["cells"], seen["lines"]
    labels = [(c["id"], c["label"]) for c in cells if c["label"]]
    labels += [(line["id"], line["label"]) for line in lines if line["label"]]
    for index, one in enumerate(cells):
        found += [
            f"{one['id']} overlaps {two['id']}"
            for two in cells[index + 1 :]
            if meet(one["box"], two["box"])
        ]
    for index, (who, box) in enumerate(labels):
        found += [
            f"label {who} overlaps label {other}"
            for other, b in labels[index + 1 :]
            if meet(box, b)
        ]
        found += [
            f"label {who} on cell {c['id']}"
            for c in cells
            if c["id"] != who and meet(box, c["box"])
        ]
    for line in lines:
        for cell in cells:
            x1, y1, x2, y2 = cell["box"]
            if cell["id"] not in line["ends"] and any(
                x1 < x < x2 and y1 < y < y2 for x, y in line["path"]
            ):
                found.append(f"arrow {line['id']} through {cell['id']}")
    return found


def test_every_core_view_is_clean_as_rendered(figure):
    # As such windows have it at first: the panel is open in a wide one, and closed in the others.
    for size, come in zip(SIZES, (figure.show, figure.open, figure.go, figure.go), strict=True):
        figure.page.set_viewport_size({"width": size[0], "height": size[1]})
        come("")
        is_clean(figure, size)


def is_clean(figure, size) -> None:
    bad = []
    overview, stage, edge, organ = SIZES[size]
    for view in flagship_views(size[1] > size[0]):
        figure.page.evaluate("v => cascade.set(v)", {"stage": view.stage, "organ": view.organ})
        figure.page.wait_for_function(
            "() => !document.getElementById('graph')._cyreg.cy.animated()"
        )
        seen = figure.page.evaluate(MEASURE)
        shown = {line["id"] for line in seen["lines"]}
        assert shown == {line.id for line in view.lines}, view.name
        bad += [f"{view.name}: {text}" for text in findings(seen)]
        least = {"overview": (overview, 0), "stage": (stage, edge), "organ": (organ, 0)}[view.kind]
        for font, pixels in zip(seen["fonts"], least, strict=True):
            if font * seen["zoom"] < pixels - 0.05:
                bad.append(f"{view.name}: names of {font * seen['zoom']:.1f} px, not {pixels}")
        for cell in seen["cells"]:
            x = cell["box"][0] * seen["zoom"] + seen["pan"]["x"]
            assert 0 <= x <= seen["width"], (view.name, cell["id"])
    assert not bad, (size, bad)
