/** What stands around every question: the bar with its place and its subject, the last buttons. */
import { toast } from '../access/announcer.js';
import { button, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { subjectName } from '../rules/subject.js';
import { PREFIX } from './rules/rebuilding.js';

/** The choice of what a round is about. */
function subjects({ stages, organs }, pathway, set, removable, start) {
  const select = element('select', { 'aria-label': t('Questions about') });
  const add = (group, rows) => {
    const list = element('optgroup', { label: group });
    list.append(...rows.map(([value, name]) => new Option(name, value)));
    if (rows.length) select.append(list);
  };
  select.append(new Option(t('The whole figure, mixed'), 'mixed'));
  add(t('Stages'), stages.map(({ id, name }) => [id, name])); // prettier-ignore
  add(t('Organs'), organs.map((id) => [id, subjectName(id, pathway)])); // prettier-ignore
  add(
    t('Rebuild a stage'),
    stages
      .filter(({ id }) => (removable[id] ?? []).length > 2)
      .map(({ id, name }) => [PREFIX + id, name]),
  );
  select.value = set;
  if (select.selectedIndex < 0) {
    select.prepend(new Option(t('What was missed'), set));
    select.selectedIndex = 0;
  }
  select.onchange = () => start(select.value);
  return select;
}

export function quizBar({ pathway, view, removable, start }) {
  const place = element('p', { className: 'quiz-place' });
  const leave = button('✕', { do: 'quiz-leave' }, { className: 'icon leave' });
  leave.title = leave.ariaLabel = t('Leave the practice');
  const theme = button('◐', { do: 'theme' }, { className: 'icon' });
  theme.title = theme.ariaLabel = t('Change the theme');
  const bar = element(
    'div',
    { className: 'quiz-bar' },
    place,
    subjects(pathway, pathway, view.set, removable, start),
    theme,
    leave,
  );
  return { element: bar, say: (text) => place.append(text) };
}

export const nextButton = (text, onclick, plain = false) =>
  button(text, {}, { className: plain ? 'quiz-next plain' : 'quiz-next', onclick });

// t: 'Sure' 'I think so' 'A guess'
const SURE = { sure: 'Sure', think: 'I think so', guess: 'A guess' };

/** The buttons that give the answer, each saying how sure the reader is of it. */
export function sureButtons(answer, ready) {
  let allowed = ready;
  const rows = Object.entries(SURE).map(([id, text]) =>
    button(
      t(text),
      {},
      { onclick: () => (allowed ? answer(id) : toast(t('Give an answer first.'), 1800)) },
    ),
  );
  const allow = (on) => {
    allowed = on;
    for (const one of rows) one.setAttribute('aria-disabled', String(!on));
  };
  allow(ready);
  const label = t('Answer, and say how sure you are');
  const none = button(t('I do not know'), {}, { className: 'link', onclick: () => answer('') });
  const group = element(
    'div',
    { className: 'quiz-sure', role: 'group', 'aria-label': label },
    ...rows,
  );
  return {
    parts: [
      element('p', { className: 'quiz-how', 'aria-hidden': 'true' }, label),
      group,
      element('p', {}, none),
    ],
    allow,
    focus: () => rows[0].focus(),
  };
}
