/** Keeps what the keyboard has chosen in sight: the camera glides as little as it must. */
(function (kit) {
  'use strict';

  const ROOM = 16; // CSS pixels around the focus ring

  /**
   * The move that brings a box into a free rectangle, {x: 0, y: 0} where it lies inside. A box that
   * is larger shows its start. Pure; all in the same pixels.
   * @param {{left: number, top: number, right: number, bottom: number}} box
   */
  function shift(box, free) {
    const one = (low, high, from, to) => {
      if (low < from) return from - low;
      return high > to ? Math.max(to - high, from - low) : 0;
    };
    return {
      x: one(box.left, box.right, free.left, free.right),
      y: one(box.top, box.bottom, free.top, free.bottom),
    };
  }

  /** The part of the canvas that nothing covers: without the strip of buttons and the panel. */
  function free() {
    const { left, top, right, bottom } = document.getElementById('stage').getBoundingClientRect();
    const area = { left, top, right, bottom: Math.min(bottom, innerHeight) };
    for (const bar of document.querySelectorAll('.zoom, .organs:not([hidden])')) {
      const box = bar.getBoundingClientRect();
      if (box.height) area.bottom = Math.min(area.bottom, box.top);
    }
    const panel = document.getElementById('panel').getBoundingClientRect();
    const over = panel.width && panel.left < area.right && panel.right > area.left && panel.top < area.bottom;
    if (over && panel.left > left + 40) area.right = Math.min(area.right, panel.left);
    else if (over && panel.top > top + 40) area.bottom = Math.min(area.bottom, panel.top);
    return {
      left: area.left + ROOM, top: area.top + ROOM, right: area.right - ROOM, bottom: area.bottom - ROOM,
    };
  }

  let waiting = 0;

  /** Glides so that a button of the overlay is in sight; waits for a glide under way. */
  function reveal(cy, button) {
    clearTimeout(waiting);
    if (cy.animated()) {
      waiting = setTimeout(() => { if (document.activeElement === button) reveal(cy, button); }, 60);
      return;
    }
    const { x, y } = shift(button.getBoundingClientRect(), free());
    if (Math.abs(x) > 1 || Math.abs(y) > 1) kit.camera.shift(cy, { x, y });
  }

  kit.shift = shift;
  kit.reveal = reveal;
})((globalThis.cascadeKit ??= {}));
