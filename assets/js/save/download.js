/** What the view shows, as a file: table, data or network. */
import { say } from '../access/announcer.js';
import { t } from '../app/i18n.js';
import { plural } from '../rules/accessible-names.js';
import { toCsv } from '../rules/delimited-text.js';
import { COLUMNS, tableRow } from '../rules/table-rows.js';
import { visibility } from '../rules/visibility.js';
import { saveFile } from './picture.js';

/** What other programs call a paper; its id where it has no other name. */
function curie(id, { pmid, doi, pmcid }) {
  if (pmid) return `PMID:${pmid}`;
  return doi ? `DOI:${doi}` : pmcid ? `PMCID:${pmcid}` : id;
}

/**
 * @param {any} pathway  a compiled pathway
 * @param {string[]} ids  of the interactions
 * @param {(id: string) => {data: any, position: any, color: string}} element  what is
 *   drawn of a node or an interaction
 * @returns {any} the document, with the names that `cascade export` writes
 */
export function cyjsDocument(pathway, ids, element) {
  const nodes = new Set();
  const edges = ids.map((id) => {
    const { source, target, claim, year, stage, facets } = pathway.interactions[id];
    nodes.add(source).add(target);
    const { data, color } = element(id);
    const { effect, outcome, route, readout, tier, label, mediators, receptors } = data;
    const { summary, references, opposing, seen } = pathway.cards[id];
    const papers = (refs = []) => refs.map((ref) => curie(ref, pathway.references[ref]));
    const notices = [...references, ...(opposing ?? [])]
      .map((ref) => [ref, pathway.references[ref]])
      .filter(([, { notice }]) => notice)
      .map(([ref, one]) => `${curie(ref, one)}: ${one.notice[0]}: ${one.notice[2]}`);
    return {
      data: {
        id,
        key: id,
        source,
        target,
        interaction: effect,
        name: claim,
        effect,
        outcome,
        route,
        readout,
        tier,
        stage,
        year,
        label,
        mediators,
        receptors,
        summary,
        seen,
        systems: (facets.systems ?? []).filter((system) => system !== 'not-stated'),
        references: papers(references),
        opposing: papers(opposing),
        notices,
        color,
      },
    };
  });
  return {
    format_version: '1.0',
    target_cytoscapejs_version: '~3.28',
    directed: true,
    multigraph: true,
    data: {
      name: pathway.title,
      lost: 'Not in this file: disputes, notes, panels, bends, drawings.',
    },
    elements: {
      nodes: [...nodes].map((id) => {
        const {
          data: { label, cell, lineage, stage, place, organ },
          position,
        } = element(id);
        const full_name = pathway.cells[cell].name;
        return {
          data: { id, value: id, name: label, full_name, cell, lineage, stage, place, organ },
          position,
        };
      }),
      edges,
    },
  };
}

/**
 * Ids of the interactions that the view shows, for table and files. A chosen arrow takes no other
 * away, so that a reader keeps the place.
 */
export function shownInteractions(view, pathway, seen = visibility(view, pathway)) {
  const whole = view.edge ? visibility({ ...view, edge: '' }, pathway).shown : [];
  return [...new Set([...whole, ...seen.shown])];
}

const listed = (row, side, key) =>
  row.papers[side]
    .map((paper) => paper[key])
    .filter(Boolean)
    .join('; ');

const make = {
  csv: (rows) =>
    toCsv(
      [
        ...COLUMNS.map(({ id, name }) => ({ id, name: t(name) })),
        { id: 'pmids', name: 'PubMed' },
        { id: 'dois', name: 'DOI' },
        { id: 'against_pmids', name: t('PubMed, against it') },
        { id: 'against_dois', name: t('DOI, against it') },
        { id: 'id', name: 'Id' },
      ],
      rows.map((row) => ({
        ...row,
        pmids: listed(row, 'references', 'pmid'),
        dois: listed(row, 'references', 'doi'),
        against_pmids: listed(row, 'opposing', 'pmid'),
        against_dois: listed(row, 'opposing', 'doi'),
      })),
    ),

  json: (rows, view, pathway) =>
    JSON.stringify(
      {
        title: pathway.title,
        view: { stage: view.stage, organ: view.organ, focus: view.focus, hide: view.hide },
        interactions: rows.map(({ papers: _, ...row }) => {
          const { from, to, place, facets } = pathway.interactions[row.id];
          return { ...row, from, to, place, facets, opposing: [], ...pathway.cards[row.id] };
        }),
        references: Object.fromEntries(
          rows
            .flatMap(({ id }) => [
              ...pathway.cards[id].references,
              ...(pathway.cards[id].opposing ?? []),
            ])
            .map((ref) => [ref, pathway.references[ref]]),
        ),
      },
      null,
      1,
    ),

  cyjs: (rows, view, pathway, cy) =>
    JSON.stringify(
      cyjsDocument(
        pathway,
        rows.map((row) => row.id),
        (id) => {
          const element = cy.getElementById(id);
          return {
            data: element.data(),
            position: element.isNode() ? { ...element.position() } : null,
            color: element.isEdge() ? element.style('line-color') : '',
          };
        },
      ),
      null,
      1,
    ),
};

const types = { csv: 'text/csv;charset=utf-8', json: 'application/json', cyjs: 'application/json' };

/** Hands out the view as `csv`, `json` or `cyjs`; `rows` are facts in the order wanted. */
export function downloadView(kind, view, data, cy, rows) {
  const pathway = data.pathways[view.pathway];
  rows ??= shownInteractions(view, pathway).map((id) => tableRow(id, pathway));
  const name = [view.pathway, view.stage, view.organ, view.focus, kind === 'csv' ? 'table' : '']
    .filter(Boolean)
    .join('-');
  saveFile(
    new Blob([make[kind](rows, view, pathway, cy)], { type: types[kind] }),
    `${name}.${kind}`,
  );
  say(
    t(
      kind === 'csv' ? /* t */ 'Table of {rows} downloaded.' : /* t */ 'File of {rows} downloaded.',
      { rows: plural(rows.length, 'interaction') },
    ),
  );
}
