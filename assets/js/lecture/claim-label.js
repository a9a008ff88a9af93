/** The new arrow's own sentence, as near to it as the drawing leaves room. */
import { byId, element } from '../app/dom.js';
import { aimCamera } from '../graph/camera.js';
import { panelTitleBox } from '../graph/renderer.js';
import { lectureState } from '../rules/lecture-rules.js';

const GRID = 16; // px
const ROOM = 8; // px around what it must not cover

const overlap = (a, b) =>
  Math.max(0, Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)) *
  Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1));

/**
 * The place for a box of some size nearest to an anchor that covers none of the obstacles; null
 * where there is none in the area. Pure; all in the same pixels.
 * @param {{w: number, h: number}} size
 * @param {{x: number, y: number}} anchor
 * @param {{x1: number, y1: number, x2: number, y2: number}[]} obstacles
 */
export function freePlace({ w, h }, anchor, obstacles, area) {
  let best = null;
  let least = Infinity;
  for (let y1 = area.y1; y1 + h <= area.y2; y1 += GRID) {
    for (let x1 = area.x1; x1 + w <= area.x2; x1 += GRID) {
      const dx = Math.max(x1 - anchor.x, 0, anchor.x - x1 - w);
      const dy = Math.max(y1 - anchor.y, 0, anchor.y - y1 - h);
      const far = dx * dx + dy * dy;
      if (far >= least) continue;
      const box = { x1: x1 - ROOM, y1: y1 - ROOM, x2: x1 + w + ROOM, y2: y1 + h + ROOM };
      if (obstacles.some((one) => overlap(box, one) > 0)) continue;
      least = far;
      best = { x: x1, y: y1 };
    }
  }
  return best;
}

/** What the sentence must not cover: cells, names, titles and the arrows that a step shows. */
function obstaclesOf(cy, seen, at) {
  const boxes = [];
  const add = (box, pad = 0) => {
    const [a, b] = [at({ x: box.x1, y: box.y1 }), at({ x: box.x2, y: box.y2 })];
    if (b.x > a.x) boxes.push({ x1: a.x - pad, y1: a.y - pad, x2: b.x + pad, y2: b.y + pad });
  };
  for (const [id, word] of seen.nodes) {
    if (word === 'hidden' || word === 'faint') continue;
    add(cy.getElementById(id).boundingBox({ includeUnderlays: false, useCache: false }));
  }
  for (const panel of cy.nodes('[kind="panel"]').not('.bare')) add(panelTitleBox(panel));
  for (const id of seen.shown) {
    const line = cy.getElementById(id);
    add(
      line.boundingBox({
        includeNodes: false,
        includeEdges: false,
        includeLabels: true,
        useCache: false,
      }),
    );
    for (const point of along(line)) {
      const p = at(point);
      boxes.push({ x1: p.x - 5, y1: p.y - 5, x2: p.x + 5, y2: p.y + 5 });
    }
  }
  return boxes;
}

/** Points along a line, close enough together that no sentence slips between them. */
function along(line) {
  const [a, b] = [line.sourceEndpoint(), line.targetEndpoint()];
  const knots = line.controlPoints() ?? [];
  if (knots.length > 1) return [a, ...knots, b];
  const c = knots[0] ?? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return Array.from({ length: 25 }, (_, i) => {
    const t = i / 24;
    const mix = (k) => (1 - t) ** 2 * a[k] + 2 * t * (1 - t) * c[k] + t * t * b[k];
    return { x: mix('x'), y: mix('y') };
  });
}

/**
 * Puts the sentence of the newest arrow beside it, or into the band where nothing is free.
 * @param {Pathway} pathway
 */
export function placeClaim(cy, view, seen, pathway) {
  const box = byId('claim');
  const playing = lectureState(view, pathway);
  const text =
    playing?.newest && !playing.answers ? `${pathway.interactions[playing.newest].claim}.` : '';
  box.hidden = !text;
  if (!text) return;
  if (box.firstChild?.textContent !== text) {
    const { seen: among } = pathway.cards[playing.newest];
    box.replaceChildren(text, ...(among ? [' ', element('small', {}, among)] : []));
    box.style.animation = 'none'; // it appears anew
    void box.offsetWidth;
    box.style.animation = '';
  }
  box.dataset.outcome = pathway.interactions[playing.newest].facets.outcome[0];
  box.classList.add('beside');
  if (getComputedStyle(box).position === 'static') return; // a phone: it stays in the band
  const { zoom, pan } = aimCamera(view, pathway, cy.width(), cy.height());
  const at = ({ x, y }) => ({ x: x * zoom + pan.x, y: y * zoom + pan.y });
  const line = cy.getElementById(playing.newest);
  const label = line.boundingBox({
    includeNodes: false,
    includeEdges: false,
    includeLabels: true,
    useCache: false,
  });
  const middle = at(
    label.w > 4 ? { x: (label.x1 + label.x2) / 2, y: (label.y1 + label.y2) / 2 } : line.midpoint(),
  );
  const area = { x1: 16, y1: 16, x2: cy.width() - 16, y2: cy.height() - 8 };
  const spot = freePlace(
    { w: box.offsetWidth, h: box.offsetHeight },
    middle,
    obstaclesOf(cy, seen, at),
    area,
  );
  box.classList.toggle('beside', Boolean(spot));
  if (spot) Object.assign(box.style, { left: `${spot.x}px`, top: `${spot.y}px` });
}
