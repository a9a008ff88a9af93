/**
 * The presenter's window: the notes, the next step, the place and a timer. It holds no script, as a
 * page may forbid those: this page writes into it. So it needs no server, and after F5 the page finds
 * it again by its name. Where windows are blocked, the notes stand over the lecture.
 */
(function (kit) {
  'use strict';

  const MINE = 'cascade-lecturer'; // the name of a window that has a presenter's
  const KEYS = { PageDown: 1, ArrowRight: 1, ' ': 1, Enter: 1, PageUp: -1, ArrowLeft: -1 };
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

    const put = (id, text) => { other.document.getElementById(id).textContent = text; };
    const noteOf = ({ pathway, lecture, step }) => notes[pathway]?.[lecture]?.[step - 1] || kit.t('No notes for this step.');

    /** What comes with the next press, in words. */
    function coming(told) {
      const rest = told.step.show.slice(told.shown.length);
      const { predict } = told.step;
      if (told.asks) return `${kit.t('The answer:')} ${predict.options[predict.answer]}`;
      if (rest.length && !(predict && rest.length === 1)) return data.pathways[view().pathway].interactions[rest[0]].claim;
      if (rest.length) return `${kit.t('Question:')} ${predict.question}`;
      if (told.answers) return kit.t('The caption of this step');
      const next = told.lecture.steps[view().step];
      return next ? `${kit.t('Step')} ${view().step + 1}: ${next.title}` : kit.t('The end');
    }

    function tell() {
      const told = now();
      if (!told) return;
      if (!aside.hidden) aside.lastElementChild.textContent = noteOf(view());
      if (!other || other.closed) return;
      const { step, of, shown, lecture, newest } = told;
      const claim = newest ? `\n→ ${data.pathways[view().pathway].interactions[newest].claim}.` : '';
      put('place', `${view().step} / ${of}${step.show.length > 1 ? ` · ${kit.t('arrow {n} of {of}', { n: shown.length, of: step.show.length })}` : ''}`);
      put('lecture', lecture.title);
      put('title', step.title);
      put('say', step.say + claim);
      put('notes', noteOf(view()));
      put('next', coming(told));
      put('lost', '');
    }

    function tick() {
      if (!other) return;
      if (other.closed) { other = null; window.name = ''; return; }
      const s = Math.floor((Date.now() - Number(other.document.body.dataset.since)) / 1000);
      put('timer', `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`);
      put('clock', new Date().toTimeString().slice(0, 5));
    }
    setInterval(tick, 1000);

    function does(name) {
      if (name === 'reset') other.document.body.dataset.since = Date.now();
      else if (name === 'blank') run('blank');
      else if (name) run('lecture-step', { by: name === 'on' ? 1 : -1 });
      tick();
    }

    /** Writes the window, or takes up again what stands in it, and listens to it. */
    function attach(made) {
      const { document: page } = made;
      if (!page.getElementById('timer')) {
        page.documentElement.lang = document.documentElement.lang;
        page.title = kit.t('Notes');
        page.head.append(Object.assign(page.createElement('style'), { textContent: LOOK }));
        page.body.innerHTML = body();
        page.body.dataset.since = Date.now();
      }
      page.addEventListener('click', ({ target }) => does(target.closest('button')?.dataset.name));
      page.addEventListener('keydown', (event) => {
        if (event.target.closest('button') && ' Enter'.includes(event.key)) return;
        if (KEYS[event.key]) does(KEYS[event.key] > 0 ? 'on' : 'back');
        else if (event.key === '.' || event.key === 'b') does('blank');
        else if (event.key === 'a' && now()?.asks) run('lecture-pick', { option: -1 });
        else return;
        event.preventDefault();
      });
      other = made;
      window.name = MINE;
    }

    function reach() {
      try {
        const made = window.open('', 'cascade-presenter', 'popup,width=960,height=720');
        if (made && made !== other) attach(made);
        return made;
      } catch {
        return null; // a sandbox or a blocker
      }
    }

    if (window.name === MINE && now() && !reach()) window.name = '';
    addEventListener('pagehide', () => { if (other && !other.closed) put('lost', kit.t('The window with the figure is away.')); });

    function open() {
      const made = reach();
      if (made) made.focus();
      else {
        aside.hidden = !aside.hidden;
        if (!aside.hidden) kit.say.say(`${kit.t('Notes:')} ${noteOf(view())}`);
      }
      tell();
      tick();
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
