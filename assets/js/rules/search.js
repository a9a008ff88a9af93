/**
 * Search over all that the figure says. A text is found by a name that it equals, begins or stands
 * in; else by its words, in names before sentences, with endings and plurals folded; a word that
 * nothing has may differ by one typing error. Pure.
 */
import { foldName, isNear, stem, tellingWords, wordsOf } from './word-forms.js';

export { foldName };

/**
 * @typedef {{kind: string, id: string, name: string, also: string[], text?: string[],
 *   weight?: number}} Entry  `also` are other names, `text` sentences, `weight` breaks ties
 */

/** What comes first among equally good hits. */
const RANKS = { cell: 0, molecule: 1, arrow: 3, lecture: 4, step: 4, question: 4, reference: 5 };
const rank = (kind) => RANKS[kind] ?? 2;

/** Kinds whose names are sentences or titles. */
const PHRASES = new Set(['arrow', 'lecture', 'step', 'question']);

const prepared = new WeakMap();

/** The index with its names folded and its words by stem, made once. */
export function prepareIndex(index, lang = 'en') {
  if (prepared.has(index)) return prepared.get(index);
  const names = index.map((entry) =>
    [entry.name, ...entry.also].map((word) => [foldName(word), word]),
  );
  const words = new Map(); // stem -> [indices where it stands in a name, in a sentence]
  const add = (text, at, side) => {
    for (const word of wordsOf(text)) {
      const key = stem(word, lang);
      if (!words.has(key)) words.set(key, [new Set(), new Set()]);
      words.get(key)[side].add(at);
    }
  };
  index.forEach((entry, at) => {
    for (const name of [entry.name, ...entry.also]) add(name, at, 0);
    for (const text of entry.text ?? []) add(text, at, 1);
  });
  const entry = { names, words, vocabulary: [...words.keys()], lang };
  prepared.set(index, entry);
  return entry;
}

/**
 * How a whole name matches, and which: 0 it is the text, 1 it begins so, 4 the text stands in it;
 * null where none does. Sentences and titles that begin so are no names, so they wait.
 */
function byName(wanted, { kind }, names) {
  let best = null;
  names.forEach(([folded, word], place) => {
    const at = folded.indexOf(wanted);
    if (at < 0 || (at > 0 && wanted.length < 3)) return;
    const phrase = PHRASES.has(kind) || (kind === 'reference' && place > 0);
    const tier = folded === wanted ? 0 : at > 0 ? 4 : phrase ? 2 : 1;
    const cost = tier + (place ? 0.3 : 0) + folded.length / 1e5;
    if (!best || cost < best.cost) best = { cost, via: place ? word : '' };
  });
  return best;
}

/**
 * Costs by index of a word of the query: 2 in a name, 5 in a sentence; 1 more where it is only the
 * beginning of a word, 4 more with a typing error.
 */
function byWord(word, { words, vocabulary, lang }) {
  const costs = new Map();
  const key = stem(word, lang);
  const take = (typed, more) =>
    words.get(typed).forEach((set, side) => {
      for (const at of set)
        costs.set(at, Math.min(costs.get(at) ?? Infinity, (side ? 5 : 2) + more));
    });
  if (words.has(key)) take(key, 0);
  if (word.length > 2) {
    for (const other of vocabulary) if (other !== key && other.startsWith(key)) take(other, 1);
  }
  if (!costs.size && word.length > 4) {
    for (const other of vocabulary) if (isNear(key, other)) take(other, 4);
  }
  return costs;
}

/**
 * @param {string} text
 * @param {Entry[]} index
 * @returns the best hits, best first; `via` names the synonym that matched
 */
export function findMatches(text, index, most = 12, lang = 'en') {
  const wanted = foldName(text);
  if (!wanted) return [];
  const known = prepareIndex(index, lang);
  const words = tellingWords(text).map((word) => byWord(word, known));
  const hits = [];
  index.forEach((entry, at) => {
    const name = byName(wanted, entry, known.names[at]);
    const costs = words.map((costsOf) => costsOf.get(at) ?? Infinity);
    const cost = Math.min(name?.cost ?? Infinity, costs.length ? Math.max(...costs) : Infinity);
    if (cost === Infinity) return;
    const tier = Math.floor(cost);
    const tie = tier > 0 ? Math.min(entry.weight ?? 0, 99) / 1000 : 0;
    const score = tier * 10 + rank(entry.kind) + (cost - tier) - tie;
    hits.push({ ...entry, via: name && name.cost === cost ? name.via : '', score });
  });
  return hits
    .sort((a, b) => a.score - b.score || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

/** Hits in groups by what they are, the group of the best hit first. */
export function groupMatches(hits, groupOf, most = 12, each = 4) {
  const groups = new Map();
  for (const hit of hits) {
    const group = groupOf(hit.kind);
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(hit);
  }
  const room = groups.size === 1 ? most : each;
  return [...groups].map(([group, all]) => ({ group, hits: all.slice(0, room) }));
}
