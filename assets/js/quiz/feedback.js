/** What is said after an answer: right or not, why, in which model, by which papers, where else. */
import { button, element, link } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { entriesOf } from '../rules/id-table.js';
import { paperLink } from '../rules/table-rows.js';

const MOST = 2; // arrows named as 'true elsewhere', and told of in full
const cellName = (node, pathway) => pathway.cells[pathway.nodes[node].cell].name;

/** The right answer in words. */
export function answerText(item, pathway) {
  if (item.answer === 'pick')
    return [...new Set(item.pick.map((id) => cellName(id, pathway)))].join(', ');
  if (item.answer === 'order') return item.options.map(({ text }) => text).join(' → ');
  return item.options.find(({ right }) => right)?.text ?? item.accept[0];
}

/** Where the answer taken is true: named by the option, or found among the arrows of a cell. */
function elsewhere(item, given, pathway) {
  if (item.answer === 'choice') return item.options[given]?.elsewhere ?? [];
  if (item.answer !== 'pick' || !pathway.nodes[given]) return [];
  const { cell } = pathway.nodes[given];
  const here = item.arrows.map((id) => pathway.interactions[id]);
  const signals = new Set(item.arrows.flatMap((id) => pathway.cards[id].mediators ?? []));
  const near = ([id, one]) =>
    (pathway.cards[id].mediators ?? []).some((word) => signals.has(word)) ||
    here.some(({ from, to }) => one.to === to || one.from === from);
  return entriesOf(pathway.interactions)
    .filter((entry) => (entry[1].from === cell || entry[1].to === cell) && near(entry))
    .map(([id]) => id);
}

/** Arrows as buttons that show them on the figure. */
const arrowList = (ids, pathway, look) =>
  element(
    'ul',
    { className: 'plain' },
    ...ids.map((id) => {
      const more = { className: 'link', onclick: () => look(id) };
      return element('li', {}, button(pathway.interactions[id].claim, {}, more));
    }),
  );

const row = (term, text) => (text ? [element('dt', {}, term), element('dd', {}, text)] : []);

/** Why an arrow stands in the figure: its summary, the model, the papers; `said` stands above. */
export function reasons(id, pathway, said = '') {
  const card = pathway.cards[id];
  const papers = (ids = []) => {
    const list = element('span', { className: 'quiz-papers' });
    for (const one of ids) {
      const { name, href } = paperLink(pathway.references[one]);
      list.append(link(name, href), ' ');
    }
    return ids.length ? list : '';
  };
  return [
    element('p', {}, card.summary),
    element(
      'dl',
      {},
      ...row(t('Model'), card.model ?? ''),
      ...row(t('Papers'), papers(card.references)),
      ...row(t('Experts disagree'), said.includes(card.disputed) ? '' : (card.disputed ?? '')),
      ...row(t('Papers against it'), papers(card.opposing)),
    ),
  ];
}

/**
 * @param {{item: any, told: {right: boolean, given: any}, version: string}} what
 * @param {Pathway} pathway
 * @param {(id: string) => void} look  shows an arrow on the figure
 * @returns {Node[]}
 */
export function feedback({ item, told, version }, pathway, look) {
  const parts = [];
  const answer = answerText(item, pathway);
  if (answer && item.answer !== 'own')
    parts.push(element('p', { className: 'quiz-answer' }, t('Answer: {answer}', { answer })));
  if (item.why) parts.push(element('p', {}, item.why));
  const arrows = item.arrows.slice(0, item.why ? 1 : MOST);
  for (const id of arrows) {
    if (item.arrows.length > 1)
      parts.push(element('h3', { 'aria-level': 2 }, pathway.interactions[id].claim));
    parts.push(...reasons(id, pathway, answer));
  }
  const others = told.right
    ? []
    : elsewhere(item, told.given, pathway).filter((id) => !item.arrows.includes(id));
  if (others.length) {
    parts.push(element('h3', { 'aria-level': 2 }, t('True elsewhere')));
    parts.push(arrowList(others.slice(0, MOST), pathway, look));
  }
  if (item.arrows.length)
    parts.push(
      element(
        'p',
        { className: 'source' },
        t('Arrow {id}, data {version}', { id: item.arrows.join(', '), version }),
      ),
    );
  return parts;
}
