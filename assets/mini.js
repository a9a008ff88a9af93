/** The small bar of a figure with minimal chrome: where it stands, on, back, and the open card. */
(function (kit) {
  'use strict';

  function mini(data) {
    const bar = document.getElementById('mini');
    const [name, read, full] = ['.name', '.read', '.full'].map((part) => bar.querySelector(part));
    const frozen = kit.frozen();

    /** @param {object} view */
    function follow(view) {
      bar.hidden = view.ui !== 'min' || Boolean(view.lecture); // a lecture brings its own
      if (bar.hidden) return;
      const pathway = data.pathways[view.pathway];
      const at = kit.view.stops(pathway).indexOf(view.stage);
      name.textContent = at > 0 ? `${at} ${pathway.stages[at - 1].name}` : kit.t('Overview');
      bar.querySelector('[data-do="back"]').disabled = at <= 0;
      bar.querySelector('[data-do="on"]').disabled = at === pathway.stages.length;
      read.hidden = !(view.edge || view.focus || view.q);
      const { page } = kit.snippet.places({ href: location.href, home: data.home, frozen }, view, data);
      full.hidden = !page;
      if (page) full.href = page;
    }

    return { follow };
  }

  kit.mini = mini;
})((globalThis.cascadeKit ??= {}));
