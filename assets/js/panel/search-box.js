/** The search box: a combobox over the index. Arrows walk the hits, Enter flies to one. */
import { rowsOf } from '../rules/id-table.js';
import { byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { currentPathway, state } from '../app/state.js';
import { openLecture } from '../rules/lecture-rules.js';
import { findMatches, groupMatches, prepareIndex } from '../rules/search.js';
import { organStage, subjectView } from '../rules/subject.js';
import { searchIndex } from '../rules/search-index.js';

const KINDS = {
  cell: /* t */ 'cell',
  molecule: /* t */ 'molecule',
  class: /* t */ 'molecule class',
  stage: /* t */ 'stage',
  organ: /* t */ 'organ',
  substage: /* t */ 'step within a stage',
  disputed: /* t */ 'list',
  arrow: /* t */ 'arrow',
  lecture: /* t */ 'lecture',
  step: /* t */ 'step of a lecture',
  question: /* t */ 'question',
  reference: /* t */ 'paper',
};
const PLACES = /* t */ 'Stages and organs';
const LECTURES = /* t */ 'Lectures';
const GROUPS = {
  cell: /* t */ 'Cells',
  molecule: /* t */ 'Molecules',
  class: /* t */ 'Molecules',
  stage: PLACES,
  organ: PLACES,
  substage: PLACES,
  disputed: PLACES,
  arrow: /* t */ 'Arrows',
  lecture: LECTURES,
  step: LECTURES,
  question: LECTURES,
  reference: /* t */ 'Papers',
};
const MOST = 200; // hits to make groups of

/** What choosing a hit does to the view. Pure. */
export function searchAction({ kind, id }, pathway, view = { hide: [] }) {
  const set = (partial) => ({ type: 'set', view: partial });
  const plain = { focus: '', edge: '', q: '', stage: '', organ: '' };
  if (kind === 'cell') {
    const stages = new Set(
      rowsOf(pathway.nodes)
        .filter((n) => n.cell === id)
        .map((n) => n.stage),
    );
    // Where one is in view already, it is the one that was looked for.
    const stage = stages.size === 1 ? [...stages][0] : stages.has(view.stage) ? view.stage : '';
    return set({ ...plain, focus: id, stage });
  }
  if (kind === 'arrow') return set({ ...plain, edge: id, stage: pathway.interactions[id].stage });
  if (kind === 'class') {
    const rest = view.hide.filter((token) => !token.startsWith('class:'));
    return set({ ...plain, hide: [...rest, `class:!${id}`] });
  }
  if (kind === 'lecture') return { type: 'lecture', id };
  if (kind === 'step' || kind === 'question') {
    const [lecture, step] = id.split(' ');
    const { show } = pathway.lectures[lecture].steps[step - 1];
    const part = kind === 'question' ? Math.max(0, show.length - 1) : 0;
    return set({ ...openLecture(lecture), step: Number(step), part });
  }
  // As its button does.
  if (kind === 'organ') return set({ ...plain, organ: id, stage: organStage(id, pathway) });
  if (kind === 'molecule' || kind === 'reference') return set({ ...plain, q: id });
  return set(subjectView(id, pathway));
}

/** `found` is told of a cell that was chosen with Enter. */
export function installSearch({ dispatch, signal }, { found }) {
  const input = byId('search');
  const list = byId('hits');
  // Else Tab could reach it where it scrolls, and the focus was lost when it closed.
  list.tabIndex = -1;
  let hits = [];
  let at = -1;

  const index = () => searchIndex(currentPathway());
  const lang = () => state.data.lang ?? 'en';

  function show() {
    const groups = groupMatches(
      findMatches(input.value, index(), MOST, lang()),
      (kind) => GROUPS[kind],
    );
    hits = groups.flatMap((group) => group.hits);
    let from = 0;
    list.replaceChildren(
      ...groups.map((group) => {
        const options = group.hits.map((hit, nth) => option(hit, from + nth));
        from += options.length;
        const title = element('li', { className: 'group', 'aria-hidden': 'true' }, t(group.group));
        return element('ul', { role: 'group', 'aria-label': t(group.group) }, title, ...options);
      }),
    );
    at = hits.length ? 0 : -1;
    if (!hits.length && input.value.trim()) {
      const none = { className: 'none', role: 'option', 'aria-disabled': 'true' };
      list.append(element('div', none, t('Nothing found. Try a cell, a molecule or an author.')));
    }
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark();
  }

  function option(hit, number) {
    const name = hit.via && hit.kind !== 'reference' ? `${hit.name} (${hit.via})` : hit.name;
    const kind = t(KINDS[hit.kind]) + (hit.unsure ? `, ${t('to be confirmed')}` : '');
    const parts = [element('span', {}, name), element('small', {}, kind)];
    const aside = hit.kind === 'reference' ? hit.also[0] : hit.aside;
    if (aside) parts.push(element('em', {}, aside));
    return element(
      'li',
      { id: `hit-${number}`, role: 'option', dataset: { index: number } },
      ...parts,
    );
  }

  function mark() {
    const options = [...list.querySelectorAll('[data-index]')];
    options.forEach((item, number) => item.setAttribute('aria-selected', String(number === at)));
    if (at >= 0) input.setAttribute('aria-activedescendant', `hit-${at}`);
    else input.removeAttribute('aria-activedescendant');
    // The heading of a group comes along with its first hit.
    const first = options[at]?.previousElementSibling;
    (first?.classList.contains('group') ? first : options[at])?.scrollIntoView({
      block: 'nearest',
    });
    if (first) options[at].scrollIntoView({ block: 'nearest' });
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }

  function choose(number, enter = false) {
    const hit = hits[number];
    if (!hit) return;
    close();
    input.value = hit.name;
    dispatch(searchAction(hit, currentPathway(), state.view));
    if (!enter) return;
    input.select(); // the next text takes its place
    if (hit.kind === 'cell') found(hit.id);
  }

  input.addEventListener('input', show, { signal });
  input.addEventListener(
    'focus',
    () => {
      // What the first key would else wait for.
      setTimeout(() => prepareIndex(index(), lang()));
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
