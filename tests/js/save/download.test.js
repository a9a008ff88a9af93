/** The files that the browser makes of a view. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { startView } from '../../../assets/js/rules/view.js';
import { visibility } from '../../../assets/js/rules/visibility.js';
import { tableRow } from '../../../assets/js/rules/table-rows.js';
import { cyjsDocument, downloadView, shownInteractions } from '../../../assets/js/save/download.js';
import { figure, frozen } from '../support.js';

const plain = figure.pathways.small;
const small = {
  ...plain,
  cards: Object.fromEntries(
    Object.keys(plain.interactions).map((id) => [
      id,
      {
        summary: `About ${id}.`,
        seen: 'mice only',
        references: ['lin-2001', 'doe-1999', 'roe-1998'],
        opposing: id === 'c' ? ['poe-2003'] : undefined,
      },
    ]),
  ),
  references: {
    'lin-2001': { first_author: 'Lin', year: 2001, pmid: '11257139', doi: '10.1/x' },
    'doe-1999': { first_author: 'Doe', year: 1999, doi: '10.2/y' },
    'roe-1998': { first_author: 'Roe', year: 1998 },
    'poe-2003': {
      first_author: 'Poe',
      year: 2003,
      pmid: '14',
      notice: ['correction', 'Corrected', 'Erratum in 2004.'],
    },
  },
};
const whole = { ...figure, pathways: { ...figure.pathways, small } };
const begin = startView(figure);
const element = (id) =>
  small.interactions[id]
    ? {
        data: {
          effect: small.interactions[id].facets.effect[0],
          label: 'EGF',
          mediators: ['EGF'],
          receptors: [],
        },
        position: null,
        color: '#123456',
      }
    : {
        data: { ...small.nodes[id], label: id.split('/')[1], lineage: 'myeloid' },
        position: { x: 1, y: 2 },
        color: '',
      };

test('a network has the arrows asked for, the cells at their ends, and where they stand', () => {
  const { elements, data } = cyjsDocument(small, ['a', 'e'], element);
  assert.deepEqual(
    elements.edges.map((e) => e.data.id),
    ['a', 'e'],
  );
  assert.deepEqual(
    elements.nodes.map((n) => n.data.id),
    ['home/tam', 'home/tumor', 'home/nk'],
  );
  assert.deepEqual(elements.nodes[0].position, { x: 1, y: 2 });
  assert.equal(elements.nodes[0].data.full_name, 'Tumor-associated macrophage');
  const { source, target, interaction, color, mediators } = elements.edges[1].data;
  assert.deepEqual(
    [source, target, interaction, color, mediators],
    ['home/nk', 'home/tumor', 'kills', '#123456', ['EGF']],
  );
  assert.deepEqual(elements.edges[0].data.references, ['PMID:11257139', 'DOI:10.2/y', 'roe-1998']);
  assert.equal(elements.edges[0].data.summary, 'About a.');
  assert.equal(data.name, 'A small figure');
  assert.match(data.lost, /^Not in this file: /);
  assert.deepEqual(JSON.parse(JSON.stringify(elements)).edges.length, 2);
});

test('papers for an arrow and against it stay apart, with what readers must know of them', () => {
  const [{ data: other }, { data }] = cyjsDocument(small, ['a', 'c'], element).elements.edges;
  assert.deepEqual(data.references, ['PMID:11257139', 'DOI:10.2/y', 'roe-1998']);
  assert.deepEqual(data.opposing, ['PMID:14']);
  assert.deepEqual(data.notices, ['PMID:14: correction: Erratum in 2004.']);
  assert.deepEqual([other.opposing, other.notices], [[], []]);
  assert.equal(data.seen, 'mice only');
  assert.deepEqual(data.systems, ['mouse']);
  const row = tableRow('c', small);
  assert.equal(row.references, 'Lin 2001; Doe 1999; Roe 1998');
  assert.equal(row.opposing, 'Poe 2003 (corrected)');
  assert.equal(row.seen, 'Mice');
});

test('a file holds what the view shows, by the rule of the diagram', () => {
  const of = (partial) => shownInteractions(frozen({ ...begin, ...partial }), small);
  for (const partial of [
    {},
    { stage: 'home' },
    { organ: 'bone' },
    { focus: 'nk' },
    { hide: ['effect:kills'] },
    { detail: 'extended' },
  ]) {
    const view = { ...begin, ...partial };
    assert.deepEqual(of(partial), visibility(view, small).shown);
  }
});

test('a chosen arrow takes no other away', () => {
  const all = shownInteractions({ ...begin, stage: 'home' }, small);
  const chosen = shownInteractions({ ...begin, stage: 'home', edge: 'c' }, small);
  assert.deepEqual(new Set(chosen), new Set([...all, 'c']));
});

test('each kind is saved under the name of the view', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const saved = [];
  const say = {};
  globalThis.document = {
    createElement: () => ({
      dataset: {},
      append() {},
      click() {
        saved.push(this);
      },
    }),
    getElementById: () => say,
  };
  const cy = {
    getElementById: (id) => {
      const one = element(id);
      return {
        data: () => one.data,
        position: () => one.position,
        isNode: () => Boolean(one.position),
        isEdge: () => !one.position,
        style: () => one.color,
      };
    },
  };
  const view = frozen({ ...begin, stage: 'home', focus: 'nk' });
  const said = [];
  for (const kind of ['csv', 'json', 'cyjs']) {
    downloadView(kind, view, whole, cy);
    context.mock.timers.tick(1000);
    said.push(say.textContent);
  }
  assert.deepEqual(
    saved.map(({ download }) => download),
    ['small-home-nk-table.csv', 'small-home-nk.json', 'small-home-nk.cyjs'],
  );
  const texts = await Promise.all(saved.map(async ({ href }) => (await fetch(href)).text()));
  assert.match(texts[0], /^Sender,Receiver,/); // the mark of UTF-8 is not part of the text
  assert.equal(JSON.parse(texts[1]).interactions.length, 2);
  assert.equal(said[0], 'Table of 2 interactions downloaded.');
  assert.equal(said[2], 'File of 2 interactions downloaded.');
});
