/**
 * Cards of stages, organs, steps within a stage, and of all disputes, as HTML text: what happens by
 * the data's own words and counts, who acts, what is disputed, which papers are cited most. Pure.
 */
import { idsOf } from '../rules/id-table.js';
import { t } from '../app/i18n.js';
import { plural } from '../rules/accessible-names.js';
import { escapeHtml } from '../rules/escape.js';
import { interactionsAbout, organName, subjectKind, subjectName } from '../rules/subject.js';
import {
  button,
  chip,
  chips,
  head,
  paperList,
  paragraph,
  rowList,
  rowSection,
} from './html-parts.js';

const ACTORS = 6;
const PAPERS = 5;
// t: 'Stage' 'Organ' 'Step within a stage'
const KINDS = { stage: 'Stage', organ: 'Organ', substage: 'Step within a stage' };

/** How often each key comes, the most frequent first; equal ones in the order of the list. */
function ranked(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** @param {any} pathway  a compiled pathway;  @param {Function} article  makes a card */
export function createPlaces(pathway, article) {
  const disputed = (ids) => ids.filter((id) => pathway.cards[id].disputed);

  /** Two sentences of counts, in words that fit every number; what there is none of is left out. */
  function counts(ids) {
    const all = ids.map((id) => pathway.interactions[id]);
    const having = (facet, value) =>
      all.filter(({ facets }) => facets[facet]?.join() === value).length;
    const joined = (parts) =>
      parts
        .filter(([, n]) => n)
        .map(([text, n]) => t(text, { n }))
        .join(', ');
    const cells = new Set(all.flatMap(({ from, to }) => [from, to]));
    const known = t('{arrows} between {cells}: {parts}.', {
      arrows: plural(ids.length, 'interaction'),
      cells: plural(cells.size, 'cell type'),
      parts: joined([
        [/* t */ 'promoting metastasis {n}', having('outcome', 'pro-metastatic')],
        [/* t */ 'restraining it {n}', having('outcome', 'anti-metastatic')],
        [/* t */ 'depending on context {n}', having('outcome', 'context-dependent')],
      ]),
    });
    const patients = all.filter(({ facets }) => facets.systems?.includes('patients')).length;
    const evidence = joined([
      [/* t */ 'seen in patients {n}', patients],
      [/* t */ 'in mice only {n}', having('systems', 'mouse')],
      [/* t */ 'disputed {n}', disputed(ids).length],
    ]);
    const year = t('The earliest cited paper is from {year}.', {
      year: Math.min(...all.map((arrow) => arrow.year)),
    });
    return [known, evidence && t('Evidence: {parts}.', { parts: evidence }), year]
      .filter(Boolean)
      .join(' ');
  }

  /** What happens: a stage's own words first; else, last, how the arrows spread over the stages. */
  function story(id, ids) {
    const stage = pathway.stages.find((other) => other.id === id);
    if (stage) return `${stage.description ?? ''} ${counts(ids)}`.trim();
    const parts = pathway.stages
      .map(({ id: at, name }) => [
        name,
        ids.filter((arrow) => pathway.interactions[arrow].stage === at).length,
      ])
      .filter(([, n]) => n);
    const spread =
      parts.length > 1
        ? t('Interactions by stage: {stages}.', {
            stages: parts.map(([name, n]) => `${name} ${n}`).join(', '),
          })
        : `${t('Stage')}: ${parts[0][0]}.`;
    return `${counts(ids)} ${spread}`;
  }

  function actors(ids) {
    const all = ids.map((id) => pathway.interactions[id]);
    const sent = ranked(all.map(({ from }) => from)).slice(0, ACTORS);
    const line = ([cell, n]) => {
      const received = all.filter(({ to }) => to === cell).length;
      const tally = `${t('sends {n}', { n })}, ${t('receives {n}', { n: received })}`;
      return `<li>${button('focus', cell, escapeHtml(pathway.cells[cell].name))} <small>${tally}</small></li>`;
    };
    return `<h3>${t('Who acts')}</h3><ul class="plain actors">${sent.map(line).join('')}</ul>`;
  }

  function keyPapers(ids) {
    const cited = ranked(ids.flatMap((id) => pathway.cards[id].references));
    return `<h3>${t('Papers cited most')}</h3>${paperList(cited.slice(0, PAPERS).map(([id]) => id))}`;
  }

  /** To the stage or organ before and after. */
  function turn(id, kind) {
    const row = kind === 'stage' ? pathway.stages.map((stage) => stage.id) : pathway.organs;
    const at = row.indexOf(id);
    const to = (other, text) =>
      other
        ? button('place', other, escapeHtml(t(text, { name: subjectName(other, pathway) })))
        : '';
    return (
      `<p class="turn">${to(row[at - 1], /* t */ 'Previous: {name}')} ` +
      `${to(row[at + 1], /* t */ 'Next: {name}')}</p>`
    );
  }

  const testButton = (id) => `<p>${button('quiz', id, t('Test yourself on this'))}</p>`;

  const card = (id, parts) =>
    article('', `data-mention="${escapeHtml(id)}" data-kind="place"`, parts.join(''));

  /** The arrows on which experts disagree, by stage, each with what others found. */
  function disputes(id, ids) {
    const sections = pathway.stages.map((stage) => {
      const own = ids.filter((arrow) => pathway.interactions[arrow].stage === stage.id);
      return own.length ? `<h3>${escapeHtml(stage.name)}</h3>${rowList(own, 'disputed')}` : '';
    });
    const lead = t('Experts disagree on {n} of {of} interactions.', {
      n: ids.length,
      of: idsOf(pathway.interactions).length,
    });
    return card(id, [head(t('Where experts disagree')), paragraph(lead), ...sections]);
  }

  /** The card of a stage, an organ, a step within a stage or all disputes; '' for what has none. */
  function place(id) {
    const kind = subjectKind(id, pathway);
    const ids = interactionsAbout(id, pathway);
    if (kind === 'disputed') return disputes(id, ids);
    if (!KINDS[kind] || !ids.length) return '';
    return card(id, [
      chips(chip(t(KINDS[kind]))),
      head(kind === 'organ' ? organName(id, pathway) : subjectName(id, pathway)),
      `<p class="summary">${escapeHtml(story(id, ids))}</p>`,
      kind === 'substage' ? '' : testButton(id) + turn(id, kind),
      actors(ids),
      kind === 'substage'
        ? rowSection(ids, /* t */ 'In 1 arrow', /* t */ 'In {n} arrows')
        : rowSection(
            disputed(ids),
            /* t */ 'Experts disagree on 1 arrow',
            /* t */ 'Experts disagree on {n} arrows',
            'disputed',
          ),
      keyPapers(ids),
    ]);
  }

  return { place };
}
