/**
 * Handouts: a page for each stage, complete, with numbers for names, or as the key to these. Python
 * decided which name has which number (`blanks` of a stage); the pages look like those of
 * `cascade export --format handout`.
 *
 * tests/browser/save/test_printing.py holds the two languages together.
 */
import { t } from '../app/i18n.js';
import { FONT, HANDOUT, LAPTOP } from '../rules/constants.js';
import { escapeHtml } from '../rules/escape.js';
import { paperLink } from '../rules/table-rows.js';
import { startView } from '../rules/view.js';

const TOLD = /* t */ 'On the arrows: − restrains metastasis, ± depends on context.';
const { box: BOX, signs: SIGNS } = HANDOUT;

/** Each word of the boxes by itself, for students to choose from: as exports/handout.py. */
const wordBank = (blanks) =>
  [...new Set(blanks.flatMap((name) => name.replace(/ \+\d+$/, '').split(', ')))].sort((a, b) =>
    a.localeCompare(b),
  );

/**
 * The pages as HTML text. Draws each stage on the figure and puts the reader's view back. They are
 * wide whatever the window, as the figure is largest on them then.
 * @param {{cy: any, data: any, renderer: any}} figure
 * @param {any} kit  what the page draws pictures with, see save/print.js
 * @param {string} name  a pathway's id
 * @param {'full'|'blanks'|'key'} kind
 * @param {boolean} bank  whether to list the words that belong in the boxes
 */
export function handoutPages({ cy, data, renderer }, kit, name, kind, bank) {
  const { takeShape } = kit;
  const turned = takeShape(data, false);
  if (turned) renderer.turn();
  const pathway = data.pathways[name];
  const names = new Map(
    cy.elements('[kind="cell"], [outcome]').map((drawn) => [drawn, drawn.data('label')]),
  );
  const views = pathway.stages.map(({ id }) => ({ ...startView(data), pathway: name, stage: id }));
  const pages = renderer
    .renderOffscreen(views, LAPTOP, (view, seen, index) => {
      const stage = pathway.stages[index];
      const isTold = (drawn) => !['dim', 'hidden'].includes(seen.lines.get(drawn.id()));
      if (kind !== 'full') {
        cy.batch(() =>
          names.forEach((label, drawn) =>
            drawn.data(
              'label',
              String((isTold(drawn) && isNamed(drawn) && stage.blanks.indexOf(label) + 1) || ''),
            ),
          ),
        );
      }
      const picture = draw(cy, kit, view, seen, pathway, `h${index}-`, isTold, kind !== 'full');
      return page(
        {
          ...stage,
          number: index + 1,
          picture,
          cited: papers(seen, pathway, 'references', kind === 'full'),
          against: papers(seen, pathway, 'opposing', kind === 'full'),
          source: pathway.citation,
        },
        kind,
        bank,
      );
    })
    .join('');
  if (turned) {
    takeShape(data, true);
    renderer.turn();
  }
  return pages;
}

/**
 * A stage and its legend as SVG; `boxed`: names are numbers, in boxes.
 * @param {Pathway} pathway
 */
function draw(cy, kit, view, seen, pathway, prefix, isTold, boxed) {
  const { recordDrawing, labelBox, stagePicture } = kit;
  return stagePicture(view, seen, pathway, prefix, (pen, box, keep) => {
    recordDrawing(cy, pen, box, { keep, bare: true, scale: 1 });
    Object.assign(pen, {
      strokeStyle: '#000',
      lineWidth: 1.6,
      textAlign: 'center',
      textBaseline: 'middle',
      font: `700 17px ${FONT}`,
    });
    for (const drawn of cy
      .elements('[kind="cell"], [outcome]')
      .filter((other) => other.visible() && keep(other))) {
      if (boxed && drawn.data('label') && isNamed(drawn)) frame(pen, labelBox(drawn));
      if (isTold(drawn)) sign(pen, drawn, SIGNS[drawn.data('outcome')], labelBox);
    }
  });
}

/** Whether its name stands in the drawing. */
const isNamed = (drawn) => !drawn.hasClass('mute') && !drawn.hasClass('quiet');

function frame(pen, { x, y, width, height }) {
  const [wide, high] = [Math.max(width + 8, BOX), height + 5];
  pen.beginPath();
  pen.rect(x - wide / 2, y - high / 2, wide, high);
  pen.stroke();
}

/** Clear of the label, and of a box around it. */
function sign(pen, drawn, text, labelBox) {
  if (!text) return;
  const { x, y, width } =
    drawn.data('label') && isNamed(drawn) ? labelBox(drawn) : drawn.midpoint();
  const at = width ? x + Math.max(width / 2 + 17, 26) : x;
  pen.fillStyle = '#fff';
  pen.beginPath();
  pen.arc(at, y, 10, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  pen.fillStyle = '#000';
  pen.fillText(text, at, y);
}

/**
 * The papers for a view's arrows, or against them, `whole` with the journal; titles would give
 * answers away, and leave the drawing less room.
 * @param {Pathway} pathway
 */
function papers(seen, pathway, side, whole) {
  const ids = new Set(seen.shown.flatMap((id) => pathway.cards[id][side] ?? []));
  return [...ids]
    .map((id) => pathway.references[id])
    .map((paper) => [paperLink(paper).name, ...(whole ? [paper.journal, paper.volume_pages] : [])])
    .map((parts) => parts.filter(Boolean).join(' '))
    .sort();
}

function page(stage, kind, bank) {
  const { number, name, blanks, picture, cited, against, source } = stage;
  const key = kind === 'key';
  const head = key
    ? t('Key to the blanks')
    : kind === 'blanks'
      ? `${t('Name')} ________________________`
      : '';
  const lines = blanks
    .map(
      (word, index) => `<li><b>${index + 1}</b> <span>${key ? escapeHtml(word) : ''}</span></li>`,
    )
    .join('');
  const words = wordBank(blanks).join(' · ');
  return (
    `<section><header><h2>${number}. ${escapeHtml(name)}</h2><p>${head}</p></header>${picture}` +
    (kind === 'full' ? '' : `<ol${key ? '' : ' class="ask"'}>${lines}</ol>`) +
    (kind === 'blanks' && bank
      ? `<p class="bank"><b>${t('Words:')}</b> ${escapeHtml(words)}</p>`
      : '') +
    `<footer><p class="signs">${t(TOLD)}</p>` +
    `<p><b>${t('References.')}</b> ${escapeHtml(cited.join('; '))}.</p>` +
    (against.length ? `<p><b>${t('Against.')}</b> ${escapeHtml(against.join('; '))}.</p>` : '') +
    `<p>${escapeHtml(source)}</p></footer></section>`
  );
}
