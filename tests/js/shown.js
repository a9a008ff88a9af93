/**
 * Reads {html, views} from standard input and prints the ids of the interactions that the page's
 * figure shows in each view, by the rule of the drawing. For tests/support/playing.py.
 */
import { readFileSync } from 'node:fs';
import { inflate } from '../../assets/js/app/load.js';
import { startView } from '../../assets/js/rules/view.js';
import { visibility } from '../../assets/js/rules/visibility.js';

const { html, views } = JSON.parse(readFileSync(0, 'utf8'));
const [, text] = html.match(/id="figure-data">(.*?)<\/script>/s);
const figure = inflate(JSON.parse(text), html.match(/<noscript>(.*?)<\/noscript>/s)[1]);
const shown = (view) => visibility(view, figure.pathways[view.pathway]).shown;
const start = startView(figure);
process.stdout.write(JSON.stringify(views.map((view) => shown({ ...start, ...view }))));
