/**
 * The bundle that starts the page. It stands after the data and before Dash or cytoscape.js, so
 * that data, fonts and pictures are on their way while those still load.
 */
import { readFigure } from './app/load.js';
import { seam } from './app/seam.js';
import { state } from './app/state.js';
import { connectHost } from './embed/host-messages.js';
import { start } from './figure.js';

window.cascadeKit = seam;
Object.assign(state, readFigure(document));
connectHost();
window.dash_clientside = { ...window.dash_clientside, cascade: { start } };
