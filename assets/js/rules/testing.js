/**
 * While a reader tests herself nothing may tell the answers. The only place that decides what that
 * means: canvas, buttons over it, words at the pointer, commands and addresses ask here. Parts of
 * the page that tell are put away by `html[data-quiz]` in assets/css/app.css. Pure.
 *
 * @typedef {Object} Asked  what the present question hides and marks on the figure
 * @property {string[]} names  cells whose name is not shown
 * @property {string[]} labels  arrows without their label
 * @property {string[]} heads  arrows without their head and color
 * @property {string[]} edges  arrows that are not drawn
 * @property {string[]} stages  stages without their title
 * @property {string[]} lit  arrows and cells that it is about
 * @property {any[]} [sketch]  arrows that the reader has set
 */
import { t } from '../app/i18n.js';

export const OFFERS = ['optional', 'only', 'off'];

/** Whether a view is a round of questions; a lecture has none. */
export const isTesting = ({ set, quiz, lecture }) => Boolean(set) && quiz !== 'off' && !lecture;

/** What a round does not let a view have: each would say something. */
const CALM = { focus: '', edge: '', q: '', hide: [], step: 0, part: 0, picks: [] };

/** The change that makes a view fit for a round, nothing for other views. */
export const calm = (view) => (isTesting(view) ? CALM : {});

const MEANWHILE = /^(quiz|quiz-leave|zoom|in|out|fit|theme|help|close-help|close-address|close)$/;

/** Whether a command may run in a view. */
export const mayRun = (command, view) => !isTesting(view) || MEANWHILE.test(command);

const members = (id, pathway) => pathway.pairs[id] ?? [id];

/** What a question does to a cell or an arrow. */
function veilOf(id, asked, pathway) {
  const own = members(id, pathway);
  const any = (list) => list.some((edge) => edge === id || own.includes(edge));
  return {
    gone: own.every((edge) => asked.edges.includes(edge)) || asked.edges.includes(id),
    unnamed: any(asked.names) || any(asked.labels) || any(asked.edges),
    headless: any(asked.heads),
    lit: any(asked.lit),
  };
}

/**
 * Takes from what a view shows what would tell, and marks what is asked about. Changes `seen`.
 * @param {Asked} asked
 * @param {Pathway} pathway
 */
export function veil(seen, asked, pathway) {
  const lineUp = (id, word) => {
    const { gone, unnamed, headless, lit } = veilOf(id, asked, pathway);
    if (word === 'hidden' || gone) return 'hidden';
    const plain = lit ? 'lit focus' : word;
    return [plain, unnamed && 'asked', headless && 'headless'].filter(Boolean).join(' ');
  };
  for (const part of [seen.lines, seen.nodes])
    for (const [id, word] of part) part.set(id, lineUp(id, word));
}

/**
 * What a screen reader and the pointer call a cell or an arrow in a round: what the drawing shows
 * and no more, as an arrow's own sentence says everything.
 * @param {Asked} asked
 * @param {(id: string) => any} facts  an element's data
 * @param {Pathway} pathway
 */
export function testingName(id, asked, facts, pathway) {
  const cell = (node) =>
    asked.names.includes(node)
      ? t('a cell whose name is hidden')
      : pathway.cells[pathway.nodes[node].cell].name;
  if (pathway.nodes[id]) {
    const { card, name } = pathway.places[pathway.nodes[id].place];
    return [cell(id), ...(card ? [name] : []), t('cell type')].join(', ');
  }
  const { source, target, effect, label } = facts(id);
  const { unnamed, headless } = veilOf(id, asked, pathway);
  const joined = t('Arrow from {sender} to {receiver}', {
    sender: cell(source),
    receiver: cell(target),
  });
  const word = pathway.facets.effect.values[effect];
  return [joined, unnamed ? '?' : label, headless || pathway.pairs[id] ? '' : word]
    .filter(Boolean)
    .join(', ');
}
