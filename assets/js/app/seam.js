/**
 * The seam: what bundles that come later may use of the one that starts the page, `cascadeKit` in
 * the page. They import it like any module, see docs/developing.md and tools/press.mjs.
 */
import { say, toast } from '../access/announcer.js';
import { listen } from '../embed/host-messages.js';
import { overrideLook, ownCamera } from '../graph/camera.js';
import { start, stop } from '../figure.js';
import { openPanel } from '../panel/side-panel.js';
import { saveFile } from '../save/picture.js';
import { t } from './i18n.js';
import { offer } from './later-bundle.js';
import { readFigure } from './load.js';
import { state } from './state.js';

export const seam = {
  // the page and its language
  state,
  t,
  say,
  toast,
  openPanel,
  saveFile,
  // what a bundle does, and what a reader did
  offer,
  listen,
  // for authors: a new figure in the place of the old one
  readFigure,
  start,
  stop,
  overrideLook,
  ownCamera,
};
