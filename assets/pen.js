/** The pen: a lecturer draws over the figure. Strokes are kept in drawing units and go with the step. */
(function (kit) {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const WIDTH = 5; // px

  function pen(cy) {
    const sheet = document.createElementNS(SVG, 'svg');
    const layer = sheet.appendChild(document.createElementNS(SVG, 'g'));
    sheet.id = 'ink';
    sheet.setAttribute('aria-hidden', 'true');
    document.getElementById('stage').append(sheet);
    let stroke = null;

    function follow() {
      const { x, y } = cy.pan();
      layer.setAttribute('transform', `translate(${x} ${y}) scale(${cy.zoom()})`);
    }
    cy.on('viewport', () => { if (layer.firstChild) follow(); });

    function put(event, word) {
      const { left, top } = sheet.getBoundingClientRect();
      const to = (pixels, pan) => ((pixels - pan) / cy.zoom()).toFixed(1);
      const way = `${to(event.clientX - left, cy.pan().x)} ${to(event.clientY - top, cy.pan().y)}`;
      stroke.setAttribute('d', `${stroke.getAttribute('d') ?? ''}${word}${way}`);
    }

    const draws = {
      pointerdown(event) {
        if (stroke || event.button) return;
        follow();
        sheet.setPointerCapture(event.pointerId);
        stroke = layer.appendChild(document.createElementNS(SVG, 'path'));
        put(event, 'M');
        put(event, 'L'); // a tap is a dot
      },
      pointermove(event) { if (stroke) put(event, 'L'); },
      pointerup() { stroke = null; },
      pointercancel() { stroke = null; },
    };
    for (const [name, draw] of Object.entries(draws)) sheet.addEventListener(name, draw);

    /** Turns it on or off; true where that changed something. */
    const on = (yes) => sheet.classList.contains('on') !== yes && (sheet.classList.toggle('on', yes), true);
    const wipe = () => { stroke = null; layer.replaceChildren(); };

    /** The strokes once more, on a canvas or a surface that stands in drawing units. */
    kit.ink = (to) => {
      Object.assign(to, {
        strokeStyle: getComputedStyle(sheet).stroke, lineWidth: WIDTH / cy.zoom(), lineCap: 'round', lineJoin: 'round',
      });
      for (const one of layer.children) {
        to.beginPath();
        for (const [, word, x, y] of one.getAttribute('d').matchAll(/([ML])(\S+) ([^ML]+)/g)) to[word === 'M' ? 'moveTo' : 'lineTo'](Number(x), Number(y));
        to.stroke();
      }
    };

    return { on, wipe, toggle: () => on(true) || !on(false) };
  }

  kit.pen = pen;
})((globalThis.cascadeKit ??= {}));
