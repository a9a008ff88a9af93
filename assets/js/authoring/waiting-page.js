/** The page before there is a figure: follows the list of problems, and gives way to the figure. */
import { byId, element } from '../app/dom.js';
import { followServer } from './server-state.js';

const list = byId('list');

function show(problems) {
  const text = problems.join('\n');
  if (text === [...list.children].map((one) => one.textContent).join('\n')) return;
  list.replaceChildren(
    ...problems.map((problem) => element('li', {}, element('code', {}, problem))),
  );
}

followServer(({ figure, problems }) => (figure ? location.reload() : show(problems)));
