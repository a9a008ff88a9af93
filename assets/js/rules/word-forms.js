/** Words without what does not tell them apart: case, accents, script, endings. Pure. */
const GREEK = { α: 'a', β: 'b', γ: 'g', δ: 'd', κ: 'k', φ: 'phi', ω: 'o' };

/** Lower case without accents; the Greek letters of names of molecules as in their symbols. */
export const fold = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/ς/g, 'σ')
    .replace(/ß/g, 'ss')
    .replace(/[αβγδκφω]/g, (c) => GREEK[c]);

/** One string without dashes and spaces, in any script: TGF-β1 = tgfb1 = TGF b1. */
export const foldName = (text) => fold(text).replace(/[^\p{L}\p{N}+]/gu, '');

/** The words of a text; 'IL-6' is two. */
export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}+]+/gu) ?? [];

// What a question says beside what it asks for.
const FILLERS = new Set(
  (
    'a an and are by can do does for from how in into is of on or the to what when where which ' +
    'who why with am auf aus das dem den der des die ein eine für im ist mit und von was wer wie ' +
    'wo zu zum zur'
  ).split(' '),
);

/** The words of a text without those that every text has; all where there are no others. */
export function tellingWords(text) {
  const words = wordsOf(text);
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length ? telling : words;
}

const LEAST = 4; // letters that a stem keeps
const ENDINGS = {
  en: [
    [/ies$/, 'y'],
    [/([^suiy]|ss)es$/, '$1e'],
    [/([^sui])s$/, '$1'],
    [/(a|e)ncy$/, '$1nt'],
    [/([st])ions?$/, '$1'],
    [/ing$/, ''],
    [/ed$/, ''],
    [/e$/, ''],
  ],
  de: [
    [/(ungen|ung)$/, ''],
    [/(innen|ern|en|er|em|es|e|n|s)$/, ''],
  ],
};

/** A word without its ending, as far as that leaves a word. */
export function stem(word, lang = 'en') {
  let short = word;
  for (const [ending, instead] of ENDINGS[lang] ?? ENDINGS.en) {
    const next = short.replace(ending, instead);
    if (next.length >= LEAST) short = next;
  }
  return short;
}

/**
 * Whether one letter more, less or other, or two letters swapped, makes one word of the other: all
 * but that is the same from the beginning and from the end.
 */
export function isNear(a, b) {
  const [least, most] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (most - least > 1) return false;
  let from = 0;
  while (from < least && a[from] === b[from]) from += 1;
  let to = 0;
  while (to < least - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to += 1;
  if (from + to >= most - 1) return true;
  return (
    most === least && from + to === most - 2 && a[from] === b[from + 1] && a[from + 1] === b[from]
  );
}
