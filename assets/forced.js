/** Forced colors: a canvas cannot follow the system by itself, so the drawing gets its colors. */
(function (kit) {
  'use strict';

  const query = '(forced-colors: active)';

  /** What a system color is now, as a color that the canvas understands. */
  function resolved(name) {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  /** Style rules to add to a sheet; none while colors are not forced. Cells become the overlay's boxes. */
  function rules() {
    if (!matchMedia(query).matches) return [];
    const [ink, paper, mark, gray] = ['CanvasText', 'Canvas', 'Highlight', 'GrayText'].map(resolved);
    const line = (color) => ({ 'line-color': color, 'target-arrow-color': color });
    return [
      { selector: 'node[kind="panel"]', style: { 'background-color': paper, 'border-color': ink, color: ink, 'background-image-opacity': 0 } },
      { selector: 'node[kind="cell"]', style: { 'background-image-opacity': 0, 'text-opacity': 0, 'text-outline-opacity': 0 } },
      { selector: 'edge', style: { ...line(ink), color: ink, 'text-background-color': paper } },
      { selector: 'node[kind="flow"]', style: { 'background-color': gray, opacity: 0.4 } },
      { selector: 'edge.dim', style: { ...line(gray), opacity: 0.6 } },
      { selector: 'edge.lit, edge.focus', style: { ...line(mark), 'underlay-color': mark, opacity: 1 } },
      { selector: 'node.focus, node.hover, edge.hover', style: { 'underlay-color': mark } },
    ];
  }

  kit.forced = { rules, query };
})((globalThis.cascadeKit ??= {}));
