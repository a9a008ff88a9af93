/**
 * The height that a step's picture has in all its stops: what the question leaves of it, as its
 * band is the highest. So the camera stands still from the first arrow to the caption; where the
 * band is lower, more is seen below.
 */
import { byId } from '../app/dom.js';
import { state } from '../app/state.js';

/** What a stop does, for the styles. */
const stopName = ({ asks, answers, outer }) =>
  (asks && 'asks') || (answers && 'answers') || (outer && 'outer') || 'tells';

/** Names the stop on the page, and keeps the height for the camera. */
export function keepRoom(told) {
  const root = document.documentElement.dataset;
  state.pictureHeight = Infinity;
  if (told.step.predict) {
    root.lecture = 'asks';
    state.pictureHeight = byId('main').clientHeight - byId('lecture').offsetHeight;
  }
  root.lecture = stopName(told);
}
