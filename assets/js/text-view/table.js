/** The table of interactions: one row a shown interaction, sorted by any column. */
import { say } from '../access/announcer.js';
import { button, element, link } from '../app/dom.js';
import { lower, t } from '../app/i18n.js';
import { COLUMNS } from '../rules/table-rows.js';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows in the order of a column; rows that are equal there keep theirs. Pure. */
export function sortRows(rows, { column, down }) {
  if (!column) return rows;
  const sign = down ? -1 : 1;
  const blank = (row) => Number(row[column] === '');
  return [...rows].sort(
    (a, b) => blank(a) - blank(b) || sign * collator.compare(a[column], b[column]),
  );
}

/** @param {HTMLTableElement} table  the empty table of the page */
export function createTable(table) {
  let order = { column: '', down: false };
  let rows = [];
  let rowsById = new Map(); // table rows by interaction id
  table.role = 'table';
  // Roles are kept where a narrow screen lays the table out as blocks.
  const caption = table.appendChild(element('caption'));
  const head = table
    .appendChild(element('thead', { role: 'rowgroup' }))
    .appendChild(element('tr', { role: 'row' }));
  const body = table.appendChild(element('tbody', { role: 'rowgroup' }));
  for (const { id, name } of COLUMNS) {
    const cell = { role: 'columnheader', scope: 'col', dataset: { column: id } };
    head.append(element('th', cell, button(t(name), {}, { onclick: () => sort(id) })));
  }

  function sort(column) {
    order = { column, down: order.column === column && !order.down };
    for (const cell of head.children) {
      if (cell.dataset.column === column)
        cell.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
    fill();
    const { name } = COLUMNS.find((c) => c.id === column);
    say(
      t(
        order.down
          ? /* t */ 'Sorted by {name}, descending.'
          : /* t */ 'Sorted by {name}, ascending.',
        { name: lower(t(name)) },
      ),
    );
  }

  function row(facts) {
    const line = element('tr', { role: 'row' });
    for (const { id, name } of COLUMNS) {
      const first = id === 'sender';
      const cell = line.appendChild(
        element(first ? 'th' : 'td', { role: first ? 'rowheader' : 'cell' }),
      );
      cell.dataset.name = t(name);
      if (first) {
        cell.scope = 'row';
        cell.append(
          button(facts.sender, { do: 'edge', id: facts.id }, { 'aria-label': facts.claim }),
        );
      } else if (facts.papers[id])
        cell.append(...facts.papers[id].map(({ name: paper, href }) => link(paper, href)));
      else cell.textContent = facts[id];
      if (!cell.textContent) cell.classList.add('blank');
    }
    return line;
  }

  function fill() {
    const lines = sortRows(rows, order).map((facts) => {
      if (!rowsById.has(facts.id)) rowsById.set(facts.id, row(facts));
      return rowsById.get(facts.id);
    });
    body.replaceChildren(...lines);
  }

  let last = ''; // the arrow marked last

  /** Scrolls the table alone, by as little as shows the row. */
  function reveal(line) {
    const grid = line.closest('.grid');
    const [box, frame] = [line.getBoundingClientRect(), grid.getBoundingClientRect()];
    const under = grid.querySelector('thead').getBoundingClientRect().height; // it sticks
    const [above, below] = [frame.top + under - box.top, box.bottom - frame.bottom];
    if (above > 0) grid.scrollTop -= above;
    else if (below > 0) grid.scrollTop += below;
  }

  return {
    /** Shows these interactions; `fresh` says that they are another pathway's. */
    show(facts, total, chosen, fresh) {
      if (fresh) rowsById = new Map();
      rows = facts;
      caption.textContent = t('{n} of {of} interactions', { n: facts.length, of: total });
      fill();
      for (const [id, line] of rowsById) {
        if (chosen.includes(id)) line.setAttribute('aria-current', 'true');
        else line.removeAttribute('aria-current');
      }
      const now = rowsById.get(chosen[0]);
      if (now?.isConnected && chosen[0] !== last) reveal(now);
      [last] = chosen;
    },
    rows: () => sortRows(rows, order),
  };
}
