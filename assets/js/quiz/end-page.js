/** The end of a round: what was right, what was missed, and ways to come back to it. */
import { say } from '../access/announcer.js';
import { button, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { saveFile } from '../save/picture.js';
import { reasons } from './feedback.js';
import { calendarFile } from './rules/calendar.js';
import { shortId } from './rules/quiz-round.js';

const DAYS = 2;
export const KINDS = {
  cell: /* t */ 'Name the cell',
  end: /* t */ 'Sender or receiver',
  molecule: /* t */ 'Which molecule',
  effect: /* t */ 'What it does',
  order: /* t */ 'Put in order',
  measured: /* t */ 'What was measured',
  against: /* t */ 'What speaks against it',
  elsewhere: /* t */ 'The same molecule elsewhere',
  authored: /* t */ 'Questions of the authors',
};

/** A table of two columns: what, and how many were right. */
function counts(title, rows) {
  const lines = rows.map(([name, right, of]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', {}, t('{right} of {of}', { right, of })),
    ),
  );
  return element('table', {}, element('caption', {}, title), element('tbody', {}, ...lines));
}

/** The missed questions, each a fold with its reasons that shows its arrow when it opens. */
function missedList(missed, pathway, look) {
  const rows = missed.map((item) => {
    const fold = element('details', {}, element('summary', {}, item.ask));
    const [first] = item.arrows;
    if (first) {
      fold.append(
        element('p', {}, element('b', {}, pathway.interactions[first].claim)),
        ...reasons(first, pathway),
      );
      fold.ontoggle = () => fold.open && look(first);
    } else fold.append(element('p', {}, item.why));
    return element('li', {}, fold);
  });
  return element('ul', { className: 'plain' }, ...rows);
}

function remind(address, file) {
  const title = t('Practice: the figure once more');
  const text = t('What you missed, again after two days.');
  const content = calendarFile({ title, text, address, now: new Date(), days: DAYS });
  saveFile(new Blob([content], { type: 'text/calendar' }), file);
  say(t('Calendar file saved.'));
}

/**
 * @param {any} score  of rules/round-state.js
 * @param {Pathway} pathway
 * @param {Record<string, Function|any>} to
 * @returns {Node[]}
 */
export function endPage(score, pathway, { look, start, addressOfSet, copyAddress, file }) {
  const stages = new Map(pathway.stages.map(({ id, name }) => [id, name]));
  const ids = score.missed.map(({ id }) => shortId(id)).join(',');
  const again = addressOfSet(ids || 'mixed');
  const parts = [
    counts(t('By kind of question'), score.kinds.map(({ value, right, of }) => [t(KINDS[value]), right, of])), // prettier-ignore
    counts(t('By stage'), score.stages.map(({ value, right, of }) => [stages.get(value) ?? t('Whole figure'), right, of])), // prettier-ignore
  ];
  if (score.missed.length) {
    const sure = score.sureAndMissed
      ? t('Of these you were sure of {n}: they stand first.', { n: score.sureAndMissed })
      : '';
    parts.push(
      element('h3', { 'aria-level': 2 }, t('Missed at the first try')),
      ...(sure ? [element('p', {}, sure)] : []),
      missedList(score.missed, pathway, look),
    );
  }
  const actions = [
    ...(ids ? [button(t('Ask these again'), {}, { onclick: () => start(ids) })] : []),
    button(t('Another round'), {}, { onclick: () => start('mixed') }),
    button(
      t('Copy the link'),
      {},
      { onclick: () => copyAddress(again, t('Link to this round copied.')) },
    ),
    button(t('In two days (calendar file)'), {}, { onclick: () => remind(again, file) }),
  ];
  parts.push(element('p', { className: 'quiz-actions' }, ...actions));
  return parts;
}
