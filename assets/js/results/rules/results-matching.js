/** Which arrows of the figure a table of results speaks of, and what became of each row. Pure. */
import { moleculesOf } from './molecule-names.js';

/** What can become of a row, in the order in which they are told. */
export const VERDICTS = {
  supported: /* t */ 'Supported',
  reversed: /* t */ 'Stands in the figure in the other direction',
  elsewhere: /* t */ 'Stands in the figure between other cells',
  receptor: /* t */ 'Stands in the figure with another receptor',
  absent: /* t */ 'Not in the figure',
  p: /* t */ 'Not counted by its p value',
  unread: /* t */ 'Not read',
};

const WHY = {
  sender: /* t */ 'sender is not in the figure',
  receiver: /* t */ 'receiver is not in the figure',
  similar: /* t */ 'cell name is only similar to one of the figure',
  p: /* t */ 'p above the limit',
  cells: /* t */ 'no arrow between these cells',
  ligand: /* t */ 'the figure has another signal between these cells',
  receptor: /* t */ 'the figure has this signal with another receptor',
  reversed: /* t */ 'the figure has it from the receiver to the sender',
  elsewhere: /* t */ 'the figure has this pair between other cells',
};

const CHAINS = [/^ITGA/, /^ITGB/];

/** Whether one is found; an integrin is both its chains: αvβ3 is not αvβ5. */
function bindsAs(wanted, ids) {
  if (!wanted.some((id) => ids.has(id))) return false;
  return CHAINS.every((chain) => {
    const own = wanted.filter((id) => chain.test(id));
    const theirs = [...ids].some((id) => chain.test(id));
    return !own.length || !theirs || own.some((id) => ids.has(id));
  });
}

/** How an arrow and a pair of molecules go together: 'whole', 'ligand' or ''. */
function fit(arrow, ligands, receptors) {
  if (!bindsAs(arrow.mediators, ligands)) return '';
  return !arrow.receptors.length || bindsAs(arrow.receptors, receptors) ? 'whole' : 'ligand';
}

/** The verdict of a row whose cells and p value count. */
function judge({ here, back, all }, ligands, receptors, mutual) {
  const whole = (arrows, a, b) => arrows.filter((arrow) => fit(arrow, a, b) === 'whole');
  const supported = whole(here, ligands, receptors);
  if (mutual) supported.push(...whole(back, receptors, ligands));
  if (supported.length) return { verdict: 'supported', why: '', arrows: [...new Set(supported)] };
  // Turned are the cells, or the molecules, which says the same.
  const turned = [
    ...whole(back, ligands, receptors),
    ...whole(back, receptors, ligands),
    ...whole(here, receptors, ligands),
  ];
  if (turned.length) return { verdict: 'reversed', why: 'reversed', arrows: [...new Set(turned)] };
  const other = here.filter((arrow) => fit(arrow, ligands, receptors) === 'ligand');
  if (other.length) return { verdict: 'receptor', why: 'receptor', arrows: other };
  const elsewhere = whole(all, ligands, receptors);
  if (elsewhere.length) return { verdict: 'elsewhere', why: 'elsewhere', arrows: elsewhere };
  return { verdict: 'absent', why: here.length ? 'ligand' : 'cells', arrows: [] };
}

/** The arrows by their cells and by their ligands, and the verdicts already found. */
function judging(arrows, known) {
  const between = new Map();
  const byLigand = new Map();
  const put = (map, key, arrow) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(arrow);
  };
  for (const arrow of arrows) {
    put(between, `${arrow.from} ${arrow.to}`, arrow);
    for (const id of arrow.mediators) put(byLigand, id, arrow);
  }
  const judged = new Map(); // 200,000 rows have few pairs of cells and molecules
  return (row, from, to) => {
    const key = [from, to, row.mutual, ...row.ligand, '>', ...row.receptor].join('\n');
    if (!judged.has(key)) {
      const [ligands, receptors] = [row.ligand, row.receptor].map((of) => moleculesOf(of, known));
      const at = {
        here: between.get(`${from} ${to}`) ?? [],
        back: between.get(`${to} ${from}`) ?? [],
        all: [...new Set([...ligands].flatMap((id) => byLigand.get(id) ?? []))],
      };
      judged.set(key, judge(at, ligands, receptors, row.mutual));
    }
    return judged.get(key);
  };
}

/** Why a row is not looked for in the figure at all; null where it is. */
function passedOver(row, limit) {
  if (row.fault) return { row, verdict: 'unread', why: row.fault, arrows: [] };
  if (row.noP) return { row, verdict: 'p', why: row.noP, arrows: [] };
  return row.p !== null && row.p > limit ? { row, verdict: 'p', why: WHY.p, arrows: [] } : null;
}

/** Counts a row for an arrow. */
function support(supports, arrow, row) {
  if (!supports.has(arrow.id))
    supports.set(arrow.id, { strength: 0, best: null, rows: [], half: !arrow.receptors.length });
  const entry = supports.get(arrow.id);
  entry.rows.push(row);
  if (row.score !== null) entry.best = Math.max(entry.best ?? row.score, row.score);
}

/**
 * Lays rows on arrows.
 * @param {any[]} rows  of `readResults`
 * @param {(name: string) => {id: string, offer?: string}} cellOf  of a name; id '' for none
 * @param {Array<{id, from, to, mediators: string[], receptors: string[]}>} arrows
 * @param {Map<string, Set<string>>} known  of `moleculeIndex`
 * @param {number} limit  rows with a greater p do not count
 * @returns {{arrows: Map<string, {strength: number, rows: any[], half: boolean}>,
 *   verdicts: Array<{row: any, verdict: string, why: string, arrows: string[]}>,
 *   scale: {least: number, most: number}|null}} strength 0 to 1; `half`: the figure names no
 *   receptor, so the ligand alone matched; `scale`: scores of the widths, null where all are equal
 */
export function supportArrows(rows, cellOf, arrows, known, limit) {
  const verdictOf = judging(arrows, known);
  const supports = new Map();
  const verdicts = rows.map((row) => {
    const passed = passedOver(row, limit);
    if (passed) return passed;
    const [from, to] = [cellOf(row.sender), cellOf(row.receiver)];
    if (!from.id || !to.id) {
      const [missing, other] = from.id ? ['receiver', to] : ['sender', from];
      const why = WHY[other.offer ? 'similar' : missing];
      return { row, verdict: 'absent', why, arrows: [] };
    }
    const { verdict, why, arrows: these } = verdictOf(row, from.id, to.id);
    if (verdict === 'supported') for (const arrow of these) support(supports, arrow, row);
    return { row, verdict, why: WHY[why] ?? '', arrows: these.map(({ id }) => id) };
  });
  return { arrows: supports, verdicts, scale: setStrengths([...supports.values()]) };
}

/** Strengths from 0.05 to 1 by score; all 1 where there is none. */
function setStrengths(entries) {
  let most = null;
  let least = null;
  for (const { best } of entries) {
    if (best === null) continue;
    most = Math.max(most ?? best, best);
    least = Math.min(least ?? best, best);
  }
  const scaled = most !== null && most > 0;
  for (const entry of entries)
    entry.strength = scaled ? Math.max((entry.best ?? 0) / most, 0.05) : 1;
  return scaled ? { least, most } : null;
}
