/**
 * The address holds the whole view. Keys are plain words and values are ids, never indices, so a
 * link outlives a change of the files. Unknown keys are ignored (hosts append their own); a bad
 * value is named and replaced by the default.
 */
import { t } from '../app/i18n.js';
import { idsOf, rowsOf } from './id-table.js';
import { cut, wellFormed } from './characters.js';
import { settleLecture } from './lecture-rules.js';
import { DETAILS, THEMES } from './constants.js';
import { calm, isTesting, OFFERS } from './testing.js';
import { startView, UIS } from './view.js';

export const VIEW_KEYS = [
  'pathway',
  'stage',
  'organ',
  'focus',
  'edge',
  'hide',
  'detail',
  'q',
  'lecture',
  'step',
  'part',
  'picks',
  'theme',
  'ui',
  'lang',
  'quiz',
  'set',
  'seed',
];

const NUMBERS = ['step', 'part'];

/** Per key: what is known, given the pathway chosen; undefined means anything goes. */
const known = {
  pathway: (p, data) => data.order,
  stage: (p) => p.stages.map((s) => s.id),
  organ: (p) => p.organs,
  focus: (p) => idsOf(p.cells),
  edge: (p) => [
    ...idsOf(p.interactions),
    ...idsOf(p.pairs),
    ...rowsOf(p.interactions).map(({ from, to }) => `${from}~${to}`),
  ],
  detail: () => DETAILS,
  theme: () => THEMES,
  ui: () => UIS,
  lang: (p, data) => data.langs,
  lecture: (p) => idsOf(p.lectures ?? {}),
  quiz: () => OFFERS,
};

/**
 * @param {string} address  a query string, with or without '?', or '' ; the hash may follow
 * @returns {{view: any, warnings: string[]}} a whole view and a sentence per bad value
 * @param {Figure} data
 */
export function parseAddress(address, data) {
  // Some editors escape an address twice.
  const [query, hash = ''] = String(address).replace(/^\?/, '').replace(/&amp;/g, '&').split('#');
  const params = new URLSearchParams(query);
  for (const [key, value] of new URLSearchParams(hash.replace(/^\??/, ''))) {
    if (!params.has(key)) params.set(key, value);
  }
  const view = startView(data);
  // A start view of the page belongs to its first pathway; another one starts plain.
  const other = params.get('pathway');
  if (!other || other === view.pathway) Object.assign(view, data.start);
  const warnings = [];
  for (const key of VIEW_KEYS) {
    if (!params.has(key)) continue;
    const value = cut(params.get(key), 2000);
    const pathway = data.pathways[view.pathway];
    if (key === 'hide') view.hide = hidden(value, pathway, warnings);
    else if (key === 'q') view.q = cut(value, 80);
    else if (key === 'set') view.set = value;
    else if (key === 'seed') view.seed = value;
    else if (key === 'picks') view.picks = picked(value, warnings);
    else if (NUMBERS.includes(key) && /^\d{1,3}$/.test(value)) view[key] = Number(value);
    else if (NUMBERS.includes(key)) warnings.push(missing(key, value));
    else if (key === 'lang' && languageOf(value, data)) view.lang = languageOf(value, data);
    else if (value === '' || known[key](pathway, data).includes(value)) {
      view[key] = value === '' ? startView(data)[key] : value;
    } else warnings.push(missing(key, value));
  }
  const { change, warnings: more } = settleLecture(view, data.pathways[view.pathway]);
  Object.assign(view, change);
  warnings.push(...more, ...settleRound(view, data.pathways[view.pathway]));
  return { view, warnings };
}

// kind, perhaps what it is about, and a digest: 'end:3fa2'
const ITEM = /^[a-z]+:([\w./-]+:)?[0-9a-f]{4}$/;

/** Whether a round can be about this; which questions there are is known later. */
const isSet = (set, pathway) => {
  const stages = pathway.stages.map(({ id }) => id);
  return (
    ['mixed', ...stages, ...pathway.organs].includes(set) ||
    stages.some((id) => set === `rebuild:${id}`) ||
    set.split(',').every((id) => ITEM.test(id))
  );
};

/**
 * Gives a view the round that it can have: with a bad set or seed a fresh one, none in a lecture.
 * Changes `view`; a sentence per bad value.
 * @param {Pathway} pathway
 */
function settleRound(view, pathway) {
  const warnings = [];
  if (view.quiz === 'only' && !view.lecture) view.set ||= 'mixed';
  if (!isTesting(view)) Object.assign(view, { set: '', seed: '' });
  else if (!isSet(view.set, pathway)) {
    warnings.push(missing('set', view.set));
    Object.assign(view, { set: 'mixed', seed: '' });
  } else if (view.seed && !(/^\d{1,10}$/.test(view.seed) && Number(view.seed) < 2 ** 32)) {
    warnings.push(missing('seed', view.seed));
    view.seed = '';
  }
  Object.assign(view, calm(view));
  return warnings;
}

const missing = (key, value) =>
  t('There is no {key} “{value}” here, so it was left out.', {
    key: t(key),
    value: cut(value, 40),
  });
// t: 'pathway' 'stage' 'organ' 'focus' 'edge' 'detail' 'theme' 'ui' 'lang'
// t: 'lecture' 'step' 'part' 'answer' 'filter' 'quiz' 'set' 'seed'

/** The page's language nearest to a tag such as 'en-US' or 'de_AT', as course systems write it. */
function languageOf(tag, { langs }) {
  const [main] = tag.toLowerCase().split(/[-_]/);
  return langs.find((lang) => lang === tag) ?? langs.find((lang) => lang === main);
}

/** Answers given, at most one a step. */
function picked(text, warnings) {
  const tokens = [];
  for (const token of text.split(',').filter(Boolean)) {
    if (!/^[1-9]\d?[a-h]$/.test(token)) warnings.push(missing('answer', token));
    else if (!tokens.some((other) => other.slice(0, -1) === token.slice(0, -1))) tokens.push(token);
  }
  return tokens;
}

/** @param {Pathway} pathway */
function hidden(text, pathway, warnings) {
  const tokens = [];
  for (const token of text.split(',').filter(Boolean)) {
    const [facet, value, ...more] = token.split(':');
    const good =
      more.length === 0 &&
      (facet === 'after' || facet === 'before'
        ? /^\d{4}$/.test(value ?? '') && !tokens.some((other) => other.startsWith(`${facet}:`))
        : Object.hasOwn(pathway.facets, facet) &&
          Object.hasOwn(pathway.facets[facet].values, (value ?? '').replace(/^!/, '')));
    if (!good) warnings.push(missing('filter', token));
    else if (!tokens.includes(token)) tokens.push(token);
  }
  return tokens;
}

/**
 * @returns {string} the shortest query that gives this view again, '' for the start view
 * @param {Figure} data
 */
export function formatAddress(view, data) {
  const base = { ...startView(data), ...data.start };
  const parts = [];
  for (const key of VIEW_KEYS) {
    const value = Array.isArray(view[key]) ? view[key].join(',') : String(view[key]);
    const normal = Array.isArray(base[key]) ? base[key].join(',') : String(base[key]);
    if (value !== normal) parts.push(`${key}=${encode(value)}`);
  }
  return parts.length ? `?${parts.join('&')}` : '';
}

// Readable in a mail: what is legal in a query stays as it is.
const encode = (text) =>
  encodeURIComponent(wellFormed(text)).replace(/%2C/g, ',').replace(/%3A/g, ':');
