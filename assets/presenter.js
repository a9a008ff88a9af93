/**
 * The presenter's window: the notes, the next step, the place and a timer. Where windows are blocked,
 * the notes stand over the lecture.
 *
 * The page writes into that window and listens to it. Messages between the two would need a script
 * there: a page may forbid those (ours does, by its policy), and the figure a second time, from a disk
 * with no origin to check, would be megabytes for four paragraphs. A window of one's own making needs
 * neither script nor server nor trust; what it costs is to look, each second, whether it is still as
 * we wrote it: reloaded it is empty. After F5 the
 * page finds it again by its name, which with the timer stands in the name of the page's own window.
 */
(function (kit) {
  'use strict';

  const MINE = 'cascade-lecturer'; // begins the name of a window that has a presenter's
  const body = () => `<header><b id="place"></b><span id="lecture"></span><span id="clock"></span><b id="timer">0:00</b>
<button data-name="reset">${kit.t('Restart timer')}</button></header><main><h1 id="title"></h1><p id="say"></p>
<h2>${kit.t('Notes')}</h2><p id="notes"></p></main><footer><h2>${kit.t('Next')}</h2><p id="next"></p><p id="lost" role="status"></p>
<p><button data-name="back">${kit.t('Back')}</button> <button data-name="on">${kit.t('Next')}</button> <button data-name="blank">${kit.t('Blank')}</button></p></footer>`;
  const LOOK = `body{margin:0;font:20px/1.5 system-ui,sans-serif;background:#16181d;color:#f2f2f2;display:flex;
flex-direction:column;min-height:100vh}header,main,footer{padding:14px 22px}header{display:flex;gap:20px;
align-items:baseline;background:#000}#clock{margin-left:auto}#timer{font-size:28px;font-variant-numeric:tabular-nums}
main{flex:1}h1{font-size:26px;margin:0}h2{font-size:15px;color:#b9bec9;margin:18px 0 2px}p{margin:4px 0;
white-space:pre-line}#notes{font-size:24px}footer{border-top:1px solid #555}button{font:inherit;padding:6px 16px;
border:1px solid #999;border-radius:8px;background:#2a2e36;color:#fff}#lost{color:#ffb454}`;

  function presenter({ now, view, data, run }) {
    const notes = JSON.parse(document.getElementById('lecture-notes')?.textContent ?? '{}');
    const aside = document.getElementById('notes');
    let other = null;
    let heard = null; // its document, as we wrote it and listen to it
    let called = 'cascade-presenter';
    let spot = 'width=960,height=720';
    let since = 0; // when the timer began; it goes on when the window is closed and opened again

    /** Changes what is not as it should be: a text that someone has marked stays marked. */
    function put(id, text) {
      const box = heard.getElementById(id);
      if (box.textContent !== text) box.textContent = text;
    }
    const noteOf = ({ pathway, lecture, step }) => notes[pathway]?.[lecture]?.[step - 1] || kit.t('No notes for this step.');

    /** What comes with the next press, in words. */
    function coming(told, then) {
      const rest = told.step.show.slice(told.shown.length);
      const { predict } = told.step;
      if (told.asks) return `${kit.t('The answer:')} ${predict.options[predict.answer]}`;
      if (rest.length && !(predict && rest.length === 1)) return data.pathways[view().pathway].interactions[rest[0]].claim;
      if (rest.length) return `${kit.t('Question:')} ${predict.question}`;
      if (told.answers) return kit.t('The caption of this step');
      return then ?? kit.t('The end');
    }

    function tell() {
      const told = now();
      if (!told) return;
      if (!aside.hidden) aside.lastElementChild.textContent = noteOf(view());
      if (!holds()) return;
      const { step, of, shown, lecture, newest } = told;
      const claim = newest ? `\n→ ${data.pathways[view().pathway].interactions[newest].claim}.` : '';
      put('place', `${view().step} / ${of}${step.show.length > 1 ? ` · ${kit.t('arrow {n} of {of}', { n: shown.length, of: step.show.length })}` : ''}`);
      put('lecture', lecture.title);
      put('title', step.title);
      put('say', step.say + claim);
      put('notes', noteOf(view()));
      const after = lecture.steps[view().step];
      const then = after && `${kit.t('Step')} ${view().step + 1}: ${after.title}`;
      const soon = coming(told, then);
      put('next', then && soon !== then ? `${soon}\n${then}` : soon);
      put('lost', '');
    }

    /** Whether the window is there and as it should be; writes it where it is not. */
    function holds() {
      if (other?.closed) { other = null; window.name = ''; }
      try {
        const page = other?.document;
        if (page && (page !== heard || !page.getElementById('timer'))) attach(page);
        return Boolean(page);
      } catch {
        return false; // still that of the page before, from a disk
      }
    }

    function tick() {
      if (!holds()) return;
      spot = `left=${other.screenX},top=${other.screenY},width=${other.innerWidth},height=${other.innerHeight}`;
      start(since);
      tell();
      const s = Math.floor((Date.now() - since) / 1000);
      put('timer', `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`);
      put('clock', new Date().toTimeString().slice(0, 5));
    }
    setInterval(tick, 1000);

    function start(at) {
      since = at;
      window.name = `${MINE} ${at} ${called} ${spot}`;
    }

    function click({ target }) {
      const name = target.closest('button')?.dataset.name;
      if (name === 'reset') start(Date.now());
      else if (name === 'blank') run('blank');
      else if (name) run('lecture-step', { by: name === 'on' ? 1 : -1 });
      tick();
    }

    /** Keys do there what they do here. */
    function press(event) {
      const { key, shiftKey, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest?.('button') && ' Enter'.includes(key)) return;
      const same = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
      if (!document.body.dispatchEvent(same)) event.preventDefault();
    }

    /** Writes the window, or takes up again what stands in it, and listens to it. */
    function attach(page) {
      if (!page.getElementById('timer')) {
        page.documentElement.lang = document.documentElement.lang;
        page.title = kit.t('Notes');
        page.head.append(Object.assign(page.createElement('style'), { textContent: LOOK }));
        page.body.innerHTML = body();
      }
      page.addEventListener('click', click);
      page.addEventListener('keydown', press);
      heard = page;
    }

    function reach() {
      const call = () => window.open('', called, `popup,${spot}`);
      try {
        other = call();
        if (other && !holds()) {
          // From a disk each page has an origin of its own: after F5 the old window is closed to us.
          other.close();
          called = `cascade-${Date.now()}`;
          other = call();
        }
      } catch {
        other = null; // a sandbox
      }
      if (other) start(since || Date.now());
      tick();
      return other;
    }

    const [mine, ...rest] = window.name.split(' ');
    if (mine === MINE) {
      since = Number(rest[0]);
      [, called, spot] = rest;
      // A new window needs a press of the reader's.
      if (now() && !reach()) for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, () => other ?? reach(), { once: true, capture: true });
    }
    addEventListener('pagehide', () => { if (holds()) put('lost', kit.t('The window with the figure is away.')); });

    function open() {
      const made = reach();
      if (made) made.focus();
      else {
        aside.hidden = !aside.hidden;
        if (!aside.hidden) kit.say.say(`${kit.t('Notes:')} ${noteOf(view())}`);
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

  kit.presenter = presenter;
})((globalThis.cascadeKit ??= {}));
