/** Numbers as people and spreadsheets write them. Pure. */
import { t } from '../../app/i18n.js';

const SIGNS = /[\s\u00a0\u202f'’]/g; // between groups of thousands
const tidy = (text) => text.replace(/[\u2212\u2013]/g, '-').replace(SIGNS, '');

const GROUPED = { '.': /^[-+]?[1-9]\d{0,2}(\.\d{3})+$/, ',': /^[-+]?[1-9]\d{0,2}(,\d{3})+$/ };

/** The decimal mark that one number shows; '' where it could be either. */
function markOf(text) {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma < 0 && point < 0) return '';
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const mark = comma >= 0 ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  if (!GROUPED[mark].test(text)) return text.split(mark).length > 2 ? other : mark;
  return text.split(mark).length > 2 ? other : '';
}

/**
 * The decimal mark of a table's numbers. '1.234' and '1,234' alone say nothing, so all are looked
 * at together.
 * @param {Iterable<string>} texts  @param {string} separator  of the table's columns
 */
export function decimalMark(texts, separator) {
  const count = { '.': 0, ',': 0, '': 0 };
  for (const text of texts) if (/^[-+\d.,]/.test(tidy(text))) count[markOf(tidy(text))] += 1;
  if (count['.'] !== count[',']) return count['.'] > count[','] ? '.' : ',';
  // Spreadsheets that part columns with semicolons do so because the comma is their decimal mark.
  return separator === ';' && !count['.'] ? ',' : '.';
}

/** @returns {number|null} */
export function readNumber(raw, mark = '.') {
  let text = tidy(raw ?? '');
  if (!/\d/.test(text)) return null;
  const own = markOf(text.replace(/e[-+]?\d+$/i, '')) || mark;
  const group = own === ',' ? '.' : ',';
  const body = text.replace(/e[-+]?\d+$/i, '');
  // A group of another length than three is no group.
  if (body.includes(group) && !/^[-+]?\d{1,3}([.,]\d{3})+([.,]\d*)?$/.test(body)) return null;
  text = text.replaceAll(group, '').replace(own, '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : null;
}

/**
 * A p value as printed: '<0.001', 'p = 0,02', '0.20*', 'n.s.'.
 * @returns {{p: number|null, why: string}} why it cannot count, where it cannot
 */
export function readP(raw, mark = '.', log = false) {
  const text = (raw ?? '').trim();
  const bare = text
    .replace(/^[pq]\s*(?=[=<>≤≥\d])/i, '')
    .replace(/[*†‡]+$/, '')
    .trim();
  if (/^(n\.?\s?s\.?|not significant|nicht signifikant|non[- ]?significant)$/i.test(bare))
    return { p: null, why: t('p is “{text}”: not significant', { text }) };
  if (!text || /^(na|n\/a|nan|null|none|-|\.|#n\/a|#nv)$/i.test(text))
    return { p: null, why: t('no p value') };
  const [, sign, digits] = /^([<>≤≥=~]*)\s*(.*)$/.exec(bare) ?? [];
  let p = readNumber(digits, mark);
  if (p !== null && log) p = 10 ** -Math.abs(p);
  if (p === null || p < 0 || p > 1) return { p: null, why: t('“{text}” is no p value', { text }) };
  if (/[>≥]/.test(sign)) return { p: null, why: t('p is “{text}”: not below a limit', { text }) };
  return { p, why: '' };
}

/** Three significant digits, in the shortest way to write them. */
export function threeDigits(number) {
  if (number === 0 || !Number.isFinite(number)) return String(number);
  return String(Number(number.toPrecision(3)));
}
