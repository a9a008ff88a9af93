/** Spotlight: all but a circle dims; it follows the pointer, the focus, or rests on the new arrow. */
(function (kit) {
  'use strict';

  function spotlight() {
    const veil = document.getElementById('veil');
    const at = (x, y) => { veil.style.setProperty('--x', `${x}px`); veil.style.setProperty('--y', `${y}px`); };
    const middle = (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    addEventListener('pointermove', (event) => { if (!veil.hidden) at(event.clientX, event.clientY); }, { passive: true });
    addEventListener('focusin', (event) => {
      if (!veil.hidden && event.target.closest('#overlay')) at(...middle(event.target));
    });
    return {
      toggle: () => { veil.hidden = !veil.hidden; return !veil.hidden; },
      off: () => { veil.hidden = true; },
      /** Rests where the step's new arrow is. */
      rest: (cy, { newest }) => {
        const spot = newest && cy.getElementById(newest).renderedMidpoint?.();
        const { left, top } = document.getElementById('stage').getBoundingClientRect();
        if (spot && Number.isFinite(spot.x)) at(left + spot.x, top + spot.y);
      },
    };
  }

  kit.spotlight = spotlight;
})((globalThis.cascadeKit ??= {}));
