/**
 * Reads a page from standard input and prints, as JSON, the figure that the browser plays and the
 * cards that it makes: {figure, cards: {pathway: HTML}, order: {pathway: {table: ids}}}, as JSON
 * written by JavaScript has its own order of ids. For tests/unit/playing.py.
 */
import { readFileSync } from 'node:fs';
import { inflate } from '../../assets/js/app/load.js';
import { idsOf } from '../../assets/js/rules/id-table.js';
import { createCards } from '../../assets/js/panel/card-html.js';

const page = readFileSync(0, 'utf8');
const [, text] = page.match(/id="figure-data">(.*?)<\/script>/s);
const picture = page.match(/<noscript>(.*?)<\/noscript>/s)?.[1] ?? '';
const figure = inflate(JSON.parse(text), picture);

/** Every card of a pathway, with its lists and papers, and the row of every arrow. */
function all(name) {
  const pathway = figure.pathways[name];
  const make = createCards(figure, name);
  const edges = idsOf(pathway.interactions);
  const words = new Set(edges.flatMap((id) => pathway.interactions[id].words));
  return [
    ...[...edges, ...Object.keys(pathway.pairs)].map(make.edge),
    ...[...words].map(make.mention),
    `<ul>${edges.map(make.row).join('')}</ul>`,
  ].join('');
}

const made = Object.fromEntries(figure.order.map((name) => [name, all(name)]));
const tables = ['interactions', 'nodes', 'cells', 'molecules', 'references', 'places', 'lectures'];
const order = Object.fromEntries(
  figure.order.map((name) => [
    name,
    Object.fromEntries(tables.map((table) => [table, idsOf(figure.pathways[name][table])])),
  ]),
);
process.stdout.write(JSON.stringify({ figure, cards: made, order }));
