/** The bar of arranging: its buttons, its one line of words, and the findings as a list. */
const MOST = 60;

function element(tag, text = '', more = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  return Object.assign(made, more);
}

function button(text, act, more = {}) {
  const made = element('button', text, { type: 'button', ...more });
  made.addEventListener('click', act);
  return made;
}

export function createArrangeBar({ toggle, undo, save, drop }) {
  const box = element('div');
  box.id = 'arrange';
  box.role = 'group';
  box.setAttribute('aria-label', 'Arrange the cells');
  const start = button('Arrange', toggle);
  const back = button('Undo', undo, { title: 'Take the last move back (Ctrl+Z)' });
  const keep = button('Save positions', save, { className: 'main' });
  const lose = button('Drop my moves', drop);
  const words = element('p', '', { role: 'status' });
  const stale = element('p', 'The files have changed meanwhile. Your moves would not fit: drop them to see the new figure.');
  const details = element('details');
  const count = element('summary');
  const list = element('ul', '', { tabIndex: 0 });
  details.append(count, list);
  const row = element('div');
  row.append(start, back, keep, lose);
  box.append(row, words, stale, details);
  document.getElementById('stage').append(box);

  function show(on, unsaved, undoable, isStale) {
    start.textContent = on ? 'Done' : 'Arrange';
    start.setAttribute('aria-pressed', String(on));
    for (const one of [back, keep, details]) one.hidden = !on;
    lose.hidden = !on || !unsaved;
    stale.hidden = !isStale;
    back.disabled = !undoable;
    keep.disabled = !unsaved || isStale;
    keep.textContent = unsaved ? `Save ${unsaved} position${unsaved === 1 ? '' : 's'}` : 'Save positions';
  }

  function findings(view, here, elsewhere) {
    const bad = here.filter((one) => one.fatal).length;
    const more = elsewhere ? `; ${elsewhere} in other views` : '';
    count.textContent = `${view}: ${here.length ? `${bad} to mend, ${here.length - bad} to look at` : 'clean'}${more}`;
    list.replaceChildren(...here.slice(0, MOST).map(({ message, where, fatal }) => {
      const item = element('li', message, { className: fatal ? 'fatal' : '' });
      item.append(element('code', where.split('/').pop()));
      return item;
    }));
  }

  return { show, findings, say: (text) => { words.textContent = text; } };
}
