/**
 * A reader's own results on the figure: arrows that the table supports are as wide as their score,
 * the others fade. Everything happens in this page; nothing is sent or stored.
 */
import { say } from '../access/announcer.js';
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { plural } from '../rules/accessible-names.js';
import { cellIndex, matchCell } from './rules/cell-matching.js';
import { entriesOf } from '../rules/id-table.js';
import { moleculeIndex } from './rules/molecule-names.js';
import { supportArrows } from './rules/results-matching.js';
import { readResults } from './rules/results-tables.js';
import { readTable } from './rules/table-text.js';
import { saveFile } from '../save/picture.js';
import { readFiles, servedFiles } from './file-texts.js';
import { createResultsPanel } from './results-panel.js';
import { verdictCsv } from './verdict-csv.js';

const HELP =
  /* t */ 'Choose or drop a table of CellPhoneDB, CellChat or LIANA. It stays in this browser.';

export function installTables({ cy, data }, { searchIndex }) {
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
        // A wider term, told in brackets, is of other cells as well.
        const exact = term && !/\)$/.test(term.title);
        const ontology = exact ? [term.title, term.textContent] : [];
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
    return { cells, names: cellIndex(cells), known: moleculeIndex(named) };
  }

  /** Matches the table with the pathway on screen and marks its lines. */
  function match() {
    globalThis.cascade?.view(); // also brings in what the first drawing did without
    const { cells, names, known } = index();
    const labels = new Set();
    for (const { sender, receiver } of table.rows) labels.add(sender).add(receiver);
    labels.delete('');
    const matches = [...labels].map((name) => ({
      name,
      ...(chosen.has(name)
        ? { id: chosen.get(name), how: 'chosen', offer: '' }
        : matchCell(name, names)),
    }));
    const cellOf = new Map(matches.map((entry) => [entry.name, entry]));
    const claims = data.pathways[pathway].interactions;
    const arrows = cy.edges('[kind="signal"]').map((edge) => {
      const { id, mediators, receptors } = edge.data();
      return { id, from: claims[id].from, to: claims[id].to, mediators, receptors };
    });
    result = supportArrows(table.rows, (name) => cellOf.get(name), arrows, known, limit);
    const strength = (id) => result.arrows.get(id)?.strength ?? 0;
    cy.batch(() => {
      const most = new Map(); // by cell
      for (const edge of cy.edges('[outcome]')) {
        const { id, interactions = [id], source, target } = edge.data();
        const own = Math.max(...interactions.map(strength));
        edge.data('evidence', own);
        for (const end of [source, target]) most.set(end, Math.max(own, most.get(end) ?? 0));
      }
      for (const node of cy.nodes('[kind="cell"]')) node.data('evidence', most.get(node.id()) ?? 0);
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
    const widths = result.scale
      ? t('Supported arrows are as wide as their score{score}; the others fade.', { score })
      : t('Supported arrows are all equally wide, as there is no score; the others fade.');
    panel.show({
      text: [
        `${label} (${t(table.tool)}), ${plural(table.rows.length, 'row')}.`,
        t('{n} of {of} arrows are supported.', { n: result.arrows.size, of: arrows.length }),
        widths + all,
      ].join(' '),
      late,
      notes: [...table.passed, ...table.notes],
      table,
      matches,
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

  /** @param {Array<{name: string, text?: string, why?: string}>} files */
  function load(files) {
    clear();
    const lost = files.flatMap(({ why }) => why ?? []);
    const texts = files.filter(({ why }) => !why);
    try {
      if (!texts.length) throw new Error(lost.join(' ') || t('There is no file in it.'));
      table = readResults(texts.map(({ name, text }) => ({ name, ...readTable(text) })));
      table.passed.unshift(...lost);
      label = [...new Set(table.rows.map(({ file }) => file))].join(', ');
      match();
      say(t('{n} arrows are supported by {table}.', { n: result.arrows.size, table: label }));
    } catch (error) {
      table = null;
      panel.clear([...(texts.length ? lost : []), error.message].join(' '));
    }
  }

  async function read(files) {
    panel.open();
    try {
      const list = await files;
      load(await readFiles(list));
      panel.name(list);
    } catch (error) {
      panel.clear(error.message);
    }
  }

  const forget = () => cy.elements('[outcome], [kind="cell"]').removeData('evidence');

  function clear() {
    table = null;
    result = null;
    chosen.clear();
    forget();
    panel.clear(t(HELP));
  }

  function close() {
    clear();
    panel.hide();
    byId('main').focus({ preventScroll: true });
  }

  function save() {
    const text = verdictCsv(result.verdicts, data.pathways[pathway].interactions);
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'rows-and-verdicts.csv');
  }

  /** Tables that the server was started with. */
  async function given() {
    const files = await servedFiles();
    if (!files.length) return;
    panel.open();
    load(files);
  }

  panel.clear(t(HELP));
  return {
    open: panel.open,
    read,
    given,
    update(view) {
      if (view.pathway === pathway) return;
      pathway = view.pathway;
      if (table) match();
      else forget(); // of a table removed meanwhile
    },
  };
}
