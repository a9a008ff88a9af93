/** What became of the rows of a table: supported arrows with their facts, and each verdict. */
import { button, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { VERDICTS } from './rules/results-matching.js';
import { threeDigits } from './rules/table-numbers.js';

const MOST = 200; // rows listed of a verdict; the download holds all
const FACTS = 5; // rows named at an arrow

const fact = (row) =>
  [
    row.pair,
    row.told !== null && `${t('score')} ${threeDigits(row.told)}`,
    row.p !== null && `p ${threeDigits(row.p)}`,
  ]
    .filter(Boolean)
    .join(', ');

/** Arrows, the strongest first, each with the rows that support it. */
export function supportedList(arrows, claims) {
  const list = element('ul');
  const order = ([a, one], [b, other]) =>
    other.strength - one.strength || claims[a].claim.localeCompare(claims[b].claim);
  for (const [id, one] of [...arrows].sort(order)) {
    const facts = one.rows.slice(0, FACTS).map(fact);
    if (one.rows.length > FACTS) facts.push(t('{n} more rows', { n: one.rows.length - FACTS }));
    if (claims[id].tier === 'extended') facts.push(t('drawn with Detail: All, or when chosen'));
    const half = one.half ? ` ${t('(ligand alone: the figure names no receptor)')}` : '';
    const item = element('li');
    item.append(
      button(claims[id].claim, { do: 'edge', id }),
      element('small', {}, facts.join('; ') + half),
    );
    list.append(item);
  }
  return list;
}

/** Apart, so that two names in Arabic do not change places around their arrow. */
const name = (text) => element('bdi', {}, text);

function rowItem({ row, why, arrows }, claims) {
  const { sender, receiver } = row;
  const cells = sender && receiver ? [name(sender), ' → ', name(receiver), ', '] : [];
  const item = element('li', {}, ...cells, `${row.pair}${why ? `: ${t(why)}` : ''}`);
  for (const id of arrows.slice(0, 2)) item.append(button(claims[id].claim, { do: 'edge', id }));
  return item;
}

/** Rows by verdict, each with its count. */
export function verdictLists(verdicts, claims) {
  const by = new Map();
  for (const verdict of verdicts) {
    if (!by.has(verdict.verdict)) by.set(verdict.verdict, []);
    by.get(verdict.verdict).push(verdict);
  }
  const box = element('div', { className: 'verdicts' });
  for (const [verdict, said] of Object.entries(VERDICTS)) {
    const rows = by.get(verdict) ?? [];
    const title = `${t(said)}: ${rows.length}`;
    if (!rows.length || verdict === 'supported') {
      box.append(element('p', { dataset: { verdict } }, title));
      continue;
    }
    const list = element('ul', { tabIndex: 0 }); // it scrolls
    list.append(...rows.slice(0, MOST).map((one) => rowItem(one, claims)));
    if (rows.length > MOST)
      list.append(element('li', {}, t('{n} more in the download', { n: rows.length - MOST })));
    box.append(
      element('details', { dataset: { part: verdict } }, element('summary', {}, title), list),
    );
  }
  return box;
}
