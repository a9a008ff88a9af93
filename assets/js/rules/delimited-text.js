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

/** The separator that the first line has most of, outside quotes. */
function separator(text) {
  const line = text
    .slice(0, 20000)
    .split(/\r?\n/, 1)[0]
    .replace(/"[^"]*"/g, '');
  const count = (mark) => line.split(mark).length;
  return ['\t', ',', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/**
 * Quoted fields may hold separators, line ends and doubled quotes.
 * @returns {{head: string[], rows: string[][]}} without empty lines; rows as long as the head
 */
export function readDelimited(raw) {
  const text = raw.replace(/^\ufeff/, '');
  const mark = separator(text);
  const lines = [];
  let line = [];
  let at = 0;
  while (at < text.length) {
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
    line.push((field + text.slice(at, end)).trim());
    if (text[end] !== mark) {
      lines.push(line);
      line = [];
    } else if (end + 1 === text.length) line.push('');
    at = end + 1;
  }
  if (line.length) lines.push(line);
  const [head = [], ...rows] = lines.filter((one) => one.some(Boolean));
  // R's write.table leaves the name of the column of row names out.
  if (rows.length && rows[0].length === head.length + 1) head.unshift('');
  return { head, rows: rows.map((row) => head.map((_, column) => row[column] ?? '')) };
}
