/** The bundle that reads a reader's own results. */
import { offerResults } from '../results-loader.js';
import { showResults } from './results.js';

offerResults(showResults);
