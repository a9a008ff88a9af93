/** Rows as a CSV file that spreadsheets open without questions. Pure. */
/** A value in quotes where it needs them; one that a spreadsheet would run is made text. */
function cell(value) {
  const plain = String(value);
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
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
  // the mark tells Excel that it is UTF-8
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
