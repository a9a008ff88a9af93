/**
 * Words on the screen and for screen readers: one polite sentence an action, toasts for warnings.
 */
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { idsOf, rowsOf } from '../rules/id-table.js';
import { lectureSentence, lectureState } from '../rules/lecture-rules.js';
import { isTesting } from '../rules/testing.js';
import { interactionsOf } from '../rules/visibility.js';

const PAUSE = 300; // ms; quick actions end in one announcement, the last
let waiting = 0;
let fading = 0;

export function say(text) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    byId('say').textContent = text.slice(0, 250);
  }, PAUSE);
}

/** A short message over the figure, in a lecture beside its buttons; also announced. */
export function toast(text, milliseconds = 4000) {
  const box = byId('toast');
  const place = document.querySelector('[data-lecture] #lecture .bar') ?? byId('main');
  if (box.parentNode !== place) place.append(box);
  box.textContent = text;
  box.hidden = false;
  say(text);
  clearTimeout(fading);
  fading = setTimeout(() => {
    box.hidden = true;
  }, milliseconds);
}

/**
 * What a view says in one sentence. Pure.
 * @param {Pathway} pathway
 */
export function viewSentence(view, pathway, seen) {
  if (isTesting(view)) return ''; // the question has the focus
  if (lectureState(view, pathway) && !view.edge && !view.focus)
    return lectureSentence(view, pathway);
  const total = idsOf(pathway.interactions).length;
  const n = seen.shown.length;
  const arrows = t('{n} of {of} interactions shown', { n, of: total });
  if (view.edge) {
    const members = interactionsOf(view.edge, pathway);
    return members[0] !== view.edge
      ? t('{n} arrows between two cells.', { n })
      : `${pathway.interactions[view.edge].claim}.`;
  }
  const stage = pathway.stages.find((s) => s.id === view.stage);
  if (view.focus) {
    const all = rowsOf(pathway.interactions);
    const sends = all.filter((i) => i.from === view.focus).length;
    const receives = all.filter((i) => i.to === view.focus).length;
    const cell = t('{cell}: sends {sends}, receives {receives}; {arrows}.', {
      cell: pathway.cells[view.focus].name,
      sends,
      receives,
      arrows,
    });
    // The stage first: a step to the next one must not say the same again.
    return stage ? `${stage.name}. ${cell}` : cell;
  }
  return `${stage ? stage.name : t('Overview')}: ${arrows}.`;
}
