/** Cited papers as HTML text: the entry of a list, and the card. Pure. */
import { idsOf } from '../rules/id-table.js';
import { t } from '../app/i18n.js';
import { state } from '../app/state.js';
import { escapeHtml } from '../rules/escape.js';
import { paperAddress } from '../rules/table-rows.js';
import { basis, button, chip, chips, head, link, rowSection } from './html-parts.js';

/** @param {any} pathway  a compiled pathway;  @param {Function} article  makes a card */
export function createPapers(pathway, article) {
  const notice = ({ notice: known }) =>
    known
      ? `<p class="notice ${known[0]}"><b>${escapeHtml(known[1])}.</b> ${escapeHtml(known[2])}</p>`
      : '';

  /** Title, where it appeared, links, and what a reader has to know before trusting it. */
  function paper(id) {
    const entry = pathway.references[id];
    const links = [
      entry.doi && link(paperAddress(entry), 'DOI'),
      entry.pmid && link(`https://pubmed.ncbi.nlm.nih.gov/${entry.pmid}/`, 'PubMed'),
      entry.pmcid && link(`https://pmc.ncbi.nlm.nih.gov/articles/${entry.pmcid}/`, t('Full text')),
    ].filter(Boolean);
    const pages = entry.volume_pages ? `;${escapeHtml(entry.volume_pages)}` : '';
    const lang = state.data?.lang ? ' lang="en"' : '';
    const author = button('mention', id, escapeHtml(entry.first_author));
    const doubt = entry.unconfirmed ? basis(`${t('to be confirmed')}: ${entry.unconfirmed}`) : '';
    return (
      `<div class="paper"><p class="title"${lang}>${escapeHtml(entry.title)}</p>` +
      `<p class="where">${author} ${escapeHtml(entry.journal)} ${entry.year}${pages}${doubt}</p>` +
      `${notice(entry)}<p class="ids">${links.join(' ')}</p></div>`
    );
  }

  /** The card: the arrows that the paper supports, and apart those that it speaks against. */
  function reference(id) {
    const entry = pathway.references[id];
    const arrows = idsOf(pathway.cards);
    const cited = (list) => arrows.filter((arrow) => pathway.cards[arrow][list]?.includes(id));
    return article(
      `ref-${id}`,
      `data-mention="${id}" data-kind="reference"`,
      [
        chips(
          chip(t(entry.review ? /* t */ 'Review' : /* t */ 'Primary paper')),
          entry.notice ? chip(entry.notice[1], 'warn') : '',
          entry.unconfirmed ? chip(`${t('To be confirmed')}: ${entry.unconfirmed}`, 'warn') : '',
        ),
        head(`${entry.first_author} ${entry.year}`),
        paper(id),
        rowSection(cited('references'), /* t */ 'Supports 1 arrow', /* t */ 'Supports {n} arrows'),
        rowSection(
          cited('opposing'),
          /* t */ 'Speaks against 1 arrow',
          /* t */ 'Speaks against {n} arrows',
        ),
      ].join(''),
    );
  }

  return { paper, reference };
}
