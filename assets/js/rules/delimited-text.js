/** Rows as a CSV file that spreadsheets open without questions. Pure. */
import { FORMULA } from './constants.js';

const GUARDED = new RegExp(`^${FORMULA}`);

/**
 * A value in quotes where it needs them.
 *
 * Workaround: a spreadsheet runs what begins like a formula, so an apostrophe makes it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value) {
  const plain = String(value);
  const safe = GUARDED.test(plain) ? `'${plain}` : plain;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {Array<{id: string|number, name: string}>} columns
 * @param {any[]} rows  values by column id
 */
export function toCsv(columns, rows) {
  const lines = [
    columns.map((c) => cell(c.name)),
    ...rows.map((row) => columns.map((c) => cell(row[c.id] ?? ''))),
  ];
  // Workaround: only the mark tells Excel that the file is UTF-8; no source found.
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
