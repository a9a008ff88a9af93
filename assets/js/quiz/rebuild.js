/**
 * Rebuilding a stage: for each arrow that was taken out the reader says who sends it, who receives
 * it and what it does there, by clicks on the figure or by lists; then both are compared.
 */
import { button, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { cellSelect } from './forms.js';
import { reasons } from './feedback.js';
import { nextButton } from './quiz-parts.js';
import { compare, headsOf, takenOut, trueElsewhere } from './rules/rebuilding.js';

const VERDICTS = {
  right: /* t */ 'Right',
  head: /* t */ 'The cells are right, the effect is not',
  turned: /* t */ 'The other way round',
  sender: /* t */ 'The receiver is right, the sender is not',
  receiver: /* t */ 'The sender is right, the receiver is not',
  elsewhere: /* t */ 'Such an arrow is in the figure, but not with this signal here',
  wrong: /* t */ 'No such arrow is in the figure',
  empty: /* t */ 'Not set',
};

export function createRebuild({ ids, stage, seed, pathway, again, redraw, begin }) {
  const out = takenOut(ids, seed, pathway);
  const set = out.map(() => ({ from: '', to: '', head: '' }));
  const item = { stage, hide: { names: [] } };
  let slot = 0; // the arrow that a click on the figure sets
  let compared = false;
  let differences = false;
  let slots = []; // what stands in the page, by arrow

  const label = (id) => (pathway.cards[id].mediators ?? []).map((symbol) => pathway.molecules[symbol].name).join(', ') || t('No molecule named'); // prettier-ignore
  const verdicts = () =>
    out.map((id, at) => {
      const { from, to, head } = set[at];
      return compare(id, from, to, head, pathway);
    });

  function mark() {
    slots.forEach(({ box, on }, at) => {
      box.classList.toggle('current', at === slot);
      on.setAttribute('aria-pressed', String(at === slot));
    });
  }

  /** One arrow to set. */
  function slotOf(id, at) {
    const own = set[at];
    const field = (name, text) => {
      const select = cellSelect(item, pathway, text, () => {
        own[name] = select.value;
        slot = at;
        mark();
        redraw();
      });
      select.value = own[name];
      return select;
    };
    const [from, to] = [field('from', t('Sender')), field('to', t('Receiver'))];
    const head = element('select', { 'aria-label': t('Effect') });
    head.append(new Option(t('Effect'), ''), ...headsOf(pathway).map((effect) => new Option(pathway.facets.effect.values[effect], effect))); // prettier-ignore
    head.value = own.head;
    head.onchange = () => {
      own.head = head.value;
      redraw();
    };
    const choose = () => {
      slot = at;
      mark();
    };
    const on = button(t('Set by clicks'), {}, { className: 'quiz-set', onclick: choose });
    const name = `${at + 1}. ${label(id)}`;
    const box = element('fieldset', { className: 'quiz-slot' }, element('legend', {}, name), from, to, head, on); // prettier-ignore
    return { box, from, to, on };
  }

  function ask() {
    slots = out.map(slotOf);
    mark();
    const hint = t(
      'These arrows were taken out. Say who sends each, who receives it and what it does there: click sender and receiver on the figure, or use the lists.',
    );
    const compareNow = () => {
      compared = true;
      again();
    };
    return [
      element('p', { className: 'hint' }, hint),
      ...slots.map(({ box }) => box),
      element('p', { className: 'quiz-actions' }, nextButton(t('Compare'), compareNow)),
    ];
  }

  function told() {
    const all = verdicts();
    const rows = out.map((id, at) => {
      const right = all[at] === 'right';
      const text = `${right ? '✓' : '✗'} ${t(VERDICTS[all[at]])}`;
      const parts = [
        element('h3', { 'aria-level': 2 }, `${at + 1}. ${label(id)}`),
        element('p', { className: right ? 'right' : 'wrong' }, text),
        element('p', {}, element('b', {}, pathway.interactions[id].claim)),
      ];
      if (!right) parts.push(...reasons(id, pathway));
      if (all[at] === 'elsewhere') {
        const [other] = trueElsewhere(set[at].from, set[at].to, pathway);
        parts.push(
          element('p', {}, `${t('True elsewhere')}: ${pathway.interactions[other].claim}`),
        );
      }
      return element('li', {}, ...parts);
    });
    const turn = () => {
      differences = !differences;
      again();
    };
    const show = differences ? t('Show all arrows') : t('Show the differences');
    return [
      element('p', { className: 'quiz-actions' }, nextButton(show, turn), nextButton(t('Once more'), () => begin(`rebuild:${stage}`), true)), // prettier-ignore
      element('ol', { className: 'plain' }, ...rows),
    ];
  }

  /** What the reader set, for the figure: what was right is not a difference. */
  const sketch = () => {
    const all = verdicts();
    return set
      .filter(({ from, to }, at) => from && to && (!compared || all[at] !== 'right'))
      .map(({ from, to, head }) => ({ source: from, target: to, effect: head }));
  };

  return {
    get title() {
      const right = verdicts().filter((verdict) => verdict === 'right').length;
      return compared
        ? t('{right} of {of} arrows right', { right, of: out.length })
        : t('Rebuild: {stage}', { stage: pathway.stages.find(({ id }) => id === stage).name });
    },
    parts: () => (compared ? told() : ask()),
    place: () => ({ stage, organ: '', detail: 'core' }),
    asked() {
      if (!compared) return { edges: out, sketch: sketch() };
      const all = verdicts();
      const lit = differences ? out.filter((id, at) => all[at] !== 'right') : out;
      return { lit, sketch: sketch() };
    },
    /** The first cell clicked sends, the second receives; then the next arrow is set. */
    pick(node) {
      if (compared || !slots[slot]) return;
      const own = set[slot];
      const name = own.from && !own.to ? 'to' : 'from';
      if (name === 'from') own.to = '';
      own[name] = node;
      slots[slot].to.value = own.to;
      slots[slot][name].value = node;
      if (slots[slot][name].value !== node) own[name] = '';
      else if (name === 'to' && slot < out.length - 1) slot += 1;
      mark();
      redraw();
    },
  };
}
