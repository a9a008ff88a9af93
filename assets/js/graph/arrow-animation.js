/**
 * A lecture's new arrow is drawn from its sender to its receiver: a copy of the line over the
 * canvas, uncovered along its way, stands in for it meanwhile. Readers who ask for less motion see
 * it at once.
 */
import { byId, svgElement } from '../app/dom.js';
import { lectureState } from '../rules/lecture-rules.js';
import { aimCamera, glideTime } from './camera.js';

const TIME = 550; // ms
let finish = () => {};

/** The path of a line as the canvas draws it, with every point put through `at`. Pure. */
export function linePath(start, controls, end, at) {
  const put = (p) => {
    const { x, y } = at(p);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  if (!controls.length) return `M${put(start)}L${put(end)}`;
  const curves = controls.map((control, i) => {
    const next = controls[i + 1];
    const to = next ? { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 } : end;
    return `Q${put(control)} ${put(to)}`;
  });
  return `M${put(start)}${curves.join('')}`;
}

/** Whether a view is one press further on than the one before it. */
const onward = (before, now) =>
  before?.lecture === now.lecture &&
  before.pathway === now.pathway &&
  (now.step > before.step || (now.step === before.step && now.part > before.part));

/**
 * Draws the newest arrow of a view, if the reader has just gone on to it.
 * @param {Pathway} pathway
 */
export function animateArrow(cy, before, view, pathway) {
  finish();
  const id = lectureState(view, pathway)?.newest;
  const glide = glideTime();
  if (!id || !glide || !onward(before, view) || lectureState(before, pathway)?.newest === id)
    return;
  const line = cy.getElementById(id);
  line.addClass('coming');
  const wait = before.step === view.step ? 0 : glide;
  const starts = setTimeout(() => uncover(cy, line, pathway, view), wait);
  finish = () => {
    clearTimeout(starts);
    line.removeClass('coming');
    finish = () => {};
  };
}

/** @param {Pathway} pathway */
function uncover(cy, line, pathway, view) {
  const { zoom, pan } = aimCamera(view, pathway, cy.width(), cy.height());
  const at = ({ x, y }) => ({ x: x * zoom + pan.x, y: y * zoom + pan.y });
  const d = linePath(line.sourceEndpoint(), line.controlPoints() ?? [], line.targetEndpoint(), at);
  const width = line.numericStyle('width') * zoom;
  const dash =
    line.style('line-style') === 'dashed'
      ? line
          .style('line-dash-pattern')
          .match(/[\d.]+/g)
          .map((length) => length * zoom)
          .join(' ')
      : 'none';
  const shape = { d, fill: 'none', pathLength: 1 };
  const whole = { x: 0, y: 0, width: cy.width(), height: cy.height() };
  const mask = svgElement(
    'mask',
    { id: 'uncover', maskUnits: 'userSpaceOnUse', ...whole },
    svgElement('path', { ...shape, stroke: '#fff', 'stroke-width': width + 2, class: 'uncover' }),
  );
  const copy = svgElement('path', {
    d,
    fill: 'none',
    stroke: line.style('line-color'),
    'stroke-width': width,
    mask: 'url(#uncover)',
    'stroke-dasharray': dash,
    'stroke-linecap': line.style('line-cap'),
  });
  const more = { id: 'drawon', 'aria-hidden': 'true', style: `--draw: ${TIME}ms` };
  const picture = svgElement('svg', more, mask, copy);
  byId('stage').append(picture);
  const ends = setTimeout(() => finish(), TIME);
  finish = () => {
    clearTimeout(ends);
    picture.remove();
    line.removeClass('coming');
    finish = () => {};
  };
}
