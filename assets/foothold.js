/** The focus never falls off the page: where the thing that had it goes away, it moves on. */
(function (kit) {
  'use strict';

  const gone = (element) => !element.isConnected || element.getClientRects().length === 0;

  /**
   * Does some work; if the focused element vanishes with it, focuses the open card, else the
   * figure. Buttons of the overlay look after themselves (`cursor`).
   * @param {() => any} work
   * @param {{back: () => boolean}} figure
   */
  function foothold(work, figure) {
    const before = document.activeElement;
    const keyboard = before?.matches(':focus-visible');
    const inPanel = Boolean(before?.closest('#panel'));
    const result = work();
    if (!before || before === document.body || before.closest('#overlay') || !gone(before)) return result;
    const card = document.querySelector('#cards:not([hidden]) article:not([hidden]) h2');
    if (inPanel && card && !gone(card)) card.focus({ preventScroll: true });
    else if (!keyboard || !figure.back()) document.getElementById('main').focus({ preventScroll: true });
    return result;
  }

  /** Tells the reader's heading first: the open card's, else the legend's. */
  function readCard() {
    globalThis.cascade?.view(); // what waits for the paint is told first
    kit.panelOpen(true);
    document.documentElement.classList.add('reading'); // with minimal chrome the panel waits for this
    const heading = document.querySelector('#cards:not([hidden]) article:not([hidden]) h2, .legend:not([hidden]) h2');
    heading?.focus();
  }

  kit.foothold = foothold;
  kit.readCard = readCard;
})((globalThis.cascadeKit ??= {}));
