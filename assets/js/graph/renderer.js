/**
 * The only writer of the graph: puts a view's classes, theme and camera on cytoscape.
 *
 * tests/browser/view/test_same_as_svg.py holds picture and canvas together.
 */
import { state } from '../app/state.js';
import { forcedRules, resolvedTheme } from '../app/theme.js';
import { CARD_TITLE_FOOT, PANEL_TITLE_FOOT } from '../rules/constants.js';
import { lectureState, trimVisibility } from '../rules/lecture-rules.js';
import { readsPlace } from '../rules/subject.js';
import { veil } from '../rules/testing.js';
import { visibility } from '../rules/visibility.js';
import { animateArrow } from './arrow-animation.js';
import { aimCamera, distanceClass, flyTo, levelLetter, lookAt } from './camera.js';
import { boundZoom, flightTo, keepInSight, samePlace } from './flight.js';

const LINKS = '[kind="ribbon"], [kind="mark"], [kind="note"], [kind="becomes"], [kind="icon"]';
const SILENT = new Set(['hidden', 'faint']);
const LIFT = 10; // drawing units by which a title seen from near stands higher
const LETTER = 12; // drawing units of a letter in a near name

/** The box of a panel's title in drawing units, a little too wide rather than too narrow. */
export function panelTitleBox(panel) {
  const { x, y } = panel.position();
  const { label, size, h, ground, aside } = panel.data();
  const half = 0.33 * size * label.length;
  const foot = y - h / 2 + (ground === 'card' ? CARD_TITLE_FOOT : PANEL_TITLE_FOOT);
  return { x1: x + aside - half, y1: foot - size, x2: x + aside + half, y2: foot };
}

/** Elements for cytoscape, which makes those it gets its own and would move the figure's. */
const copies = (elements) =>
  elements.map(({ data, position, ...rest }) => ({
    ...rest,
    data: { ...data },
    ...(position && { position: { ...position } }),
  }));

export function installRenderer({ cy, data, signal }, first) {
  let shown = null; // the view drawn last
  const opening = data.pathways[first.pathway];
  const { lines: firstLines } = visibility(first, opening);
  // What the first view does not show is added when the browser is idle.
  let isLate = ({ data: { id } }) => firstLines.get(id) === 'hidden';
  cy.add(copies(opening.elements.filter((entry) => !isLate(entry))));
  keepInSight(cy, data, signal);
  let sheet = '';
  let looked = ''; // what the camera looks at
  let flown = null; // where the camera was sent for what was chosen
  let words = new Map(); // class words by element id, as set last
  const away = new Map(); // elements of pathways not on screen

  /** Swaps the elements when the pathway changes; they keep their positions. */
  function pathway(id) {
    const old = shown?.pathway ?? first.pathway;
    if (old === id) return;
    away.set(old, cy.elements().remove());
    words.clear();
    if (away.has(id)) away.get(id).restore();
    else cy.add(copies(data.pathways[id].elements));
  }

  /** Moves the elements on screen to where the shape of the window has them. */
  function turn() {
    away.clear();
    complete();
    const { elements } = data.pathways[shown?.pathway ?? first.pathway];
    cy.batch(() => {
      for (const { data: own, position } of elements) {
        const element = cy.getElementById(own.id);
        if (element.empty()) continue; // not yet added
        element.data(own);
        if (position) element.position({ ...position });
      }
    });
  }

  function theme(name, forced = forcedRules()) {
    if (sheet === name) return;
    sheet = name;
    cy.style()
      .fromJson([...data.sheets[name], ...data.drawings, ...data.mirrored, ...forced])
      .update();
  }

  /** Adds what the first view did without. */
  function complete() {
    if (!isLate || !shown || signal.aborted) return;
    const late = data.pathways[first.pathway].elements.filter(isLate);
    isLate = null;
    for (const element of late) words.set(element.data.id, 'hidden');
    cy.add(copies(late).map((element) => ({ ...element, classes: 'hidden' })));
  }

  let distance = '';

  function put(id, plain, size = distance) {
    // What shows no words has no size of words: hundreds of lines and cells need no new style
    // when the camera comes nearer.
    const word = SILENT.has(plain) ? plain : plain + size;
    if (words.get(id) === word) return;
    words.set(id, word);
    cy.getElementById(id).classes(word);
  }

  /** Classes in one batch: one style pass and one paint. */
  function classes(view, seen) {
    cy.batch(() => {
      const current = data.pathways[view.pathway];
      const emphasis = view.lecture || view.focus || view.edge || (view.q && !readsPlace(view));
      const letter = emphasis ? '' : levelLetter(view, current, distance, seen.level);
      for (const part of [seen.lines, seen.nodes]) {
        for (const [id, word] of part) put(id, word, distance + mute(id, word, letter));
      }
      const { stage: here, organ: there } = lectureState(view, current)?.step ?? view;
      // a lecture's sizes are for cells and arrows
      const size = distance.startsWith(' t') ? '' : distance;
      const frame = view.lecture && aimCamera(view, current, cy.width(), cy.height());
      const shows = new Set();
      for (const [id, word] of seen.nodes)
        if (word !== 'hidden') shows.add(current.nodes[id].place);
      for (const element of cy.elements('node[kind="panel"]')) {
        const isCut = frame && cut(element, frame);
        put(
          element.id(),
          panelWord(element, here, there, current, shows) + (isCut ? ' bare' : ''),
          size,
        );
      }
      for (const element of cy.elements(LINKS)) {
        put(element.id(), link(element, here, there, seen, emphasis), '');
      }
    });
  }

  /** Where everything is shown at once, names without room are left out. */
  function mute(id, word, letter) {
    if (!letter || SILENT.has(word)) return '';
    return cy.getElementById(id).data('mute')?.includes(letter) ? ' mute' : '';
  }

  /** The arrows that a reader sets while she rebuilds a stage. */
  function sketch(lines = []) {
    cy.elements('edge[kind="sketch"]').remove();
    cy.add(lines.map((line) => ({ group: 'edges', data: { ...line, kind: 'sketch' } })));
  }

  /** What is not of the view fades, and beside a page of its own has no title; as canvas.py. */
  function panelWord(element, here, there, { frames, places }, shows) {
    const { stage, organ, place, ground, scenery } = element.data();
    // A card without a backdrop says nothing where none of its cells is shown.
    if (ground === 'card' && !scenery && !shows.has(place)) return 'hidden';
    const other = here && stage !== here;
    const beside = there && organ !== there;
    const isPage = other || (beside && frames[here]?.[there]);
    const word = other || (beside && places[place]) ? 'dim' : '';
    return isPage || state.asked?.stages.includes(stage) ? `${word} bare` : word;
  }

  /** A lineage link, or a part of the journey; as canvas.py. */
  function link(element, here, there, seen, emphasis) {
    const { kind, source, target, stage, organ } = element.data();
    const gone = (id) => seen.nodes.get(id) === 'hidden';
    if (kind === 'becomes' && [source, target].some(gone)) return 'hidden';
    // In a stage's own view its number and words of the whole would only be in the way.
    const alone = here || there || state.asked?.stages.length;
    if (['mark', 'note'].includes(kind) && alone) return 'hidden';
    const other = (chosen, own) => chosen && own && own !== chosen;
    return emphasis || other(there, organ) || other(here, stage) ? 'dim' : '';
  }

  /** Draws a view; `glide` is false for the first drawing. */
  function draw(view, glide) {
    complete();
    const current = data.pathways[view.pathway];
    sketch();
    pathway(view.pathway);
    sketch(state.asked?.sketch);
    theme(resolvedTheme(view.theme));
    const seen = visibility(view, current);
    if (view.lecture) trim(seen, view, current);
    if (state.asked) veil(seen, state.asked, current);
    distance = distanceClass(view, current, cy.width(), cy.height());
    classes(view, seen);
    const gliding = glide && shown?.pathway === view.pathway;
    const chose = shown && chosen(shown) !== chosen(view);
    if (looked === key(view) ? chose : look(view, gliding)) fly(view, seen, gliding);
    if (view.lecture) animateArrow(cy, shown, view, current);
    shown = view;
    return seen;
  }

  /** What the camera of a lecture does not see whole goes without names. */
  function trim(seen, view, current) {
    const [width, height] = [cy.width(), cy.height()];
    const { zoom, pan } = aimCamera(view, current, width, height);
    trimVisibility(seen, view, current, (id) => {
      const cell = cy.getElementById(id);
      const { x, y } = cell.position();
      const { side, label, w, h } = cell.data();
      const name = (here, most) => (side === here ? Math.min(most, LETTER * label.length) : 0);
      return (
        (x - w / 2 - name('left', 148)) * zoom + pan.x > 0 &&
        (x + w / 2 + name('right', 148)) * zoom + pan.x < width &&
        (y - h / 2 - name('top', 24)) * zoom + pan.y > 0 &&
        (y + h / 2 + name('bottom', 24)) * zoom + pan.y < height
      );
    });
  }

  /** Whether the camera of a lecture cuts a panel's title; half a name is none. */
  function cut(panel, { zoom, pan }) {
    const [width, height] = [cy.width(), cy.height()];
    const { x1, y1, x2, y2 } = panelTitleBox(panel);
    return (
      (y1 - LIFT) * zoom + pan.y < 0 ||
      y2 * zoom + pan.y > height ||
      x1 * zoom + pan.x < 0 ||
      x2 * zoom + pan.x > width
    );
  }

  /** What the camera follows; a lecture's caption and question also change the canvas. */
  const key = (view) => {
    const { pathway: p, stage, organ, lecture, step } = view;
    if (!lecture) return [p, stage, organ, data.isTall, Boolean(view.set)].join('|');
    const { zoom, pan } = aimCamera(view, data.pathways[p], cy.width(), cy.height());
    return [p, lecture, step, zoom, pan.x, pan.y].join('|');
  };

  function look(view, glide) {
    looked = key(view);
    flown = null;
    boundZoom(cy, view, data.pathways[view.pathway]);
    return lookAt(cy, view, data.pathways[view.pathway], glide);
  }

  const chosen = ({ edge = '', focus = '', q = '' }) => [edge, focus, q].join('|');

  /** To what was chosen out of sight; back, without a choice, where nobody moved since. */
  function fly(view, seen, glide) {
    const current = data.pathways[view.pathway];
    const aimed = () => aimCamera(view, current, cy.width(), cy.height());
    const now = cy.animated() ? (flown ?? aimed()) : { zoom: cy.zoom(), pan: { ...cy.pan() } };
    const target = flightTo(cy, view, seen, current, now);
    if (target) {
      flown = target;
      flyTo(cy, target, glide);
    } else if (flown && chosen(view) === chosen({}) && samePlace(flown, now)) look(view, glide);
  }

  /** Looks at the present view again; after a change of size the names may change theirs. */
  function fit(glide) {
    if (!shown) return null;
    const seen = draw(shown, false);
    if (look(shown, glide) && !glide) fly(shown, seen, glide);
    return seen;
  }

  /**
   * Draws other views for `work`, for print and for a canvas of a size; gives what `work` gives for
   * each and puts everything back, before the next paint. The camera stands still. With `plain` it
   * is in the colors of paper and without the reader's results, else as on screen, and much faster.
   */
  function renderOffscreen(views, size, work, plain = true) {
    const root = document.documentElement.dataset;
    /** @type {[string, string, string, Map<string, string>]} */
    const before = [sheet, distance, root.theme, words];
    const kept = cy
      .elements()
      .map((drawn) => [drawn, drawn.classes(), plain ? { ...drawn.data() } : {}]);
    words = new Map(words);
    if (plain) {
      sheet = '';
      theme('projector', []);
      root.theme = 'projector';
      cy.elements().removeData('evidence');
    }
    const results = views.map((view, index) => {
      const current = data.pathways[view.pathway];
      const seen = visibility(view, current);
      distance = distanceClass(view, current, size[0], size[1]);
      classes(view, seen);
      return work(view, seen, index);
    });
    let name;
    [name, distance, root.theme, words] = before;
    cy.batch(() => kept.forEach(([drawn, own, facts]) => drawn.classes(own).data(facts)));
    if (plain) {
      sheet = '';
      theme(name);
    } else sheet = name;
    return results;
  }

  return { draw, fit, turn, complete, renderOffscreen };
}
