/** The cell of the figure that a label means, by words, never by likeness alone. Pure. */
import { isBeside, typeWords } from './cell-words.js';
import { foldName } from '../../rules/word-forms.js';

const LEAST = 0.62; // likeness from which a name is offered

function pieces(word) {
  const counts = new Map();
  for (let at = 0; at < word.length - 1; at += 1) {
    const piece = word.slice(at, at + 2);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

/** Share of letter pairs that two words have in common (Dice), 0 to 1. */
export function likeness(word, other) {
  const [a, b] = [pieces(word), pieces(other)];
  let common = 0;
  for (const [piece, count] of a) common += Math.min(count, b.get(piece) ?? 0);
  return (2 * common) / Math.max(word.length + other.length - 2, 1);
}

/** Too wide, or the usual label of others, although a type of the figure is called so in short. */
const WIDE = new Set([
  'progenitor',
  'stem',
  'stellate',
  'tem',
  'kc',
  'myeloid',
  'lymphocyte',
  'antigen presenting',
]);

/** Words that are no reason to offer a cell. */
const NO_REASON = new Set(
  'associated lymphocyte derived precursor circulating mature progenitor like tumor'.split(' '),
);

/**
 * Names of the figure's cells by their words. What a tumor's cells are called by their own type
 * alone, such as 'macrophage', means those of the tumor where no other cell is called so.
 * @param {Array<{id: string, names: Array<{text: string, how: string}>}>} cells
 */
export function cellIndex(cells) {
  const exact = new Map();
  const wider = new Map();
  const put = (map, words, entry) => {
    const key = words.join(' ');
    if (!words.length || WIDE.has(key)) return;
    if (!map.has(key)) map.set(key, { words, ...entry });
    else if (map.get(key).id !== entry.id && map.get(key).how === entry.how)
      map.get(key).twice = true;
  };
  // All names before all synonyms, so that a name wins over another cell's synonym.
  for (const how of ['name', 'synonym', 'Cell Ontology'])
    for (const { id, names } of cells)
      for (const called of names.filter((name) => name.how === how)) {
        const words = typeWords(called.text);
        put(exact, words, { id, how });
        if (words.includes('tumor') && words.includes('associated'))
          for (const left of [['tumor', 'associated'], ['associated']])
            put(
              wider,
              words.filter((word) => !left.includes(word)),
              { id, how: 'in a tumor' },
            );
      }
  for (const [key, entry] of wider) if (!exact.has(key)) exact.set(key, entry);
  return {
    exact,
    all: [...exact.values()].sort((a, b) => b.words.length - a.words.length),
    cells: cells.map(({ id, names }) => ({
      id,
      names: names.map(({ text }) => ({ text, words: typeWords(text) })),
    })),
  };
}

/**
 * A label as one whole name, with states and markers beside it at most. 'CD8 GZMK' is a T cell, and
 * what infiltrates a tumor is what it is elsewhere.
 */
function whole(words, index) {
  const without = (left) => words.filter((word) => !left.includes(word));
  const within = ['tumor', 'associated'];
  return (
    named(words, index) ??
    (words.includes('cd8') ? named([...without(['t']), 't'], index) : null) ??
    (within.every((word) => words.includes(word)) ? named(without(within), index) : null)
  );
}

function named(unsorted, { exact, all }) {
  const words = [...unsorted].sort();
  const same = exact.get(words.join(' '));
  if (same) return same.twice ? null : same;
  const given = new Set(words);
  const within = all.filter(
    (entry) =>
      !entry.twice &&
      entry.words.every((word) => given.has(word)) &&
      words.every((word) => entry.words.includes(word) || isBeside(word, entry.words)),
  );
  const best = within.filter((entry) => entry.words.length === within[0].words.length);
  return new Set(best.map(({ id }) => id)).size === 1 ? best[0] : null;
}

/**
 * @param {string} name  of the table
 * @param {ReturnType<typeof cellIndex>} index
 * @returns {{id: string, how: string, offer: string}} id '' where no cell is meant; `offer`: one
 *   with a similar name, which does not count
 */
export function matchCell(name, index) {
  const words = typeWords(name);
  const id = idOfTerm(name, index);
  if (id) return { id, how: 'Cell Ontology', offer: '' };
  if (!words.length) return { id: '', how: '', offer: '' };
  const entry = twoCells(name, index) ? null : (whole(words, index) ?? bothSides(name, index));
  if (entry) return { id: entry.id, how: entry.how, offer: '' };
  return { id: '', how: '', offer: offered(name, words, index) };
}

/** 'Macrophages (TAM)': one cell by its name and, in brackets, by another. */
function bothSides(name, index) {
  const [, before, inside] = /^(.+?)\s*[([](.+)[)\]]\s*$/.exec(name) ?? [];
  if (!before) return null;
  const [a, b] = [before, inside].map((part) => whole(typeWords(part), index));
  return a && b && a.id === b.id ? a : null;
}

/** 'Tumor/TAM' is two, unless the figure has one cell of just that name. */
function twoCells(name, index) {
  if (index.exact.has(typeWords(name).join(' ')) && !/[/&]/.test(name)) return false;
  const parts = name.split(/\s*[/&]\s*|\s+(?:and|or|und|oder)\s+/i).map(typeWords);
  const ids = parts.map((words) => whole(words, index)?.id).filter(Boolean);
  return new Set(ids).size > 1;
}

const idOfTerm = (name, { cells }) => {
  const [term] = /\bCL[:_]\d{7}\b/.exec(name) ?? [];
  const wanted = term?.replace('_', ':');
  return term
    ? (cells.find(({ names }) => names.some(({ text }) => text === wanted))?.id ?? '')
    : '';
};

/** The cell of the most similar name that shares a word, where neither denies the other's. */
function offered(name, words, { cells }) {
  let best = { id: '', like: LEAST };
  const denied = (a, b) => a.some((word) => word.startsWith('!') && b.includes(word.slice(1)));
  for (const { id, names } of cells) {
    if (names.some((known) => denied(words, known.words) || denied(known.words, words))) continue;
    for (const { text, words: other } of names) {
      const shared = other.filter((word) => words.includes(word));
      if (!shared.some((word) => !NO_REASON.has(word)) && shared.length < other.length) continue;
      const like = Math.max(
        likeness(foldName(name), foldName(text)),
        likeness(words.join(''), other.join('')),
      );
      if (like >= best.like) best = { id, like };
    }
  }
  return best.id;
}
