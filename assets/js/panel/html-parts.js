/** The parts that cards are made of, as HTML text. Pure. */
import { t } from '../app/i18n.js';
import { escapeHtml } from '../rules/escape.js';

export const chip = (text, look = '') => `<span class="chip ${look}">${escapeHtml(text)}</span>`;
export const chips = (...parts) => `<p class="chips">${parts.join('')}</p>`;
export const head = (text) => `<h2 tabindex="-1">${escapeHtml(text)}</h2>`;
export const basis = (text) => ` <small class="basis">${escapeHtml(text)}</small>`;
export const paragraph = (text) => (text ? `<p>${escapeHtml(text)}</p>` : '');

export const link = (href, text, look = '') =>
  `<a${look && ` class="${look}"`} href="${escapeHtml(href)}" target="_blank"` +
  ` rel="noopener">${escapeHtml(text)}</a>`;

/** A button that reads as a link; `text` is HTML. */
export const button = (what, id, text, title = '') =>
  `<button type="button" class="link" data-do="${what}" data-id="${escapeHtml(id)}"` +
  `${title && ` title="${escapeHtml(title)}"`}>${text}</button>`;

/** A list of arrows, which the panel fills; `say` is the text of their cards that it shows. */
export const rowList = (ids, say = 'summary') =>
  `<ul class="rows" data-rows="${escapeHtml(ids.join(' '))}" data-say="${say}"></ul>`;

/** A list of papers, which the panel fills. */
export const paperList = (ids = []) =>
  `<ul class="papers" data-refs="${escapeHtml(ids.join(' '))}"></ul>`;

/** A list of arrows under a heading with their number; '' for none. */
export const rowSection = (ids, one, many, say = 'summary') =>
  ids.length
    ? `<h3>${ids.length === 1 ? t(one) : t(many, { n: ids.length })}</h3>${rowList(ids, say)}`
    : '';
