/**
 * SCORM 1.2: tells a course system how far the reader came, and goes on where she stopped. Stands
 * only in the SCORM package, in front of everything else, so that the page starts at the old view.
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
  function note(view, data) {
    const { stages } = data.pathways[view.pathway];
    if (view.stage) visited.add(view.stage);
    const query = window.cascadeKit.formatAddress(view, data);
    const seen = `visited=${[...visited].join(',')}`;
    const whole = query ? `${query}&${seen}` : `?${seen}`;
    set('cmi.suspend_data', whole.length <= ROOM ? whole : `?${seen}`);
    if (
      status === 'incomplete' &&
      view.pathway === data.order[0] &&
      stages.every(({ id }) => visited.has(id))
    ) {
      status = 'completed';
      set('cmi.core.lesson_status', status);
      api.LMSCommit('');
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => api.LMSCommit(''), PAUSE);
  }

  /** Hours, minutes and seconds as SCORM writes them. */
  function spent() {
    const seconds = Math.min(Math.floor((Date.now() - began) / 1000), 9999 * 3600);
    const two = (number) => String(number).padStart(2, '0');
    const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
    return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  addEventListener('pagehide', () => {
    if (finished) return;
    finished = true;
    clearTimeout(waiting);
    set('cmi.core.exit', 'suspend');
    set('cmi.core.session_time', spent());
    api.LMSCommit('');
    api.LMSFinish('');
  });

  addEventListener('DOMContentLoaded', () => {
    const { onView, state } = window.cascadeKit;
    onView((view) => {
      if (!finished) note(view, state.data);
    });
  });
})();
