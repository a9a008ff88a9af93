/** The search box: a combobox over the index. Arrows walk the hits, Enter flies to one. */
import { byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { currentPathway, state } from '../app/state.js';
import { rowsOf } from '../rules/id-table.js';
import { findMatches } from '../rules/search.js';
import { searchIndex } from './search-index.js';

const KINDS = {
  cell: /* t */ 'cell',
  molecule: /* t */ 'molecule',
  reference: /* t */ 'paper',
  stage: /* t */ 'stage',
  organ: /* t */ 'organ',
};

/** What choosing a hit does to the view. Pure. */
export function searchAction(hit, pathway) {
  if (hit.kind === 'cell') {
    const stages = new Set(
      rowsOf(pathway.nodes)
        .filter((n) => n.cell === hit.id)
        .map((n) => n.stage),
    );
    const stage = stages.size === 1 ? [...stages][0] : '';
    return { type: 'set', view: { focus: hit.id, edge: '', q: '', stage, organ: '' } };
  }
  if (hit.kind === 'stage') return { type: 'stage', id: hit.id };
  if (hit.kind === 'organ')
    return { type: 'set', view: { organ: hit.id, stage: '', focus: '', edge: '' } };
  return { type: 'set', view: { q: hit.id, focus: '', edge: '', stage: '', organ: '' } };
}

/** `found` is told of a cell that was chosen with Enter. */
export function installSearch({ dispatch, signal }, { found }) {
  const input = byId('search');
  const list = byId('hits');
  // Else Tab could reach it where it scrolls, and the focus was lost when it closed.
  list.tabIndex = -1;
  let hits = [];
  let at = -1;

  function show() {
    hits = findMatches(input.value, searchIndex(state.view.pathway, currentPathway()));
    list.replaceChildren(...hits.map(option));
    at = hits.length ? 0 : -1;
    if (!hits.length && input.value.trim()) {
      const none = { className: 'none', role: 'option', 'aria-disabled': 'true' };
      list.append(element('li', none, t('Nothing found. Try a cell, a molecule or an author.')));
    }
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark();
  }

  function option(hit, index) {
    const name = hit.via && hit.kind !== 'reference' ? `${hit.name} (${hit.via})` : hit.name;
    const kind = t(KINDS[hit.kind]) + (hit.unsure ? `, ${t('to be confirmed')}` : '');
    const parts = [element('span', {}, name), element('small', {}, kind)];
    if (hit.kind === 'reference') parts.push(element('em', {}, hit.also[0]));
    return element('li', { id: `hit-${index}`, role: 'option', dataset: { index } }, ...parts);
  }

  function mark() {
    [...list.children].forEach((item, index) =>
      item.setAttribute('aria-selected', String(index === at)),
    );
    if (at >= 0) input.setAttribute('aria-activedescendant', `hit-${at}`);
    else input.removeAttribute('aria-activedescendant');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }

  function choose(index, enter = false) {
    const hit = hits[index];
    if (!hit) return;
    close();
    input.value = hit.name;
    dispatch(searchAction(hit, currentPathway()));
    if (enter && hit.kind === 'cell') found(hit.id);
  }

  input.addEventListener('input', show, { signal });
  input.addEventListener(
    'focus',
    () => {
      if (input.value) {
        input.select();
        show();
      }
    },
    { signal },
  );
  input.addEventListener('blur', () => setTimeout(close, 150), { signal });
  list.addEventListener(
    'mousedown',
    (event) => {
      const item = event.target.closest('[data-index]');
      if (!item) return;
      event.preventDefault();
      choose(Number(item.dataset.index));
    },
    { signal },
  );
  input.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden) show();
        const by = event.key === 'ArrowDown' ? 1 : -1;
        if (hits.length) at = (at + by + hits.length) % hits.length;
        mark();
        event.preventDefault();
      } else if (event.key === 'Enter') {
        if (list.hidden) show();
        choose(at, true);
        event.preventDefault();
      } else if (event.key === 'Escape') {
        if (list.hidden) {
          input.value = '';
          input.blur();
        }
        close();
        event.stopPropagation();
      }
    },
    { signal },
  );

  return {
    open: () => input.focus(),
    /** The box follows the view: a cleared search empties it. */
    update: (view) => {
      if (document.activeElement !== input && !view.q && !view.focus) input.value = '';
    },
  };
}
