/** The dialog with the citations of a view and its papers, as text or as a file to hand out. */
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { state } from '../app/state.js';
import { bibliography, FORMS } from './bibliography.js';
import { embedPlaces } from '../rules/embed-snippets.js';
import { idsOf } from '../rules/id-table.js';
import { interactionsOf } from '../rules/visibility.js';
import { saveFile } from '../save/picture.js';

const TYPES = { csl: 'application/json' };

export function installCiteDialog({ data, signal }, { frozen, copyField, shownInteractions }) {
  const box = byId('cite');
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  const choice = (name) => box.querySelector(`[name="cite-${name}"]:checked`).value;
  const field = part('text');
  let content = ''; // the field keeps no carriage returns, which RIS has

  const arrows = {
    edge: (view, pathway) => interactionsOf(view.edge, pathway),
    view: shownInteractions,
    all: (_, pathway) => idsOf(pathway.interactions),
  };

  function write() {
    const view = { ...state.view, theme: 'auto', ui: 'full' };
    const pathway = data.pathways[view.pathway];
    const { page, local } = embedPlaces(
      { href: location.href, home: data.home, frozen },
      view,
      data,
    );
    const figure = {
      id: `${view.pathway}-figure`,
      author: t('{title} figure contributors', { title: pathway.title }),
      title: t('{subject}, interactive figure', { subject: document.title }),
      url: page,
      date: new Date().toISOString().slice(0, 10),
      note: `${pathway.citation.replace(`${pathway.title} · `, '')}.`,
    };
    content = bibliography(choice('form'), pathway, arrows[choice('what')](view, pathway), figure);
    field.value = content;
    field.scrollTop = 0;
    part('said').textContent = '';
    part('local').hidden = !local;
    part('nowhere').hidden = Boolean(page);
  }

  /** Opens for the chosen arrow, else for the view. */
  function open() {
    const { edge } = state.view;
    part('chosen').hidden = !edge;
    box.querySelector(`[name="cite-what"][value="${edge ? 'edge' : 'view'}"]`).checked = true;
    write();
    if (!box.open) box.showModal();
    byId('cite-title').focus();
  }

  function save() {
    const { pathway, edge } = state.view;
    const form = choice('form');
    const name = [pathway, choice('what') === 'edge' && edge, data.lang].filter(Boolean).join('-');
    const type = TYPES[form] ?? 'text/plain;charset=utf-8';
    saveFile(new Blob([content], { type }), `${name}.${FORMS[form].ending}`);
    part('said').textContent = t('Downloaded.');
  }

  box.addEventListener('change', write, { signal });
  return { open, copy: () => copyField(field, part('said')), save };
}
