"""A lecture on a phone: with each press the new arrow is seen whole, and its names can be read."""

import pytest
from unpainted import unpainted

LOOK = """async () => {
  const cy = document.getElementById('graph')._cyreg.cy;
  let [width, height] = [0, 0];
  const found = [];
  const inside = (b, by = 1) => b.x1 >= -by && b.y1 >= -by && b.x2 <= width + by && b.y2 <= height + by;
  const within = ({ x, y }) => x > 0 && y > 0 && x < width && y < height;
  for (let last = ''; ;) {
    const { step, part } = cascade.view();
    const now = `${step}.${part}`;
    if (now === last) break;
    last = now;
    for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
    const say = (text) => found.push(`${now}: ${text}`);
    [width, height] = [cy.width(), cy.height()];
    const fresh = cy.edges('.lit');
    for (const one of fresh.union(fresh.connectedNodes())) {
      const named = Boolean(one.style('label'));
      if (one.isNode() && !inside(one.renderedBoundingBox({ includeUnderlays: false }))) say(`${one.id()} is cropped`);
      if (one.isEdge() && ![one.renderedSourceEndpoint(), one.renderedTargetEndpoint()].every(within)) say(`an end of ${one.id()} is out of sight`);
      if (one.isEdge() && named && !inside(one.renderedBoundingBox({ includeEdges: false }))) say(`the name of ${one.id()} is cropped`);
      if (named && one.numericStyle('font-size') * cy.zoom() < (one.isNode() ? 12 : 10)) say(`the name of ${one.id()} is too small`);
    }
    for (const cell of cy.nodes('[kind="cell"]:visible')) {
      if (cell.hasClass('faint') || !within(cell.renderedPosition())) continue;
      const glyph = cell.renderedBoundingBox({ includeUnderlays: false, includeEdges: false, includeLabels: false });
      if (!inside(glyph, 6)) say(`${cell.id()} is named but cropped`);
    }
    const band = document.getElementById('lecture').getBoundingClientRect();
    const graph = document.getElementById('graph').getBoundingClientRect();
    if (band.top < graph.bottom - 1 || band.bottom > innerHeight + 1) say('the band covers the drawing or leaves the screen');
    if (document.documentElement.scrollWidth > innerWidth) say('the page is too wide');
    cascade.next();
  }
  return found;
}"""


@pytest.mark.parametrize("width, height", [(390, 844), (768, 1024)])
def test_each_new_arrow_is_seen_whole(figure, width, height):
    figure.page.set_viewport_size({"width": width, "height": height})
    for lecture in ("cascade", "seed-and-soil", "friend-or-foe"):
        figure.show(f"lecture={lecture}&ui=min")
        with unpainted(figure.page):
            assert figure.page.evaluate(LOOK) == [], lecture
        assert figure.settle()["step"] > 4, lecture
