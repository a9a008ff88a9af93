"""The canvas of a lecture is drawn past cytoscape's caches, and looks as if it were not."""

import pytest

# How many pixels differ clearly between a picture drawn straight and one by way of cytoscape's caches.
DIFFER = """async () => {
  const { cy } = document.getElementById('graph')._cyreg;
  const canvas = document.querySelector('#graph [data-id="layer2-node"]');
  const pixels = () => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const renderer = cy.renderer();
  const straight = renderer.drawLayeredElements;
  const anew = () => new Promise((done) => {
    cy.one('render', done);
    renderer.redrawHint('eles', true);
    renderer.redraw();
  });
  await anew();
  const mine = pixels();
  delete renderer.drawLayeredElements; // its prototype's
  for (let round = 0; round < 5; round++) await anew(); // the caches take some time to become sharp
  const theirs = pixels();
  renderer.drawLayeredElements = straight;
  let differ = 0;
  for (let i = 0; i < mine.length; i += 4) {
    const away = (at) => Math.abs(mine[i + at] - theirs[i + at]);
    if (Math.max(away(0), away(1), away(2)) > 96) differ++;
  }
  return differ; }"""


@pytest.mark.noisy  # Chromium says that reading pixels is slow
def test_a_lecture_drawn_straight_looks_like_the_figure(figure):
    for lecture, step in (("cascade", 3), ("cascade", 14), ("seed-and-soil", 7)):
        figure.show(f"lecture={lecture}&step={step}&part=9")
        # Names are sharper: up to some 2,000 pixels. Without its arrows, a step differs in over 4,000.
        assert figure.page.evaluate(DIFFER) < 3000, (lecture, step)
