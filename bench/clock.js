/** The stopwatch, put into both pages before anything else. */
window.bench = {
  drawn: 0,
  pictured: 0,
  took: null,

  graph: () => document.getElementById('graph')?._cyreg?.cy,

  /** Fulfilled with ms since `start`: when cytoscape has rendered, and when the frame after begins. */
  painted(start) {
    return new Promise((done) => {
      window.bench.graph().one('render', () => {
        const render = performance.now() - start;
        requestAnimationFrame(() => done({ render, paint: performance.now() - start }));
      });
    });
  },

  /** Times an act called from here; `script` is the call itself. */
  async timed(act) {
    const start = performance.now();
    const painted = window.bench.painted(start);
    act();
    const script = performance.now() - start;
    return { script, ...(await painted) };
  },

  /** Times the next release of the mouse button, from the moment the browser received it. */
  arm() {
    window.bench.took = null;
    window.addEventListener('mouseup', async (event) => {
      window.bench.took = await window.bench.painted(event.timeStamp);
    }, { capture: true, once: true });
  },

  /** Waits until nothing has been rendered for a while. */
  settled(quiet = 150, least = 350) {
    return new Promise((done) => {
      const cy = window.bench.graph();
      const begun = performance.now();
      let last = begun;
      const seen = () => { last = performance.now(); };
      cy.on('render', seen);
      const look = setInterval(() => {
        const now = performance.now();
        if (now - last < quiet || now - begun < least) return;
        clearInterval(look);
        cy.off('render', seen);
        done();
      }, 25);
    });
  },

  /** Classes of every element. */
  classes: () => Object.fromEntries(
    window.bench.graph().elements().map((one) => [one.id(), one.classes().join(' ')])),
};

// The compiler's picture, which our page shows first; the frame after the one that it came in.
new MutationObserver((changes, observer) => {
  if (!document.querySelector('#first-picture svg')) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    window.bench.pictured = performance.now();
  }));
}).observe(document, { subtree: true, childList: true });

new MutationObserver((changes, observer) => {
  if (!document.documentElement?.classList.contains('drawn')) return;
  observer.disconnect();
  requestAnimationFrame(() => { window.bench.drawn = performance.now(); });
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'] });
