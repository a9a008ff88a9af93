/**
 * Lectures: where one stands and what the next press shows. Pure.
 *
 * A step reveals its arrows one press at a time. The last arrow of a step with a question waits for
 * the answer: its stops are the other arrows, the question, the answer, the caption. `view.part`
 * counts the stops of a step from 0, so a link to a step alone is the step at its beginning, and a
 * link to a lecture alone is its title.
 *
 * tests/unit/layout/test_lecture_view.py holds the two languages together.
 *
 * @typedef {{id: string, title: string, stage: string, organ: string, box: number[],
 *   pieces?: Object<string, number[]>, show: string[], keep: string[], focus: string[], say:
 * string, predict: null|object, references: string[]}} Step
 */
import { t } from '../app/i18n.js';
import { CLOSE_NODE_FONT, LECTURE_FONTS, NEAR_NODE_FONT, NODE_FONT } from './constants.js';
import { entriesOf, idsOf } from './id-table.js';
import { farVisibility, stepAt } from './lecture-ends.js';

export const LETTERS = 'abcdefgh';
const PLAIN = { focus: '', edge: '', q: '' };
const TEXT = 24; // px of a cell's name on a screen 1080 px high, where a last row can read it
const PHONE = { width: 700, text: 12.5, most: 25 };
const MOST = 30; // drawing units that names may be high before they crowd one another
const WORDS = new Map([
  [CLOSE_NODE_FONT, ' close'],
  [NEAR_NODE_FONT, ' near'],
  [NODE_FONT, ''],
]);
const LADDER = [...WORDS.keys(), ...LECTURE_FONTS];

/** How many stops a step has. */
export const lectureStops = (step) => Math.max(1, step.show.length) + (step.predict ? 2 : 0);

/**
 * The step that a view stands at, with all that depends on its part; null outside a lecture.
 * @param {Pathway} pathway
 */
export function lectureState(view, pathway) {
  const lecture = pathway.lectures?.[view.lecture];
  const step = lecture && stepAt(lecture, view.step, pathway);
  if (!step) return null;
  const of = lecture.steps.length;
  const n = step.show.length;
  const ask = step.predict ? Math.max(0, n - 1) : Infinity; // the stop that asks
  const part = view.part;
  const shown = step.show.slice(0, part < ask ? part + 1 : part === ask ? n - 1 : n);
  const own = view.picks.find((pick) => pick.slice(0, -1) === String(view.step));
  return {
    lecture,
    step,
    part,
    shown,
    of,
    stops: lectureStops(step),
    outer: view.step < 1 || view.step > of, // the title or the end
    first: view.step === 0,
    last: view.step > of,
    asks: part === ask,
    answers: part === ask + 1,
    early: part < ask && ask !== Infinity, // the caption would give the answer away
    newest: part === ask ? '' : (shown.at(-1) ?? ''),
    pick: own ? LETTERS.indexOf(own.at(-1)) : -1,
  };
}

export const openLecture = (id) => ({
  ...PLAIN,
  lecture: id,
  step: 0,
  part: 0,
  picks: [],
  stage: '',
  organ: '',
  hide: [],
  detail: 'auto',
});

/**
 * Out of the lecture, to the stage that the step was about.
 * @param {Pathway} pathway
 */
export function leaveLecture(view, pathway) {
  const now = lectureState(view, pathway);
  return {
    ...PLAIN,
    lecture: '',
    step: 0,
    part: 0,
    picks: [],
    stage: now?.step.stage ?? '',
    organ: now?.step.organ ?? '',
  };
}

/**
 * One press on or back; at either end nothing. Back after on is where one was.
 * @param {Pathway} pathway
 */
export function stepLecture(view, by, pathway) {
  const now = lectureState(view, pathway);
  if (!now) return {};
  const part = view.part + by;
  if (part >= 0 && part < now.stops) return { ...PLAIN, part };
  const step = stepAt(now.lecture, view.step + by, pathway);
  if (!step) return PLAIN;
  return { ...PLAIN, step: view.step + by, part: by > 0 ? 0 : lectureStops(step) - 1 };
}

/**
 * To the beginning of a step; a number beyond the last step means the end.
 * @param {Pathway} pathway
 */
export function jumpLecture(view, step, pathway) {
  const now = lectureState(view, pathway);
  return now ? { ...PLAIN, step: Math.min(Math.max(step, 0), now.of + 1), part: 0 } : {};
}

/**
 * A reader's answer, by the option's index; -1 shows the answer without one.
 * @param {Pathway} pathway
 */
export function pickAnswer(view, option, pathway) {
  const now = lectureState(view, pathway);
  if (!now?.asks) return {};
  const rest = view.picks.filter((pick) => pick.slice(0, -1) !== String(view.step));
  const picks = option < 0 ? view.picks : [...rest, `${view.step}${LETTERS[option]}`];
  return { ...PLAIN, picks, part: view.part + 1 };
}

/**
 * A view read from an address: a step there is, a part it has; a sentence per bad value.
 * @returns {{change: any, warnings: string[]}}
 * @param {Pathway} pathway
 */
export function settleLecture(view, pathway) {
  const lecture = pathway.lectures?.[view.lecture];
  if (!lecture) return { change: {}, warnings: [] };
  const warnings = [];
  const step = Math.min(Math.max(view.step, 0), lecture.steps.length + 1);
  if (view.step > step)
    warnings.push(t('The lecture has {n} steps, so this is its end.', { n: step - 1 }));
  const part = Math.min(view.part, lectureStops(stepAt(lecture, step, pathway)) - 1);
  const picks = view.picks.filter((pick) => {
    const options = lecture.steps[Number(pick.slice(0, -1)) - 1]?.predict?.options ?? [];
    return LETTERS.indexOf(pick.at(-1)) < options.length;
  });
  return { change: { step, part, picks }, warnings };
}

/**
 * The view that students may have: as it is, but with questions still to be answered.
 * @param {Pathway} pathway
 */
export function withoutAnswers(view, pathway) {
  const now = lectureState(view, pathway);
  if (!now) return { ...view, ui: 'min' };
  const part = now.step.predict
    ? Math.min(view.part, Math.max(0, now.step.show.length - 1))
    : view.part;
  return { ...view, ...PLAIN, part, picks: [], ui: 'min', theme: 'auto' };
}

/**
 * The lines and cells of a lecture's view, in the words of `visible`.
 * @param {Pathway} pathway
 */
export function lectureVisibility(view, pathway) {
  const { step, shown, newest, outer } = lectureState(view, pathway);
  if (outer) return farVisibility(step, pathway);
  // What other stages showed earlier stays as a trace, without names: it is not what is told now.
  const stages = new Set([step.stage, ...step.show.map((id) => pathway.interactions[id].stage)]);
  const isHere = (id) => stages.has(pathway.interactions[id].stage);
  const marks = new Map();
  for (const id of step.keep) marks.set(id, isHere(id) ? 'kept' : 'dim');
  for (const id of shown) marks.set(id, id === newest ? 'lit new' : 'kept');
  if (view.edge && marks.has(view.edge)) marks.set(view.edge, `${marks.get(view.edge)} focus`);
  const lines = new Map();
  for (const id of [...idsOf(pathway.interactions), ...idsOf(pathway.pairs)]) {
    lines.set(id, marks.get(id) ?? 'hidden');
  }
  const ends = new Set();
  const named = [...marks.keys()].filter((id) => marks.get(id) !== 'dim');
  for (const id of named)
    ends.add(pathway.interactions[id].source).add(pathway.interactions[id].target);
  const fresh = pathway.interactions[newest];
  // What an arrow to come needs is drawn from the start, so that the step's cells stand still.
  const cast = new Set(
    step.show.flatMap((id) => [pathway.interactions[id].source, pathway.interactions[id].target]),
  );
  const nodes = new Map();
  for (const [id, node] of entriesOf(pathway.nodes)) {
    if (id === fresh?.source || id === fresh?.target) nodes.set(id, 'lit');
    else if (ends.has(id) || cast.has(id)) nodes.set(id, '');
    else nodes.set(id, node.rank > 1 ? 'hidden' : 'faint');
  }
  return { lines, nodes, shown: named, merged: new Map(), level: 'core' };
}

/**
 * Earlier arrows of which the camera sees but a part stay as a trace, without names: they would
 * only puzzle. Changes `seen`.
 * @param {(node: string) => boolean} inside  whether the camera sees a cell whole
 * @param {Pathway} pathway
 */
export function trimVisibility(seen, view, pathway, inside) {
  const { step } = lectureState(view, pathway);
  const ends = ({ source, target }) => [source, target];
  const keep = new Set(step.show.flatMap((id) => ends(pathway.interactions[id])).filter(inside));
  for (const [id, word] of seen.lines) {
    if (word !== 'kept') continue;
    const cells = ends(pathway.interactions[id]);
    if (cells.every(inside)) cells.forEach((cell) => keep.add(cell));
    else seen.lines.set(id, 'dim');
  }
  for (const [id, word] of seen.nodes) {
    if (!word && !keep.has(id)) seen.nodes.set(id, pathway.nodes[id].rank > 1 ? 'hidden' : 'faint');
  }
}

/** Pixels that a cell's name should be high on a screen. */
export function nameHeight(width, height) {
  if (width < PHONE.width) return PHONE.text;
  if (height > width) return (TEXT * width) / 1200; // held in a hand
  // Beamers throw a picture of one width: on a 4:3 one a fiftieth of the height is enough.
  return TEXT * Math.min(1, height / 1080, Math.max(height / 1200, width / 1920));
}

/**
 * What to look at where names at a zoom would crowd the screen; nothing where they do not.
 * @param {Pathway} pathway
 */
export function lecturePiece(view, pathway, zoom, width, height) {
  const { step, shown } = lectureState(view, pathway);
  const most = width < PHONE.width ? PHONE.most : MOST;
  return nameHeight(width, height) / zoom > most && step.pieces?.[shown.at(-1) ?? step.show[0]];
}

const rung = (units) => LADDER.find((font) => font >= units) ?? LADDER.at(-1);

/**
 * The class word that sets names large enough at a zoom, in drawing units; '' where they are. Those
 * who want them `larger` get so many times what they would be at the zoom without that wish.
 */
export function nameSizeClass(zoom, width, height, larger = 1, plain = zoom) {
  const least = rung(nameHeight(width, height) / plain);
  const units = larger === 1 ? least : rung((least * plain * larger) / zoom);
  return WORDS.get(units) ?? ` t${units}`;
}

export const shorten = (text, most = 250) =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;

/**
 * What is said aloud: the caption once a step, then each arrow's own sentence.
 * @param {Pathway} pathway
 */
export function lectureSentence(view, pathway) {
  const { step, of, part, newest, asks, answers, early, outer } = lectureState(view, pathway);
  if (outer) return shorten(`${step.title}. ${step.say}`);
  const claim = newest ? `${pathway.interactions[newest].claim}.` : '';
  const place = part
    ? ''
    : `${t('Step {n} of {of}, {title}.', { n: view.step, of, title: step.title })} `;
  if (asks) return shorten(`${place}${t('Question:')} ${step.predict.question}`);
  if (answers)
    return shorten(
      `${t('Answer:')} ${step.predict.options[step.predict.answer]}. ${step.predict.why}`,
    );
  const last = step.predict && part === lectureStops(step) - 1;
  return shorten(
    `${place}${(part === 0 && !early) || last ? `${step.say} ` : ''}${last ? '' : claim}`.trim(),
  );
}
