/**
 * The papers of arrows, and a view of the figure, as text, BibTeX, RIS and CSL-JSON. Pure.
 *
 * The papers are written as `cascade export` writes them (cascade/exports/bibliography.py); the
 * forms are a line a field, so a citation processor would weigh more than what it saves.
 */
import { t } from '../app/i18n.js';
import { paperAddress } from '../rules/table-rows.js';

/**
 * @typedef {{id: string, title: string, author: string, url: string, date: string, note: string}}
 *   Source  the figure at a view; `url` is '' where it has no public address, `date` is ISO
 */

const AUTHOR = /^(.+) ([A-Z]{1,4})$/;
const PLACE = /^([^(:]+)(?:\(([^)]*)\))?(?::(.*))?$/;
const SPELLED = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const ids = (pathway, arrows, side) => [
  ...new Set(arrows.flatMap((id) => pathway.cards[id][side] ?? [])),
];

/** The papers that the arrows cite or that oppose them, by id, with what stands apart of each. */
function papersOf(pathway, arrows) {
  const all = ['references', 'opposing'].flatMap((side) => ids(pathway, arrows, side));
  return [...new Set(all)].sort().map((id) => {
    const paper = pathway.references[id];
    const { first_author, volume_pages = '', unconfirmed, notice } = paper;
    const [, family = first_author, initials = ''] = AUTHOR.exec(first_author) ?? [];
    const [, volume = '', issue = '', pages = ''] = PLACE.exec(volume_pages) ?? [];
    const paragraph = (side) =>
      arrows.filter((arrow) => pathway.cards[arrow][side]?.includes(id)).join(', ');
    const [pro, against] = [paragraph('references'), paragraph('opposing')];
    const note = [
      pro && t('Supports: {arrows}.', { arrows: pro }),
      against && t('Opposes: {arrows}.', { arrows: against }),
      unconfirmed && t('To be confirmed: {fields}.', { fields: unconfirmed }),
      notice && `${notice[1]}: ${notice[2]}`,
    ].filter(Boolean);
    const letters = [...initials].map((letter) => `${letter}.`);
    return {
      ...paper,
      id,
      family,
      letters,
      volume,
      issue,
      pages,
      url: paperAddress(paper),
      note: note.join(' '),
    };
  });
}

/** Text in which no character is a command of TeX. */
const tex = (plain = '') => plain.replace(/[\\{}$&#%_~^]/g, (sign) => SPELLED[sign] ?? `\\${sign}`);

const filled = (fields) => fields.filter(([, value]) => value);

function bibtex(papers, figure) {
  const block = (kind, id, fields) =>
    [
      `@${kind}{${id},`,
      ...filled(fields).map(([key, value]) => `  ${key} = {${value}},`),
      '}',
    ].join('\n');
  return `${[
    block('misc', figure.id, [
      ['author', `{${tex(figure.author)}}`],
      ['title', `{${tex(figure.title)}}`],
      ['url', figure.url],
      ['urldate', figure.date],
      ['note', tex(figure.note)],
    ]),
    ...papers.map((paper) =>
      block('article', paper.id, [
        [
          'author',
          `${paper.letters.length ? `${tex(paper.family)}, ${paper.letters.join(' ')}` : `{${tex(paper.family)}}`} and others`,
        ],
        ['title', `{${tex(paper.title)}}`],
        ['journal', tex(paper.journal)],
        ['year', paper.year],
        ['volume', tex(paper.volume)],
        ['number', tex(paper.issue)],
        ['pages', tex(paper.pages.replaceAll('-', '--'))],
        ['doi', paper.doi],
        ['pmid', paper.pmid],
        ['pmcid', paper.pmcid],
        ['url', paper.url],
        ['note', tex(paper.note)],
      ]),
    ),
  ].join('\n\n')}\n`;
}

function ris(papers, figure) {
  const record = (fields) =>
    [...filled(fields).map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join('\r\n');
  return [
    record([
      ['TY', 'ELEC'],
      ['ID', figure.id],
      ['AU', figure.author],
      ['TI', figure.title],
      ['Y2', figure.date.replaceAll('-', '/')],
      ['UR', figure.url],
      ['N1', figure.note],
    ]),
    ...papers.map((paper) => {
      const [first, ...last] = paper.pages.split('-');
      return record([
        ['TY', 'JOUR'],
        ['ID', paper.id],
        ['AU', paper.family + (paper.letters.length ? `, ${paper.letters.join('')}` : '')],
        ['TI', paper.title],
        ['T2', paper.journal],
        ['PY', paper.year],
        ['VL', paper.volume],
        ['IS', paper.issue],
        ['SP', first],
        ['EP', last.join('-')],
        ['DO', paper.doi],
        ['AN', paper.pmid],
        ['C2', paper.pmcid],
        ['UR', paper.url],
        ['N1', `${t('First author only.')} ${paper.note}`],
      ]);
    }),
  ].join('\r\n');
}

function csl(papers, figure) {
  const items = [
    {
      id: figure.id,
      type: 'webpage',
      author: [{ literal: figure.author }],
      title: figure.title,
      accessed: { 'date-parts': [figure.date.split('-').map(Number)] },
      URL: figure.url,
      note: figure.note,
    },
    ...papers.map((paper) => ({
      id: paper.id,
      type: 'article-journal',
      author: [
        paper.letters.length
          ? { family: paper.family, given: paper.letters.join(' ') }
          : { literal: paper.family },
        { literal: 'others' },
      ],
      title: paper.title,
      'container-title': paper.journal,
      issued: { 'date-parts': [[paper.year]] },
      volume: paper.volume,
      issue: paper.issue,
      page: paper.pages,
      DOI: paper.doi,
      PMID: paper.pmid,
      PMCID: paper.pmcid,
      URL: paper.url,
      note: paper.note,
    })),
  ];
  return `${JSON.stringify(
    items.map((item) => Object.fromEntries(filled(Object.entries(item)))),
    null,
    1,
  )}\n`;
}

/** 'Lin EY et al. Title. J Exp Med 2001;193(6):727-740. doi:10.1084/... PMID: 11257139' */
function line({ first_author, title, journal, year, volume_pages, doi, pmid, pmcid, notice }) {
  const where =
    [journal, year].filter(Boolean).join(' ') + (volume_pages ? `;${volume_pages}` : '');
  const known = [doi && `doi:${doi}`, pmid && `PMID: ${pmid}`, pmcid].filter(Boolean).join(' ');
  const mark = notice ? ` [${notice[1]}: ${notice[2]}]` : '';
  return (
    `${first_author} et al. ${title.replace(/([^?.!])$/, '$1.')} ${where}. ${known}`.trim() + mark
  );
}

function text(papers, figure, pathway, arrows) {
  const list = (head, side) => {
    const cited = ids(pathway, arrows, side).sort();
    return cited.length
      ? ['', head, ...cited.map((id) => `- ${line(pathway.references[id])}`)]
      : [];
  };
  const { author, title, url, date, note } = figure;
  const seen = [url, `(${t('accessed {date}', { date })})`].filter(Boolean).join(' ');
  return `${[
    `${author}. ${title}. ${seen}. ${note}`,
    ...list(t('Papers:'), 'references'),
    ...list(t('Papers against:'), 'opposing'),
  ].join('\n')}\n`;
}

/** By form: the file's ending and what makes its text. */
export const FORMS = {
  text: { ending: 'txt', make: text },
  bibtex: { ending: 'bib', make: bibtex },
  ris: { ending: 'ris', make: ris },
  csl: { ending: 'csl.json', make: csl },
};

/**
 * @param {keyof typeof FORMS} form
 * @param {any} pathway  a compiled pathway
 * @param {string[]} arrows  ids of interactions
 * @param {Source} figure
 */
export const bibliography = (form, pathway, arrows, figure) =>
  FORMS[form].make(papersOf(pathway, arrows), figure, pathway, arrows);
