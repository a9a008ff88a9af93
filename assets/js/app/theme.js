/** Light, dark or projector: follows the system unless chosen; for more contrast, projector. */
import { THEMES } from '../rules/constants.js';
import { element } from './dom.js';

/** The theme that 'auto' stands for on this system. */
export function resolvedTheme(name) {
  if (name !== 'auto') return name;
  if (matchMedia('(prefers-color-scheme: dark)').matches) return 'dark';
  return matchMedia('(prefers-contrast: more)').matches ? 'projector' : 'light';
}

/** The next theme of the button: skips the one that looks the same as the present. */
export function themeAfter(name) {
  const next = THEMES[(THEMES.indexOf(name) + 1) % THEMES.length];
  return name === 'auto' && resolvedTheme('auto') === next ? themeAfter(next) : next;
}

/** A canvas cannot follow forced colors by itself, so the drawing gets the system's colors. */
export const FORCED_COLORS = '(forced-colors: active)';

/** What a system color is now, as a color that the canvas understands. */
function systemColor(name) {
  const probe = document.body.appendChild(element('i'));
  probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/**
 * Style rules to add to a sheet; none while colors are not forced. Cells become the overlay's
 * boxes.
 */
export function forcedRules() {
  if (!matchMedia(FORCED_COLORS).matches) return [];
  const [ink, paper, mark, gray] = ['CanvasText', 'Canvas', 'Highlight', 'GrayText'].map(
    systemColor,
  );
  const line = (color) => ({ 'line-color': color, 'target-arrow-color': color });
  return [
    {
      selector: 'node[kind="panel"]',
      style: {
        'background-color': paper,
        'border-color': ink,
        color: ink,
        'background-image-opacity': 0,
      },
    },
    { selector: 'node[kind="scenery"]', style: { display: 'none' } },
    {
      selector: 'node[kind="cell"]',
      style: { 'background-image-opacity': 0, 'text-opacity': 0, 'text-outline-opacity': 0 },
    },
    { selector: 'edge', style: { ...line(ink), color: ink, 'text-background-color': paper } },
    {
      selector: 'node[kind="ribbon"], node[kind="mark"]',
      style: { 'background-color': gray, 'background-opacity': 0.35, color: ink },
    },
    { selector: 'node[kind="note"]', style: { color: ink } },
    { selector: 'edge.dim', style: { ...line(gray), opacity: 0.6 } },
    {
      selector: 'edge.lit, edge.focus',
      style: { ...line(mark), 'underlay-color': mark, opacity: 1 },
    },
    { selector: 'node.focus, node.hover, edge.hover', style: { 'underlay-color': mark } },
  ];
}
