/** What the table says about interactions, read from the compiled figure. Pure. */
/** The columns: id, heading, and whether they sort as numbers. */
export const COLUMNS = [
  { id: 'sender', name: /* t */ 'Sender' },
  { id: 'receiver', name: /* t */ 'Receiver' },
  { id: 'signal', name: /* t */ 'Signal' },
  { id: 'receptor', name: /* t */ 'Receptor' },
  { id: 'effect', name: /* t */ 'Effect' },
  { id: 'outcome', name: /* t */ 'Outcome' },
  { id: 'measured', name: /* t */ 'Measured' },
  { id: 'stage', name: /* t */ 'Stage' },
  { id: 'organ', name: /* t */ 'Organ' },
  { id: 'year', name: /* t */ 'Year' },
  { id: 'confidence', name: /* t */ 'Confidence' },
  { id: 'references', name: /* t */ 'References' },
];

/** A cited paper as {name: 'Lin 2001', href, pmid, doi}; href is '' where it has no DOI. */
export function paperLink({ first_author: author, year, doi, pmid }) {
  return {
    name: `${author} ${year}`,
    href: doi ? `https://doi.org/${doi}` : '',
    pmid: pmid ?? '',
    doi: doi ?? '',
  };
}

/** Everything about one interaction, by column id, with `papers` and `claim`. */
export function tableRow(id, pathway) {
  const one = pathway.interactions[id];
  const card = pathway.cards[id];
  const molecules = (ids = []) => ids.map((symbol) => pathway.molecules[symbol].name).join(', ');
  const word = (facet) => {
    const value = one.facets[facet]?.[0] ?? '';
    return value === 'none' ? '' : (pathway.facets[facet]?.values[value] ?? value);
  };
  const papers = card.references.map((ref) => paperLink(pathway.references[ref]));
  return {
    id,
    claim: one.claim,
    sender: pathway.cells[one.from].name,
    receiver: pathway.cells[one.to].name,
    signal: molecules(card.mediators) || molecules(card.enzymes),
    receptor: molecules(card.receptors),
    effect: word('effect'),
    outcome: word('outcome'),
    measured: word('readout'),
    stage: pathway.stages.find((s) => s.id === one.stage).name,
    organ: word('organ'),
    year: String(one.year),
    confidence: word('confidence'),
    references: papers.map((p) => p.name).join('; '),
    papers,
  };
}
