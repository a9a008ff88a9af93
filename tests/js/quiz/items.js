/** A few questions about the small figure of tests/js/figure.js, one a kind of answer. */
import { whole } from '../../../assets/js/quiz/rules/quiz-round.js';

const item = (kind, arrow, answer, more) =>
  whole(
    {
      id: `${kind}:${arrow}:0a1b`,
      kind,
      answer,
      stage: 'home',
      level: 'core',
      arrows: [arrow],
      ask: `What about ${arrow}?`,
      ...more,
    },
    {},
  );
const options = (...texts) => texts.map((text, at) => (at ? { text } : { text, right: true }));

export const ITEMS = [
  item('molecule', 'a', 'choice', { options: options('EGF', 'CSF-1', 'IL-4') }),
  item('end', 'a', 'pick', { pick: ['home/tam'], hide: { edges: ['a'] } }),
  item('end', 'e', 'pick', { pick: ['home/nk'] }),
  item('cell', 'tam', 'type', {
    arrows: ['a', 'b'],
    cell: 'tam',
    accept: ['Tumor-associated macrophage', 'TGF-β cell', 'macrophages'],
    hide: { names: ['home/tam'] },
  }),
  item('effect', 'c', 'choice', { options: options('inhibits', 'activates', 'kills') }),
  item('order', 'd', 'order', {
    options: ['one', 'two', 'three', 'two'].map((text) => ({ text, right: true })),
  }),
  item('authored', 'b', 'own', { options: options('Because.') }),
  item('molecule', 'f', 'choice', {
    stage: 'settling',
    options: options('RANKL', 'EGF', 'IL-4'),
  }),
  item('measured', 'g', 'choice', {
    stage: 'settling',
    options: options('growth', 'immunity', 'metastasis'),
  }),
];
