/**
 * The lines of an open card: those of the stage on screen come first, one under the pointer or with
 * the focus lights its arrow, and one whose arrow is not drawn says so.
 */
import { byId, element } from '../app/dom.js';
import { currentPathway } from '../app/state.js';
import { absence, lineOf, stageFirst } from '../rules/card-order.js';

export function installCardRows({ cy, signal }) {
  const panel = byId('panel');
  let seen = null; // what is drawn
  let lit = null;

  function light(id) {
    lit?.removeClass('hover');
    const line = id && seen ? lineOf(id, seen) : '';
    lit = line ? cy.getElementById(line).addClass('hover') : null;
  }

  const over = ({ target }) => light(target.closest?.('[data-row]')?.dataset.row);
  for (const kind of ['pointerover', 'focusin']) panel.addEventListener(kind, over, { signal });
  for (const kind of ['pointerleave', 'focusout'])
    panel.addEventListener(kind, () => light(''), { signal });

  /** Sorts siblings as wanted, where they are not; the focus stays where it is. */
  function arrange(parent, items, stageOf, stage) {
    const wanted = stageFirst(items, stageOf, stage);
    if (wanted.every((item, nth) => item === items[nth])) return;
    const had = parent.contains(document.activeElement) && document.activeElement;
    const after = items.at(-1).nextSibling;
    for (const item of wanted) parent.insertBefore(item, after);
    if (had) had.focus({ preventScroll: true });
  }

  function update(card, view, now) {
    seen = now;
    const pathway = currentPathway();
    const groups = [...card.querySelectorAll('[data-stage]')];
    for (const parent of new Set(groups.map((group) => group.parentNode))) {
      // Sent and received have groups of their own, each below its heading.
      const runs = new Map();
      for (const group of groups) {
        let head = group.previousElementSibling;
        while (head?.dataset.stage) head = head.previousElementSibling;
        runs.set(head, [...(runs.get(head) ?? []), group]);
      }
      for (const run of runs.values()) arrange(parent, run, (row) => row.dataset.stage, view.stage);
    }
    for (const list of card.querySelectorAll('.rows')) {
      const rows = [...list.children];
      arrange(list, rows, (row) => pathway.interactions[row.dataset.row].stage, view.stage);
      for (const row of rows) {
        const why = absence(row.dataset.row, view, pathway, now);
        const note = row.querySelector('.absent');
        if (note?.textContent === why) continue;
        note?.remove();
        if (why) row.querySelector('button').append(element('small', { className: 'absent' }, why));
      }
    }
    light('');
  }

  return { update };
}
