/** The texts of files that were dropped, chosen or served; .gz unpacked. */
import { t } from '../app/i18n.js';
import { kindOf, refusal, textOf } from './rules/file-bytes.js';

const LARGEST = 60e6; // bytes; a whole CellPhoneDB run has some 10 MB
const UNPACKED = 300e6;

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const parts = [];
  let size = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > UNPACKED) throw new Error('too large');
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * @param {{name: string, bytes: Uint8Array}} file
 * @returns {Promise<{name: string, text?: string, why?: string}>} why it is not read, in one line
 */
async function readText({ name, bytes }) {
  let inside = bytes;
  if (kindOf(bytes) === 'gzip') {
    try {
      inside = await unpacked(bytes);
    } catch {
      return { name, why: t('{name} cannot be unpacked: unpack it and open the table.', { name }) };
    }
  }
  const why = refusal(name, inside);
  if (why) return { name, why };
  const text = textOf(inside);
  return text.slice(0, 2000).includes('\0')
    ? { name, why: t('{name} is no text: export the table of results as CSV.', { name }) }
    : { name: name.replace(/\.gz$/i, ''), text };
}

/**
 * @param {File[]} files
 * @returns {Promise<Array<{name: string, text?: string, why?: string}>>}
 * @throws {Error} in one line, where they are too large
 */
export async function readFiles(files) {
  if (files.reduce((sum, file) => sum + file.size, 0) > LARGEST)
    throw new Error(t('The files are larger than 60 MB.'));
  return Promise.all(
    files.map(async (file) =>
      readText({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
    ),
  );
}

/** Tables that the server was started with: the page names their places. */
export function servedFiles() {
  const marks = [...document.querySelectorAll('meta[name="cascade-table"]')];
  return Promise.all(
    marks.map(async ({ content, dataset: { name } }) => {
      const answer = await fetch(content);
      if (!answer.ok) return { name, why: `${name}: ${await answer.text()}` };
      return readText({ name, bytes: new Uint8Array(await answer.arrayBuffer()) });
    }),
  );
}
