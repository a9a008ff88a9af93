/**
 * A text as a table: separator, the row of names, and the rows below it, each with its line. Pure.
 * Spreadsheets and scripts put titles, comments, blank lines and `sep=;` above the names.
 */
import { likeHead } from './table-columns.js';

const SEPARATORS = ['\t', ',', ';', ' '];
const ABOVE = 60; // lines among which the names are looked for

/** The fields of the line that begins at a place, and where the next begins. */
function line(text, start, mark) {
  const fields = [];
  let at = start;
  for (;;) {
    let field = '';
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"'))
        end += text[end] === '"' ? 2 : 1;
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    let end = at;
    while (end < text.length && text[end] !== mark && text[end] !== '\n') end += 1;
    fields.push((field + text.slice(at, end)).trim());
    at = end + 1;
    if (text[end] !== mark) return { fields, next: at };
  }
}

/** All lines, or the first of them, as fields with their number. */
function lines(text, mark, most = Infinity) {
  const rows = [];
  let at = 0;
  let number = 1;
  while (at < text.length && number <= most) {
    const { fields, next } = line(text, at, mark);
    if (fields.some(Boolean)) rows.push({ fields, number });
    for (
      let from = text.indexOf('\n', at);
      from >= 0 && from < next;
      from = text.indexOf('\n', from + 1)
    )
      number += 1;
    at = next;
  }
  return rows;
}

const isNumber = (text) => /^[-+]?[\d.,]+(e[-+]?\d+)?$/i.test(text);

/** Separator and row of names that are most like a table of results. */
function findHead(text, given) {
  let best = { mark: '', number: 0, like: 0 };
  for (const mark of given ? [given] : SEPARATORS) {
    for (const { fields, number } of lines(text, mark, ABOVE)) {
      // Blanks part columns only where R has quoted the names.
      if (mark === ' ' && !/^"/.test(text.split('\n', number)[number - 1])) continue;
      const like = likeHead(fields);
      if (like > best.like) best = { mark, number, like };
    }
  }
  return best.like > 1 ? best : null;
}

/** Of a text that is no table of results: the separator that its first line has most of. */
function plainHead(text) {
  const first = text.split('\n').find((row) => row.trim() && !/^\s*#/.test(row)) ?? '';
  const count = (mark) => first.replace(/"[^"]*"/g, '').split(mark).length;
  const mark = ['\t', ',', ';'].reduce((a, b) => (count(b) > count(a) ? b : a));
  return { mark, number: lines(text, mark).find(({ fields }) => !/^#/.test(fields[0]))?.number };
}

/**
 * R's write.table leaves the name of the column of row names out, so that each row has one field
 * more than there are names. A decimal comma without quotes does the same, but then a number stands
 * where a name should.
 */
function hasRowNames(head, rows) {
  return (
    rows.length > 0 &&
    rows.every(({ fields }) => fields.length === head.length + 1) &&
    new Set(rows.map(({ fields }) => fields[0])).size === rows.length &&
    (rows.every(({ fields }) => isNumber(fields[0])) ||
      likeHead(head) >= 100 ||
      !isNumber(rows[0].fields[likeColumn(head)]))
  );
}

const likeColumn = (head) => head.findIndex((name) => /receptor|rezeptor/i.test(name)) + 1;

/**
 * @param {string} raw
 * @returns {{head: string[], rows: string[][], numbers: number[], mark: string}} rows at least as
 *   long as the head, without empty and comment lines; the line of each
 */
export function readTable(raw) {
  let text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [, given] = /^"?sep=(.)"?[ \t;,]*\n/i.exec(text) ?? [];
  if (given) text = text.replace(/^[^\n]*/, '');
  const begin = findHead(text, given) ?? plainHead(text);
  const all = lines(text, begin.mark).filter(({ number }) => number >= begin.number);
  const names = all[0]?.fields ?? [];
  const rows = all
    .slice(1)
    .filter(({ fields }) => !(/^#/.test(fields[0]) && fields.filter(Boolean).length === 1));
  while (names.length && !names.at(-1) && rows.every(({ fields }) => !fields[names.length - 1]))
    names.pop();
  const head = hasRowNames(names, rows) ? ['', ...names] : names;
  return {
    head,
    rows: rows.map(({ fields }) => {
      const kept = [...fields];
      while (kept.length > head.length && !kept.at(-1)) kept.pop();
      while (kept.length < head.length) kept.push('');
      return kept;
    }),
    numbers: rows.map(({ number }) => number),
    mark: begin.mark,
  };
}
