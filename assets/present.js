/** Playing a lecture: puts a view's step on the page, and what its buttons and keys do. */
(function (kit) {
  'use strict';

  const SIZES = [0.8, 1, 1.25, 1.5, 1.8];
  const by = (id) => document.getElementById(id);
  const root = document.documentElement;

  /** @param {{cy: object, act: Function, view: () => object, data: object, pointer: object, drawer: object,
   *   run: (name: string, detail?: object) => any}} parts */
  function present({ cy, act, view, data, pointer, drawer, run }) {
    const now = (of = view()) => kit.lecture.at(of, data.pathways[of.pathway]);
    const screen = kit.presenter({ now, view, data, run });
    const spotlight = kit.spotlight();
    const pen = kit.pen(cy);
    kit.straight(cy, () => Boolean(view().lecture));
    let before = ''; // the step shown last

    /** Makes room for a view before it is drawn: the canvas must know its size. */
    function lay(next) {
      const told = now(next);
      if (!told && !root.dataset.lecture) return;
      if (!told) {
        delete root.dataset.lecture;
        close();
        pen.on(false);
        pen.wipe();
        words(0);
        spotlight.off();
      } else {
        root.dataset.lecture = told.asks ? 'asks' : told.answers ? 'answers' : 'tells';
        root.dataset.ui = next.ui;
        kit.band.show(next, told, data.pathways[next.pathway]);
      }
      by('lecture').hidden = !told;
      pointer.lock(Boolean(told));
      const box = by('graph');
      if (box.clientWidth !== cy.width() || box.clientHeight !== cy.height()) cy.resize();
    }

    /** After the drawing: the sentence beside the new arrow, and the presenter's window. */
    function follow(next, seen) {
      const told = now(next);
      if (!told) return screen.closeNotes();
      kit.claim(cy, next, seen, data.pathways[next.pathway]);
      const step = `${next.lecture} ${next.step}`;
      if (step !== before) {
        by('lecture').scrollTop = 0;
        pen.wipe(); // another camera
      }
      before = step;
      spotlight.rest(cy, told);
      return screen.tell();
    }

    const shut = () => document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
    by('steps').addEventListener('click', ({ target }) => { if (target.closest('button')) shut(); });

    /** Closes what lies over the lecture; true if something did. */
    function close() {
      const open = document.querySelector('dialog[open]');
      shut();
      const dark = !by('blank').hidden;
      by('blank').hidden = true;
      return dark || Boolean(open) || screen.closeNotes();
    }

    function go(way) {
      if (close()) return; // a press that shows the lecture again does not move it
      const was = view();
      act({ type: 'go', by: way });
      if (view() === was) kit.say.toast(kit.t(way > 0 ? /* t */ 'The lecture ends here.' : /* t */ 'The lecture begins here.'), 1800);
    }

    function jump(step) {
      const was = view();
      close();
      act({ type: 'jump', step });
      if (view() === was && step > 0) kit.say.toast(`${kit.t('Step')} ${was.step}.`, 1200);
    }

    function blank() {
      const was = by('blank').hidden;
      close();
      by('blank').hidden = !was;
      if (was) kit.say.say(kit.t('The screen is blank. Any key shows the lecture again.'));
    }

    /** Larger or smaller words, names and captions alike; 0 for their own size. The camera makes room. */
    function words(by) {
      const at = SIZES.indexOf(kit.larger ?? 1);
      const size = by ? SIZES[at + by] : 1;
      if (!size || size === SIZES[at]) return;
      kit.larger = size;
      root.style.setProperty('--larger', size);
      if (!view().lecture) return;
      cy.resize();
      follow(view(), drawer.fit(false));
    }

    async function full() {
      try {
        if (document.fullscreenElement) await document.exitFullscreen();
        else await root.requestFullscreen();
      } catch {
        kit.say.toast(kit.t('Full screen is not allowed here.'));
      }
    }

    function code() {
      if (by('code').open) return by('code').close();
      close();
      const address = kit.studentAddress(view(), data);
      kit.showCode(by('code'), address);
      return by('code').showModal();
    }

    function steps() {
      if (by('steps').open) return by('steps').close();
      close();
      kit.band.list(view(), now());
      return by('steps').showModal();
    }

    function lectures() {
      const own = document.querySelectorAll(`#lectures [data-pathway="${view().pathway}"] button`);
      if (own.length === 1) return own[0].click();
      return by('lectures').showModal();
    }

    const commands = {
      larger: () => words(1),
      smaller: () => words(-1),
      pen: () => {
        shut();
        kit.say.toast(kit.t(pen.toggle() ? /* t */ 'Pen on. C clears, Esc puts it away.' : /* t */ 'Pen off.'), 1800);
      },
      wipe: pen.wipe,
      lectures,
      lecture: ({ id }) => { by('lectures').close(); act({ type: 'lecture', id }); by('lecture-title').focus({ preventScroll: true }); },
      'lecture-step': ({ by: way }) => go(Number(way)),
      'lecture-jump': ({ step }) => jump(Number(step)),
      'lecture-pick': ({ option }) => act({ type: 'pick', option: Number(option) }),
      'lecture-leave': () => { close(); act({ type: 'leave' }); },
      'lecture-steps': steps,
      blank,
      full,
      code,
      notes: () => { if (view().ui === 'full') { shut(); screen.open(); } },
      spotlight: () => kit.say.toast(kit.t(spotlight.toggle() ? /* t */ 'Spotlight on.' : /* t */ 'Spotlight off.'), 1200),
      refit: () => { words(0); drawer.fit(true); },
      close: () => close() || pen.on(false),
    };
    kit.lectureKeys({ active: () => Boolean(view().lecture), run, now });
    return { lay, follow, commands };
  }

  kit.present = present;
})((globalThis.cascadeKit ??= {}));
