/** The page before there is a figure: follows the list of problems, and gives way to the figure. */
(function () {
  'use strict';

  const PAUSE = 1000; // ms until a server that does not answer is asked again
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

  async function listen() {
    let now = { run: '', version: 0 };
    for (;;) {
      try {
        const answer = await fetch(`reload/state?run=${now.run}&version=${now.version}`);
        if (!answer.ok) throw new Error(answer.statusText);
        now = await answer.json();
        if (now.figure) return void location.reload();
        show(now.problems);
      } catch {
        await new Promise((done) => { setTimeout(done, PAUSE); });
      }
    }
  }

  listen();
})();
