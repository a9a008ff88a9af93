/** What the bytes of a dropped file are, and their text. Pure. */
import { t } from '../../app/i18n.js';

// The first bytes of formats that are no text.
/** @type {Array<[string, number[]]>} */
const MAGIC = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['old workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['HDF5', [0x89, 0x48, 0x44, 0x46]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['R', [0x42, 0x5a, 0x68]],
  ['R', [0xfd, 0x37, 0x7a, 0x58]],
];

/** @param {Uint8Array} bytes  @returns {string} of MAGIC, or 'text' */
export const kindOf = (bytes) =>
  MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0] ?? 'text';

/** Whether a zip archive is a workbook: its parts lie in a folder `xl`. */
function isWorkbook(bytes) {
  const names = new TextDecoder('latin1').decode(bytes);
  return /xl\/(workbook|worksheets|_rels|styles)|\[Content_Types\]\.xml/.test(names);
}

/** Why a file that is no text cannot be read, in one line that says what to do; '' for text. */
export function refusal(name, bytes) {
  const kind = kindOf(bytes);
  if (kind === 'text') return '';
  if (kind === 'old workbook' || (kind === 'zip' && isWorkbook(bytes)))
    return t(
      '{name} is a workbook: save its sheet as CSV in the spreadsheet program and open that, or start the figure with cascade serve --overlay {name}.',
      { name },
    );
  if (kind === 'zip') return t('{name} is an archive: unpack it and drop the files.', { name });
  return t('{name} is no text ({kind}): export the table of results as CSV.', { name, kind });
}

/** Which half of each pair of bytes is empty says which of the two UTF-16 a text is. */
function withoutMark(bytes) {
  const some = bytes.subarray(0, 2000);
  const empty = [0, 0];
  for (const [at, byte] of some.entries()) if (byte === 0) empty[at % 2] += 1;
  const half = some.length / 2;
  if (empty[1] > half * 0.4 && empty[0] < half * 0.1) return 'utf-16le';
  if (empty[0] > half * 0.4 && empty[1] < half * 0.1) return 'utf-16be';
  return '';
}

/**
 * The text of a file by its mark, as UTF-8, or as the 8-bit code of Windows where it is neither.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function textOf(bytes) {
  const [a, b] = bytes;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : '';
  const code = wide || withoutMark(bytes);
  if (code) return new TextDecoder(code).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
