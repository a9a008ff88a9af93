/**
 * A page that loads itself anew looks at the same spot again. The view is in the address; what the
 * address does not hold (camera, scrolling, open lists) travels in the state of the history entry,
 * which dies with the tab.
 */
(function (kit) {
  'use strict';

  const before = history.state?.cascade ?? null;
  const panel = () => document.getElementById('panel');
  const folds = () => [...document.querySelectorAll('#panel details')];

  /** What the canvas shows now, as a small picture; '' where it cannot be had. */
  function picture() {
    const layers = [...document.querySelectorAll('#graph canvas')];
    if (!layers[0]?.width) return '';
    const sheet = Object.assign(document.createElement('canvas'), { width: layers[0].width, height: layers[0].height });
    const pen = sheet.getContext('2d');
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, sheet.width, sheet.height);
    for (const layer of layers.reverse()) pen.drawImage(layer, 0, 0);
    return sheet.toDataURL('image/webp', 0.8);
  }

  /** Lies where the new figure will be until that is drawn, so that nothing flickers. */
  function curtain(source) {
    const image = Object.assign(document.createElement('img'), { src: source, id: 'curtain', alt: '' });
    document.getElementById('stage').append(image);
    drawn(() => requestAnimationFrame(() => image.remove()));
  }

  /** Keeps the place and, by the names of other scripts, what they want to find again; reloads. */
  function reload(more = {}) {
    const cy = kit.running;
    const state = {
      search: location.search,
      camera: cy && { zoom: cy.zoom(), pan: { ...cy.pan() }, width: cy.width(), height: cy.height() },
      panel: panel().scrollTop,
      closed: document.documentElement.classList.contains('panel-closed'),
      page: [scrollX, scrollY],
      open: folds().map((one) => one.open),
      listing: !document.getElementById('listing').hidden,
      ...more,
    };
    try {
      history.replaceState({ cascade: { ...state, picture: picture() } }, '');
    } catch {
      history.replaceState({ cascade: state }, ''); // too large a picture for this browser
    }
    location.reload();
  }

  /** Until the reader does something, the camera returns to where it was. */
  function holdCamera({ camera, search }) {
    const { look } = kit.camera;
    let held = Boolean(camera);
    const let_go = () => { held = false; };
    kit.camera.look = (cy, box, whole, glide) => {
      held &&= location.search === search && cy.width() === camera.width && cy.height() === camera.height;
      if (held && !glide) cy.viewport({ zoom: camera.zoom, pan: { ...camera.pan } });
      else look(cy, box, whole, glide);
    };
    for (const kind of ['pointerdown', 'keydown', 'wheel']) addEventListener(kind, let_go, { capture: true, once: true });
  }

  function restore() {
    kit.panelOpen(!before.closed);
    folds().forEach((one, at) => { one.open = before.open[at] ?? one.open; });
    if (before.listing && document.getElementById('listing').hidden) {
      document.querySelector('[data-do="listing"]').click();
    }
    panel().scrollTop = before.panel;
    scrollTo(...before.page);
  }

  /** Calls back when the figure has been drawn. */
  function drawn(then) {
    if (document.documentElement.classList.contains('drawn')) return void then();
    const watch = new MutationObserver(() => {
      if (!document.documentElement.classList.contains('drawn')) return;
      watch.disconnect();
      then();
    });
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  }

  drawn(() => performance.mark('drawn')); // for bench/reloading.py

  if (before) {
    if (before.picture) curtain(before.picture);
    holdCamera(before);
    drawn(restore);
  }
  kit.place = { reload, drawn, before };
})((globalThis.cascadeKit ??= {}));
