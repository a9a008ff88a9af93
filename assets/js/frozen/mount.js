/**
 * Mounts the graph of a page without Dash, as dash-cytoscape does with the same options
 * (cascade/page/page_parts.py), and starts the figure.
 *
 * tests/unit/page/test_page.py holds the options and the version to those of dash-cytoscape.
 */
import cytoscape from 'cytoscape/dist/cytoscape.esm.min.js';
import { byId, whenSized } from '../app/dom.js';
import { start } from '../figure.js';

whenSized(() => {
  const options = JSON.parse(byId('graph-options').textContent);
  cytoscape({ container: byId('graph'), ...options });
  start();
});
