/** Light, dark or projector: follows the system unless chosen; for more contrast, projector. */
(function (kit) {
  'use strict';

  const ORDER = ['auto', 'light', 'dark', 'projector'];

  /** The theme that 'auto' stands for on this system. */
  function resolved(name) {
    if (name !== 'auto') return name;
    if (matchMedia('(prefers-color-scheme: dark)').matches) return 'dark';
    return matchMedia('(prefers-contrast: more)').matches ? 'projector' : 'light';
  }

  /** The next theme of the button: skips the one that looks the same as the present. */
  function after(name) {
    const next = ORDER[(ORDER.indexOf(name) + 1) % ORDER.length];
    return name === 'auto' && resolved('auto') === next ? after(next) : next;
  }

  kit.theme = { resolved, after };
})((globalThis.cascadeKit ??= {}));
