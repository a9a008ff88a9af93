/** How a question is answered: one form a kind of answer. Each tells its `value()`. */
import { button, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { entriesOf } from '../rules/id-table.js';

const legend = (text) => element('legend', { className: 'hush' }, text);

function choice(item, pathway, changed) {
  const list = element('fieldset', { className: 'quiz-options' }, legend(item.ask));
  for (const index of item.order) {
    const input = element('input', { type: 'radio', name: 'quiz-option', value: index });
    input.onchange = changed;
    list.append(element('label', {}, input, element('span', {}, item.options[index].text)));
  }
  const value = () => {
    const chosen = list.querySelector('input:checked');
    return chosen && Number(chosen.value);
  };
  return { parts: [list], value };
}

/** Cells of a stage by name; of a card in it with the card's name. */
function cellsOf({ stage, hide }, pathway) {
  const names = entriesOf(pathway.nodes)
    .filter(([id, node]) => node.stage === stage && node.rank < 2 && !hide.names.includes(id))
    .map(([id, { cell, place }]) => {
      const { card, name } = pathway.places[place];
      return [id, card ? `${pathway.cells[cell].name} (${name})` : pathway.cells[cell].name];
    });
  return names.sort(([, a], [, b]) => a.localeCompare(b));
}

/** A list of the cells on screen, the first entry empty. */
export function cellSelect(item, pathway, label, changed) {
  const select = element('select', { 'aria-label': label });
  select.append(
    new Option(label, ''),
    ...cellsOf(item, pathway).map(([id, name]) => new Option(name, id)),
  );
  select.onchange = changed;
  return select;
}

function pick(item, pathway, changed) {
  const hint = t('Click the cell on the figure, or choose it here.');
  const select = cellSelect(item, pathway, t('Choose a cell'), changed);
  return {
    parts: [element('p', { className: 'hint' }, hint), element('p', {}, select)],
    value: () => select.value || null,
    take(node) {
      select.value = node;
      if (select.value === node) changed();
    },
  };
}

function type(item, pathway, changed) {
  const input = element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
    'aria-label': t('Your answer'),
  });
  input.oninput = changed;
  const parts = [
    element('p', { className: 'hint' }, t('Its name; synonyms and abbreviations count.')),
    element('p', {}, input),
  ];
  const words = (item.options ?? []).map(({ text }) => text).sort((a, b) => a.localeCompare(b));
  if (words.length) {
    const bank = words.map((text) => {
      const take = () => {
        input.value = text;
        changed();
        input.focus();
      };
      return element('li', {}, button(text, {}, { onclick: take }));
    });
    const help = element('ul', { className: 'quiz-words' }, ...bank);
    parts.push(element('details', {}, element('summary', {}, t('Words to choose from')), help));
  }
  return { parts, value: () => input.value };
}

/** A list that buttons, or the arrow keys on them, put in order. */
function order(item, pathway, changed) {
  const list = element('ol', { className: 'quiz-order' });
  function move(row, by, focus) {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    focus?.focus();
    changed();
  }
  for (const index of item.order) {
    const { text } = item.options[index];
    const row = element('li', { dataset: { index } }, element('span', {}, text));
    const ways = [
      [-1, '↑', t('Up: {text}', { text })],
      [1, '↓', t('Down: {text}', { text })],
    ];
    for (const [by, sign, label] of ways) {
      const arrow = button(sign, {}, { className: 'icon', 'aria-label': label });
      arrow.onclick = () => move(row, by, arrow);
      row.append(arrow);
    }
    row.onkeydown = (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      move(row, by, event.target);
    };
    list.append(row);
  }
  const value = () => [...list.children].map((row) => Number(row.dataset.index));
  return { parts: [list], value };
}

function own(item, pathway, changed) {
  const text = element('textarea', { rows: 3, 'aria-label': t('Your answer') });
  text.oninput = changed;
  const hint = t('Say or write it in your own words; then compare.');
  return { parts: [element('p', { className: 'hint' }, hint), text], value: () => text.value };
}

const FORMS = { choice, pick, type, order, own };

/**
 * @param {() => void} changed  is called with each change of the answer
 * @returns {{parts: Node[], value: () => any, take?: (node: string) => void}}
 */
export const createForm = (item, pathway, changed) => FORMS[item.answer](item, pathway, changed);
