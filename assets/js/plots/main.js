/** The bundle of the plots, which a page asks for when a reader first opens them. */
import { offer } from '../app/later-bundle.js';
import { installPlotBoard } from './plot-board.js';

offer('plots', installPlotBoard);
