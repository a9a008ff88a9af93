/** What a screen reader calls cells and arrows. Pure. */
import { t } from '../app/i18n.js';
import { rowsOf } from './id-table.js';

// t: '{n} stage' '{n} stages' '{n} arrow' '{n} arrows' '{n} interaction' '{n} interactions'
// t: '{n} cell type' '{n} cell types' '{n} row' '{n} rows'
export const plural = (n, word) => t(`{n} ${word}${n === 1 ? '' : 's'}`, { n });

/**
 * 'Platelet, cell type, in 2 stages, sends 4, receives 2'; `short` is the name as drawn.
 * @param {Pathway} pathway
 */
export function cellName(id, pathway, short = '') {
  const node = pathway.nodes[id];
  const place = pathway.places[node.place];
  const stages = new Set();
  for (const other of rowsOf(pathway.nodes)) if (other.cell === node.cell) stages.add(other.stage);
  const all = rowsOf(pathway.interactions);
  const name = pathway.cells[node.cell].name;
  const drawn = short.replace(/\s+/g, ' ');
  return [
    drawn && !name.includes(drawn) ? `${name} (${drawn})` : name,
    ...(place.card ? [place.name] : []),
    t('cell type'),
    t('in {stages}', { stages: plural(stages.size, 'stage') }),
    t('sends {n}', { n: all.filter((i) => i.from === node.cell).length }),
    t('receives {n}', { n: all.filter((i) => i.to === node.cell).length }),
  ].join(', ');
}

/**
 * 'An NK cell kills the circulating tumor cell through perforin, arrow, restrains metastasis'.
 * @param {Pathway} pathway
 */
export function lineName(id, pathway) {
  const members = pathway.pairs[id];
  if (members) {
    const { from, to } = pathway.interactions[members[0]];
    return t('{sender} to {receiver}: {arrows} drawn as one', {
      sender: pathway.cells[from].name,
      receiver: pathway.cells[to].name,
      arrows: plural(members.length, 'arrow'),
    });
  }
  const interaction = pathway.interactions[id];
  const outcome = pathway.facets.outcome?.values[interaction.facets.outcome[0]] ?? '';
  return [
    interaction.claim,
    t('arrow'),
    ...(outcome ? [outcome[0].toLowerCase() + outcome.slice(1)] : []),
  ].join(', ');
}
