/** Rows as a CSV file that spreadsheets open without questions. Pure. */
(function (kit) {
  'use strict';

  /** A value in quotes where it needs them; one that a spreadsheet would run is made text. */
  function cell(value) {
    const plain = String(value);
    const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /**
   * @param {Array<{id: string, name: string}>} columns
   * @param {object[]} rows  values by column id
   */
  function csv(columns, rows) {
    const lines = [columns.map((c) => cell(c.name)), ...rows.map((row) => columns.map((c) => cell(row[c.id] ?? '')))];
    return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`; // the mark tells Excel that it is UTF-8
  }

  kit.csv = csv;
})((globalThis.cascadeKit ??= {}));
