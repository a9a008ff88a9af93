/** The bundle that reads a reader's own results. */
import { offer } from '../app/later-bundle.js';
import { installTables } from './results.js';

offer('results', installTables);
