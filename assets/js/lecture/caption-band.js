/** The band below the drawing: title, caption or question, dots. Reads the view, writes the DOM. */
import { t } from '../app/i18n.js';
import { LETTERS } from '../rules/lecture-rules.js';
import { paperLink } from '../rules/table-rows.js';

const by = (id) => document.getElementById(id);

export function make(tag, className, text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

export function button(name, detail, text, className = '') {
  const made = make('button', className, text);
  made.type = 'button';
  Object.assign(made.dataset, { do: name, ...detail });
  return made;
}

/** 'Lin 2001', a link where the paper has one, for each reference of a step. */
function papers(ids, pathway) {
  const list = make('p', 'refs');
  for (const id of ids) {
    const { name, href } = paperLink(pathway.references[id]);
    const one = make(href ? 'a' : 'span', '', name);
    if (href) Object.assign(one, { href, target: '_blank', rel: 'noopener' });
    list.append(one, ' ');
  }
  return list;
}

/** The question with its options, or the answer: what was right and what was chosen, and why. */
function question({ step, asks, pick }, pathway) {
  const { predict } = step;
  const parts = [make('p', 'question', predict.question)];
  const options = make('ul', 'options');
  for (const [index, text] of predict.options.entries()) {
    const letter = LETTERS[index].toUpperCase();
    const right = index === predict.answer;
    const item = options.appendChild(make('li'));
    const one = button('lecture-pick', { option: index }, '', 'option');
    one.append(make('b', '', letter), make('span', '', text));
    if (asks) one.setAttribute('aria-pressed', String(index === pick));
    else {
      one.disabled = true;
      one.classList.add(right ? 'right' : index === pick ? 'wrong' : 'other');
      const mark = right ? (pick === index ? t('✓ Right: your answer') : t('✓ Right')) : index === pick ? t('✗ Wrong: your answer') : '';
      if (mark) one.append(make('em', '', mark));
    }
    item.append(one);
  }
  parts.push(options);
  if (asks) parts.push(button('lecture-pick', { option: -1 }, t('Show the answer (A)'), 'link'));
  else {
    parts.push(make('p', 'why', predict.why), papers(step.references, pathway));
  }
  return parts;
}

/** Everything in the band, for a view in a lecture. */
export function showBand(view, told, pathway) {
  const { step, of, shown, asks, answers, early } = told;
  by('lecture-title').replaceChildren(
    make('span', 'n', `${view.step}/${of}`), ' ', make('span', '', step.title), ' ',
    make('small', '', step.show.length > 1 && !asks ? t('arrow {n} of {of}', { n: shown.length, of: step.show.length }) : ''),
  );
  const caption = by('caption');
  // A line must not end inside a name: 'ICAM-' here, '1' there.
  caption.replaceChildren(...step.say.split(/(\S+-\d\S*)/).map((part, odd) => (odd % 2 ? make('span', '', part) : part)));
  caption.hidden = asks || answers || early;
  const predict = by('predict');
  predict.hidden = !asks && !answers;
  predict.replaceChildren(...(asks || answers ? question(told, pathway) : []));
  const dots = by('dots');
  if (dots.childElementCount !== of || dots.dataset.lecture !== view.lecture) {
    dots.dataset.lecture = view.lecture;
    dots.replaceChildren(...told.lecture.steps.map((one, index) => {
      const item = make('li');
      const dot = item.appendChild(button('lecture-jump', { step: index + 1 }, '', 'dot-step'));
      dot.title = dot.ariaLabel = `${t('Step')} ${index + 1}: ${one.title}`;
      return item;
    }));
  }
  [...dots.children].forEach((item, index) => {
    const dot = item.firstChild;
    if (index + 1 === view.step) dot.setAttribute('aria-current', 'step');
    else dot.removeAttribute('aria-current');
    dot.classList.toggle('past', index + 1 < view.step);
  });
  const bar = by('progress');
  bar.max = of;
  bar.value = view.step;
  const ends = { '-1': view.step === 1 && told.part === 0, 1: view.step === of && told.part === told.stops - 1 };
  for (const one of document.querySelectorAll('#lecture [data-do="lecture-step"]')) {
    one.setAttribute('aria-disabled', String(ends[one.dataset.by]));
  }
}

/** The list of steps, in the dialog. */
export function listSteps(view, told) {
  by('steps-title').textContent = told.lecture.title;
  by('steps-list').replaceChildren(...told.lecture.steps.map((one, index) => {
    const item = make('li');
    const to = item.appendChild(button('lecture-jump', { step: index + 1 }, one.title));
    if (index + 1 === view.step) to.setAttribute('aria-current', 'step');
    return item;
  }));
}
