/**
 * SCORM 1.2: tells a course system how far the reader came and what she answered, and goes on where
 * she stopped. Stands only in the SCORM package, in front of everything else, so that the page
 * starts at the old view. What completes it, a `meta` beside it says (cascade/publish/scorm.py).
 */
(function () {
  'use strict';

  const FARTHEST = 50; // windows to climb
  const ROOM = 4096; // characters of cmi.suspend_data
  const PAUSE = 2000; // ms between two commits, as each may be a request of the course system

  /**
   * The course system's API: in a window around this one, or around the one that opened the
   * outermost of them, as a player may stand in a window of its own. Windows of other origins do
   * not show what they hold, but lead on.
   */
  function found(start) {
    let here = start;
    for (let step = 0; here && step < FARTHEST; step += 1) {
      try {
        if (here.API) return here.API;
      } catch {
        /* of another origin */
      }
      here = here.parent === here ? here.opener : here.parent;
    }
    return null;
  }

  const api = found(window);
  // Some systems answer with a word, some with a truth.
  if (!api || String(api.LMSInitialize('')) !== 'true') {
    addEventListener('DOMContentLoaded', () => {
      const { t, toast } = window.cascadeKit;
      toast(t('No course system answers here, so nothing is recorded.'), 15000);
    });
    return;
  }

  const get = (name) => String(api.LMSGetValue(name) ?? '');
  const set = (name, value) => api.LMSSetValue(name, value);
  const began = Date.now();
  const before = new URLSearchParams(get('cmi.suspend_data'));
  const visited = new Set((before.get('visited') ?? '').split(',').filter(Boolean));
  let status = get('cmi.core.lesson_status');
  const rule = document.querySelector('meta[name="cascade-complete"]')?.getAttribute('content');
  const pass = Number(/^test (\d+)$/.exec(rule ?? '')?.[1]); // NaN where stages count
  let answers = Number(get('cmi.interactions._count')) || 0;
  let finished = false;
  let waiting = 0;

  if (!status || ['not attempted', 'unknown', 'browsed'].includes(status)) {
    status = 'incomplete';
    set('cmi.core.lesson_status', status);
  }
  before.delete('visited');
  if ([...before].length) {
    try {
      history.replaceState(null, '', `${location.pathname}?${before}`);
    } catch {
      /* starts anew */
    }
  }

  /** Notes a view: where to go on, and which stages the reader has seen. */
  function note({ view, address }, data) {
    const { stages } = data.pathways[view.pathway];
    if (view.stage) visited.add(view.stage);
    const seen = `visited=${[...visited].join(',')}`;
    const whole = address ? `${address}&${seen}` : `?${seen}`;
    set('cmi.suspend_data', whole.length <= ROOM ? whole : `?${seen}`);
    if (
      status === 'incomplete' &&
      Number.isNaN(pass) &&
      view.pathway === data.order[0] &&
      stages.every(({ id }) => visited.has(id))
    ) {
      become('completed');
    }
    commitSoon();
  }

  function become(next) {
    status = next;
    set('cmi.core.lesson_status', status);
    api.LMSCommit('');
  }

  function commitSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => api.LMSCommit(''), PAUSE);
  }

  const TYPES = { choice: 'choice', type: 'fill-in', own: 'fill-in', order: 'sequencing' };
  const letter = (index) => 'abcdefgh'[index];
  const short = (text) => String(text ?? '').slice(0, 255);

  /** An answer and the right one, as SCORM writes them for a kind. */
  function patterns({ answer, options, accept, pick }, given) {
    const right = options?.findIndex((one) => one.right);
    if (answer === 'choice') return [given === null ? '' : letter(given), letter(right)];
    if (answer === 'order')
      return [(given ?? []).map(letter).join(), options.map((one, at) => letter(at)).join()];
    return [given?.text ?? given, (pick ?? accept ?? [])[0]];
  }

  /** Notes an answer as an interaction of its own, repeats too. */
  function noteAnswer({ item, given, right, seconds }) {
    const base = `cmi.interactions.${answers}.`;
    answers += 1;
    const [said, wanted] = patterns(item, given).map(short);
    set(`${base}id`, short(item.id));
    set(`${base}time`, new Date().toTimeString().slice(0, 8));
    set(`${base}type`, TYPES[item.answer] ?? 'performance');
    set(`${base}correct_responses.0.pattern`, wanted);
    set(`${base}weighting`, '1');
    set(`${base}student_response`, said);
    set(`${base}result`, right ? 'correct' : 'wrong');
    set(`${base}latency`, span(seconds));
    commitSoon();
  }

  /** Notes the score of a round, the best so far in hundred. */
  function noteScore({ right, of }) {
    if (!of) return;
    const now = Math.round((100 * right) / of);
    const best = Math.max(now, Number(get('cmi.core.score.raw')) || 0);
    set('cmi.core.score.min', '0');
    set('cmi.core.score.max', '100');
    set('cmi.core.score.raw', String(best));
    if (best >= pass) become('passed');
    else if (!Number.isNaN(pass) && status !== 'passed') become('failed');
    commitSoon();
  }

  /** Hours, minutes and seconds as SCORM writes them. */
  function span(wanted) {
    const seconds = Math.min(Math.floor(wanted), 9999 * 3600);
    const two = (number) => String(number).padStart(2, '0');
    const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
    return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  addEventListener('pagehide', () => {
    if (finished) return;
    finished = true;
    clearTimeout(waiting);
    set('cmi.core.exit', 'suspend');
    set('cmi.core.session_time', span((Date.now() - began) / 1000));
    api.LMSCommit('');
    api.LMSFinish('');
  });

  addEventListener('DOMContentLoaded', () => {
    const { listen, state } = window.cascadeKit;
    listen((event) => {
      if (finished) return;
      if (event.type === 'view') note(event, state.data);
      else if (event.type === 'answer') noteAnswer(event);
      else noteScore(event.score);
    });
  });
})();
