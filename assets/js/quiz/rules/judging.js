/** Whether an answer is right. Pure. */
import { foldName } from '../../rules/word-forms.js';

const judges = {
  choice: (item, given) => Boolean(item.options[given]?.right),
  pick: (item, given) => item.pick.includes(given),
  // TGF-β1 = tgfb1 = TGF b1; macrophages = macrophage
  type: (item, given) => {
    const plain = (text) => foldName(text).replace(/(?<=.{3})s$/, '');
    return item.accept.some((name) => plain(name) === plain(given));
  },
  // Two steps that read the same may change places.
  order: (item, given) =>
    given.every((index, place) => item.options[index].text === item.options[place].text),
  own: (item, given) => given.right,
};

/** @param {any} item  @param {any} given  as the form of the kind gives it */
export const isRight = (item, given) => judges[item.answer](item, given);

/** Whether something was answered at all. */
export const isGiven = (item, given) =>
  item.answer === 'type' ? Boolean(given?.trim()) : given !== null && given !== undefined;
