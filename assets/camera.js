/** The camera: which box a view looks at, and how the figure glides there. Positions never move. */
(function (kit) {
  'use strict';

  const PAD = { x: 14, top: 12, bottom: 56, closest: 1.6 }; // the bottom strip holds the buttons; closest as sizes.py
  const LECTURE = { x: 24, top: 16, bottom: 16, closest: 2.2 }; // no buttons lie on the drawing
  const NEAR = 0.85; // as sizes.py: from here on names keep a reader's size
  const WORDS = 100; // drawing units around a lecture's step for names of twice the size
  const FAR = 0.27; // below this cell names could not be read and are left out
  const BLANK = 0.1; // of the canvas may stay empty beside the figure
  const GLIDE = 320; // ms, inside the 250-400 that reads as one movement

  /** 0 for readers who asked for less motion, and while nobody looks. */
  function duration() {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;
    return still ? 0 : GLIDE;
  }

  /** The box in drawing units that a view should fill the canvas with. Pure. */
  function boxOf(view, pathway) {
    const told = kit.lecture.at(view, pathway);
    if (told) return told.step.box;
    const stage = pathway.stages.find((s) => s.id === view.stage);
    if (!stage) return pathway.box;
    return pathway.frames[stage.id][view.organ] ?? stage.box;
  }

  /**
   * Zoom and pan that center a box in a canvas, but let no more than a strip beside the whole
   * figure stay empty: the first and last stage then stand near their edge. Pure.
   */
  function fitted([x1, y1, x2, y2], width, height, whole = null, pad = PAD) {
    const high = height - pad.top - pad.bottom;
    const zoom = Math.min((width - 2 * pad.x) / (x2 - x1), high / (y2 - y1), pad.closest);
    let x = width / 2 - (zoom * (x1 + x2)) / 2;
    if (whole && zoom * (whole[2] - whole[0]) > width) {
      const strip = BLANK * width;
      x = Math.min(x, strip - zoom * whole[0]);
      x = Math.max(x, width - strip - zoom * whole[2]);
    }
    return { zoom, pan: { x, y: pad.top + high / 2 - (zoom * (y1 + y2)) / 2 } };
  }

  /** Where the camera of a view stands. A lecture keeps its step in the middle. */
  function aim(view, pathway, width, height, larger = kit.larger ?? 1) {
    const box = boxOf(view, pathway);
    if (!view.lecture) return fitted(box, width, height, pathway.box);
    const more = WORDS * Math.max(0, larger - 1);
    const at = ([x1, y1, x2, y2]) => fitted([x1 - more, y1 - more, x2 + more, y2 + more], width, height, null, LECTURE);
    const whole = at(box);
    const piece = kit.lecture.piece(view, pathway, whole.zoom, width, globalThis.innerHeight ?? height);
    return piece ? at(piece) : whole;
  }

  /** The class word for the size a view is seen at: ' near', ' far' (a phone) or ''. */
  function distance(view, pathway, width, height) {
    const { zoom } = aim(view, pathway, width, height);
    if (view.lecture) return kit.lecture.size(zoom, innerWidth, innerHeight, kit.larger, aim(view, pathway, width, height, 1).zoom);
    return zoom > NEAR ? ' near' : zoom < FAR ? ' far' : '';
  }

  /** Moves the camera to a box; a move under way is cut short, never queued. */
  function look(cy, view, pathway, glide) {
    if (!cy.width() || !cy.height()) return;
    const target = aim(view, pathway, cy.width(), cy.height());
    cy.stop();
    const time = glide ? duration() : 0;
    if (time) cy.animate(target, { duration: time, easing: 'ease-in-out-cubic' });
    else cy.viewport(target);
  }

  /** Moves the drawing by some pixels, for what the keyboard chose out of sight. */
  function shift(cy, by) {
    const time = duration();
    cy.stop();
    if (time) cy.animate({ panBy: by }, { duration: time, easing: 'ease-out' });
    else cy.panBy(by);
  }

  /** Zooms about the middle of the canvas. */
  function zoom(cy, by) {
    const level = Math.min(Math.max(cy.zoom() * by, cy.minZoom()), cy.maxZoom());
    const middle = { x: cy.width() / 2, y: cy.height() / 2 };
    cy.stop();
    const time = duration() / 2;
    const at = { level, renderedPosition: middle };
    if (time) cy.animate({ zoom: at }, { duration: time, easing: 'ease-out' });
    else cy.zoom(at);
  }

  kit.camera = { boxOf, fitted, aim, distance, look, shift, zoom, duration };
})((globalThis.cascadeKit ??= {}));
