/** The scores that the widths of supported arrows stand for. */
import { element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { threeDigits } from './rules/table-numbers.js';

// As state_rules.py draws them: 3 for nothing, 13 for the most.
const width = (strength) => 3 + 10 * strength;

/**
 * @param {{least: number, most: number}|null} scale  null where all are equally wide
 * @param {string} score  the column's name
 * @param {boolean} down  whether scores are −log10 of what the table has
 */
export function widthLegend(scale, score, down) {
  if (!scale)
    return element(
      'p',
      { className: 'widths' },
      t('No score: all supported arrows are equally wide.'),
    );
  const box = element('div', { className: 'widths' });
  const steps =
    scale.least === scale.most
      ? [scale.most]
      : [scale.most, (scale.most + Math.max(scale.least, 0)) / 2, scale.least];
  for (const step of steps) {
    const line = element('i', { ariaHidden: 'true' });
    line.style.height = `${width(Math.max(step / scale.most, 0.05))}px`;
    const told = threeDigits(down ? 10 ** -step : step);
    box.append(element('span', {}, line, `${score.split(',')[0]} ${told}`));
  }
  return box;
}
