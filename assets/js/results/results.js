/**
 * A reader's own results on the figure: arrows that the table supports are as wide as their score,
 * the others fade. Everything happens in this page; nothing is sent or stored.
 */
import { say } from '../access/announcer.js';
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { plural } from '../rules/accessible-names.js';
import { readDelimited, toCsv } from '../rules/delimited-text.js';
import { entriesOf } from '../rules/id-table.js';
import { matchCell, moleculeIndex, supportArrows } from '../rules/results-matching.js';
import { readResults } from '../rules/results-tables.js';
import { searchIndex } from '../panel/search-index.js';
import { saveFile } from '../save/picture.js';
import { createResultsPanel } from './results-panel.js';

const HELP =
  /* t */ 'Choose or drop a table of CellPhoneDB, CellChat or LIANA. It stays in this browser.';
const LARGEST = 60e6; // bytes; a whole CellPhoneDB run has some 10 MB

export function installResults({ cy, data, signal }) {
  let table = null;
  let label = '';
  let limit = 0.05;
  let pathway = '';
  let result = null;
  const chosen = new Map(); // names of cells that the reader corrected
  const panel = createResultsPanel({
    read,
    choose,
    limit: (p) => {
      limit = p;
      if (table) match();
    },
    save,
    close,
  });

  /** Names of the pathway's cells and molecules, all of which are on the page anyway. */
  function index() {
    const rows = searchIndex(data.pathways[pathway]);
    const cells = rows
      .filter((row) => row.kind === 'cell')
      .map(({ id, name, also: [short, ...others] }) => {
        const term = document.querySelector(`#card-${pathway}-${CSS.escape(id)} a.chip`);
        const ontology = term ? [term.title.replace(/ \(.*\)$/, ''), term.textContent] : [];
        const as = (how) => (text) => ({ text, how });
        return {
          id,
          name,
          names: [
            ...[name, short, id].map(as('name')),
            ...others.map(as('synonym')),
            ...ontology.map(as('Cell Ontology')),
          ],
        };
      });
    const { molecules } = data.pathways[pathway];
    const named = entriesOf(molecules).map(([id, { name, synonyms = [], hgnc }]) => ({
      id,
      names: [id, name, hgnc ?? id, ...synonyms],
    }));
    return { cells, known: moleculeIndex(named) };
  }

  /** Matches the table with the pathway on screen and marks its lines. */
  function match() {
    const { cells, known } = index();
    const names = [...new Set(table.rows.flatMap((row) => [row.sender, row.receiver]))];
    const found = names.map((name) => ({
      name,
      ...(chosen.has(name) ? { id: chosen.get(name), how: 'chosen' } : matchCell(name, cells)),
    }));
    const ids = new Map(found.map(({ name, id }) => [name, id]));
    const claims = data.pathways[pathway].interactions;
    const arrows = cy.edges('[kind="signal"]').map((edge) => {
      const { id, mediators, receptors } = edge.data();
      return { id, from: claims[id].from, to: claims[id].to, mediators, receptors };
    });
    result = supportArrows(table.rows, (name) => ids.get(name), arrows, known, limit);
    const strength = (id) => result.arrows.get(id)?.strength ?? 0;
    cy.batch(() => {
      for (const edge of cy.edges('[outcome]')) {
        const { id, interactions = [id] } = edge.data();
        edge.data('evidence', Math.max(...interactions.map(strength)));
      }
    });
    // No template in a template: minifying would take the spaces out of the inner one.
    const score = table.score && ' (' + table.score + ')';
    const late = [...result.arrows.keys()].filter((id) => claims[id].tier === 'extended').length;
    const all = late
      ? ' ' +
        t(
          late === 1
            ? /* t */ '1 of them shows only with Detail: All.'
            : /* t */ '{n} of them show only with Detail: All.',
          { n: late },
        )
      : '';
    panel.show({
      text:
        `${label} (${table.tool}), ${plural(table.rows.length, 'row')}. ` +
        t('Supported arrows are as wide as their score{score}; the others fade.', { score }) +
        all,
      found,
      cells: cells.map(({ id, name }) => [id, name]),
      result,
      claims,
      total: arrows.length,
    });
  }

  function choose(name, id) {
    chosen.set(name, id);
    match();
  }

  /** @param {Array<{name: string, text: string}>} files */
  function load(files) {
    clear();
    try {
      table = readResults(files.map(({ name, text }) => ({ name, ...readDelimited(text) })));
      label = files.map((file) => file.name).join(', ');
      match();
      say(t('{n} arrows are supported by {table}.', { n: result.arrows.size, table: label }));
    } catch (error) {
      panel.clear(error.message);
    }
  }

  async function read(files) {
    panel.open();
    if (files.reduce((sum, file) => sum + file.size, 0) > LARGEST)
      return panel.clear(t('The files are larger than 60 MB.'));
    return load(
      await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))),
    );
  }

  function clear() {
    table = null;
    result = null;
    chosen.clear();
    cy.edges('[outcome]').removeData('evidence');
    panel.clear(t(HELP));
  }

  function close() {
    clear();
    panel.hide();
    byId('main').focus({ preventScroll: true });
  }

  function save() {
    const columns = ['sender', 'receiver', 'pair', 'score', 'p', 'why'].map((id) => ({
      id,
      name: id === 'pair' ? 'ligand – receptor' : id,
    }));
    const rows = result.rest.map(({ row, why }) => ({ ...row, why }));
    saveFile(
      new Blob([toCsv(columns, rows)], { type: 'text/csv;charset=utf-8' }),
      'rows-without-an-arrow.csv',
    );
  }

  const carries = (event) => event.dataTransfer?.types.includes('Files');
  document.addEventListener(
    'dragover',
    (event) => {
      if (carries(event)) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    'drop',
    (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      read([...event.dataTransfer.files]);
    },
    { signal },
  );

  /** Tables that the server was started with. */
  async function given() {
    const marks = [...document.querySelectorAll('meta[name="cascade-table"]')];
    if (!marks.length) return;
    const texts = await Promise.all(
      marks.map(async ({ content, dataset }) => {
        const answer = await fetch(content);
        return { name: dataset.name, text: answer.ok ? await answer.text() : '' };
      }),
    );
    panel.open();
    load(texts);
  }

  panel.clear(HELP);
  return {
    open: panel.open,
    /** Lays the table anew when another pathway is on screen. */
    update(view) {
      const first = pathway === '';
      if (view.pathway === pathway) return;
      pathway = view.pathway;
      if (first) given();
      else if (table) match();
      else cy.edges('[outcome]').removeData('evidence'); // of a table removed meanwhile
    },
  };
}
