/**
 * The seam: all that the bundles which come later may use of the one that starts the page. These
 * are the plots, a reader's results, the author's tools, what a frozen page adds, and the script of
 * a SCORM package. They import it like any module; tools/press.mjs puts this object, `cascadeKit`
 * in the page, in the place of what they import, and refuses what does not stand here.
 */
import { say, toast } from '../access/announcer.js';
import { onView } from '../embed/host-messages.js';
import { overrideLook, ownCamera } from '../graph/camera.js';
import { start, stop } from '../figure.js';
import { openPanel } from '../panel/side-panel.js';
import { searchIndex } from '../panel/search-index.js';
import { copyText, showAddress } from '../embed/sandbox.js';
import { offerPlotting } from '../plots-dialog.js';
import { offerQuiz, onQuiz, tellQuiz } from '../quiz-loader.js';
import { offerResults } from '../results-loader.js';
import { plural } from '../rules/accessible-names.js';
import { toCsv } from '../rules/delimited-text.js';
import { escapeHtml } from '../rules/escape.js';
import { entriesOf, idsOf, idTable, rowsOf } from '../rules/id-table.js';
import { lectureStops, nameHeight } from '../rules/lecture-rules.js';
import { isAbout, subjectName } from '../rules/subject.js';
import { paperLink } from '../rules/table-rows.js';
import { formatAddress } from '../rules/url.js';
import { detailLevel, expandNegations, interactionsOf, visibility } from '../rules/visibility.js';
import { fold, foldName } from '../rules/word-forms.js';
import { saveFile } from '../save/picture.js';
import { button, byId, element, link } from './dom.js';
import { t } from './i18n.js';
import { readFigure } from './load.js';
import { state } from './state.js';
import { resolvedTheme } from './theme.js';

export const seam = {
  // the page and its language
  state,
  t,
  byId,
  element,
  escapeHtml,
  button,
  plural,
  say,
  toast,
  openPanel,
  resolvedTheme,
  saveFile,
  toCsv,
  // what a view shows, and its address
  idTable,
  idsOf,
  rowsOf,
  entriesOf,
  visibility,
  detailLevel,
  interactionsOf,
  isAbout,
  expandNegations,
  formatAddress,
  onView,
  // for the plots, which draw when they are there
  offerPlotting,
  // for a reader's results: names, and where they go when they are there
  offerResults,
  searchIndex,
  fold,
  foldName,
  // for questions: where they go when they are there, who hears of answers
  offerQuiz,
  tellQuiz,
  onQuiz,
  link,
  paperLink,
  subjectName,
  copyText,
  showAddress,
  // for authors: a new figure in the place of the old one, and the check of lectures
  readFigure,
  start,
  stop,
  overrideLook,
  ownCamera,
  lectureStops,
  nameHeight,
};
