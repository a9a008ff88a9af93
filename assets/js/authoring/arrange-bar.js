/** The bar of arranging: its buttons, its one line of words, and the findings as a list. */
import { button, byId, element } from '../app/dom.js';

const MOST = 60;

export function createArrangeBar({ toggle, undo, save, drop }) {
  const press = (text, onclick, more = {}) => button(text, {}, { onclick, ...more });
  const start = press('Arrange', toggle);
  const back = press('Undo', undo, { title: 'Take the last move back (Ctrl+Z)' });
  const keep = press('Save positions', save, { className: 'main' });
  const lose = press('Drop my moves', drop);
  const words = element('p', { role: 'status' });
  const stale = element(
    'p',
    {},
    'The files have changed meanwhile. Your moves would not fit: ' +
      'drop them to see the new figure.',
  );
  const details = element('details');
  const count = element('summary');
  const list = element('ul', { tabIndex: 0 });
  details.append(count, list);
  const row = element('div', {}, start, back, keep, lose);
  const box = { id: 'arrange', role: 'group', 'aria-label': 'Arrange the cells' };
  byId('stage').append(element('div', box, row, words, stale, details));

  function show(on, unsaved, undoable, isStale) {
    start.textContent = on ? 'Done' : 'Arrange';
    start.setAttribute('aria-pressed', String(on));
    for (const one of [back, keep, details]) one.hidden = !on;
    lose.hidden = !on || !unsaved;
    stale.hidden = !isStale;
    back.disabled = !undoable;
    keep.disabled = !unsaved || isStale;
    keep.textContent = unsaved
      ? `Save ${unsaved} position${unsaved === 1 ? '' : 's'}`
      : 'Save positions';
  }

  function findings(view, here, elsewhere) {
    const bad = here.filter((one) => one.fatal).length;
    const more = elsewhere ? `; ${elsewhere} in other views` : '';
    const state = here.length ? `${bad} to mend, ${here.length - bad} to look at` : 'clean';
    count.textContent = `${view}: ${state}${more}`;
    list.replaceChildren(
      ...here.slice(0, MOST).map(({ message, where, fatal }) => {
        const item = element('li', { className: fatal ? 'fatal' : '' }, message);
        item.append(element('code', {}, where.split('/').pop()));
        return item;
      }),
    );
  }

  return {
    show,
    findings,
    say: (text) => {
      words.textContent = text;
    },
  };
}
