/** Between points of the drawing and the places `[column, row]` of the files. Pure. */
export const STEP = 0.1; // what the files use; a finer place could not be told from its neighbor

const snapped = (value, most) => {
  const inside = Math.min(Math.max(value, 0), Math.max(most - STEP, 0));
  return Math.round(Math.round(inside / STEP) * STEP * 1000) / 1000;
};

/**
 * @param {{x: number, y: number}} point
 * @param {{x: number, y: number, dx: number, dy: number, columns: number, rows: number}} grid
 */
export const toPlace = ({ x, y }, grid) => [
  snapped((x - grid.x) / grid.dx, grid.columns),
  snapped((y - grid.y) / grid.dy, grid.rows),
];

/** @param {number[]} place  @param {any} grid */
export const toPoint = ([column, row], grid) => ({
  x: grid.x + column * grid.dx,
  y: grid.y + row * grid.dy,
});
