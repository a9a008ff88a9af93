/** What the table says about interactions, read from the compiled figure. Pure. */
import { lower } from '../app/i18n.js';

/** The columns: id, heading, and whether they sort as numbers. */
export const COLUMNS = [
  { id: 'sender', name: /* t */ 'Sender' },
  { id: 'receiver', name: /* t */ 'Receiver' },
  { id: 'signal', name: /* t */ 'Signal' },
  { id: 'receptor', name: /* t */ 'Receptor' },
  { id: 'effect', name: /* t */ 'Effect' },
  { id: 'outcome', name: /* t */ 'Outcome' },
  { id: 'measured', name: /* t */ 'Measured' },
  { id: 'seen', name: /* t */ 'Seen in' },
  { id: 'stage', name: /* t */ 'Stage' },
  { id: 'organ', name: /* t */ 'Organ' },
  { id: 'year', name: /* t */ 'Earliest cited paper' },
  { id: 'confidence', name: /* t */ 'Confidence' },
  { id: 'references', name: /* t */ 'Papers for it' },
  { id: 'opposing', name: /* t */ 'Papers against it' },
];

/**
 * The address of a paper, '' for one without an identifier; old DOIs hold < and >.
 * @param {Paper} paper
 */
export function paperAddress({ doi, pmid, pmcid }) {
  if (doi) return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
  if (pmid) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  return pmcid ? `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/` : '';
}

/**
 * A cited paper as {name: 'Lin 2001', href, pmid, doi}. A paper with a notice says so in its name:
 * 'Goswami S 2005 (corrected)'.
 * @param {Paper} paper
 */
export function paperLink(paper) {
  const { first_author: author, year, doi, pmid, notice } = paper;
  return {
    name: `${author} ${year}${notice ? ` (${lower(notice[1])})` : ''}`,
    href: paperAddress(paper),
    pmid: pmid ?? '',
    doi: doi ?? '',
  };
}

/** What an arrow has of a field with several words: 'Patients, Mice'; '' where nobody says. */
export const several = ({ facets }, field, pathway) =>
  (facets[field] ?? [])
    .filter((value) => value !== 'not-stated')
    .map((value) => pathway.facets[field].values[value])
    .join(', ');

/**
 * Everything about one interaction, by column id, with `papers` of both sides and `claim`.
 * @param {Pathway} pathway
 */
export function tableRow(id, pathway) {
  const interaction = pathway.interactions[id];
  const card = pathway.cards[id];
  const molecules = (ids = []) => ids.map((symbol) => pathway.molecules[symbol].name).join(', ');
  const word = (facet) => {
    const value = interaction.facets[facet]?.[0] ?? '';
    return pathway.facets[facet]?.values[value] ?? value;
  };
  const listed = (ids = []) => ids.map((ref) => paperLink(pathway.references[ref]));
  const papers = { references: listed(card.references), opposing: listed(card.opposing) };
  const names = (side) => papers[side].map((p) => p.name).join('; ');
  return {
    id,
    claim: interaction.claim,
    sender: pathway.cells[interaction.from].name,
    receiver: pathway.cells[interaction.to].name,
    signal: molecules(card.mediators) || molecules(card.enzymes),
    receptor: molecules(card.receptors),
    effect: word('effect'),
    outcome: word('outcome'),
    measured: word('readout'),
    seen: several(interaction, 'systems', pathway),
    stage: pathway.stages.find((s) => s.id === interaction.stage).name,
    organ: interaction.organ && word('organ'),
    year: String(interaction.year),
    confidence: word('confidence'),
    references: names('references'),
    opposing: names('opposing'),
    papers,
  };
}
