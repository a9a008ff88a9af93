/** Where the words at a thing find room without covering what stands around it. Pure. */

const NEAR = [10, 26, 46, 72, 104]; // CSS pixels from the thing
const SIDES = [
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, 0],
  [-1, 0],
];

const overlap = (a, b) =>
  Math.max(0, Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)) *
  Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1));

/**
 * The upper left corner of the words: the nearest place that is free, else the one that covers
 * least. All in the same pixels.
 * @param {{w: number, h: number}} size
 * @param {{x1: number, y1: number, x2: number, y2: number}} subject  what the words are of
 * @param {Array<{x1: number, y1: number, x2: number, y2: number}>} taken  what stays free, as the
 *   subject itself
 * @param {{w: number, h: number}} room
 */
export function tipSpot({ w, h }, subject, taken, room) {
  const inside = (at, size, all) => Math.max(4, Math.min(at, all - size - 4));
  const middle = { x: (subject.x1 + subject.x2) / 2, y: (subject.y1 + subject.y2) / 2 };
  let best = null;
  for (const far of NEAR) {
    for (const [right, down] of SIDES) {
      const x = right ? (right > 0 ? subject.x2 + far : subject.x1 - far - w) : middle.x - w / 2;
      // Beside the thing in a slant it need not clear it in height as well.
      const beside = middle.y + (down * (h + far)) / 2 - h / 2;
      const over = down > 0 ? subject.y2 + far : subject.y1 - far - h;
      const left = inside(x, w, room.w);
      const top = inside(right ? beside : over, h, room.h);
      const box = { x1: left, y1: top, x2: left + w, y2: top + h };
      const covered =
        20 * overlap(box, subject) + taken.reduce((sum, other) => sum + overlap(box, other), 0);
      if (!best || covered < best.covered) best = { left, top, covered };
      if (!covered) return { left, top };
    }
  }
  return { left: best.left, top: best.top };
}
