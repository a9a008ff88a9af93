/**
 * The seam: what bundles that come later may use of the one that starts the page, `cascadeKit` in
 * the page. They import it like any module, see docs/developing.md and tools/press.mjs.
 */
import { say, toast } from '../access/announcer.js';
import { listen } from '../embed/host-messages.js';
import { overrideLook, ownCamera } from '../graph/camera.js';
import { start, stop } from '../figure.js';
import { openPanel } from '../panel/side-panel.js';
import { plural } from '../rules/accessible-names.js';
import { toCsv } from '../rules/delimited-text.js';
import { escapeHtml } from '../rules/escape.js';
import { embedPlaces, frameTitle, snippet, startChoices } from '../rules/embed-snippets.js';
import { entriesOf, idsOf, idTable, rowsOf } from '../rules/id-table.js';
import { lectureStops, nameHeight, withoutAnswers } from '../rules/lecture-rules.js';
import { isLocal, pageAddress } from '../rules/reach.js';
import { isAbout, subjectName } from '../rules/subject.js';
import { paperAddress, paperLink } from '../rules/table-rows.js';
import { OFFERS } from '../rules/testing.js';
import { formatAddress, VIEW_KEYS } from '../rules/url.js';
import { sameValue, startView } from '../rules/view.js';
import { detailLevel, expandNegations, interactionsOf, visibility } from '../rules/visibility.js';
import { fold, foldName } from '../rules/word-forms.js';
import { saveFile } from '../save/picture.js';
import * as dom from './dom.js';
import { t } from './i18n.js';
import { offer } from './later-bundle.js';
import { readFigure } from './load.js';
import { state } from './state.js';

/** Of the rules, which are pure, those that later bundles use. */
export const rules = {
  plural,
  toCsv,
  escapeHtml,
  idTable,
  idsOf,
  rowsOf,
  entriesOf,
  lectureStops,
  nameHeight,
  withoutAnswers,
  isAbout,
  subjectName,
  paperAddress,
  paperLink,
  isLocal,
  pageAddress,
  formatAddress,
  VIEW_KEYS,
  sameValue,
  startView,
  OFFERS,
  embedPlaces,
  frameTitle,
  snippet,
  startChoices,
  detailLevel,
  expandNegations,
  interactionsOf,
  visibility,
  fold,
  foldName,
};

export const seam = {
  // the page and its language
  state,
  dom,
  rules,
  t,
  say,
  toast,
  openPanel,
  saveFile,
  // what a bundle does, and what a reader did
  offer,
  listen,
  // the figure on a graph that is mounted; for authors, a new one in the place of the old one
  start,
  stop,
  readFigure,
  overrideLook,
  ownCamera,
};
