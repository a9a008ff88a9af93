/**
 * The presenter's window: the notes, the next step, the place and a timer. Its document is written
 * from here, so it needs no server; it asks its opener for the state once a second, so it finds the
 * lecture again after F5. Where windows are blocked, the notes stand over the lecture.
 */
(function (kit) {
  'use strict';

  /** Runs inside the window, as its own script. */
  function inside() {
    const put = (id, text) => { document.getElementById(id).textContent = text; };
    let since = Date.now();
    addEventListener('message', ({ data, source }) => {
      if (source !== opener || data?.type !== 'cascade:notes') return;
      document.documentElement.dataset.theme = data.theme;
      document.title = `${data.place} · ${data.lecture}`;
      for (const id of ['place', 'lecture', 'title', 'say', 'notes', 'next']) put(id, data[id]);
      put('lost', '');
    });
    const send = (name, detail) => opener?.postMessage({ type: 'cascade:present', name, detail }, '*');
    addEventListener('keydown', (event) => {
      const on = { PageDown: 1, ArrowRight: 1, ' ': 1, Enter: 1, PageUp: -1, ArrowLeft: -1 }[event.key];
      if (event.target.closest('button') && (event.key === ' ' || event.key === 'Enter')) return;
      if (on) send('lecture-step', { by: on });
      else if (event.key === '.' || event.key === 'b') send('blank');
      else if (event.key === 'a') send('lecture-pick', { option: -1 });
      else return;
      event.preventDefault();
    });
    document.addEventListener('click', ({ target }) => {
      const { name, by } = target.closest('button')?.dataset ?? {};
      if (name === 'reset') since = Date.now();
      else if (name) send(name, by ? { by: Number(by) } : {});
    });
    const tick = () => {
      const s = Math.floor((Date.now() - since) / 1000);
      put('timer', `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`);
      put('clock', new Date().toTimeString().slice(0, 5));
      if (!opener || opener.closed) put('lost', 'The window with the figure is closed.');
      else send('hello');
    };
    setInterval(tick, 1000);
    tick();
  }

  const BODY = `<header><b id="place"></b><span id="lecture"></span><span id="clock"></span><b id="timer">0:00</b>
<button data-name="reset">Restart timer</button></header><main><h1 id="title"></h1><p id="say"></p>
<h2>Notes</h2><p id="notes"></p></main><footer><h2>Next</h2><p id="next"></p><p id="lost" role="status"></p>
<p><button data-name="lecture-step" data-by="-1">Back</button> <button data-name="lecture-step" data-by="1">Next</button>
<button data-name="blank">Blank</button></p></footer>`;
  const LOOK = `body{margin:0;font:20px/1.5 system-ui,sans-serif;background:#16181d;color:#f2f2f2;display:flex;
flex-direction:column;min-height:100vh}header,main,footer{padding:14px 22px}header{display:flex;gap:20px;
align-items:baseline;background:#000}#clock{margin-left:auto}#timer{font-size:28px;font-variant-numeric:tabular-nums}
main{flex:1}h1{font-size:26px;margin:0}h2{font-size:15px;color:#b9bec9;margin:18px 0 2px}p{margin:4px 0;
white-space:pre-line}#notes{font-size:24px}footer{border-top:1px solid #555}button{font:inherit;padding:6px 16px;
border:1px solid #999;border-radius:8px;background:#2a2e36;color:#fff}#lost{color:#ffb454}`;

  function presenter({ now, view, data, run }) {
    const notes = JSON.parse(document.getElementById('lecture-notes')?.textContent ?? '{}');
    const aside = document.getElementById('notes');
    let other = null; // the window, known by its messages after a reload

    const noteOf = ({ pathway, lecture, step }) => notes[pathway]?.[lecture]?.[step - 1] || 'No notes for this step.';

    /** What comes with the next press, in words. */
    function coming(told) {
      const rest = told.step.show.slice(told.shown.length);
      const { interactions } = data.pathways[view().pathway];
      if (told.asks) return `The answer: ${told.step.predict.options[told.step.predict.answer]}`;
      if (rest.length && !(told.step.predict && rest.length === 1)) return interactions[rest[0]].claim;
      if (rest.length) return `Question: ${told.step.predict.question}`;
      const next = told.lecture.steps[view().step];
      return next ? `Step ${view().step + 1}: ${next.title}` : 'The end.';
    }

    function tell() {
      const told = now();
      if (!told) return;
      if (!aside.hidden) aside.lastChild.textContent = noteOf(view());
      if (!other || other.closed) return;
      const { step, of, shown, lecture, newest } = told;
      other.postMessage({
        type: 'cascade:notes', theme: kit.theme.resolved(view().theme), lecture: lecture.title,
        place: `${view().step} / ${of}${step.show.length > 1 ? ` · arrow ${shown.length} of ${step.show.length}` : ''}`,
        title: step.title,
        say: newest ? `${step.say}\n→ ${data.pathways[view().pathway].interactions[newest].claim}` : step.say,
        notes: noteOf(view()), next: coming(told),
      }, '*');
    }

    addEventListener('message', ({ data: message, source }) => {
      if (message?.type !== 'cascade:present' || !source || source.opener !== window || !now()) return;
      other = source;
      if (message.name === 'hello') tell();
      else if (['lecture-step', 'blank', 'lecture-pick'].includes(message.name)) {
        if (message.name !== 'lecture-pick' || now().asks) run(message.name, message.detail ?? {});
      }
    });

    function open() {
      let made = null;
      try {
        made = window.open('', 'cascade-presenter', 'popup,width=960,height=720');
        if (made && !made.document.getElementById('timer')) {
          const { document: page } = made;
          page.body.innerHTML = BODY;
          page.head.append(Object.assign(page.createElement('style'), { textContent: LOOK }));
          page.documentElement.lang = 'en';
          page.body.append(Object.assign(page.createElement('script'), { textContent: `(${inside})()` }));
        }
      } catch {
        made = null; // a sandbox or a blocker
      }
      if (made) { other = made; made.focus(); tell(); return; }
      aside.hidden = !aside.hidden;
      if (!aside.hidden) { tell(); kit.say.say(`Notes: ${noteOf(view())}`); }
    }

    function closeNotes() {
      const had = !aside.hidden;
      aside.hidden = true;
      return had;
    }

    return { open, tell, closeNotes, end: () => { closeNotes(); } };
  }

  kit.presenter = presenter;
})((globalThis.cascadeKit ??= {}));
