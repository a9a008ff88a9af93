/** The small bar of a figure with minimal chrome: where it stands, on, back, and the open card. */
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { isFrozen } from '../app/load.js';
import { embedPlaces } from '../rules/embed-snippets.js';
import { stageStops } from '../rules/view.js';

export function installMinimalBar({ data }) {
  const bar = byId('mini');
  const [name, read, full] = ['.name', '.read', '.full'].map((part) => bar.querySelector(part));
  const frozen = isFrozen();

  /** @param {any} view */
  function update(view) {
    bar.hidden = view.ui !== 'min' || Boolean(view.lecture); // a lecture brings its own
    if (bar.hidden) return;
    const pathway = data.pathways[view.pathway];
    const at = stageStops(pathway).indexOf(view.stage);
    name.textContent = at > 0 ? `${at} ${pathway.stages[at - 1].name}` : t('Overview');
    bar.querySelector('[data-do="back"]').disabled = at <= 0;
    bar.querySelector('[data-do="on"]').disabled = at === pathway.stages.length;
    read.hidden = !(view.edge || view.focus || view.q);
    const where = { href: location.href, home: data.home, frozen };
    const { page } = embedPlaces(where, view, { ...data, reach: '' });
    full.hidden = !page;
    if (page) full.href = page;
  }

  return { update };
}
