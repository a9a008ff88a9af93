/**
 * The two cells of each column `A|B`, where a name of a cell may itself hold the bar. Pure.
 * A name of a run stands in many columns, a wrong half of one in few; so the split counts whose
 * halves are met most.
 */
function splits(label) {
  const pairs = [];
  for (let at = label.indexOf('|'); at >= 0; at = label.indexOf('|', at + 1)) {
    const [a, b] = [label.slice(0, at).trim(), label.slice(at + 1).trim()];
    if (a && b) pairs.push([a, b]);
  }
  return pairs;
}

/**
 * @param {string[]} head
 * @returns {Array<{column: number, label: string, a: string, b: string}>} a and b '' where the
 *   halves cannot be told
 */
export function cellPairs(head) {
  const columns = head.flatMap((label, column) =>
    label.includes('|') ? [{ column, label, ways: splits(label) }] : [],
  );
  const count = new Map();
  const certain = new Set();
  for (const { ways } of columns) {
    for (const half of new Set(ways.flat())) count.set(half, (count.get(half) ?? 0) + 1);
    if (ways.length === 1) for (const half of ways[0]) certain.add(half);
  }
  const worth = ([a, b]) =>
    count.get(a) + count.get(b) + (certain.has(a) ? 1000 : 0) + (certain.has(b) ? 1000 : 0);
  return columns.map(({ column, label, ways }) => {
    const sorted = [...ways].sort((one, other) => worth(other) - worth(one));
    const clear = sorted.length === 1 || (sorted.length && worth(sorted[0]) > worth(sorted[1]));
    const [a, b] = clear ? sorted[0] : ['', ''];
    return { column, label, a, b };
  });
}
