/** What buttons and keys do, by the name in their `data-do`. */
import { say, toast } from '../access/announcer.js';
import { keepFocus } from '../access/focus.js';
import { copyAddress, copyField } from '../embed/sandbox.js';
import { zoomBy } from '../graph/camera.js';
import { openPanel, readCard } from '../panel/side-panel.js';
import { isLocal, pageAddress } from '../rules/reach.js';
import { subjectView } from '../rules/subject.js';
import { mayRun } from '../rules/testing.js';
import { formatAddress } from '../rules/url.js';
import { downloadView, shownInteractions } from '../save/download.js';
import { savePng, saveSvg } from '../save/picture.js';
import { byId } from './dom.js';
import { t } from './i18n.js';
import { loadBundle } from './later-bundle.js';
import { isFrozen } from './load.js';
import { currentPathway, state } from './state.js';
import { themeAfter } from './theme.js';

export function createCommands(figure, { renderer, search, textView, navigation, more }) {
  const { cy, data, dispatch, signal } = figure;
  const help = byId('help');
  let sharing = null; // what the dialogs that hand the view on do, by command
  let wanted = ''; // the last of these commands; Escape takes it back while its bundle still comes

  function open(id) {
    const dialog = byId(id);
    if (dialog.open) return dialog.close();
    dialog.showModal();
    // Workaround: not by `autofocus`, which browsers try at load, and complain of inside a frame of
    // another site. https://github.com/vuejs/vue/issues/10976
    return dialog.querySelector('h2').focus();
  }

  /** Copies the address of the view; where the clipboard is closed it can be selected instead. */
  function copy() {
    const page = pageAddress(location.href, data.reach);
    const link = page ? page + location.search : location.href;
    const warning = page && isLocal(page) ? ` ${t('Only this computer reaches it.')}` : '';
    return copyAddress(link, t('Link to this view copied.'), warning);
  }

  async function loadSharing() {
    try {
      const install = await loadBundle('sharing', byId('sharing-parts'));
      return install(figure, { frozen: isFrozen(), copyField, shownInteractions });
    } catch {
      sharing = null; // the next press tries again
      return null;
    }
  }

  const share = (name) => async () => {
    wanted = name;
    sharing ??= loadSharing();
    const does = await sharing;
    if (wanted !== name) return;
    if (does) does[name]();
    else toast(t('This part of the page could not be loaded. Try again.'));
  };

  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') wanted = '';
    },
    { signal },
  );

  function zoom(by) {
    if (!zoomBy(cy, by)) say(t('It zooms no further.'));
    else say(t(by > 1 ? /* t */ 'Zoomed in.' : /* t */ 'Zoomed out.'));
  }

  /** Shows the card of a stage, an organ or all disputes; from the menu the focus goes to it. */
  function showPlace({ id, read }) {
    dispatch({ type: 'set', view: subjectView(id, currentPathway()) });
    if (read) readCard();
  }

  const done = {
    stage: ({ id }) => dispatch({ type: 'stage', id }),
    organ: ({ id }) => dispatch({ type: 'organ', id }),
    focus: ({ id }) => dispatch({ type: 'set', view: { focus: id, edge: '' } }),
    edge: ({ id }) => dispatch({ type: 'set', view: { edge: id } }),
    mention: ({ id }) => dispatch({ type: 'set', view: { q: id, focus: '', edge: '' } }),
    place: showPlace,
    clear: () => dispatch({ type: 'clear' }),
    reset: () => dispatch({ type: 'reset' }),
    'all-of': ({ id }) => dispatch({ type: 'all', facet: id }),
    unfiltered: () => dispatch({ type: 'set', view: { hide: [] } }),
    hide: ({ token }) => dispatch({ type: 'hide', token }),
    only: ({ facet, id }) => dispatch({ type: 'only', facet, value: id }),
    after: ({ value }) => dispatch({ type: 'after', year: Number(value) }),
    detail: ({ id }) => dispatch({ type: 'detail', id }),
    // t: 'light' 'dark' 'projector'
    theme: () => {
      const id = themeAfter(state.view.theme);
      dispatch({ type: 'theme', id });
      toast(
        id === 'auto' ? t('Theme follows your system.') : t('Theme: {name}.', { name: t(id) }),
        1800,
      );
    },
    // Another language is another page.
    lang: ({ id }) =>
      location.assign(formatAddress({ ...state.view, lang: id }, data) || location.pathname),
    zoom: ({ by }) => zoom(Number(by)),
    in: () => zoom(1.25),
    out: () => zoom(0.8),
    fit: () => {
      renderer.fit(true);
      say(t('The view fits the screen.'));
    },
    search: () => search.open(),
    read: readCard,
    listing: textView.toggle,
    'listing-as': ({ id }) => textView.show(id),
    csv: textView.download,
    download: ({ id }) => downloadView(id, state.view, data, cy),
    copy,
    help: () => open('help'),
    'close-help': () => help.close(),
    dismiss: () => keepFocus(() => byId('problems').remove(), navigation),
    panel: () => openPanel(document.documentElement.classList.contains('panel-closed')),
    png: ({ scale }) => savePng(cy, state.view, data, Number(scale)),
    svg: () => saveSvg(cy, state.view, data),
    print: () => open('print'),
    'close-print': () => byId('print').close(),
    about: () => open('about'),
    embed: share('embed'),
    'embed-copy': share('embed-copy'),
    cite: share('cite'),
    'cite-copy': share('cite-copy'),
    'cite-save': share('cite-save'),
    'show-code': share('show-code'),
    'close-embed': () => byId('embed').close(),
    'close-cite': () => byId('cite').close(),
    'close-address': () => byId('address').close(),
    on: () => dispatch({ type: 'go', by: 1 }),
    back: () => dispatch({ type: 'go', by: -1 }),
    'close-about': () => byId('about').close(),
    ...more,
  };

  return (name, detail = {}) => mayRun(name, state.view) && done[name]?.(detail);
}
