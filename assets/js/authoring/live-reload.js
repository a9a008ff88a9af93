/** Asks the server what changed: a new figure comes in, problems stand in a banner. */
import { say } from '../access/announcer.js';
import { reloadPage, whenDrawn } from './page-memory.js';
import { followServer } from './server-state.js';
import { arranging, figureNumbers, swapFigure } from './swap.js';

/** The list of problems over the figure, which stays as large as it is. */
function banner(problems) {
  document.getElementById('problems')?.remove();
  if (!problems.length) return;
  const box = document.createElement('details');
  box.id = 'problems';
  box.className = 'banner over';
  box.open = true;
  const head = document.createElement('summary');
  const many = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  head.textContent = `${many} in the files. The last good figure is shown.`;
  const list = document.createElement('ol');
  list.tabIndex = 0; // it scrolls, and holds nothing else to reach
  for (const text of problems) {
    list.appendChild(document.createElement('li')).appendChild(document.createElement('code')).textContent = text;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.do = 'dismiss';
  button.textContent = 'Dismiss';
  box.append(head, list, button);
  document.getElementById('stage').append(box);
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
