/**
 * The dialog of the plots: beside the diagram where there is room for a card as well, else over the
 * whole window, with a way back. What draws them
 * is large, so it is asked for when a reader first opens them, and never before.
 */
import { byId } from './app/dom.js';
import { t } from './app/i18n.js';
import { loadBundle } from './app/later-bundle.js';
import { laterFile } from './app/later-file.js';

export function installPlots(figure) {
  const { signal } = figure;
  const box = byId('plots');
  const body = box.querySelector('.body');
  const still = !box.dataset.scripts;
  const room = matchMedia('(min-width: 1700px) and (min-height: 421px)');
  const root = document.documentElement;
  const known = new Map(); // figures by pathway
  let running = null;
  let board = null;
  let view = null;
  let opener = null;

  async function show() {
    if (still) {
      for (const part of body.children) part.hidden = part.dataset.pathway !== view.pathway;
      return;
    }
    const { pathway } = view;
    try {
      running ??= loadBundle('plots', box);
      if (!known.has(pathway)) known.set(pathway, laterFile('plots', box, pathway));
      const install = await running;
      const figures = await known.get(pathway);
      board ??= install(figure, { body, away: () => box.matches(':modal') && close() });
      if (box.open) board.show(view, figures);
    } catch {
      running = null;
      known.delete(pathway);
      body.textContent = t('The plots could not be loaded. Close them and try again.');
    }
  }

  function mark(isOpen) {
    for (const button of document.querySelectorAll('[data-do="plots"][aria-expanded]'))
      button.setAttribute('aria-expanded', String(isOpen));
    root.classList.toggle('plotting', isOpen && room.matches);
  }

  function open() {
    opener = document.activeElement;
    if (room.matches) box.show();
    else box.showModal();
    mark(true);
    byId('plots-title').focus();
    show();
  }

  function close() {
    const inside = box.contains(document.activeElement);
    box.close();
    if (inside) (opener?.isConnected ? opener : byId('main')).focus();
  }

  box.addEventListener(
    'close',
    () => {
      mark(box.open); // told late: by then it may stand at its new place
    },
    { signal },
  );
  box.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    },
    { signal },
  );
  room.addEventListener(
    'change',
    () => {
      if (!box.open) return;
      close();
      open();
    },
    { signal },
  );

  return {
    toggle: () => (box.open ? close() : open()),
    update(next) {
      view = next;
      if (box.open) show();
    },
  };
}
