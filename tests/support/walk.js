/* Walks a lecture from its first press to its last and says what a lecture hall could not read. */
async () => {
  const cy = document.getElementById('graph')._cyreg.cy;
  const share = Math.min(1, innerHeight / 1080, Math.max(innerHeight / 1200, innerWidth / 1920));
  const AIR = 5.5; // around a label as cytoscape measures it, which no reader sees
  const LABEL = { includeNodes: false, includeEdges: false, includeLabels: true };
  const frame = () => new Promise(requestAnimationFrame);
  const where = () => JSON.stringify(cy.nodes('[kind="cell"]').map((n) => n.position()));
  const first = where();
  const found = [];
  let steps = 0;

  function boxes(say) {
    const list = [];
    const [width, height, zoom] = [cy.width(), cy.height(), cy.zoom()];
    for (const one of cy.elements('[kind="cell"], edge[outcome]')) {
      if (!one.visible() || one.hasClass('faint') || one.hasClass('dim') || one.hasClass('mute') || !one.style('label')) continue;
      const b = one.renderedBoundingBox(LABEL);
      if (b.x2 < 0 || b.y2 < 0 || b.x1 > width || b.y1 > height) continue;
      const least = (one.isNode() ? 24 : 20) * share;
      const size = one.numericStyle('font-size') * zoom;
      if (size < least - 0.1) say(`the name of ${one.id()} is ${size.toFixed(1)} px, not ${least.toFixed(1)}`);
      const air = AIR * zoom;
      list.push({ id: one.id(), x1: b.x1 + air, y1: b.y1 + air, x2: b.x2 - air, y2: b.y2 - air });
    }
    const claim = document.getElementById('claim');
    if (claim.classList.contains('beside') && !claim.hidden) {
      const b = claim.getBoundingClientRect();
      list.push({ id: 'the sentence', x1: b.left, y1: b.top, x2: b.right, y2: b.bottom });
      if (b.right > width || b.bottom > height) say('the sentence leaves the drawing');
      if (parseFloat(getComputedStyle(claim).fontSize) < 20 * share - 0.1) say('the sentence is small');
    }
    return list;
  }

  function look(say) {
    const list = boxes(say);
    list.forEach((a, i) => list.slice(i + 1).forEach((b) => {
      const wide = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1);
      const high = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
      if (wide > 1 && high > 1) say(`${a.id} and ${b.id} overlap by ${wide.toFixed(0)} x ${high.toFixed(0)}`);
    }));
    const caption = document.getElementById('caption');
    const size = parseFloat(getComputedStyle(caption).fontSize);
    if (!caption.hidden) {
      if (size < 28 * share - 0.1) say(`the caption is ${size} px`);
      if (caption.scrollHeight > 2.7 * size) say('the caption has more than two lines');
    }
    const strong = cy.edges('.lit');
    if (strong.length > 1) say('more than one arrow is new');
    for (const cell of strong.connectedNodes()) {
      const b = cell.renderedBoundingBox({ ...LABEL, includeNodes: true, includeUnderlays: false });
      if (b.x1 < -1 || b.y1 < -1 || b.x2 > cy.width() + 1 || b.y2 > cy.height() + 1) say(`${cell.id()} is cropped`);
    }
    for (const panel of cy.nodes('[kind="panel"]')) {
      const b = panel.renderedBoundingBox(LABEL);
      const seen = panel.style('label') && b.x2 > 0 && b.y2 > 0 && b.x1 < cy.width() && b.y1 < cy.height();
      if (seen && (b.x1 < -3 || b.y1 < -3 || b.x2 > cy.width() + 3 || b.y2 > cy.height() + 3)) say(`the title of ${panel.id()} is cropped`);
    }
    if (document.getElementById('lecture').getBoundingClientRect().bottom > innerHeight + 1) say('the band leaves the screen');
    if (document.documentElement.scrollWidth > innerWidth) say('the page is too wide');
  }

  for (let last = ''; ; steps += 1) {
    const { lecture, step, part } = cascade.view();
    const now = `${lecture} ${step}.${part}`;
    if (now === last) break;
    last = now;
    for (let i = 0; i < 2; i += 1) await frame(); // names are measured where they are drawn
    look((text) => found.push(`${now}: ${text}`));
    cascade.next();
  }
  if (where() !== first) found.push('a cell moved');
  return { found, steps };
}
