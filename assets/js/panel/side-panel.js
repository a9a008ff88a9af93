/**
 * The page around the graph: cards, legend as filter, navigation. Reads the view, writes the DOM.
 */
import { byId, element, button as newButton } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { resolvedTheme } from '../app/theme.js';
import { idsOf } from '../rules/id-table.js';
import { formatAddress } from '../rules/url.js';
import { differences } from '../rules/same-claims.js';
import { lectureState } from '../rules/lecture-rules.js';
import { subjectName } from '../rules/subject.js';
import { isTesting } from '../rules/testing.js';
import { activeFilters, filterCounts } from '../rules/filters.js';
import { beyondLevel, expandNegations } from '../rules/visibility.js';
import { createCards } from './card-html.js';
import { installCardRows } from './card-rows.js';

const YEARS = { before: 'after' }; // one group holds both bounds

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

export function installPanel({ cy, data, signal }) {
  const rows = installCardRows({ cy, signal });
  const cards = byId('cards');
  const pictures = new Map(
    data.drawings.map((rule) => [rule.selector.split('"')[1], rule.style['background-image']]),
  );
  let open = null;
  let used = false;
  let scrolled = false;
  byId('panel').addEventListener(
    'scroll',
    () => {
      scrolled = true;
    },
    { passive: true, signal },
  );
  const over = matchMedia('(max-width: 1199px)'); // it lies over the figure
  const narrow = matchMedia('(max-width: 1499px)'); // the figure takes its room
  let forCard = false; // opened by a card, so it closes with it
  // As boot/theme.js does, so that the figure's place is the final one from the start.
  openPanel(!narrow.matches);

  function makeRoom(card) {
    if (!narrow.matches) return;
    const closed = document.documentElement.classList.contains('panel-closed');
    if (card) forCard ||= closed || over.matches;
    if (card || forCard) openPanel(Boolean(card));
    if (!card) forCard = false;
  }

  const writers = Object.fromEntries(data.order.map((name) => [name, createCards(data, name)]));

  /** The card of a view, or null. An arrow's card wins over its cell's. */
  function cardOf({ pathway, edge, focus, q }) {
    if (edge) return find(pathway, 'edge', edge);
    if (focus) return find(pathway, 'cell', focus);
    return q ? find(pathway, 'mention', q) : null;
  }

  /** A card by what it is about; those of cells stand in the page, others are made when wanted. */
  function find(pathway, about, id) {
    const own = cards.querySelector(`[data-cards="${pathway}"]`);
    const there = own.querySelector(`article[data-${about}="${CSS.escape(id)}"]`);
    if (there || about === 'cell') return there;
    own.insertAdjacentHTML('beforeend', writers[pathway][about](id));
    return own.querySelector(`article[data-${about}="${CSS.escape(id)}"]`);
  }

  /** Fills the lists of arrows and papers. */
  function fill(card, pathway) {
    if (card.dataset.filled) return;
    card.dataset.filled = 'yes';
    const write = writers[pathway];
    const into = (list, html) => {
      list.innerHTML = html.join('');
    };
    const lists = all('[data-rows]', card);
    const idsIn = (list) => list.dataset.rows.split(' ');
    const apart = differences(lists.flatMap(idsIn), data.pathways[pathway]);
    for (const list of lists)
      into(
        list,
        idsIn(list).map((id) => write.row(id, list.dataset.say, apart.get(id))),
      );
    for (const list of all('[data-refs]', card)) {
      into(
        list,
        list.dataset.refs.split(' ').map((id) => `<li>${write.paper(id)}</li>`),
      );
    }
    for (const image of all('img[data-glyph]', card)) image.src = pictures.get(image.dataset.glyph);
  }

  function showCard(view) {
    const card = cardOf(view);
    for (const legend of all('[data-legend]')) {
      legend.hidden = Boolean(card) || legend.dataset.legend !== view.pathway;
    }
    if (card === open) return;
    if (open) open.hidden = true;
    document.documentElement.classList.remove('reading');
    open = card;
    cards.hidden = !card;
    makeRoom(card);
    if (!card) return;
    fill(card, view.pathway);
    card.hidden = false;
    if (scrolled) byId('panel').scrollTop = 0; // reading it costs a layout
  }

  function navigation(view) {
    for (const part of all('[data-pathway]')) part.hidden = part.dataset.pathway !== view.pathway;
    for (const button of all('[data-do="stage"]')) {
      const here = button.dataset.id === view.stage;
      if (here) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    }
    for (const button of all('[data-do="organ"]')) {
      button.setAttribute('aria-pressed', String(button.dataset.id === view.organ));
    }
    for (const button of all('[data-do="detail"]')) {
      button.setAttribute('aria-pressed', String(button.dataset.id === view.detail));
    }
    const select = byId('pathway');
    if (select) select.value = view.pathway;
  }

  /** The way from the legend to the card of the stage or organ that is shown. */
  function offerPlace(view, pathway) {
    const here = document.querySelector(`[data-legend="${view.pathway}"] .here`);
    const id = view.organ || view.stage;
    here.hidden = !id;
    here.dataset.id = id;
    here.textContent = id ? t('What happens here: {name}', { name: subjectName(id, pathway) }) : '';
  }

  function filters(view) {
    const legend = document.querySelector(`[data-legend="${view.pathway}"]`);
    const hidden = new Set(expandNegations(view.hide, data.pathways[view.pathway].facets));
    const numbers = filterCounts(view, data.pathways[view.pathway]);
    for (const box of all('[data-do="hide"]', legend)) {
      box.checked = !hidden.has(box.dataset.token);
      box.parentNode.querySelector('.n').textContent = numbers.get(box.dataset.token) ?? 0;
    }
    const after = view.hide.find((token) => token.startsWith('after:'));
    const slider = legend.querySelector('[data-do="after"]');
    if (slider) {
      slider.value = after ? after.split(':')[1] : slider.max;
      const before = view.hide.find((token) => token.startsWith('before:'));
      byId(`year-${view.pathway}`).textContent = before
        ? t('{year}, not before {first}', { year: slider.value, first: before.split(':')[1] })
        : slider.value;
    }
    for (const part of all('[data-facet]', legend)) {
      const names = part.dataset.facet === 'after' ? ['after', 'before'] : [part.dataset.facet];
      part.classList.toggle(
        'active',
        view.hide.some((token) => names.includes(token.split(':')[0])),
      );
    }
  }

  /** The filters in force, each with a way to end it, beside the count. */
  function chips(view, pathway) {
    const list = byId('filters');
    const legend = document.querySelector(`[data-legend="${view.pathway}"]`);
    const active = activeFilters(view, pathway);
    list.hidden = !active.length;
    list.replaceChildren(
      ...active.map(({ facet, text }) => {
        const part = legend.querySelector(`[data-facet="${YEARS[facet] ?? facet}"]`);
        const label = part.querySelector('legend').textContent;
        const dataset = { do: 'all-of', id: facet };
        const title = t('{facet}: {text}. Show all again', { facet: label, text });
        return element('li', {}, newButton(`× ${text}`, dataset, { title, 'aria-label': title }));
      }),
      ...(active.length
        ? [element('li', {}, newButton(t('Clear all'), { do: 'unfiltered' }))]
        : []),
    );
  }

  function counts(view, pathway, seen) {
    const total = idsOf(pathway.interactions).length;
    byId('count').textContent = t('{n} of {of} interactions shown', {
      n: seen.shown.length,
      of: total,
    });
    // In the plain figure the rest is a matter of course; who looks for something is told.
    const asks = view.hide.length || view.focus || view.organ || view.q || view.edge.includes('~');
    const rest = asks && !view.lecture ? beyondLevel(view, pathway, seen) : 0;
    const more = byId('more');
    more.hidden = !rest;
    more.textContent = t('{n} more at All', { n: rest });
    // Once the figure has been used, here or by whoever made the address, nobody needs the hint.
    used ||= /[?&](?!theme=|lang=)/.test(formatAddress(view, data));
    byId('welcome').hidden = used;
    const notice = byId('notice');
    notice.hidden = seen.shown.length > 0 || Boolean(view.focus && !view.hide.length);
    notice.querySelector('span').textContent = view.hide.length
      ? t('The filters leave no arrow in this view.')
      : t('There is no arrow at this level of detail here.');
  }

  function titles(view, pathway) {
    const stage = pathway.stages.find((s) => s.id === view.stage);
    const playing = lectureState(view, pathway);
    const subject = isTesting(view)
      ? t('Practice')
      : playing
        ? `${playing.outer ? '' : `${view.step}/${playing.of} `}${playing.step.title}`
        : view.edge && pathway.interactions[view.edge]
          ? pathway.interactions[view.edge].claim
          : view.focus
            ? pathway.cells[view.focus].name
            : stage?.name;
    document.title = subject ? `${subject} · ${pathway.title}` : pathway.title;
    byId('title').textContent = pathway.title;
    byId('subtitle').textContent = pathway.subtitle ?? '';
  }

  function update(view, seen) {
    const pathway = data.pathways[view.pathway];
    showCard(view);
    if (open) rows.update(open, view, seen);
    navigation(view);
    offerPlace(view, pathway);
    filters(view);
    chips(view, pathway);
    counts(view, pathway, seen);
    titles(view, pathway);
    document.documentElement.dataset.theme = resolvedTheme(view.theme);
    document.documentElement.dataset.ui = view.ui;
  }

  return { update };
}

/** Opens or closes the side panel; on narrow screens it lies over the figure. */
export function openPanel(wanted) {
  document.documentElement.classList.toggle('panel-closed', !wanted);
  byId('toggle').setAttribute('aria-expanded', String(wanted));
}

/** Tells the reader's heading first: the open card's, else the legend's. */
export function readCard() {
  globalThis.cascade?.view(); // what waits for the paint is told first
  openPanel(true);
  document.documentElement.classList.add('reading'); // with minimal chrome the panel waits for this
  const heading = document.querySelector(
    '#cards:not([hidden]) article:not([hidden]) h2, .legend:not([hidden]) h2',
  );
  heading?.focus();
}
