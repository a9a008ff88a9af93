/**
 * The two steps that every lecture has around its own: its title, number 0, and its end, which
 * comes after the last. Both look at the whole figure. Pure.
 */
import { t } from '../app/i18n.js';
import { idsOf } from './id-table.js';

const all = (steps, key) => [...new Set(steps.flatMap((step) => step[key]))];

/** @param {Pathway} pathway */
const around = (pathway, words) => ({
  stage: '',
  organ: '',
  box: pathway.box,
  show: [],
  keep: [],
  focus: [],
  predict: null,
  references: [],
  ...words,
});

function title({ title: name, description, steps }, pathway) {
  const asked = steps.filter(({ predict }) => predict).length;
  const many = t('{n} steps', { n: steps.length });
  const questions = asked === 1 ? t('1 question') : t('{n} questions', { n: asked });
  const say = asked ? `${many}, ${questions}` : many;
  return around(pathway, { id: 'title', title: name, say: description || say });
}

/** What was told stands there once more, and with it what it rests on. */
function end({ steps }, pathway) {
  const keep = all(steps, 'show');
  const references = all(steps, 'references');
  const numbers = { n: keep.length, m: references.length };
  return around(pathway, {
    id: 'end',
    title: t('The end'),
    say: t('{n} arrows were told, from {m} papers. A click on one opens its evidence.', numbers),
    keep,
    references,
  });
}

/**
 * The step of a number; null where there is none.
 * @param {Pathway} pathway
 */
export function stepAt(lecture, number, pathway) {
  if (number === 0) return title(lecture, pathway);
  if (number === lecture.steps.length + 1) return end(lecture, pathway);
  return lecture.steps[number - 1] ?? null;
}

/**
 * The lines and cells at a title, which has none, and at an end: without names, which would crowd
 * one another from so far.
 * @param {any} step
 * @param {Pathway} pathway
 */
export function farVisibility({ keep }, pathway) {
  const kept = new Set(keep);
  const ends = (name) => keep.map((id) => pathway.interactions[id][name]);
  const cast = new Set([...ends('source'), ...ends('target')]);
  const faint = (id) => (pathway.nodes[id].rank > 1 ? 'hidden' : 'faint');
  const lines = [...idsOf(pathway.interactions), ...idsOf(pathway.pairs)];
  const nodes = idsOf(pathway.nodes);
  return {
    lines: new Map(lines.map((id) => [id, kept.has(id) ? 'mute' : 'hidden'])),
    nodes: new Map(nodes.map((id) => [id, cast.has(id) || !keep.length ? 'mute' : faint(id)])),
    shown: keep,
    merged: new Map(),
    level: 'core',
  };
}
