/** The rows of a table with what became of each, as CSV. Pure. */
import { t } from '../app/i18n.js';
import { toCsv } from '../rules/delimited-text.js';
import { VERDICTS } from './rules/results-matching.js';

const COLUMNS = [
  ['file', 'file'],
  ['line', 'line'],
  ['sender', 'sender'],
  ['receiver', 'receiver'],
  ['pair', 'ligand – receptor'],
  ['told', 'score'],
  ['p', 'p'],
  ['verdict', 'verdict'],
  ['why', 'why'],
  ['arrows', 'arrows'],
  ['claims', 'arrows in words'],
].map(([id, name]) => ({ id, name }));

/**
 * @param {any[]} verdicts  of `supportArrows`
 * @param {Record<string, {claim: string}>} claims  of the figure's arrows
 */
export const verdictCsv = (verdicts, claims) =>
  toCsv(
    COLUMNS,
    verdicts.map(({ row, verdict, why, arrows }) => ({
      ...row,
      verdict: t(VERDICTS[verdict]),
      why: why && t(why),
      arrows: arrows.join(' '),
      claims: arrows.map((id) => claims[id].claim).join(' | '),
    })),
  );
