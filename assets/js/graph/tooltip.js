/** The words at a cell or arrow under the pointer or with the focus, where none stand beside it. */
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { currentPathway, state } from '../app/state.js';
import { testingName } from '../rules/testing.js';
import { tipSpot } from '../rules/tip-spot.js';
import { visibility } from '../rules/visibility.js';

const PAUSE = 350; // ms that the pointer rests before the words come
const GRACE = 240; // ms to bring the pointer from a thing to its words
const plain = (text) => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** What stands beside a thing for everyone to read. */
function written(element) {
  const size = element.numericStyle('font-size') * element.cy().zoom();
  const seen = element.numericStyle('text-opacity') > 0.3;
  return seen && size >= element.numericStyle('min-zoomed-font-size') ? element.style('label') : '';
}

/** What a thing is called. */
function name(element) {
  const pathway = currentPathway();
  const { kind, cell, label, interactions } = element.data();
  const named = ['cell', 'signal', 'pair'].includes(kind);
  if (state.asked && named)
    return testingName(element.id(), state.asked, () => element.data(), pathway);
  if (kind === 'cell') return pathway.cells[cell].name;
  if (kind === 'signal') return pathway.interactions[element.id()].claim;
  if (kind === 'pair') {
    const drawn = [...visibility(state.view, pathway).merged.values()];
    const n = drawn.filter((line) => line === element.id()).length;
    return t('{n} of {of} arrows, drawn as one: {names}', {
      n,
      of: interactions.length,
      names: label,
    });
  }
  return label;
}

export function installTooltip({ cy, signal }) {
  const box = byId('graph');
  const tip = byId('tip');
  let coming = 0;
  let leaving = 0;
  let onFocus = null; // what the keyboard is on

  const rendered = (element, more = {}) =>
    element.renderedBoundingBox({ includeOverlays: false, ...more });

  /** Puts the words beside a thing, or beside the pointer where that is a long line. */
  function place(element, at) {
    const subject = at
      ? { x1: at.x - 4, y1: at.y - 4, x2: at.x + 4, y2: at.y + 4 }
      : rendered(element, { includeLabels: element.isEdge(), includeEdges: false });
    const cells = cy.nodes('[kind="cell"]').not('.hidden');
    const taken = cells.map((cell) => rendered(cell, { includeLabels: written(cell) !== '' }));
    const { left, top } = tipSpot({ w: tip.offsetWidth, h: tip.offsetHeight }, subject, taken, {
      w: box.clientWidth,
      h: box.clientHeight,
    });
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  }

  /** Shows the words of a thing, unless it bears them already. */
  function show(element, at) {
    const words = name(element);
    tip.hidden = !words || plain(written(element)) === plain(words);
    if (tip.hidden) return;
    tip.textContent = words;
    place(element, at);
  }

  function hide() {
    clearTimeout(coming);
    clearTimeout(leaving);
    tip.hidden = true;
  }

  // The words stay while the pointer is on its way to them or on them, so that they can be read
  // enlarged (WCAG 1.4.13); Esc takes them away.
  function leave() {
    clearTimeout(coming);
    clearTimeout(leaving);
    // Not what is to come: the pointer may already rest on the next thing.
    leaving = setTimeout(() => {
      tip.hidden = true;
    }, GRACE);
  }
  tip.addEventListener('pointerenter', () => clearTimeout(leaving), { signal });
  tip.addEventListener('pointerleave', leave, { signal });
  tip.addEventListener('click', hide, { signal });
  signal.addEventListener('abort', hide);

  return {
    hide,
    leave,
    /** The pointer is on a thing: its words come after a moment. */
    rest(element, at) {
      clearTimeout(coming);
      coming = setTimeout(() => {
        clearTimeout(leaving);
        show(element, element.isEdge() ? at : null);
      }, PAUSE);
    },
    /** Esc: true where it took away words that the pointer brought, and so has done its work. */
    dismiss() {
      if (tip.hidden || onFocus) return false;
      hide();
      return true;
    },
    /** Whether the words of what has the focus are there. */
    isTelling: () => Boolean(onFocus) && !tip.hidden,
    /** Names a thing that got the focus, as hovering does; null ends it. */
    tell(element) {
      hide();
      onFocus?.removeClass('hover');
      onFocus = element;
      if (!element) return;
      element.addClass('hover');
      show(element, null);
    },
    follow() {
      if (onFocus && !tip.hidden) place(onFocus, null);
    },
  };
}
