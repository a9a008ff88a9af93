/** The bundle that makes handouts, which the print dialog loads when it is asked for one. */
import { offer } from '../app/later-bundle.js';
import { handoutPages } from './handout.js';

offer('handout', handoutPages);
