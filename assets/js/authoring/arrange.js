/**
 * Arranging: cells are dragged on their grid, the server says how the drawing then looks and what
 * is wrong with it, and writes the places into the files when asked to.
 */
import { toast } from '../access/announcer.js';
import { byId } from '../app/dom.js';
import { state } from '../app/state.js';
import { createArrangeBar } from './arrange-bar.js';
import { STEP, toPlace, toPoint } from './grid-snap.js';
import { moveCell, placeOf, startMoves, undoMove, unsavedMoves } from './move-history.js';
import { before, whenDrawn } from './page-memory.js';
import { attend, swapFigure } from './swap.js';

const MARK = {
  'underlay-color': '#d9303e',
  'underlay-opacity': 0.45,
  'underlay-padding': 9,
  'underlay-shape': 'ellipse',
};
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const bar = createArrangeBar({ toggle, undo, save, drop });
let on = false;
let moves = null;
let grids = {};
let digests = {};
let pathway = '';
let stale = false; // the files changed while moves were not saved
let saving = false; // our own change of the files may be told before the answer to it comes
let changed = false; // they changed while we saved
let asking = false; // one question at a time, then the latest
let next = null;

const cells = () => state.cy.nodes('[kind="cell"]');
const gridOf = (node) => grids[state.cy.getElementById(node).data('place')];

async function ask(route, body) {
  try {
    const answer = await fetch(`reload/${route}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return text.startsWith('{')
      ? JSON.parse(text)
      : { error: `The server refused it (${answer.status}).` };
  } catch {
    return { error: 'The server does not answer.' };
  }
}

/** The drawing with the moves of now; `whole` puts all of it on the canvas, else marks alone. */
async function plan(at, whole) {
  next = { at, whole };
  if (asking) return;
  asking = true;
  while (next) {
    const question = next;
    next = null;
    const answer = await ask('plan', { pathway, at: question.at });
    if (!on) break;
    if (answer.error) {
      if (question.whole && moves.undo.length) moves = undoMove(moves);
      if (question.whole) next ??= { at: moves.at, whole: true };
      bar.say(answer.error);
      if (question.at === moves.at && !unsavedMoves(moves)) break;
    } else {
      grids = answer.grids;
      if (question.whole) apply(answer.elements);
      mark(answer.findings);
    }
  }
  asking = false;
  tell();
}

function apply(elements) {
  const cy = state.cy;
  cy.batch(() => {
    for (const { data, position } of elements) {
      const element = cy.getElementById(data.id);
      if (element.grabbed?.()) continue;
      element.data(data);
      if (position) element.position(position);
    }
  });
  for (const button of document.querySelectorAll('#overlay [data-node]')) {
    const { x, y } = cy.getElementById(button.dataset.node).position();
    Object.assign(button.style, { left: `${x}px`, top: `${y}px` });
  }
}

/** Shows the findings of the present view: red behind what is concerned, and as a list. */
function mark(findings) {
  const { stage, organ } = window.cascade.view();
  const name = [stage, organ].filter(Boolean).join('/') || 'overview';
  const here = findings.filter((finding) => finding.view === name);
  const cy = state.cy;
  cy.batch(() => {
    cy.elements('.marked').removeStyle(Object.keys(MARK).join(' ')).removeClass('marked');
    for (const id of new Set(
      here.filter((finding) => finding.fatal).flatMap((finding) => finding.who),
    )) {
      cy.getElementById(id).addClass('marked').style(MARK);
    }
  });
  bar.findings(name, here, findings.length - here.length);
}

function tell() {
  bar.show(on, moves ? unsavedMoves(moves) : 0, Boolean(moves?.undo.length), stale);
}

function change(wanted) {
  if (wanted === moves) return;
  moves = wanted;
  if (stale && !unsavedMoves(moves)) return swapFigure();
  bar.say('');
  tell();
  return plan(moves.at, true);
}

/** The name of a cell would stay where the cell was. */
function untold() {
  byId('tip').hidden = true;
}

function dragged(event) {
  const node = event.target.id();
  const place = toPlace(event.target.position(), gridOf(node));
  bar.say(`${event.target.data('label').replace('\n', ' ')}: at: [${place.join(', ')}]`);
  plan({ ...moves.at, [node]: place }, false);
}

function dropped(event) {
  const node = event.target.id();
  const place = toPlace(event.target.position(), gridOf(node));
  event.target.position(toPoint(place, gridOf(node)));
  change(moveCell(moves, node, place));
}

async function toggle() {
  if (on) return stop();
  if (!(await begin(before?.undo ?? []))) return undefined;
  on = true;
  const cy = state.cy;
  cy.autoungrabify(false);
  cy.on('grab', 'node[kind="cell"]', untold);
  cy.on('drag', 'node[kind="cell"]', dragged);
  cy.on('dragfree', 'node[kind="cell"]', dropped);
  bar.say('Drag a cell, or choose one by keyboard and press Alt and an arrow.');
  return tell();
}

/** Takes up the figure that the page shows; `made` are moves that can still be taken back. */
async function begin(made) {
  if (state.data.isTall) bar.say('Cells are arranged in a window that is wider than high.');
  if (state.data.isTall) return false;
  pathway = window.cascade.view().pathway;
  const answer = await ask('plan', { pathway, at: {} });
  if (answer.error) bar.say(answer.error);
  if (answer.error) return false;
  ({ grids, digests } = answer);
  moves = startMoves(answer.at, made);
  state.cy.nodes('[kind!="cell"]').ungrabify();
  cells().grabify();
  mark(answer.findings);
  return true;
}

/** A new figure is on the page. */
async function renew() {
  stale = false;
  if (on && !(await begin(moves.undo))) end();
  tell();
}

function drop() {
  end();
  return swapFigure();
}

function stop() {
  if (unsavedMoves(moves)) return bar.say('Save the positions first, or undo the moves.');
  end();
  bar.say('');
  return tell();
}

function end() {
  on = false;
  moves = null;
  const cy = state.cy;
  cy.off('grab', 'node[kind="cell"]', untold);
  cy.off('drag', 'node[kind="cell"]', dragged);
  cy.off('dragfree', 'node[kind="cell"]', dropped);
  cy.autoungrabify(true);
  cy.elements('.marked').removeStyle(Object.keys(MARK).join(' ')).removeClass('marked');
}

function undo() {
  if (on) change(undoMove(moves));
}

async function save() {
  const at = { ...moves.at };
  saving = true;
  const answer = await ask('save', { pathway, at, digests });
  saving = false;
  if (answer.error) {
    stale ||= changed;
    bar.say(answer.error);
  } else {
    moves = startMoves({ ...moves.saved, ...at }, moves.undo);
    toast(`Saved in ${answer.files.join(', ')}.`);
    if (changed) await swapFigure();
  }
  changed = false;
  return tell();
}

/** What the page must know again after it has loaded anew. */
const memory = () => (on ? { arranging: true, undo: moves.undo } : {});

document.addEventListener(
  'keydown',
  (event) => {
    if (!on) return;
    const node = event.target.dataset?.node;
    const by = event.altKey && MOVES[event.key];
    const typing = event.target.matches?.('input, select, textarea');
    if (by && node) {
      const place = placeOf(moves, node).map((value, axis) => value + by[axis] * STEP);
      const point = toPoint(place, gridOf(node));
      change(moveCell(moves, node, toPlace(point, gridOf(node))));
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !typing) undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  { capture: true },
);

/** Whether a new figure must wait; says so. */
function mustWait() {
  const must = Boolean(on && unsavedMoves(moves));
  if (must && saving) changed = true;
  else if (must) stale = true;
  if (must) tell();
  return must;
}

attend({ mustWait, memory, renew });
whenDrawn(() => {
  tell();
  if (before?.arranging) toggle();
});
