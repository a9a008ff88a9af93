/** The panel of a reader's own results: what matched, what did not, and how names were read. */
import { button, byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { openPanel } from '../panel/side-panel.js';
import { supportedList, verdictLists } from './row-lists.js';
import { widthLegend } from './width-legend.js';

const UNKNOWN = [
  /* t */ 'Species: symbols are compared without case, so a mouse table matches the human symbols.',
  /* t */ 'State: a cell type stands for all its states, and your clusters may mix several.',
  /* t */ 'Place: the table does not say the organ or stage, so one row may support arrows of several.',
  /* t */ 'Strength: scores of different tools, runs and ligands cannot be compared with each other.',
  /* t */ 'Truth: expression of both genes is no proof of a signal, and a missing row is no proof against one.',
];

function fold(title, id, list) {
  return element('details', { dataset: { part: id } }, element('summary', {}, title), list);
}

/**
 * @param {{read: (files: File[]) => void, choose: (name: string, id: string) => void,
 *   limit: (p: number) => void, save: () => void, close: () => void}} on
 */
export function createResultsPanel(on) {
  const title = t('Your results on the figure');
  const box = element('section', { id: 'evidence', hidden: true, 'aria-label': title });
  const head = element('h2', { tabIndex: -1 }, t('Your results'));
  const say = element('p', { role: 'status' });
  const file = element('input', {
    type: 'file',
    multiple: true,
    accept: '.csv,.tsv,.txt,.gz,.tab',
    'aria-label': t('Tables of CellPhoneDB, CellChat or LIANA'),
  });
  file.addEventListener('change', () => on.read([...file.files]));
  const limit = element('input', { type: 'number', min: 0, max: 1, step: 0.01, value: 0.05 });
  limit.addEventListener('change', () => on.limit(Number(limit.value)));
  const line = element('label', {}, `${t('p at most')} `, limit);
  const close = button(t('Remove'), {}, { className: 'plain-button', onclick: on.close });
  const offer = button(
    t('Show all levels'),
    { do: 'detail', id: 'extended' },
    { hidden: true, className: 'plain-button' },
  );
  const parts = element('div');
  const what = element('ul', { tabIndex: 0 }, ...UNKNOWN.map((text) => element('li', {}, t(text))));
  box.append(
    head,
    say,
    offer,
    file,
    line,
    close,
    parts,
    fold(t('What matching cannot know'), 'unknown', what),
  );
  byId('panel').prepend(box);

  // t: 'name' 'synonym' 'Cell Ontology' 'in a tumor' 'chosen'
  function names(matches, cells) {
    const nameOf = new Map(cells);
    const list = element('div');
    const unknown = (match) => (match.id ? 1 : 0);
    const order = (a, b) => unknown(a) - unknown(b) || a.name.localeCompare(b.name);
    for (const { name: called, id, how, offer: near } of [...matches].sort(order)) {
      const remark = near
        ? t('similar to {cell}, not counted', { cell: nameOf.get(near) })
        : t(how);
      const label = element('label', {}, remark ? `${called} (${remark})` : called);
      const select = element('select', { onchange: () => on.choose(called, select.value) });
      select.append(element('option', { value: '' }, t('not in the figure')));
      const first = ([value]) => (value === near ? 0 : 1);
      for (const [value, text] of [...cells].sort((a, b) => first(a) - first(b)))
        select.append(element('option', { value }, text));
      select.value = id;
      label.append(select);
      list.append(label);
    }
    return list;
  }

  function rows(verdicts, claims) {
    const more = { className: 'plain-button', onclick: on.save };
    return element(
      'div',
      {},
      button(t('Download as CSV'), {}, more),
      verdictLists(verdicts, claims),
    );
  }

  /** The field names what was dropped, too, where the browser lets it. */
  function name(files) {
    try {
      const drop = new DataTransfer();
      for (const chosen of files) drop.items.add(chosen);
      file.files = drop.files;
    } catch {
      // Workaround: Safari before 14.1 has no such constructor; the text above says the name.
      // https://developer.mozilla.org/docs/Web/API/DataTransfer/DataTransfer
    }
  }

  function show({ text, notes, late, table, matches, cells, result, claims, total }) {
    const open = new Set(
      [...parts.querySelectorAll('details[open]')].map((part) => part.dataset.part),
    );
    say.textContent = text;
    offer.hidden = !late;
    const known = matches.filter((match) => match.id).length;
    const lost = element('ul', { className: 'notes' });
    lost.append(...notes.map((note) => element('li', {}, note)));
    parts.replaceChildren(
      ...(notes.length ? [lost] : []),
      ...(result.arrows.size ? [widthLegend(result.scale, table.score, table.down)] : []),
      fold(
        t('Cell names: {n} of {of} known', { n: known, of: matches.length }),
        'names',
        names(matches, cells),
      ),
      fold(
        t('Supported arrows: {n} of {of}', { n: result.arrows.size, of: total }),
        'arrows',
        supportedList(result.arrows, claims),
      ),
      fold(
        t('What became of the rows: {n}', { n: result.verdicts.length }),
        'rows',
        rows(result.verdicts, claims),
      ),
    );
    for (const details of parts.querySelectorAll('details'))
      details.open = open.has(details.dataset.part);
  }

  function clear(text) {
    say.textContent = text;
    offer.hidden = true;
    parts.replaceChildren();
    file.value = '';
  }

  return {
    show,
    clear,
    name,
    open() {
      box.hidden = false;
      openPanel(true);
      head.focus();
    },
    hide() {
      box.hidden = true;
    },
  };
}
