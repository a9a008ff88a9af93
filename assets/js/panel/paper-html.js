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
    const one = pathway.references[id];
    const links = [
      one.doi && link(paperAddress(one), 'DOI'),
      one.pmid && link(`https://pubmed.ncbi.nlm.nih.gov/${one.pmid}/`, 'PubMed'),
      one.pmcid && link(`https://pmc.ncbi.nlm.nih.gov/articles/${one.pmcid}/`, t('Full text')),
    ].filter(Boolean);
    const pages = one.volume_pages ? `;${escapeHtml(one.volume_pages)}` : '';
    const lang = state.data?.lang ? ' lang="en"' : '';
    const author = button('mention', id, escapeHtml(one.first_author));
    const doubt = one.unconfirmed ? basis(`${t('to be confirmed')}: ${one.unconfirmed}`) : '';
    return (
      `<div class="paper"><p class="title"${lang}>${escapeHtml(one.title)}</p>` +
      `<p class="where">${author} ${escapeHtml(one.journal)} ${one.year}${pages}${doubt}</p>` +
      `${notice(one)}<p class="ids">${links.join(' ')}</p></div>`
    );
  }

  /** The card: the arrows that the paper supports, and apart those that it speaks against. */
  function reference(id) {
    const one = pathway.references[id];
    const arrows = idsOf(pathway.cards);
    const cited = (list) => arrows.filter((arrow) => pathway.cards[arrow][list]?.includes(id));
    return article(
      `ref-${id}`,
      `data-mention="${id}" data-kind="reference"`,
      [
        chips(
          chip(t(one.review ? /* t */ 'Review' : /* t */ 'Primary paper')),
          one.notice ? chip(one.notice[1], 'warn') : '',
          one.unconfirmed ? chip(`${t('To be confirmed')}: ${one.unconfirmed}`, 'warn') : '',
        ),
        head(`${one.first_author} ${one.year}`),
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
