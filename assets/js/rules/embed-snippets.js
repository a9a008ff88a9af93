/** The lines that bring a view onto a course page. Pure. */
import { t } from '../app/i18n.js';
import { escapeLine } from './escape.js';
import { entriesOf } from './id-table.js';
import { isLocal, pageAddress } from './reach.js';
import { formatAddress } from './url.js';

const TEXT = /* t */ 'Open the diagram in a new tab';
const NOTE = /* t */ '(keyboard and text version included)';

const bare = (address) => address.split(/[?#]/)[0];

/**
 * Where the figure can be framed and opened.
 * @param {{href: string, home?: string, frozen: boolean}} here
 * @param {any} view
 * @returns {{embed: string, page: string, file: string, local: boolean}} addresses with the view;
 *   '' for what is not known; `file` is the name to put beside a page; `local`: other computers
 *   cannot reach it
 * @param {Figure} data
 */
export function embedPlaces({ href, home = '', frozen }, view, data) {
  const { protocol } = new URL(href);
  const base = home || pageAddress(href, data.reach);
  const full = formatAddress({ ...view, ui: 'full' }, data);
  const file = protocol === 'file:' ? href : '';
  const name = (file && bare(file).split('/').pop()) || `${view.pathway}.html`;
  const lines = {
    embed: '',
    page: '',
    file: name + formatAddress(view, frozen ? data : alone(view, data)),
    local: false,
  };
  if (!base) return lines;
  const own = frozen || home;
  lines.page = base + full;
  lines.embed = own
    ? base + formatAddress(view, data)
    : new URL(`embed/${encodeURIComponent(view.pathway)}`, base).href +
      formatAddress(view, alone(view, data));
  lines.local = isLocal(base);
  return lines;
}

/**
 * The page of one pathway starts with it, so its address need not name it.
 * @param {Figure} data
 */
const alone = (view, data) => ({ ...data, order: [view.pathway], start: {} });

/**
 * What a screen reader calls the frame.
 * @param {Pathway} pathway
 */
export function frameTitle(view, pathway) {
  const stage = pathway.stages.find((s) => s.id === view.stage)?.name;
  const subject = pathway.cells[view.focus]?.name ?? stage ?? t('overview');
  return t('Interactive diagram: {title}, {subject}', { title: pathway.title, subject });
}

const html = ({ embed, page, title: name, height }) =>
  `<iframe src="${escapeLine(embed)}" title="${escapeLine(name)}"\n` +
  ` width="100%" height="${height}" style="border: 0; width: 100%;" loading="lazy"\n` +
  ' allow="fullscreen; clipboard-write" allowfullscreen></iframe>\n' +
  `<p><a href="${escapeLine(page)}">${escapeLine(t(TEXT))}</a> ${escapeLine(t(NOTE))}</p>\n`;

const markdown = ({ page }) => `[${t(TEXT)}](<${page}>) ${t(NOTE)}\n`;
const frame = (part) => html(part).split('<p>')[0];

/** By kind: what to paste. Moodle, Canvas and most others take the plain HTML. */
const KINDS = {
  iframe: html,
  quarto: (part) => `\`\`\`{=html}\n${frame(part)}\`\`\`\n\n${markdown(part)}`,
  myst: (part) =>
    `:::{iframe} ${part.embed}\n:width: 100%\n` +
    `:title: ${part.title.replace(/\s+/g, ' ')}\n${markdown(part)}:::\n`,
  notion: ({ embed }) => `${embed}\n`, // it takes addresses alone
  reveal: (part) =>
    '<section>\n' +
    html(part)
      .replace('<iframe src=', '<iframe data-preload data-src=')
      .replace(' loading="lazy"', '') +
    '</section>\n',
};

/**
 * The snippet.
 * @param {string} kind  iframe, moodle, canvas, wordpress, quarto, myst, reveal, brightspace,
 *   blackboard, google or notion
 * @param {{embed: string, page: string, title: string, height: number}} part
 */
export const snippet = (kind, part) => (KINDS[kind] ?? html)(part);

/**
 * Where the embedded figure can start: names and what they change in the view on screen.
 * @param {Pathway} pathway
 */
export function startChoices(pathway) {
  const at = (stage) => ({ stage, organ: '', focus: '', edge: '', q: '', lecture: '', step: 0 });
  const list = [
    { name: t('The view on screen'), change: {} },
    { name: t('Overview'), change: at('') },
    ...pathway.stages.map(({ id, name }, index) => ({
      name: `${index + 1} ${name}`,
      change: at(id),
    })),
  ];
  for (const [lecture, { title: name, steps = [] }] of entriesOf(pathway.lectures ?? {})) {
    steps.forEach((_, index) =>
      list.push({
        name: t('{lecture}, step {n}', { lecture: name ?? lecture, n: index + 1 }),
        change: { ...at(''), lecture, step: index + 1 },
      }),
    );
  }
  return list;
}
