/**
 * The view: everything a reader can change, as one plain object, and the only rules that change it.
 *
 * @typedef {any} View
 * @property {string} pathway  id of the pathway
 * @property {string} stage    stage id, '' for the overview
 * @property {string} organ    organ id, '' for all
 * @property {string} focus    cell type id, '' for none
 * @property {string} edge     interaction or pair id, 'sender~receiver', '' for none
 * @property {string[]} hide   hidden filter values as 'facet:value', 'facet:!value' for all
 *   but one, 'before:1998', 'after:2011'
 * @property {string} detail   auto | overview | core | extended
 * @property {string} q        search text
 * @property {string} lecture  lecture id
 * @property {number} step     step of the lecture, from 1; 0 outside
 * @property {number} part     stop within the step, from 0 (see lecture-rules.js)
 * @property {string[]} picks  answers given, as step and letter: '4b'
 * @property {string} theme    auto | light | dark | projector
 * @property {string} ui       full | min
 * @property {string} lang     language of the labels
 * @property {string} quiz     optional | only | off: whether questions are offered
 * @property {string} set      what a round asks about: 'mixed', a stage, an organ, questions by id,
 *   a stage after 'rebuild:'; '' for no round
 * @property {string} seed     of the round, 0 to 4294967295; '' where it is not yet chosen
 */
import {
  jumpLecture,
  leaveLecture,
  openLecture,
  pickAnswer,
  stepLecture,
} from './lecture-rules.js';
import { organStage, subjectKind } from './subject.js';
import { calm } from './testing.js';
import { expandNegations } from './visibility.js';

export const UIS = ['full', 'min'];

/**
 * @returns {View} the view a reader starts with; `data` is the compiled figure.
 * @param {Figure} data
 */
export function startView(data) {
  return {
    pathway: data.order[0],
    stage: '',
    organ: '',
    focus: '',
    edge: '',
    hide: [],
    detail: 'auto',
    q: '',
    lecture: '',
    step: 0,
    part: 0,
    picks: [],
    theme: 'auto',
    ui: 'full',
    lang: 'en',
    quiz: 'optional',
    set: '',
    seed: '',
  };
}

/**
 * The stops of Left and Right: the overview, then each stage.
 * @param {Pathway} pathway
 */
export function stageStops(pathway) {
  return ['', ...pathway.stages.map((stage) => stage.id)];
}

const toggled = (list, token) =>
  list.includes(token) ? list.filter((t) => t !== token) : [...list, token];

/**
 * The next view. Pure: the same view and action always give the same result, and an action
 * that changes nothing returns the view it was given.
 * @param {View} view
 * @param {{type: string}} action
 * @param {Figure} data
 */
export function nextView(view, action, data) {
  const change = changes[action.type];
  if (!change) return view;
  const wanted = change(view, action, data.pathways[view.pathway], data);
  const partial = { ...wanted, ...calm({ ...view, ...wanted }) };
  const differs = Object.keys(partial).some((key) => !sameValue(view[key], partial[key]));
  return differs ? { ...view, ...partial } : view;
}

export const sameValue = (a, b) =>
  Array.isArray(a) ? a.length === b.length && a.every((v, i) => v === b[i]) : a === b;

/**
 * To a stage or organ; the card of the one that a reader leaves becomes that of the next.
 * @param {Pathway} pathway
 */
function to(view, stage, organ, pathway) {
  const read = ['stage', 'organ'].includes(subjectKind(view.q, pathway));
  return { stage, organ, edge: '', ...(read ? { q: organ || stage } : {}) };
}

const changes = {
  set: (view, { view: partial }) => partial,
  pathway: (view, { id }) => ({
    pathway: id,
    stage: '',
    organ: '',
    focus: '',
    edge: '',
    hide: [],
    detail: 'auto',
    lecture: '',
    step: 0,
    part: 0,
    picks: [],
  }),
  stage: (view, { id }, pathway) => to(view, id, '', pathway),
  place: (view, { stage, organ }, pathway) => to(view, stage, organ, pathway),
  organ: (view, { id }, pathway) => {
    const stage = organStage(id, pathway);
    const off = view.organ === id && stage === view.stage;
    return to(view, stage, off ? '' : id, pathway);
  },
  focus: (view, { id }) => ({ focus: view.focus === id && !view.edge ? '' : id, edge: '' }),
  edge: (view, { id }) => ({ edge: view.edge === id ? '' : id }),
  clear: (view) => (view.edge ? { edge: '' } : { focus: '', q: '' }),
  // Escape takes back what was chosen, then leaves the organ, then the stage.
  escape: (view, action, pathway) => {
    if (view.edge || view.focus || view.q || view.lecture) return changes.clear(view);
    return view.organ && view.stage ? to(view, view.stage, '', pathway) : { stage: '', organ: '' };
  },
  reset: () => ({ focus: '', edge: '', hide: [], detail: 'auto', q: '' }),
  // A value toggled beside an 'all but one' is spoken of by itself again.
  hide: (view, { token }, pathway) => {
    const same = (other) => other.startsWith(`${token.split(':')[0]}:`);
    const own = expandNegations(view.hide.filter(same), pathway.facets);
    return { hide: toggled([...view.hide.filter((other) => !same(other)), ...own], token) };
  },
  // 'All but one' keeps the address short where a filter has twenty values.
  only: (view, { facet, value }) => {
    const rest = view.hide.filter((token) => !token.startsWith(`${facet}:`));
    return { hide: [...rest, `${facet}:!${value}`] };
  },
  all: (view, { facet }) => ({
    hide: view.hide.filter((token) => !token.startsWith(`${facet}:`)),
  }),
  after: (view, { year }, pathway) => {
    const rest = view.hide.filter((token) => !token.startsWith('after:'));
    return { hide: year >= pathway.years[1] ? rest : [...rest, `after:${year}`] };
  },
  detail: (view, { id }) => ({ detail: id }),
  theme: (view, { id }) => ({ theme: id }),
  go: (view, { by }, pathway) => {
    if (view.lecture) return stepLecture(view, by, pathway);
    const list = stageStops(pathway);
    const index = Math.min(Math.max(list.indexOf(view.stage) + by, 0), list.length - 1);
    return to(view, list[index], '', pathway);
  },
  search: (view, { q }) => ({ q }),
  lecture: (view, { id }) => openLecture(id),
  leave: (view, action, pathway) => leaveLecture(view, pathway),
  jump: (view, { step }, pathway) => jumpLecture(view, step, pathway),
  quiz: (view, { set, seed = '' }, pathway) => ({
    ...(view.lecture ? leaveLecture(view, pathway) : {}),
    set: set || (view.quiz === 'only' ? 'mixed' : ''),
    seed,
    detail: 'auto',
  }),
  pick: (view, { option }, pathway) => pickAnswer(view, option, pathway),
};
