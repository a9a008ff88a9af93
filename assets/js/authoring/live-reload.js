/** Asks the server what changed: a new figure comes in, problems stand in a banner. */
import { say } from '../access/announcer.js';
import { button, byId, element } from '../app/dom.js';
import { reloadPage, whenDrawn } from './page-memory.js';
import { followServer } from './server-state.js';
import { arranging, figureNumbers, swapFigure } from './swap.js';

/** The list of problems over the figure, which stays as large as it is. */
function banner(problems) {
  byId('problems')?.remove();
  if (!problems.length) return;
  const many = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const head = `${many} in the files. The last good figure is shown.`;
  // The list scrolls, and holds nothing else to reach.
  const list = element(
    'ol',
    { tabIndex: 0 },
    ...problems.map((text) => element('li', {}, element('code', {}, text))),
  );
  byId('stage').append(
    element(
      'details',
      { id: 'problems', className: 'banner over', open: true },
      element('summary', {}, head),
      list,
      button('Dismiss', { do: 'dismiss' }),
    ),
  );
  say(`${many} in the files. ${problems[0]}`);
}

let told = '';

async function follow(state) {
  const [run, figure] = figureNumbers();
  // Moves that are not saved yet would be lost.
  const other = (state.run !== run || String(state.figure) !== figure) && !arranging.mustWait();
  if (other && state.run !== run) return void reloadPage(arranging.memory());
  const text = state.problems.join('\n');
  if (text !== told) banner(state.problems);
  told = text;
  return other && swapFigure();
}

followServer(async (state) => {
  await new Promise(whenDrawn);
  await follow(state);
});
