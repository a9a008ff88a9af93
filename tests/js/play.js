/**
 * Reads pages, a JSON list, from standard input and prints of each, as JSON, the figure that the
 * browser plays and the cards that it makes: {figure, cards: {pathway: HTML}, order: {pathway:
 * {table: ids}}, told: {pathway: {lecture: arrows at the end of each step}}}, as JSON written by
 * JavaScript has its own order of ids. For tests/support/playing.py.
 */
import { readFileSync } from 'node:fs';
import { inflate } from '../../assets/js/app/load.js';
import { idsOf } from '../../assets/js/rules/id-table.js';
import { createCards } from '../../assets/js/panel/card-html.js';
import { lectureStops, lectureVisibility } from '../../assets/js/rules/lecture-rules.js';
import { startView } from '../../assets/js/rules/view.js';

const TABLES = ['interactions', 'nodes', 'cells', 'molecules', 'references', 'places', 'lectures'];

/** Every card of a pathway, with its lists and papers, and the row of every arrow. */
function cardsOf(figure, name) {
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

const orderOf = (pathway) =>
  Object.fromEntries(TABLES.map((table) => [table, idsOf(pathway[table])]));

/** The arrows that each step of a lecture has told at its end, none of them dimmed. */
function toldOf(figure, name, lecture) {
  const pathway = figure.pathways[name];
  return pathway.lectures[lecture].steps.map((step, at) => {
    const stop = { lecture, step: at + 1, part: lectureStops(step) - 1 };
    const { lines } = lectureVisibility({ ...startView(figure), pathway: name, ...stop }, pathway);
    return [...lines].filter(([, word]) => /kept|lit/.test(word)).map(([id]) => id);
  });
}

function play(page) {
  const [, text] = page.match(/id="figure-data">(.*?)<\/script>/s);
  const picture = page.match(/<noscript>(.*?)<\/noscript>/s)?.[1] ?? '';
  const figure = inflate(JSON.parse(text), picture);
  const byPathway = (part) => Object.fromEntries(figure.order.map((name) => [name, part(name)]));
  const lectures = (name) => idsOf(figure.pathways[name].lectures);
  return {
    figure,
    cards: byPathway((name) => cardsOf(figure, name)),
    order: byPathway((name) => orderOf(figure.pathways[name])),
    told: byPathway((name) =>
      Object.fromEntries(lectures(name).map((id) => [id, toldOf(figure, name, id)])),
    ),
  };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(play)));
