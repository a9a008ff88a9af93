/** The page before there is a figure: follows the list of problems, and gives way to the figure. */
(function (kit) {
  'use strict';

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

  kit.listen(({ figure, problems }) => (figure ? location.reload() : show(problems)));
})((globalThis.cascadeKit ??= {}));
