/**
 * The author's preview of a lecture, `?lecture=x&check=1`: walks it from its first press to its
 * last and lists what a lecture hall could not read, as it is really drawn on this screen.
 */
import { say } from '../access/announcer.js';
import { button, byId, element } from '../app/dom.js';
import { state } from '../app/state.js';
import { lectureStops, nameHeight } from '../rules/lecture-rules.js';
import { whenDrawn } from './page-memory.js';

const ARROW = 20 / 24; // names of arrows beside those of cells
const AIR = 5.5; // around a label as cytoscape measures it, which no reader sees
const NAMES = { includeNodes: false, includeEdges: false, includeLabels: true };
const frame = () => new Promise(requestAnimationFrame);
const asked = new URLSearchParams(location.search); // the page soon writes its own address

/** What is wrong with what the page shows now, as sentences. */
function look(cy, step, pathway) {
  const problems = [];
  const words = [];
  for (const shown of cy.elements('[kind="cell"], edge[outcome]')) {
    if (
      !shown.visible() ||
      shown.hasClass('faint') ||
      shown.hasClass('dim') ||
      !shown.style('label')
    )
      continue;
    const box = shown.renderedBoundingBox(NAMES);
    if (box.x2 < 0 || box.y2 < 0 || box.x1 > cy.width() || box.y1 > cy.height()) continue;
    const least = nameHeight(innerWidth, innerHeight) * (shown.isNode() ? 1 : ARROW);
    const size = shown.numericStyle('font-size') * cy.zoom();
    if (size < least - 0.1)
      problems.push(
        `the name of ${shown.id()} is ${size.toFixed(1)} px high, less than ${least.toFixed(1)}`,
      );
    words.push({ id: shown.id(), box, air: AIR * cy.zoom() });
  }
  words.forEach((a, index) =>
    words.slice(index + 1).forEach((b) => {
      const air = a.air + b.air + 1;
      const wide = Math.min(a.box.x2, b.box.x2) - Math.max(a.box.x1, b.box.x1) - air;
      const high = Math.min(a.box.y2, b.box.y2) - Math.max(a.box.y1, b.box.y1) - air;
      if (wide > 0 && high > 0) problems.push(`the names of ${a.id} and ${b.id} overlap`);
    }),
  );
  for (const cell of cy.edges('.lit').connectedNodes()) {
    const box = cell.renderedBoundingBox({ ...NAMES, includeNodes: true, includeUnderlays: false });
    if (box.x1 < -1 || box.y1 < -1 || box.x2 > cy.width() + 1 || box.y2 > cy.height() + 1)
      problems.push(`${cell.id()} is cropped`);
  }
  const caption = byId('caption');
  const size = parseFloat(getComputedStyle(caption).fontSize);
  if (!caption.hidden && caption.scrollHeight > 2.7 * size)
    problems.push('the caption has more than two lines');
  if (!step.references.length) problems.push('no paper stands behind this step');
  for (const id of step.references)
    if (!pathway.references[id]) problems.push(`there is no paper '${id}'`);
  return problems;
}

/** Every stop of a lecture; gives [where, sentence] of each finding, and puts the view back. */
async function walk(cy, id) {
  const start = window.cascade.view();
  const pathway = state.data.pathways[start.pathway];
  const findings = new Map();
  for (const [index, step] of pathway.lectures[id].steps.entries()) {
    for (let part = 0; part < lectureStops(step); part += 1) {
      window.cascade.set({ lecture: id, step: index + 1, part });
      cy.stop(true, true);
      await frame();
      await frame(); // names are measured where they are drawn
      for (const text of look(cy, step, pathway)) findings.set(`${step.id}: ${text}`, index + 1);
    }
  }
  window.cascade.set(start);
  return findings;
}

function list(findings) {
  const many = findings.size === 1 ? '1 thing' : `${findings.size} things`;
  const head = `${findings.size ? many : 'Nothing'} to mend in this lecture, on this screen.`;
  const rows = [...findings].map(([text, step]) =>
    element('li', {}, button(text, { do: 'lecture-jump', step }, { className: 'link' })),
  );
  byId('stage').append(
    element(
      'details',
      { id: 'check', className: 'banner over', open: true },
      element('summary', {}, head),
      element('ol', {}, ...rows),
    ),
  );
  say(head);
}

if (asked.get('check') === '1') {
  whenDrawn(async () => {
    const { lecture } = window.cascade.view();
    if (lecture) list(await walk(state.cy, lecture));
  });
}
