/** The panel of a reader's own results: what matched, what did not, and how names were read. */
import { button, byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { openPanel } from '../panel/side-panel.js';

const MOST = 200; // rows listed; the download holds all
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
    accept: '.csv,.tsv,.txt',
    'aria-label': t('Tables of CellPhoneDB, CellChat or LIANA'),
  });
  file.addEventListener('change', () => on.read([...file.files]));
  const limit = element('input', { type: 'number', min: 0, max: 1, step: 0.01, value: 0.05 });
  limit.addEventListener('change', () => on.limit(Number(limit.value)));
  const line = element('label', {}, `${t('p at most')} `, limit);
  const close = button(t('Remove'), {}, { className: 'plain-button', onclick: on.close });
  const parts = element('div');
  const what = element('ul', { tabIndex: 0 }, ...UNKNOWN.map((text) => element('li', {}, t(text))));
  box.append(
    head,
    say,
    file,
    line,
    close,
    parts,
    fold(t('What matching cannot know'), 'unknown', what),
  );
  byId('panel').prepend(box);

  // t: 'name' 'synonym' 'Cell Ontology' 'chosen'
  function names(found, cells) {
    const list = element('div');
    for (const { name, id, how } of found) {
      const label = element('label', {}, how ? `${name} (${t(how)})` : name);
      const select = element('select', { onchange: () => on.choose(name, select.value) });
      select.append(element('option', { value: '' }, t('not in the figure')));
      for (const [value, text] of cells) select.append(element('option', { value }, text));
      select.value = id;
      label.append(select);
      list.append(label);
    }
    return list;
  }

  function supported(arrows, claims) {
    const list = element('ul');
    for (const [id, one] of [...arrows].sort((a, b) => b[1].strength - a[1].strength)) {
      const item = element('li');
      const facts = one.rows.map((row) =>
        [
          row.pair,
          row.score !== null && `${t('score')} ${+row.score.toFixed(3)}`,
          row.p !== null && `p ${row.p}`,
        ]
          .filter(Boolean)
          .join(', '),
      );
      item.append(
        button(claims[id].claim, { do: 'edge', id }),
        element(
          'small',
          {},
          facts.join('; ') +
            (one.half ? ` ${t('(ligand alone: the figure names no receptor)')}` : ''),
        ),
      );
      list.append(item);
    }
    return list;
  }

  function missed(rest) {
    const list = element('ul', { tabIndex: 0 }); // it scrolls, and holds no button
    list.append(
      ...rest
        .slice(0, MOST)
        .map(({ row, why }) =>
          element('li', {}, `${row.sender} → ${row.receiver}, ${row.pair}: ${t(why)}`),
        ),
    );
    const more = { className: 'plain-button', onclick: on.save };
    return element('div', {}, button(t('Download as CSV'), {}, more), list);
  }

  function show({ text, found, cells, result, claims, total }) {
    const open = new Set(
      [...parts.querySelectorAll('details[open]')].map((one) => one.dataset.part),
    );
    say.textContent = text;
    const known = found.filter((one) => one.id).length;
    parts.replaceChildren(
      fold(
        t('Cell names: {n} of {of} known', { n: known, of: found.length }),
        'names',
        names(found, cells),
      ),
      fold(
        t('Supported arrows: {n} of {of}', { n: result.arrows.size, of: total }),
        'arrows',
        supported(result.arrows, claims),
      ),
      fold(t('Rows without an arrow: {n}', { n: result.rest.length }), 'rest', missed(result.rest)),
    );
    for (const one of parts.children) one.open = open.has(one.dataset.part);
  }

  function clear(text) {
    say.textContent = text;
    parts.replaceChildren();
    file.value = '';
  }

  return {
    show,
    clear,
    open() {
      document.querySelector('.menu[open]')?.removeAttribute('open'); // it would lie over the panel
      box.hidden = false;
      openPanel(true);
      head.focus();
    },
    hide() {
      box.hidden = true;
    },
  };
}
