/**
 * What a figure ties to things that outlive it (listeners on the document and the canvas, observers,
 * clocks), so that a new one can take its place: `tied` remembers it all, `untie` loosens it.
 */
(function (kit) {
  'use strict';

  let ties = [];
  const tie = (loosen) => ties.push(loosen);

  /** Does the work that wires a figure up. Gives what it gives. */
  kit.tied = (work, cy) => {
    const { setInterval, ResizeObserver } = globalThis;
    const { addEventListener } = EventTarget.prototype;
    const { on } = cy;
    // With these dash-cytoscape would write its elements anew after each change of them.
    cy.off('dragfree add remove');
    EventTarget.prototype.addEventListener = function listen(...how) {
      const target = this ?? globalThis;
      addEventListener.apply(target, how);
      tie(() => target.removeEventListener(...how));
    };
    globalThis.setInterval = (...how) => {
      const clock = setInterval(...how);
      tie(() => clearInterval(clock));
      return clock;
    };
    globalThis.ResizeObserver = class extends ResizeObserver {
      constructor(told) {
        super(told);
        tie(() => this.disconnect());
      }
    };
    cy.on = (...how) => {
      on.apply(cy, how);
      tie(() => cy.off(...how));
      return cy;
    };
    try {
      return work();
    } finally {
      Object.assign(globalThis, { setInterval, ResizeObserver });
      EventTarget.prototype.addEventListener = addEventListener;
      cy.on = on;
    }
  };

  kit.untie = () => {
    ties.forEach((loosen) => loosen());
    ties = [];
  };
})((globalThis.cascadeKit ??= {}));
