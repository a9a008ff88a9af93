/** Asks the server what changed: a new figure comes in, problems stand in a banner. */
(function (kit) {
  'use strict';

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
    kit.say.say(`${many} in the files. ${problems[0]}`);
  }

  let told = '';

  async function follow(state) {
    const [run, figure] = kit.swap.numbers();
    // Moves that are not saved yet would be lost.
    const other = (state.run !== run || String(state.figure) !== figure) && !kit.arrange.wait();
    if (other && state.run !== run) return void kit.place.reload(kit.arrange.memory());
    const text = state.problems.join('\n');
    if (text !== told) banner(state.problems);
    told = text;
    return other && kit.swap();
  }

  kit.listen(async (state) => {
    await new Promise(kit.place.drawn);
    await follow(state);
  });
})((globalThis.cascadeKit ??= {}));
