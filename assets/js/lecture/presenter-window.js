/**
 * The presenter's window, from the page with the figure: what it is told, and what it asks for.
 * Where windows are blocked, the notes stand over the lecture.
 *
 * The window is written once, of the template `lectern`, and is told the rest in messages, so after
 * F5 the page goes on talking to it. It is found again by its name, which with the timer stands in
 * the name of the page's own window; loaded anew itself it is empty, and written again.
 */
import { say } from '../access/announcer.js';
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { state } from '../app/state.js';
import { LETTERS } from '../rules/lecture-rules.js';
import { stepAt } from '../rules/lecture-ends.js';
import { paperLink } from '../rules/table-rows.js';
import { installPresenterPictures } from './presenter-pictures.js';

const MINE = 'cascade-lecturer'; // begins the name of a window that has a presenter's
const PATIENCE = 2500; // ms in which a window that we may not touch has to answer
export function installPresenterWindow(figure, { now, renderer, runCommand }) {
  const { data, signal } = figure;
  // A page from a disk has no origin that could be named.
  const to = origin === 'null' ? '*' : origin;
  const notes = JSON.parse(byId('lecture-notes')?.textContent ?? '{}');
  const aside = byId('notes');
  let other = null;
  let answered = 0; // when it last spoke
  let called = 'cascade-presenter';
  let spot = 'width=960,height=720';
  let there = ''; // the key of the pictures that it shows
  let since = 0; // when the timer began; it goes on when the window is closed and opened again

  const noteOf = ({ pathway, lecture, step }) =>
    notes[pathway]?.[lecture]?.[step - 1] || t('No notes for this step.');

  /** What comes with the next press, in words. */
  function coming(told, then) {
    const rest = told.step.show.slice(told.shown.length);
    const { predict } = told.step;
    if (told.asks) return `${t('The answer:')} ${predict.options[predict.answer]}`;
    if (rest.length && !(predict && rest.length === 1))
      return data.pathways[state.view.pathway].interactions[rest[0]].claim;
    if (rest.length) return `${t('Question:')} ${predict.question}`;
    if (told.answers) return t('The caption of this step');
    return then ?? t('The end');
  }

  /** The question of a step with its options and the answer, which are for the presenter's eyes. */
  function asked({ predict }) {
    if (!predict) return '';
    const options = predict.options.map(
      (text, i) => `${i === predict.answer ? '✓ ' : ''}${LETTERS[i].toUpperCase()}  ${text}`,
    );
    return [`${t('Question:')} ${predict.question}`, ...options, predict.why].join('\n');
  }

  /** What the window shows, a text for each of its ids. */
  function words({ step, of, shown, lecture, newest, outer, ...told }) {
    const current = data.pathways[state.view.pathway];
    const claim = newest ? `\n→ ${current.interactions[newest].claim}.` : '';
    const number = state.view.step + 1;
    const after = stepAt(lecture, number, current);
    const then = after && (number > of ? after.title : `${t('Step')} ${number}: ${after.title}`);
    const arrow = t('arrow {n} of {of}', { n: shown.length, of: step.show.length });
    const soon = coming({ step, shown, ...told }, then);
    return {
      place: outer ? '' : `${state.view.step} / ${of}${step.show.length > 1 ? ` · ${arrow}` : ''}`,
      lecture: lecture.title,
      title: step.title,
      say: step.say + claim,
      asked: asked(step),
      papers: outer
        ? ''
        : step.references.map((id) => paperLink(current.references[id]).name).join(' · '),
      notes: noteOf(state.view),
      next: then && soon !== then ? `${soon}\n${then}` : soon,
    };
  }

  function tell() {
    const playing = now();
    if (playing && !aside.hidden) aside.lastElementChild.textContent = noteOf(state.view);
    if (!other) return;
    if (playing) pictures.follow(state.view);
    const { at, pictures: drawn } = pictures.made();
    const message = { cascade: 'told', since, words: playing ? words(playing) : {} };
    if (at !== there) Object.assign(message, { at, pictures: drawn });
    other.postMessage(message, to);
  }

  const pictures = installPresenterPictures(figure, renderer, tell);

  /** Whether we may touch the window; writes it where it is empty. */
  function write() {
    try {
      const page = other.document;
      if (page.getElementById('timer')) return true;
      page.documentElement.lang = document.documentElement.lang;
      page.title = t('Notes');
      page.body.append(page.importNode(byId('lectern').content, true));
      return true;
    } catch {
      return false; // still that of the page before, from a disk, or in a sandbox
    }
  }

  function drop() {
    other = null;
    window.name = '';
  }

  function tick() {
    if (!other) return;
    if (other.closed) drop();
    else if (write() || Date.now() - answered < PATIENCE) tell();
    else {
      // Its page is another's by now: the next press opens one with another name.
      other.close();
      drop();
      called = `cascade-${Date.now()}`;
      onPress();
    }
  }
  const clock = setInterval(tick, 1000);
  signal.addEventListener('abort', () => clearInterval(clock));

  function start(at) {
    since = at;
    window.name = `${MINE} ${at} ${called} ${spot}`;
  }

  addEventListener(
    'message',
    ({ source, data: said }) => {
      if (!other || source !== other || said?.cascade !== 'lectern') return;
      answered = Date.now();
      ({ spot } = said);
      there = said.at;
      start(since);
      if (said.key) {
        const { key, shiftKey } = said;
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
        );
      } else if (said.name === 'reset') start(Date.now());
      else if (said.name === 'blank') runCommand('blank');
      else if (said.name) runCommand('lecture-step', { by: said.name === 'on' ? 1 : -1 });
      if (said.key || said.name || said.ask) tell();
    },
    { signal },
  );

  /** @param {boolean} [again]  whether it may be a window of the page before, which must answer */
  function reach(again) {
    try {
      other = window.open('', called, `popup,${spot}`);
    } catch {
      other = null; // a sandbox
    }
    if (!other) return null;
    if (!write() && !again) {
      other.close();
      return (other = null);
    }
    answered = Date.now();
    start(since || Date.now());
    tell();
    return other;
  }

  /** A new window needs a press of the reader's. */
  function onPress() {
    for (const kind of ['keydown', 'pointerdown'])
      addEventListener(kind, () => other ?? reach(), { once: true, capture: true, signal });
  }

  const [mine, ...rest] = window.name.split(' ');
  if (mine === MINE) {
    since = Number(rest[0]);
    [, called, spot] = rest;
    if (now() && !reach(true)) onPress();
  }

  function open() {
    const opened = reach(Boolean(other));
    if (opened) opened.focus();
    else {
      aside.hidden = !aside.hidden;
      if (!aside.hidden) say(`${t('Notes:')} ${noteOf(state.view)}`);
    }
    tell();
  }

  function closeNotes() {
    const had = !aside.hidden;
    aside.hidden = true;
    return had;
  }

  return { open, tell, closeNotes };
}
