/** The band below the drawing: title, caption or question, dots. Reads the view, writes the DOM. */
import { button, byId, element, link } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { LETTERS } from '../rules/lecture-rules.js';
import { paperLink } from '../rules/table-rows.js';

/**
 * 'Lin 2001', a link where the paper has one, for each reference of a step.
 * @param {Pathway} pathway
 */
function papers(ids, pathway) {
  const list = element('p', { className: 'refs' });
  for (const id of ids) {
    const { name, href } = paperLink(pathway.references[id]);
    list.append(link(name, href), ' ');
  }
  return list;
}

/**
 * The question with its options; once answered, what was right and what was chosen, and why. Where
 * it is not yet asked or no longer, it keeps its room.
 */
function question({ step, asks, answers, pick }, pathway) {
  const { predict } = step;
  const parts = [element('p', { className: 'question' }, predict.question)];
  const options = element('ul', { className: 'options' });
  for (const [index, text] of predict.options.entries()) {
    const letter = LETTERS[index].toUpperCase();
    const right = index === predict.answer;
    const item = options.appendChild(element('li'));
    const choice = button('', { do: 'lecture-pick', option: index }, { className: 'option' });
    choice.append(element('b', {}, letter), element('span', {}, text));
    if (asks) {
      choice.setAttribute('aria-pressed', String(index === pick));
      choice.setAttribute('aria-keyshortcuts', `${letter} ${index + 1}`);
    } else if (answers) {
      choice.disabled = true;
      choice.classList.add(right ? 'right' : index === pick ? 'wrong' : 'other');
      const mark = right
        ? pick === index
          ? t('✓ Right: your answer')
          : t('✓ Right')
        : index === pick
          ? t('✗ Wrong: your answer')
          : '';
      if (mark) choice.append(element('em', {}, mark));
    }
    item.append(choice);
  }
  // The room of the reason is taken from the start.
  const because = element(
    'div',
    { className: 'because' },
    element(
      'div',
      {},
      element('p', { className: 'why' }, predict.why),
      papers(step.references, pathway),
    ),
  );
  if (asks)
    because.append(
      button(t('Reveal the answer (R)'), { do: 'lecture-pick', option: -1 }, { className: 'link' }),
    );
  return [...parts, options, because];
}

/**
 * Everything in the band, for a view in a lecture.
 * @param {Pathway} pathway
 */
export function showBand(view, told, pathway) {
  const { step, of, shown, asks, answers, early, outer } = told;
  byId('lecture-title').replaceChildren(
    element('span', { className: 'n' }, outer ? '' : `${view.step}/${of}`),
    ' ',
    element('span', {}, step.title),
    ' ',
    element(
      'small',
      {},
      step.show.length > 1 && !asks
        ? t('arrow {n} of {of}', { n: shown.length, of: step.show.length })
        : '',
    ),
  );
  const caption = byId('caption');
  // A line must not end inside a name: 'ICAM-' here, '1' there.
  caption.replaceChildren(
    ...step.say
      .split(/(\S+-\d\S*)/)
      .map((part, odd) => (odd % 2 ? element('span', {}, part) : part)),
  );
  caption.hidden = asks || answers || early;
  const predict = byId('predict');
  predict.hidden = !asks && !answers;
  predict.replaceChildren(...(step.predict ? question(told, pathway) : []));
  const dots = byId('dots');
  if (dots.childElementCount !== of || dots.dataset.lecture !== view.lecture) {
    dots.dataset.lecture = view.lecture;
    dots.replaceChildren(
      ...told.lecture.steps.map((one, index) => {
        const item = element('li');
        const dot = item.appendChild(
          button('', { do: 'lecture-jump', step: index + 1 }, { className: 'dot-step' }),
        );
        dot.title = dot.ariaLabel = `${t('Step')} ${index + 1}: ${one.title}`;
        return item;
      }),
    );
  }
  [...dots.children].forEach((item, index) => {
    const dot = item.firstChild;
    if (index + 1 === view.step) dot.setAttribute('aria-current', 'step');
    else dot.removeAttribute('aria-current');
    dot.classList.toggle('past', index + 1 < view.step);
  });
  const bar = byId('progress');
  bar.max = of;
  bar.value = view.step;
  const ends = {
    '-1': told.first,
    1: told.last,
  };
  document.querySelector('#lecture [data-do="quiz"]').hidden = !ends[1];
  for (const control of document.querySelectorAll('#lecture [data-do="lecture-step"]')) {
    control.setAttribute('aria-disabled', String(ends[control.dataset.by]));
  }
}

/** The list of steps, in the dialog. */
export function listSteps(view, told) {
  byId('steps-title').textContent = told.lecture.title;
  byId('steps-list').replaceChildren(
    ...told.lecture.steps.map((one, index) => {
      const item = element('li');
      const to = item.appendChild(button(one.title, { do: 'lecture-jump', step: index + 1 }));
      if (index + 1 === view.step) to.setAttribute('aria-current', 'step');
      return item;
    }),
  );
}
