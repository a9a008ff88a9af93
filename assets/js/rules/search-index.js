/** The search index of a pathway, from the compiled figure alone. */
import { entriesOf, rowsOf } from './id-table.js';
import { t } from '../app/i18n.js';
import { DISPUTED, organName, steps } from './subject.js';

const tally = (words) => {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** @param {Pathway} pathway */
function cells(pathway) {
  const arrows = rowsOf(pathway.interactions);
  const many = tally(arrows.flatMap(({ from, to }) => [from, to]));
  return entriesOf(pathway.cells).map(([id, { name, short, synonyms }]) => ({
    kind: 'cell',
    id,
    name,
    also: [short, ...(synonyms ?? []).filter((word) => word !== name)],
    weight: many.get(id) ?? 0,
  }));
}

/** @param {Pathway} pathway */
function molecules(pathway, many) {
  return [...many.keys()]
    .filter((id) => pathway.molecules[id])
    .map((id) => {
      const { name, synonyms, class: group, note } = pathway.molecules[id];
      return {
        kind: 'molecule',
        id,
        name,
        also: [id, ...(synonyms ?? [])],
        text: [group, note ?? ''],
        weight: many.get(id),
      };
    });
}

/** @param {Pathway} pathway */
function papers(pathway, many) {
  return [...many.keys()]
    .filter((id) => !pathway.molecules[id])
    .map((id) => {
      const paper = pathway.references[id];
      return {
        kind: 'reference',
        id,
        name: `${paper.first_author} ${paper.year}`,
        unsure: Boolean(paper.unconfirmed),
        also: [paper.title, ...[paper.doi, paper.pmid, paper.pmcid].filter(Boolean)],
        text: [paper.notice?.[2] ?? ''],
      };
    });
}

const stepName = ({ substage: [id] = [] }, pathway) =>
  steps(pathway).find(([other]) => other === id)?.[1];

const arrows = (pathway) =>
  entriesOf(pathway.interactions).map(([id, { claim, tier, facets }]) => {
    const {
      summary,
      model,
      disputed,
      note,
      where,
      from_state: from,
      to_state: to,
    } = pathway.cards[id];
    return {
      kind: 'arrow',
      id,
      name: claim,
      also: [],
      text: [summary, model, disputed, note, from, to, stepName(facets, pathway)].filter(Boolean),
      aside: where,
      weight: tier === 'overview' ? 2 : tier === 'core' ? 1 : 0,
    };
  });

const classes = (pathway) =>
  Object.entries(pathway.facets.class?.values ?? {})
    .filter(([id]) => id !== 'not-identified')
    .map(([id, name]) => ({ kind: 'class', id, name, also: [] }));

const places = (pathway) => [
  ...pathway.stages.map(({ id, name, description }) => ({
    kind: 'stage',
    id,
    name,
    also: [],
    text: [description ?? ''],
  })),
  ...pathway.organs.map((id) => ({ kind: 'organ', id, name: organName(id, pathway), also: [] })),
  ...steps(pathway).map(([id, name]) => ({
    kind: 'substage',
    id,
    name,
    also: [],
  })),
  { kind: 'disputed', id: DISPUTED, name: t('Where experts disagree'), also: [t('Disputed')] },
];

const lectures = (pathway) =>
  Object.entries(pathway.lectures ?? {}).flatMap(([id, { title, steps: told }]) => [
    { kind: 'lecture', id, name: title, also: [] },
    ...told.flatMap(({ title: name, say, predict }, at) => [
      { kind: 'step', id: `${id} ${at + 1}`, name, also: [], text: [say], aside: title },
      ...(predict
        ? [
            {
              kind: 'question',
              id: `${id} ${at + 1}`,
              name: predict.question,
              also: [],
              text: predict.options,
              aside: title,
            },
          ]
        : []),
    ]),
  ]);

const indexes = new WeakMap();

/**
 * Rows {kind, id, name, also, text, weight, aside} for `findMatches`, made once a pathway.
 * @param {Pathway} pathway
 */
export function searchIndex(pathway) {
  if (!indexes.has(pathway)) {
    const many = tally(rowsOf(pathway.interactions).flatMap(({ words }) => words));
    indexes.set(pathway, [
      ...cells(pathway),
      ...molecules(pathway, many),
      ...classes(pathway),
      ...places(pathway),
      ...arrows(pathway),
      ...lectures(pathway),
      ...papers(pathway, many),
    ]);
  }
  return indexes.get(pathway);
}
