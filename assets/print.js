/** Printing: the view on white, its legend, and the papers behind the arrows it shows. */
(function (kit) {
  'use strict';

  /** @param {{view: () => object, redraw: (theme: string|null) => object}} figure */
  kit.printing = ({ view, redraw, data, listing }) => {
    addEventListener('beforeprint', () => {
      const seen = redraw('projector');
      listing.printing(true);
      const pathway = data.pathways[view().pathway];
      const cited = new Set(seen.shown.flatMap((id) =>
        pathway.interactions[id].words.filter((word) => pathway.references[word])));
      const { paper } = kit.cards(data, view().pathway);
      document.querySelector('#papers ol').innerHTML =
        [...cited].sort().map((id) => `<li>${paper(id)}</li>`).join('');
    });
    addEventListener('afterprint', () => { redraw(null); listing.printing(false); });
  };
})((globalThis.cascadeKit ??= {}));
