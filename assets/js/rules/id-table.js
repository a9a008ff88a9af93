/**
 * Tables by id: objects without a prototype, as an id may be `constructor` or `__proto__`, that
 * keep the order of their rows, as an object by itself lists ids such as `7` before all others
 * (https://tc39.es/ecma262/#sec-ordinaryownpropertykeys).
 */
const ORDER = Symbol('ids in their order');

/**
 * @param {Iterable<[string, any]>} entries  id and row; the last row of an id counts
 * @returns {any} the table
 */
export function idTable(entries) {
  const rows = new Map(entries);
  const table = Object.create(null);
  for (const [id, row] of rows) table[id] = row;
  Object.defineProperty(table, ORDER, { value: [...rows.keys()] });
  return table;
}

/** @returns {string[]} the ids of a table, or of any object, in their order */
export const idsOf = (table) => table[ORDER] ?? Object.keys(table);

/** @returns {any[]} the rows of a table in their order */
export const rowsOf = (table) => idsOf(table).map((id) => table[id]);

/** @returns {[string, any][]} ids and rows of a table in their order */
export const entriesOf = (table) => idsOf(table).map((id) => [id, table[id]]);
