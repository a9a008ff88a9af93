/** Printing: the view on white, its legend, and the papers behind the arrows it shows. */
(function (kit) {
  'use strict';

  /** @param {{view: () => object, redraw: (theme: string|null) => object}} figure */
  kit.printing = ({ view, redraw, data, listing }) => {
    addEventListener('beforeprint', () => {
      const seen = redraw('projector');
      listing.printing(true);
      const pathway = data.pathways[view().pathway];
      const cited = new Set();
      for (const id of seen.shown) {
        for (const word of pathway.interactions[id].words) {
          if (document.getElementById(`ref-${view().pathway}-${word}`)) cited.add(word);
        }
      }
      const list = document.querySelector('#papers ol');
      list.replaceChildren(...[...cited].sort().map((id) => {
        const item = document.createElement('li');
        const copy = document.getElementById(`ref-${view().pathway}-${id}`).cloneNode(true);
        copy.removeAttribute('id');
        item.append(copy);
        return item;
      }));
    });
    addEventListener('afterprint', () => { redraw(null); listing.printing(false); });
  };
})((globalThis.cascadeKit ??= {}));
