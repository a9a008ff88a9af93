/** What the table says about interactions: read from the compiled figure and from the cards. */
(function (kit) {
  'use strict';

  /** The columns: id, heading, and whether they sort as numbers. */
  const COLUMNS = [
    { id: 'sender', name: 'Sender' },
    { id: 'receiver', name: 'Receiver' },
    { id: 'signal', name: 'Signal' },
    { id: 'receptor', name: 'Receptor' },
    { id: 'effect', name: 'Effect' },
    { id: 'outcome', name: 'Outcome' },
    { id: 'measured', name: 'Measured' },
    { id: 'stage', name: 'Stage' },
    { id: 'organ', name: 'Organ' },
    { id: 'year', name: 'Year' },
    { id: 'confidence', name: 'Confidence' },
    { id: 'references', name: 'References' },
  ];

  const text = (element) => element?.textContent.trim() ?? '';

  /** Names of the molecules in the row of a card's list that has this heading. */
  function molecules(card, heading) {
    const term = [...card.querySelectorAll('dt')].find((dt) => text(dt) === heading);
    const buttons = term?.nextElementSibling?.querySelectorAll('[data-do="mention"]') ?? [];
    return [...buttons].map((button) => button.firstChild.textContent.trim()).join(', ');
  }

  /** A cited paper as {name: 'Lin 2001', href, pmid}; href is '' where it has no DOI. */
  function paper(pathway, id) {
    const box = document.getElementById(`ref-${pathway}-${id}`);
    const link = (host) => box?.querySelector(`.ids a[href*="${host}"]`)?.href ?? '';
    return {
      name: text(box?.closest('article').querySelector('h2')),
      href: link('doi.org'),
      pmid: link('pubmed').match(/\d+/)?.[0] ?? '',
    };
  }

  /** Everything about one interaction, by column id, with `papers` and `claim`. */
  function facts(id, name, pathway) {
    const one = pathway.interactions[id];
    const card = document.getElementById(`card-${name}-${id}`);
    const word = (facet) => {
      const value = one.facets[facet]?.[0] ?? '';
      return value === 'none' ? '' : (pathway.facets[facet]?.values[value] ?? value);
    };
    const refs = card.querySelector(':scope > [data-refs]')?.dataset.refs.split(' ') ?? [];
    const papers = refs.filter(Boolean).map((ref) => paper(name, ref));
    return {
      id,
      claim: one.claim,
      sender: pathway.cells[one.from].name,
      receiver: pathway.cells[one.to].name,
      signal: molecules(card, 'Signal') || molecules(card, 'Enzymes'),
      receptor: molecules(card, 'Receptor'),
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

  kit.facts = facts;
  kit.columns = COLUMNS;
})((globalThis.cascadeKit ??= {}));
