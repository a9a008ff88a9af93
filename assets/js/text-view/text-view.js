/** The text version below the diagram: table and outline of the arrows that the view shows. */
import { byId } from '../app/dom.js';
import { idsOf } from '../rules/id-table.js';
import { tableRow } from '../rules/table-rows.js';
import { interactionsOf } from '../rules/visibility.js';
import { downloadView, shownInteractions } from '../save/download.js';
import { fillOutline } from './outline.js';
import { createTable } from './table.js';

const later = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 50));

/** @param {any} data  the compiled figure */
export function installTextView({ data }) {
  const box = byId('listing');
  const [grid, folds] = [box.querySelector('.grid'), box.querySelector('.folds')];
  const known = new Map(); // facts by interaction id, of one pathway
  let of = '';
  let table = null; // made at the first opening
  let latest = null;
  let waiting = false;
  let opener = null;
  let opened = false; // only for paper

  function refresh() {
    waiting = false;
    const { view, seen } = latest;
    const pathway = data.pathways[view.pathway];
    const fresh = of !== view.pathway;
    if (fresh) known.clear();
    of = view.pathway;
    const shown = shownInteractions(view, pathway, seen);
    for (const id of shown) if (!known.has(id)) known.set(id, tableRow(id, pathway));
    table ??= createTable(grid.querySelector('table'));
    const held = holdFocus(box);
    const chosen = interactionsOf(view.edge, pathway);
    table.show(
      shown.map((id) => known.get(id)),
      idsOf(pathway.interactions).length,
      chosen,
      fresh,
    );
    fillOutline(folds, shown, pathway);
    held();
  }

  function update(view, seen) {
    latest = { view, seen };
    if (box.hidden || waiting) return;
    waiting = true;
    later(refresh, { timeout: 200 });
  }

  function mark(open) {
    for (const button of document.querySelectorAll('[data-do="listing"][aria-expanded]')) {
      button.setAttribute('aria-expanded', String(open));
    }
    document.documentElement.classList.toggle('listed', open);
  }

  /** Opens or closes; the focus goes to the heading, and back to where it came from. */
  function toggle() {
    const open = box.hidden;
    const inside = box.contains(document.activeElement);
    if (open) opener = document.activeElement;
    box.hidden = !open;
    mark(open);
    if (open) {
      refresh();
      box.querySelector('h2').focus();
    } else if (inside) {
      (opener?.isConnected && opener !== document.body
        ? opener
        : document.querySelector('[data-do="listing"]')
      ).focus();
    }
  }

  function show(which) {
    grid.hidden = which !== 'table';
    folds.hidden = which !== 'outline';
    for (const button of box.querySelectorAll('[data-do="listing-as"]')) {
      button.setAttribute('aria-pressed', String(button.dataset.id === which));
    }
  }

  /** Downloads the rows that the table shows, in its order. */
  function download() {
    downloadView('csv', latest.view, data, null, table.rows());
  }

  /** For paper the table is always there. */
  function printing(on) {
    if (on && latest) {
      opened = box.hidden;
      box.hidden = false;
      refresh();
    } else if (!on) box.hidden ||= opened;
  }

  return { update, toggle, show, download, printing };
}

/** Remembers which button of the listing has the focus; call the result after a refill. */
export function holdFocus(box) {
  const had = box.contains(document.activeElement) ? document.activeElement : null;
  return () => {
    if (!had || document.activeElement === had) return;
    if (had.isConnected) {
      had.focus();
      return;
    } // its row was put back in another place
    const { do: what, id } = had.dataset;
    const same =
      what &&
      box.querySelector(
        `:is(.grid, .folds):not([hidden]) [data-do="${what}"][data-id="${CSS.escape(id)}"]`,
      );
    (same ?? box.querySelector('h2')).focus();
  };
}
