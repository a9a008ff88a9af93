import { THEMES } from '../rules/constants.js';

var root = document.documentElement;
var address = location.search + location.hash;
var wanted =
  (new RegExp(`[?&#;]theme=(${THEMES.join('|')})`).exec(address) || [])[1] ||
  root.dataset.startTheme ||
  'auto';
var dark = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches;
var strong = window.matchMedia && matchMedia('(prefers-contrast: more)').matches;
root.dataset.theme = wanted !== 'auto' ? wanted : dark ? 'dark' : strong ? 'projector' : 'light';
var ui = (/[?&#;]ui=(full|min)/.exec(address) || [])[1] || root.dataset.startUi;
if (ui === 'min') root.dataset.ui = 'min';
// On these windows the figure takes the room of the panel, or lies below it; see side-panel.js.
if (window.matchMedia && matchMedia('(max-width: 1499px)').matches)
  root.classList.add('panel-closed');
