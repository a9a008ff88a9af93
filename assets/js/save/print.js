/**
 * Printing: the view on white as a picture, its legend, and the papers behind the arrows it shows;
 * or a handout, which the dialog makes. Ctrl+P prints the view.
 */
import { toast } from '../access/announcer.js';
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { loadBundle } from '../app/later-bundle.js';
import { state } from '../app/state.js';
import { takeShape } from '../app/shape.js';
import { labelBox, picturesReady, recordDrawing } from '../graph/cytoscape-internals.js';
import { createCards } from '../panel/card-html.js';
import { LAPTOP, TABLET } from '../rules/constants.js';
import { stagePicture, viewSvg } from './picture.js';

const PAPERS = [
  ['210mm', '297mm'],
  ['8.5in', '11in'],
]; // A4, Letter
// What handouts, which are loaded when they are asked for, are drawn with.
const KIT = { takeShape, labelBox, recordDrawing, stagePicture };
const UPRIGHT = '<style>@page{size:portrait}#handout>svg{max-height:235mm}</style>';

export function installPrinting({ cy, data, signal }, { renderer, textView }) {
  const box = byId('print');
  const pages = byId('handout');
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  let isMade = false; // by the dialog, for the print to come
  let theme = ''; // the reader's, while the view is on white
  const root = document.documentElement.dataset;

  part('paper').selectedIndex = Number(/-(US|CA|MX)$/.test(navigator.language));

  addEventListener(
    'beforeprint',
    () => {
      if (!isMade) pages.textContent = '';
      isMade = false;
      if (pages.querySelector('section')) return;
      theme = root.theme;
      const screen = data.isTall ? TABLET : LAPTOP;
      const [[seen, picture]] = renderer.renderOffscreen([state.view], screen, (view, drawn) => [
        drawn,
        viewSvg(cy, view, data, screen),
      ]);
      pages.insertAdjacentHTML('beforeend', (data.isTall ? UPRIGHT : '') + picture);
      root.theme = 'projector';
      textView.printing(true);
      const pathway = data.pathways[state.view.pathway];
      const { paper } = createCards(data, state.view.pathway);
      for (const list of document.querySelectorAll('#papers ol')) {
        const cited = seen.shown.flatMap((id) => pathway.cards[id][list.dataset.side] ?? []);
        list.innerHTML = [...new Set(cited)]
          .sort()
          .map((id) => `<li>${paper(id)}</li>`)
          .join('');
        list.parentElement.hidden = !list.innerHTML;
      }
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      pages.textContent = '';
      if (!theme) return;
      root.theme = theme;
      theme = '';
      textView.printing(false);
    },
    { signal },
  );
  // Where a print never came, as in a frame that may not, the next one is the reader's own.
  addEventListener(
    'keydown',
    () => {
      isMade = false;
    },
    { capture: true, signal },
  );

  /** Prints what the dialog says. */
  async function go() {
    const kind = box.querySelector('[name="print-what"]:checked').value;
    let handoutPages;
    try {
      if (kind !== 'view') handoutPages = await loadBundle('handout', byId('handout-parts'));
    } catch {
      toast(t('What makes handouts could not be loaded. Try again.'));
      return;
    }
    const [width, height] = PAPERS[part('paper').selectedIndex];
    await picturesReady(cy);
    box.close();
    pages.innerHTML =
      kind === 'view'
        ? `<style>@page{size:${data.isTall ? `${width} ${height}` : `${height} ${width}`}}</style>`
        : `<style>@page{size:${height} ${width};margin:10mm}` +
          `#handout section{width:calc(${height} - 20mm);height:calc(${width} - 20.5mm)}</style>` +
          handoutPages({ cy, data, renderer }, KIT, state.view.pathway, kind, part('bank').checked);
    isMade = true;
    window.print();
  }

  return { go };
}
