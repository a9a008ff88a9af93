/**
 * The shape of the figure: wide, or mirrored for windows that are higher than wide. What is
 * elsewhere there travels beside each pathway; the window decides which of the two `data.pathways`
 * holds. In each shape positions never move.
 */
import { entriesOf, idTable } from '../rules/id-table.js';

const NARROW = 900; // CSS pixels; below, questions take half of the height (testing.css)

export function isTall() {
  const { innerHeight, innerWidth, document } = globalThis;
  const halved = innerWidth <= NARROW && document.documentElement.hasAttribute('data-quiz');
  return innerHeight > innerWidth && !halved;
}

/**
 * Gives the figure a shape.
 * @returns {boolean} whether it had another
 */
export function takeShape(data, tall = isTall()) {
  if (Boolean(data.isTall) === tall) return false;
  data.isTall = tall;
  data.wide ??= data.pathways;
  data.pathways = tall
    ? idTable(entriesOf(data.wide).map(([id, one]) => [id, { ...one, ...one.tall }]))
    : data.wide;
  return true;
}

/**
 * The pathway as tall windows show it: all that is elsewhere there.
 * @param {any} packed  null for what is the same
 */
export function mirror(one, packed) {
  const columns = Object.entries(packed.elements);
  const elements = one.elements.map(({ data, position }, at) => {
    const own = { ...data };
    const place = position && { ...position };
    for (const [name, values] of columns) {
      const value = values[at];
      if (value === null) continue;
      (place && name in place ? place : own)[name] = value;
      // A graph keeps what it is not told anew: turned back it would say what the tall one did.
      if (!place || !(name in place)) data[name] ??= undefined;
    }
    return { data: own, ...(place && { position: place }) };
  });
  /** @type {[string, any][]} */
  const frames = Object.entries(packed.frames).map(([id, own]) => [
    id,
    idTable(Object.entries(own)),
  ]);
  const looks = (steps, at) =>
    steps.map((step, index) => {
      const { pieces, box } = packed.lectures[at][index];
      const own = { ...step, box };
      delete own.pieces;
      return pieces ? { ...own, pieces: idTable(Object.entries(pieces)) } : own;
    });
  return {
    elements,
    box: packed.box,
    stages: one.stages.map((stage, at) => ({ ...stage, box: packed.stages[at] })),
    frames: idTable(frames),
    places: idTable(
      entriesOf(one.places).map(([id, place], at) => [id, { ...place, box: packed.places[at] }]),
    ),
    lectures: idTable(
      entriesOf(one.lectures).map(([id, lecture], at) => [
        id,
        { ...lecture, steps: looks(lecture.steps, at) },
      ]),
    ),
  };
}

const STRIP = 34; // of a card's title, as CARD_STRIP in sizes.py

/** Backdrops for tall windows, mirrored along their diagonal as the figure is. */
export function mirrored(drawings) {
  return drawings
    .filter(({ selector }) => selector.includes('scenery='))
    .map(({ selector, style }) => {
      const [, svg] = style['background-image'].split(/,(.*)/s);
      const [, root, inner] = decodeURIComponent(svg).match(/(<svg[^>]*>)(.*)<\/svg>/s);
      const turned = root
        .replace(/viewBox="0 0 (\S+) (\S+)"/, 'viewBox="0 0 $2 $1"')
        .replace(/ width="([^"]*)" height="([^"]*)"/, ' width="$2" height="$1"');
      // as symbols.py
      const [width, height] = root
        .match(/viewBox="0 0 (\S+) (\S+)"/)
        .slice(1)
        .map(Number);
      const [along, across] = [(width - STRIP) / width, height / (height - STRIP)];
      const moved = `matrix(0 ${along} ${across} 0 ${-STRIP * across} ${STRIP})`;
      const whole = `${turned}<g transform="${moved}">${inner}</g></svg>`;
      return {
        selector: `${selector}[mirrored]`,
        style: { 'background-image': `data:image/svg+xml,${encodeURIComponent(whole)}` },
      };
    });
}
