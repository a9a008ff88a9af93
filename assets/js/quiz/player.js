/**
 * Plays a round: asks, takes the answer and how sure the reader is of it, tells at once, goes on.
 * Where the figure looks and what it does not show follow from the question (`place`, `asked`).
 */
import { toast } from '../access/announcer.js';
import { byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { endPage } from './end-page.js';
import { answerText, feedback } from './feedback.js';
import { createForm } from './forms.js';
import { quizBar, nextButton, sureButtons } from './quiz-parts.js';
import { createRebuild } from './rebuild.js';
import { isGiven, isRight } from './rules/judging.js';
import { beginSet, whole } from './rules/quiz-round.js';
import { PREFIX } from './rules/rebuilding.js';
import * as rounds from './rules/round-state.js';

// Kinds whose arrow is shown while it is asked about.
const SHOWN = ['molecule', 'effect', 'measured', 'against'];
const EVERYTHING = { stage: '', organ: '', detail: 'overview' };

/**
 * @param {any} figure
 * @param {{redraw: () => void, tell: Function, addressOf: Function, copyAddress: Function}} page
 */
export function installPlayer({ data, dispatch }, { redraw, tell, addressOf, copyAddress }) {
  const box = byId('quiz');
  const known = new Map(); // questions by pathway
  let key = ''; // the round that is played
  /** @type {any} */
  let view = {}; // what the reader sees
  let round = rounds.beginRound([]);
  let form = null;
  /** @type {any} */
  let rebuild = null;
  let looked = ''; // an arrow that the reader wants to see
  let began = 0; // when the present question was asked

  const quiz = () => known.get(view.pathway);
  const pathway = () => data.pathways[view.pathway];
  const addressOfSet = (set) => addressOf({ ...view, ...EVERYTHING, detail: 'auto', set });
  const start = (set) => dispatch({ type: 'quiz', set });

  /** Where a line is seen best: its stage, its organ, as much detail as it needs. */
  function placeOf(id, level = 'core') {
    const interaction = pathway().interactions[id];
    const { card, organ } = pathway().places[interaction.place];
    const merged = Object.values(pathway().pairs).some((members) => members.includes(id));
    const detail = level === 'overview' && !merged ? 'overview' : interaction.tier === 'extended' ? 'extended' : 'core'; // prettier-ignore
    return { stage: interaction.stage, organ: card ? (organ ?? '') : '', detail };
  }

  /** Where the figure looks. */
  function place() {
    if (looked) return placeOf(looked);
    if (rebuild) return rebuild.place();
    const [item] = round.queue;
    if (!item) return EVERYTHING;
    const at = item.arrows[0] && placeOf(item.arrows[0], item.level);
    const spread = item.arrows.some((id) => pathway().interactions[id].stage !== item.stage);
    if (!at || spread) return { stage: spread ? '' : item.stage, organ: '', detail: item.level };
    return { ...at, organ: item.arrows.length > 1 ? '' : at.organ };
  }

  /** What was measured is told by a line's tail and width alone, so the line may be seen. */
  const hides = ({ kind, hide }) =>
    kind === 'measured' ? { ...hide, heads: hide.edges, edges: [] } : hide;

  /** What the figure hides and marks now. */
  function asked() {
    if (looked) return { lit: [looked] };
    if (rebuild) return rebuild.asked();
    const [item] = round.queue;
    if (!item) return {};
    const chosen = item.answer === 'pick' && (round.told?.given ?? form?.value());
    const shown = SHOWN.includes(item.kind) ? item.arrows : item.hide.names;
    if (!round.told) return { ...hides(item), lit: [...shown, ...(chosen ? [chosen] : [])] };
    return { lit: [...item.arrows, ...item.hide.names, ...(item.pick ?? [])] };
  }

  /** The stage to rebuild that a view names, where enough of its arrows can be taken out. */
  function rebuildOf(set, seed) {
    const stage = set.slice(PREFIX.length);
    const ids = (quiz().rebuild[stage] ?? []).filter((id) => pathway().interactions[id]);
    const to = { again, redraw, begin: start };
    return ids.length > 2 && createRebuild({ ids, stage, seed, pathway: pathway(), ...to });
  }

  /** Begins the round of a view; a fresh one where there is none, and says so. */
  function begin() {
    const seed = view.seed || String(crypto.getRandomValues(new Uint32Array(1))[0]);
    const rebuilds = view.set.startsWith(PREFIX);
    let { set } = view;
    looked = '';
    form = null;
    round = rounds.beginRound([]);
    rebuild = rebuilds && rebuildOf(set, Number(seed));
    if (!rebuild) {
      const wanted = rebuilds ? 'mixed' : set;
      const begun = beginSet(wanted, quiz().items, pathway(), Number(seed));
      if (begun.lost)
        toast(t('{n} of these questions are gone, as their arrow has changed.', { n: begun.lost }), 8000); // prettier-ignore
      else if (begun.instead || rebuilds)
        toast(t('There are no questions about this alone, so this round is mixed.'));
      set = begun.set;
      round = rounds.beginRound(begun.asked);
    }
    key = [view.pathway, set, seed].join(' ');
    view = { ...view, set, seed };
    show();
    return { set, seed };
  }

  /** Before a view is drawn: the round it names, and where its question looks. */
  function prepare(next) {
    view = next;
    const wanted = [view.pathway, view.set, view.seed].join(' ');
    const change = wanted === key ? {} : begin();
    if (!box.querySelector('.quiz-body')) show(); // back to a round that was left
    return { ...change, ...place() };
  }

  /** Writes the present question, or what was said to it, and draws the figure for it. */
  function again() {
    looked = '';
    show();
    redraw();
    focus();
  }

  const focus = () => byId('quiz-title')?.focus({ preventScroll: true });

  function look(id) {
    looked = id;
    redraw();
  }

  const title = (text) => element('h2', { id: 'quiz-title', tabIndex: -1, 'aria-level': 1 }, text);

  function show() {
    const body = element('div', { className: 'quiz-body' });
    const bar = quizBar({ pathway: pathway(), view, removable: quiz().rebuild, start });
    if (rebuild) {
      body.append(title(rebuild.title), ...rebuild.parts());
      bar.say(t('Rebuild'));
    } else if (rounds.isDone(round)) done(body, bar);
    else if (round.told) showVerdict(body, bar);
    else ask(body, bar);
    box.replaceChildren(bar.element, body);
    box.scrollTop = 0;
  }

  /** 'Question 3 of 10', and whether it was asked before. */
  function count(bar) {
    const of = round.items.length;
    const n = t('Question {n} of {of}', { n: rounds.asked(round), of });
    bar.say(rounds.isRepeat(round) ? `${n}, ${t('once more')}` : n);
  }

  function ask(body, bar) {
    const [item] = round.queue;
    count(bar);
    began = Date.now();
    const buttons = sureButtons(answer, ['own', 'order'].includes(item.answer));
    const changed = () => {
      buttons.allow(isGiven(item, form.value()));
      if (item.answer === 'pick') redraw();
    };
    form = createForm(item, pathway(), changed);
    body.append(title(item.ask), ...form.parts, ...buttons.parts);
    body.onkeydown = (event) => {
      if (event.key !== 'Enter' || !event.target.matches('input')) return;
      event.preventDefault();
      if (isGiven(item, form.value())) buttons.focus();
    };
  }

  /** Takes the answer; `sure` is '' for a reader who does not know. */
  function answer(sure) {
    const [item] = round.queue;
    const given = sure ? form.value() : null;
    if (item.answer === 'own' && sure) return compareOwn(item, sure, given);
    return settle(item, given, Boolean(sure) && isRight(item, given), sure || 'guess');
  }

  function settle(item, given, right, sure) {
    round = rounds.answer(round, { given, right, sure });
    const seconds = Math.round((Date.now() - began) / 1000);
    tell({ type: 'answer', item, given, right, sure, seconds, version: quiz().version });
    again();
  }

  /** An answer in one's own words: the reader compares it and says herself how good it was. */
  function compareOwn(item, sure, given) {
    const body = box.querySelector('.quiz-body');
    const mark = (right) => settle(item, { text: given, right }, right, sure);
    const buttons = [
      [t('I had it'), true],
      [t('I missed it'), false],
    ].map(([text, right]) => nextButton(text, () => mark(right), !right));
    const parts = [title(t('Compare')), element('p', { className: 'quiz-ask' }, item.ask)];
    if (given) parts.push(element('p', {}, `${t('Your answer')}: ${given}`));
    parts.push(element('p', { className: 'quiz-answer' }, answerText(item, pathway())));
    body.replaceChildren(...parts, element('p', { className: 'quiz-actions' }, ...buttons));
    focus();
  }

  function showVerdict(body, bar) {
    const [item] = round.queue;
    const { told } = round;
    count(bar);
    const verdict = told.right ? `✓ ${t('Right')}` : `✗ ${t('Not right')}`;
    const head = title(verdict);
    head.className = told.right ? 'right' : 'wrong';
    const what = { item, told, version: quiz().version };
    const last = round.queue.length === 1 && !round.missed.length;
    body.append(
      head,
      element('p', { className: 'quiz-ask' }, item.ask),
      ...feedback(what, pathway(), look),
      ...(told.right
        ? []
        : [element('p', { className: 'hint' }, t('It comes back in this round.'))]),
      element(
        'p',
        { className: 'quiz-actions' },
        nextButton(last ? t('To the end') : t('Next question'), onward),
      ),
    );
  }

  function onward() {
    round = rounds.onward(round);
    form = null;
    if (rounds.isDone(round)) tell({ type: 'done', score: rounds.score(round) });
    again();
  }

  function done(body, bar) {
    const score = rounds.score(round);
    bar.say(t('Practice'));
    if (!score.of) {
      body.append(title(t('There are no questions on this pathway.')));
      return;
    }
    const { right, of } = score;
    const file = `${view.pathway}.ics`;
    body.append(
      title(t('{right} of {of} right at the first try', { right, of })),
      ...endPage(score, pathway(), { look, start, addressOfSet, copyAddress, file }),
    );
  }

  return {
    /** Takes the questions of a pathway; texts that its cards hold do not travel twice. */
    learn(id, made) {
      const { cards, pairs } = data.pathways[id];
      const worded = (option) =>
        option.disputed ? { ...option, text: cards[option.disputed].disputed } : option;
      const items = made.items.map((item) => {
        const question = whole(item, pairs);
        return { ...question, options: question.options.map(worded) };
      });
      known.set(id, { ...made, items });
    },
    knows: (id) => known.has(id),
    prepare,
    asked,
    focus,
    /** A cell that the reader clicked on the figure. */
    pick: (node) => (rebuild ? rebuild.pick(node) : form?.take?.(node)),
  };
}
