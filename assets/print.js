/**
 * Printing: the view on white as a picture, its legend, and the papers behind the arrows it shows; or
 * a handout, which the dialog makes. Ctrl+P prints the view.
 */
(function (kit) {
  'use strict';

  const PAPERS = [['210mm', '297mm'], ['8.5in', '11in']]; // A4, Letter

  /** @param {{view: () => object, redraw: (theme: string|null) => object}} figure */
  kit.printing = ({ cy, view, redraw, drawer, data, listing }) => {
    const box = document.getElementById('print');
    const pages = document.getElementById('handout');
    const part = (name) => box.querySelector(`[data-part="${name}"]`);
    let made = false; // by the dialog, for the print to come
    let theme = ''; // the reader's, while the view is on white
    const root = document.documentElement.dataset;

    part('paper').selectedIndex = Number(/-(US|CA|MX)$/.test(navigator.language));

    addEventListener('beforeprint', () => {
      if (!made) pages.textContent = '';
      made = false;
      if (pages.querySelector('section')) return;
      theme = root.theme;
      root.theme = 'projector';
      const seen = redraw('projector');
      pages.insertAdjacentHTML('beforeend', kit.picture.svg(cy, view(), data, true));
      listing.printing(true);
      const pathway = data.pathways[view().pathway];
      const cited = new Set(seen.shown.flatMap((id) =>
        pathway.interactions[id].words.filter((word) => pathway.references[word])));
      const { paper } = kit.cards(data, view().pathway);
      document.querySelector('#papers ol').innerHTML =
        [...cited].sort().map((id) => `<li>${paper(id)}</li>`).join('');
    });
    addEventListener('afterprint', () => {
      pages.textContent = '';
      if (!theme) return;
      root.theme = theme;
      theme = '';
      redraw(null);
      listing.printing(false);
    });
    // Where a print never came, as in a frame that may not, the next one is the reader's own.
    addEventListener('keydown', () => { made = false; }, true);

    /** Prints what the dialog says. */
    async function go() {
      const kind = box.querySelector('[name="print-what"]:checked').value;
      const [width, height] = PAPERS[part('paper').selectedIndex];
      await kit.record.ready(cy);
      box.close();
      pages.innerHTML = kind === 'view'
        ? `<style>@page{size:${height} ${width}}</style>`
        : `<style>@page{size:${width} ${height};margin:10mm}#handout section{width:calc(${width} - 20mm);height:calc(${height} - 20.5mm)}</style>`
          + kit.handout({ cy, data, drawer }, view().pathway, kind, part('bank').checked);
      made = true;
      window.print();
    }

    return { go };
  };
})((globalThis.cascadeKit ??= {}));
