/** A calendar file that reminds of a round. Pure; as RFC 5545 has it. */

const FOLD = 74; // octets of a line, of 75
const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
const day = (date) => date.toISOString().slice(0, 10).replace(/-/g, '');
const stamp = (date) => date.toISOString().replace(/[-:]|\.\d+/g, '');

/** A line in pieces that are short enough, each after the first begun by a space. */
function folded(line) {
  const pieces = [];
  let piece = '';
  let octets = 0;
  for (const letter of line) {
    const more = new TextEncoder().encode(letter).length;
    if (octets + more > FOLD) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += letter;
    octets += more;
  }
  return [...pieces, piece].join('\r\n');
}

/**
 * An event of a whole day, some days after `now`.
 * @param {{title: string, text: string, address: string, now: Date, days: number}} event
 */
export function calendarFile({ title, text, address, now, days }) {
  const on = (more) => new Date(now.getTime() + (days + more) * 86400000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//cascade//practice//EN',
    'BEGIN:VEVENT',
    `UID:${stamp(now)}-practice@cascade`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${day(on(0))}`,
    `DTEND;VALUE=DATE:${day(on(1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(address ? `${text}\n${address}` : text)}`,
    ...(address ? [`URL:${address}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
