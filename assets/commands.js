/** What buttons and keys do, by the name in their `data-do`. */
(function (kit) {
  'use strict';

  function commands({ cy, act, drawer, searchbox, listing, cursor, view, data, more }) {
    const help = document.getElementById('help');
    const embedding = kit.embedding(data);

    function open(id) {
      const dialog = document.getElementById(id);
      if (dialog.open) return dialog.close();
      dialog.showModal();
      // Not by `autofocus`: browsers try that at load, and complain inside a course page's frame.
      return dialog.querySelector('h2').focus();
    }

    /** Copies the address of the view; where the clipboard is closed it can be selected instead. */
    async function copy() {
      if (await kit.manners.copy(location.href)) kit.say.toast(kit.t('Link to this view copied.'));
      else kit.manners.show(location.href, kit.t('Copying is closed here. Copy this link yourself:'));
    }

    function zoom(by) {
      kit.camera.zoom(cy, by);
      kit.say.say(kit.t(by > 1 ? /* t */ 'Zoomed in.' : /* t */ 'Zoomed out.'));
    }

    const done = {
      stage: ({ id }) => act({ type: 'stage', id }),
      organ: ({ id, stage }) => act({ type: 'organ', id, stage: stage || undefined }),
      focus: ({ id }) => act({ type: 'set', view: { focus: id, edge: '' } }),
      edge: ({ id }) => act({ type: 'set', view: { edge: id } }),
      mention: ({ id }) => act({ type: 'set', view: { q: id, focus: '', edge: '' } }),
      clear: () => act({ type: 'clear' }),
      reset: () => act({ type: 'reset' }),
      hide: ({ token }) => act({ type: 'hide', token }),
      only: ({ facet, id }) => act({ type: 'only', facet, value: id }),
      after: ({ value }) => act({ type: 'after', year: Number(value) }),
      detail: ({ id }) => act({ type: 'detail', id }),
      // t: 'light' 'dark' 'projector'
      theme: () => {
        const id = kit.theme.after(view().theme);
        act({ type: 'theme', id });
        kit.say.toast(id === 'auto' ? kit.t('Theme follows your system.') : kit.t('Theme: {name}.', { name: kit.t(id) }), 1800);
      },
      // Another language is another page.
      lang: ({ id }) => location.assign(kit.url.format({ ...view(), lang: id }, data) || location.pathname),
      zoom: ({ by }) => zoom(Number(by)),
      in: () => zoom(1.25),
      out: () => zoom(0.8),
      fit: () => { drawer.fit(true); kit.say.say(kit.t('The view fits the screen.')); },
      search: () => searchbox.open(),
      read: kit.readCard,
      listing: listing.toggle,
      'listing-as': ({ id }) => listing.show(id),
      csv: listing.download,
      download: ({ id }) => kit.download(id, view(), data, cy),
      copy,
      help: () => open('help'),
      'close-help': () => help.close(),
      dismiss: () => kit.foothold(() => document.getElementById('problems').remove(), cursor),
      panel: () => kit.panelOpen(document.documentElement.classList.contains('panel-closed')),
      png: ({ scale }) => kit.picture(cy, view(), data, Number(scale)),
      svg: () => kit.picture.vector(cy, view(), data),
      print: () => open('print'),
      'close-print': () => document.getElementById('print').close(),
      about: () => open('about'),
      embed: () => embedding.open(view()),
      'embed-copy': embedding.copy,
      'close-embed': embedding.close,
      'close-address': () => document.getElementById('address').close(),
      on: () => act({ type: 'go', by: 1 }),
      back: () => act({ type: 'go', by: -1 }),
      'close-about': () => document.getElementById('about').close(),
      ...more,
    };

    return (name, detail = {}) => done[name]?.(detail);
  }

  kit.commands = commands;
})((globalThis.cascadeKit ??= {}));
