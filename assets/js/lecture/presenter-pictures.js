/**
 * The present picture of a lecture and the next one, as SVG for the presenter's window: drawn on
 * the figure itself while it rests, which puts everything back before the next paint.
 */
import { state } from '../app/state.js';
import { aimCamera } from '../graph/camera.js';
import { picturesReady, recordDrawing } from '../graph/cytoscape-internals.js';
import { stepLecture } from '../rules/lecture-rules.js';
import { textRuler } from '../save/picture.js';
import { createSvgContext } from '../save/svg-context.js';

const REST = 700; // ms after a press, when arrow and camera have come to rest

/** What differs between two pairs of pictures. */
const keyOf = (cy, { pathway, lecture, step, part }) =>
  [pathway, lecture, step, part, cy.width(), cy.height()].join(' ');

/**
 * Gives `follow(view)`, to be called with each view, and `made`, the pictures of the last one with
 * the key by which both windows know them; `done` is called when there are new ones.
 */
export function installPresenterPictures({ cy, data, signal }, renderer, done) {
  let waiting = 0;
  let wanted = '';
  let latest = { at: '', pictures: [] };
  signal.addEventListener('abort', () => clearTimeout(waiting));

  function draw(view) {
    const pathway = data.pathways[view.pathway];
    const size = [cy.width(), Math.min(cy.height(), state.pictureHeight)];
    const after = stepLecture(view, 1, pathway);
    const views = 'part' in after ? [view, { ...view, ...after }] : [view];
    const paper = getComputedStyle(document.documentElement).getPropertyValue('--canvas');
    const paint = (one) => {
      const { zoom, pan } = aimCamera(one, pathway, size[0], size[1]);
      const [x, y] = [-pan.x / zoom, -pan.y / zoom];
      const [width, height] = size;
      const [w, h] = [width / zoom, height / zoom];
      const pen = createSvgContext(textRuler());
      pen.fillStyle = paper;
      pen.fillRect(0, 0, width, height);
      pen.group(
        { width, height, viewBox: [x, y, w, h].join(' ') },
        () => recordDrawing(cy, pen, [x, y, x + w, y + h], { scale: zoom }),
        'svg',
      );
      return pen.svg(width, height, '', '');
    };
    const pictures = renderer.renderOffscreen(views, size, paint, false);
    latest = { at: keyOf(cy, view), pictures };
  }

  return {
    made: () => latest,
    follow(view) {
      const key = keyOf(cy, view);
      if (wanted === key) return;
      wanted = key;
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        await picturesReady(cy);
        if (signal.aborted || wanted !== key) return;
        draw(view);
        done();
      }, REST);
    },
  };
}
