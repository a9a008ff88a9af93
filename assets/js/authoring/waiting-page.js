/** The page before there is a figure: follows the list of problems, and gives way to the figure. */
import { followServer } from './server-state.js';

const list = document.getElementById('list');

function show(problems) {
  const text = problems.join('\n');
  if (text === [...list.children].map((one) => one.textContent).join('\n')) return;
  list.replaceChildren(...problems.map((problem) => {
    const item = document.createElement('li');
    item.appendChild(document.createElement('code')).textContent = problem;
    return item;
  }));
}

followServer(({ figure, problems }) => (figure ? location.reload() : show(problems)));
