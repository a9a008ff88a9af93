/** The yardstick: cytoscape.js alone, with the elements, stylesheet, camera and canvas of our page. */
(function () {
  'use strict';

  const data = JSON.parse(document.getElementById('data').textContent);
  const container = document.getElementById('graph');
  for (const [side, length] of Object.entries(data.rect)) container.style[side] = `${length}px`;

  const cy = window.cytoscape({
    container,
    elements: data.elements,
    style: data.sheet,
    layout: { name: 'preset', fit: false },
    zoom: data.zoom,
    pan: data.pan,
    minZoom: 0.01,
    maxZoom: 4,
    autoungrabify: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: false,
  });

  let lit = '';

  /** The classes that our page gives for a cell type, '' for none, in one batch. */
  function toggle(cell) {
    if (cell === lit) return;
    const changes = data.changes[cell || lit][cell ? 'on' : 'off'];
    lit = cell;
    cy.batch(() => {
      for (const [id, words] of changes) cy.getElementById(id).classes(words);
    });
  }

  cy.on('tap', (event) => toggle(event.target === cy ? '' : event.target.data('cell')));
  window.bare = { toggle };

  async function paint() {
    const fonts = data.fonts.map((font) => document.fonts.load(font, 'aβ'));
    const pictures = data.pictures.map(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
    });
    await Promise.allSettled([...fonts, ...pictures]);
    cy.one('render', () => document.documentElement.classList.add('drawn'));
    cy.forceRender();
  }

  paint();
})();
