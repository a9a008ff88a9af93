/** The bundle for authors: a page that follows their files, and cells that can be dragged. */
import { state } from '../app/state.js';
import { whenDrawn } from './page-memory.js';
import './arrange.js';
import './lecture-check.js';
import './live-reload.js';

// Workaround: dash-cytoscape writes its elements anew after each change of them; no source found.
whenDrawn(() => state.cy.off('dragfree add remove'));
