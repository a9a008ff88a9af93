/**
 * The bundle that starts the page. It stands after the data and before Dash, so that data, fonts
 * and pictures are on their way while Dash still loads.
 */
import { whenSized } from './app/first-size.js';
import { readFigure } from './app/load.js';
import { seam } from './app/seam.js';
import { state } from './app/state.js';
import { connectHost } from './embed/host-messages.js';
import { start } from './figure.js';

window.cascadeKit = seam;
Object.assign(state, readFigure(document));
connectHost();
window.dash_clientside = { ...window.dash_clientside, cascade: { start, whenSized } };
