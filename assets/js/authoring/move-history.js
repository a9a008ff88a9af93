/**
 * Which cells were moved and how to take it back, as plain data. Pure: every call gives a new one.
 */
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/**
 * @param {Object<string, number[]>} saved  places as in the files, by node id
 * @param {Array<{node: string, from: number[]}>} undo  what Undo takes back, the last one first
 */
export const startMoves = (saved, undo = []) => ({ saved, at: {}, undo });

export const placeOf = (moves, node) => moves.at[node] ?? moves.saved[node];

function put(moves, node, place, undo) {
  const at = { ...moves.at };
  delete at[node];
  if (!same(place, moves.saved[node])) at[node] = place;
  return { ...moves, at, undo };
}

/** Moves a cell; a move to where it stands is none. */
export function moveCell(moves, node, place) {
  const from = placeOf(moves, node);
  return same(from, place) ? moves : put(moves, node, place, [{ node, from }, ...moves.undo]);
}

/** Takes the last move back, also one that was saved: that makes it a new, unsaved one. */
export function undoMove(moves) {
  const [last, ...rest] = moves.undo;
  if (!last) return moves;
  if (!moves.saved[last.node]) return { ...moves, undo: rest }; // the cell is gone from the files
  return put(moves, last.node, last.from, rest);
}

export const unsavedMoves = (moves) => Object.keys(moves.at).length;
