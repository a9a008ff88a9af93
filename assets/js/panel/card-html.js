/**
 * Cards of arrows, merged lines, molecules and papers, and the rows of lists, as HTML text. Pure.
 * Cells have theirs in the page, made by Python.
 */
import { t } from '../app/i18n.js';
import { escapeHtml } from '../rules/escape.js';
import { idsOf } from '../rules/id-table.js';
import { several } from '../rules/table-rows.js';
import { interactionsOf } from '../rules/visibility.js';
import {
  basis,
  button,
  chip,
  chips,
  head,
  link,
  paperList,
  rowList,
  rowSection,
} from './html-parts.js';
import { createPapers } from './paper-html.js';
import { createPlaces } from './place-html.js';

/** @param {any} data  the compiled figure;  @param {string} name  a pathway's id */
export function createCards(data, name) {
  const pathway = data.pathways[name];
  const { effects, bases, keys, rows } = data.wording;
  const article = (id, marks, body) =>
    `<article class="card"${id && ` id="card-${name}-${id}"`} ${marks}>${body}</article>`;

  const { paper, reference } = createPapers(pathway, article);
  const { place } = createPlaces(pathway, article);

  /** What a filter calls the value of an arrow. */
  const word = (step, facet) => {
    const [value] = step.facets[facet];
    return pathway.facets[facet].values[value];
  };

  function symbol(id) {
    const { name: called, class: group, hgnc } = pathway.molecules[id];
    const more = called !== id && hgnc ? ` <small>${escapeHtml(id)}</small>` : '';
    return `${button('mention', id, escapeHtml(called) + more, `${called}: ${group}`)} `;
  }

  const symbols = (ids, remark) =>
    ids ? ids.map(symbol).join('') + (remark ? basis(bases[remark]) : '') : '';

  /** What the list on an arrow's card says: [term, HTML, class], empty ones left out. */
  function facts(step, card) {
    const aside = step.facets.readout[0] !== 'metastasis';
    const since =
      escapeHtml(step.year) +
      (card.year_unsure ? basis(t('to be confirmed')) : '') +
      (step.facets.review?.[0] === 'yes' ? ` <small>${t('fits the 2011 review')}</small>` : '');
    const special = {
      effect: () => [escapeHtml(effects[step.facets.effect[0]])],
      readout: () => [
        escapeHtml(word(step, 'readout')) +
          (aside ? ` <small>${t('not metastasis itself')}</small>` : ''),
        aside && 'soft',
      ],
      year: () => [since],
    };
    const byRole = {
      molecules: ({ field, basis: of }) => symbols(card[field], card[of]),
      word: ({ field }) => escapeHtml(word(step, field)),
      words: ({ field }) => escapeHtml(several(step, field, pathway)),
      phrase: ({ field }) => escapeHtml(card[field]),
      text: ({ field }) => escapeHtml(card[field]),
    };
    return rows
      .map((entry) => [
        entry.term,
        ...(special[entry.field] ? special[entry.field]() : [byRole[entry.role](entry)]),
      ])
      .filter(([, html]) => html);
  }

  function end(cell, kind) {
    const aside = kind ? ` <small>(${escapeHtml(kind)})</small>` : '';
    return button('focus', cell, escapeHtml(pathway.cells[cell].name)) + aside;
  }

  function arrow(id) {
    const step = pathway.interactions[id];
    const card = pathway.cards[id];
    const [outcome] = step.facets.outcome;
    const dispute = card.disputed
      ? `<section class="dispute"><h3>${t('Experts disagree')}</h3>` +
        `<p>${escapeHtml(card.disputed)}</p>${card.opposing ? paperList(card.opposing) : ''}</section>`
      : '';
    return article(
      id,
      `data-edge="${id}"`,
      [
        chips(
          chip(word(step, 'outcome'), outcome),
          card.seen ? chip(card.seen, 'seen') : '',
          card.disputed ? chip(t('Disputed'), 'warn') : '',
          chip(card.where),
        ),
        head(step.claim),
        `<p class="ends">${end(step.from, card.from_state)} <span aria-hidden="true">→</span>` +
          `<span class="hush">${t('to')}</span> ${end(step.to, card.to_state)}</p>`,
        `<p class="summary">${escapeHtml(card.summary)}</p>`,
        `<dl>${facts(step, card)
          .map(
            ([term, html, look]) =>
              `<dt>${term}</dt><dd${look ? ` class="${look}"` : ''}>${html}</dd>`,
          )
          .join('')}</dl>`,
        dispute,
        card.note ? `<h3>${t('Note')}</h3><p>${escapeHtml(card.note)}</p>` : '',
        `<h3>${t('Evidence')}</h3>${paperList(card.references)}`,
        `<p>${button('cite', id, t('Cite this arrow'))}</p>`,
      ].join(''),
    );
  }

  function pair(id) {
    const [title, where] = pathway.heads[id];
    const members = pathway.pairs[id];
    return article(
      id,
      `data-edge="${id}"`,
      `${chips(chip(where))}${head(title)}<p>${t(
        '{n} arrows between the same two cells, drawn as one.',
        { n: members.length },
      )}</p>${rowList(members)}`,
    );
  }

  const naming = (id) =>
    idsOf(pathway.interactions).filter((other) => pathway.interactions[other].words.includes(id));

  function molecule(id) {
    const known = pathway.molecules[id];
    const also = known.synonyms
      ? `<p class="also">${t('Also:')} ` +
        `${known.synonyms.map((s) => `<span>${escapeHtml(s)}</span>`).join(', ')}</p>`
      : '';
    return article(
      '',
      `data-mention="${escapeHtml(id)}" data-kind="molecule"`,
      [
        chips(
          chip(known.class),
          known.hgnc
            ? link(
                `https://www.genenames.org/tools/search/#!/?query=${known.hgnc}`,
                known.hgnc,
                'chip',
              )
            : '',
          known.uniprot
            ? link(`https://www.uniprot.org/uniprotkb/${known.uniprot}`, known.uniprot, 'chip')
            : '',
        ),
        head(known.name),
        also,
        known.note ? `<p>${escapeHtml(known.note)}</p>` : '',
        rowSection(naming(id), /* t */ 'In 1 arrow', /* t */ 'In {n} arrows'),
      ].join(''),
    );
  }

  /** A line in a list of arrows; `say` is the text of its card that stands below. */
  function row(id, say = 'summary', apart = '') {
    const { claim, facets } = pathway.interactions[id];
    const { seen, [say]: text } = pathway.cards[id];
    const aside = apart && ` <small>(${escapeHtml(apart)})</small>`;
    const soft = facets.readout[0] === 'metastasis' ? '' : ' soft';
    const key = keys[`${facets.effect[0]} ${facets.route[0]}`];
    return (
      `<li data-row="${id}"><button type="button" data-do="edge" data-id="${id}">` +
      `<i class="key ${facets.outcome[0]}${soft}" aria-hidden="true">${key}</i>` +
      `<span>${escapeHtml(claim)}${aside}</span></button>` +
      `<p>${escapeHtml(text)}${seen ? ` <small class="seen">${escapeHtml(seen)}</small>` : ''}</p></li>`
    );
  }

  /** All arrows from one cell type to another. */
  const between = (id) =>
    article(
      id,
      `data-edge="${id}"`,
      head(
        id
          .split('~')
          .map((cell) => pathway.cells[cell].name)
          .join(` ${t('to')} `),
      ) + rowList(interactionsOf(id, pathway)),
    );

  /** The card of an arrow, merged line or pair of cell types; '' where there is none. */
  const edge = (id) =>
    id.includes('~')
      ? between(id)
      : pathway.pairs[id]
        ? pair(id)
        : pathway.interactions[id]
          ? arrow(id)
          : '';

  /** The card of what `q` of a view names: molecule, paper, stage, organ; '' for none. */
  function mention(id) {
    if (!naming(id).length) return place(id);
    return pathway.molecules[id] ? molecule(id) : reference(id);
  }

  return { edge, mention, paper, row };
}
