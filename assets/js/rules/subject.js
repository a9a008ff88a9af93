/**
 * What the search text `q` of a view may name beside free text: a molecule, a paper, a stage, an
 * organ, a step within a stage, or all on which experts disagree. Its arrows are lit, and it has a
 * card. Pure.
 */
import { entriesOf, idsOf, rowsOf } from './id-table.js';

export const DISPUTED = 'disputed';

export const belongsTo = (interaction, organ, pathway) =>
  interaction.organ === organ || pathway.places[interaction.place].organ === organ;

/**
 * The steps within the stages, as id and name.
 * @param {Pathway} pathway
 */
export const steps = (pathway) =>
  entriesOf(pathway.facets.substage?.values ?? {}).filter(([id]) => id !== 'not-stated');

/**
 * @returns {'named'|'stage'|'organ'|'substage'|'disputed'|''}
 * @param {Pathway} pathway
 */
export function subjectKind(q, pathway) {
  if (!q) return '';
  if (rowsOf(pathway.interactions).some(({ words }) => words.includes(q))) return 'named';
  if (pathway.stages.some(({ id }) => id === q)) return 'stage';
  if (pathway.organs.includes(q)) return 'organ';
  if (steps(pathway).some(([id]) => id === q)) return 'substage';
  return q === DISPUTED ? 'disputed' : '';
}

const TESTS = {
  named: (q) => (arrow) => arrow.words.includes(q),
  stage: (q) => (arrow) => arrow.stage === q,
  organ: (q, pathway) => (arrow) => belongsTo(arrow, q, pathway),
  substage: (q) => (arrow) => arrow.facets.substage.includes(q),
  disputed: () => (arrow) => arrow.facets.disputed?.[0] === 'yes',
  '': () => () => false,
};

/**
 * Whether an interaction is about what `q` names, as a function of the interaction.
 * @param {Pathway} pathway
 */
export const isAbout = (q, pathway) => TESTS[subjectKind(q, pathway)](q, pathway);

/**
 * Ids of the interactions that are about what `q` names.
 * @param {Pathway} pathway
 */
export function interactionsAbout(q, pathway) {
  const about = isAbout(q, pathway);
  return idsOf(pathway.interactions).filter((id) => about(pathway.interactions[id]));
}

/**
 * What a stage, an organ, a step within a stage or the list of disputes is called; else ''.
 * @param {Pathway} pathway
 */
export function subjectName(q, pathway) {
  const kind = subjectKind(q, pathway);
  if (kind === 'stage') return pathway.stages.find(({ id }) => id === q).name;
  if (kind === 'organ') return organName(q, pathway);
  return kind === 'substage' ? pathway.facets.substage.values[q] : '';
}

/**
 * The stage in which an organ has its panel, the last of several; '' for an organ without one.
 * @param {Pathway} pathway
 */
export const organStage = (organ, pathway) =>
  rowsOf(pathway.places)
    .filter((place) => place.organ === organ && place.card)
    .at(-1)?.stage ?? '';

/** Whether `q` names the stage or organ in view: its card is read, nothing is picked out. */
export const readsPlace = ({ q, stage, organ }) => Boolean(q) && (q === organ || q === stage);

export const organName = (id, pathway) => (pathway.facets.organ?.values[id] ?? id).split(' (')[0];

/**
 * The part of a view that shows a stage, an organ or another subject with its card.
 * @param {Pathway} pathway
 */
export function subjectView(q, pathway) {
  const kind = subjectKind(q, pathway);
  return {
    q,
    focus: '',
    edge: '',
    stage: kind === 'stage' ? q : kind === 'organ' ? organStage(q, pathway) : '',
    organ: kind === 'organ' ? q : '',
  };
}
