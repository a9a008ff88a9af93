/** The bundle of the plots, which a page asks for when a reader first opens them. */
import { offerPlotting } from '../plots-dialog.js';
import { plotting } from './plot-board.js';

offerPlotting(plotting);
