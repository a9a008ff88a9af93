/**
 * The visibility rule: which lines and cells a view shows, and with what emphasis. Pure, and the
 * only place that decides it; the drawing, the counts, the table and the cards all ask here.
 *
 * tests/browser/view/test_lint_boxes.py holds the two languages together.
 */
import { RANK } from './constants.js';
import { entriesOf, idsOf } from './id-table.js';
import { lectureState, lectureVisibility } from './lecture-rules.js';
import { belongsTo, isAbout, readsPlace } from './subject.js';

// bounds: whose earliest paper is from after, or before, is hidden
const YEARS = ['after', 'before'];

/** The level of detail in force. */
export function detailLevel(view) {
  if (view.detail !== 'auto') return view.detail;
  return view.stage || view.organ ? 'core' : 'overview';
}

/** Whether an interaction survives the filters. A value of `any` facets hides it alone. */
export function passesFilters(interaction, hidden, facets) {
  for (const [facet, values] of hidden) {
    if (YEARS.includes(facet)) {
      if (facet === 'after' && interaction.year > Math.min(...values)) return false;
      if (facet === 'before' && interaction.year < Math.max(...values)) return false;
      continue;
    }
    const own = interaction.facets[facet] ?? [];
    const gone = (value) => values.has(value);
    if (facets[facet].any ? own.some(gone) : own.length > 0 && own.every(gone)) return false;
  }
  return true;
}

/** The same tokens with each 'facet:!value', all values but this one, written out. Pure. */
export function expandNegations(hide, facets) {
  return [
    ...new Set(
      hide.flatMap((token) => {
        const [facet, value] = token.split(':');
        if (!value.startsWith('!')) return token;
        return idsOf(facets[facet].values)
          .filter((v) => v !== value.slice(1))
          .map((v) => `${facet}:${v}`);
      }),
    ),
  ];
}

/** 'facet:value' tokens as facet -> set of values. */
export function hiddenSets(hide, facets) {
  const sets = new Map();
  for (const token of expandNegations(hide, facets)) {
    const [facet, value] = token.split(':');
    if (!sets.has(facet)) sets.set(facet, new Set());
    sets.get(facet).add(YEARS.includes(facet) ? Number(value) : value);
  }
  return sets;
}

/**
 * The interactions of an `edge`: one, those of a merged line, or of 'sender~receiver' all from
 * one cell type to another, wherever they stand. Pure.
 * @param {Pathway} pathway
 */
export function interactionsOf(edge, pathway) {
  if (!edge.includes('~')) return pathway.pairs[edge] ?? (edge ? [edge] : []);
  const [from, to] = edge.split('~');
  return idsOf(pathway.interactions).filter(
    (id) => pathway.interactions[id].from === from && pathway.interactions[id].to === to,
  );
}

/**
 * Class words of lines ('' is plain; 'hidden', 'dim', 'lit', 'lit focus') and of nodes by id; and
 * the interactions that are drawn at full strength; `merged` has the common line of those drawn as
 * one.
 * @returns {{lines: Map<string, string>, nodes: Map<string, string>, shown: string[],
 *   merged: Map<string, string>, level: string}}
 * @param {Pathway} pathway
 */
export function visibility(view, pathway) {
  if (lectureState(view, pathway)) return lectureVisibility(view, pathway);
  const at = detailLevel(view);
  const hidden = hiddenSets(view.hide, pathway.facets);
  const selected = new Set(interactionsOf(view.edge, pathway));
  const wide = view.edge.includes('~'); // then filters, level and place still hold
  const entries = entriesOf(pathway.interactions);
  // What q names lights its arrows as a chosen cell does.
  const about = readsPlace(view) ? () => false : isAbout(view.q, pathway);
  const subject = view.focus || (entries.some(([, i]) => about(i)) ? view.q : '');
  const touching = ([, i]) =>
    view.focus ? i.from === view.focus || i.to === view.focus : about(i);
  const bare = subject !== '' && !entries.some((e) => touching(e) && RANK[e[1].tier] <= RANK.core);
  const emphasis = subject !== '' || selected.size > 0;
  const isHere = (i) =>
    (!view.stage || i.stage === view.stage) && (!view.organ || belongsTo(i, view.organ, pathway));
  // An organ that has but arrows for specialists shows these.
  const poor =
    view.organ !== '' &&
    view.detail === 'auto' &&
    !entries.some(([, i]) => isHere(i) && RANK[i.tier] <= RANK[at]);
  const least = poor ? RANK.extended : RANK[at];

  const marks = new Map();
  for (const entry of entries) {
    const [id, i] = entry;
    const picked = selected.has(id);
    const good = passesFilters(i, hidden, pathway.facets);
    const touch = subject !== '' && touching(entry);
    const here = isHere(i);
    const limit = touch ? Math.max(RANK[at], bare ? 2 : 1) : here ? least : Math.min(RANK[at], 0);
    if (!(picked && !wide) && (!good || RANK[i.tier] > limit)) continue;
    const strong = selected.size ? picked && (here || !wide) : emphasis ? touch : here;
    marks.set(id, { strong, touch, picked });
  }

  const lines = new Map();
  const merge = new Map();
  for (const [id] of entries) lines.set(id, 'hidden');
  for (const [id, members] of entriesOf(pathway.pairs)) {
    let drawn = members.filter((m) => marks.has(m));
    // A chosen arrow beyond the level shares its lane with its siblings, so they make way.
    const chosen = drawn.filter((m) => marks.get(m).picked);
    const beyond = chosen.some((m) => RANK[pathway.interactions[m].tier] > RANK[at]);
    if (beyond) {
      for (const m of drawn) if (!chosen.includes(m)) marks.delete(m);
      drawn = chosen;
    }
    // A card inside a panel spreads its parallel arrows out only in its own organ view.
    const card = pathway.places[pathway.interactions[members[0]].place].card;
    const apart =
      at === 'core'
        ? Boolean(view.organ) || !card
        : at === 'overview' && drawn.some((m) => marks.get(m).touch);
    const merged = (!apart || beyond) && drawn.length > 1;
    lines.set(
      id,
      merged
        ? word(
            drawn.map((m) => marks.get(m)),
            emphasis,
            view,
          )
        : 'hidden',
    );
    if (merged) for (const m of drawn) merge.set(m, id);
  }
  for (const [id, mark] of marks) {
    if (merge.has(id)) continue;
    const plain = word([mark], emphasis, view);
    // Everything at once is for seeing how much there is; names come with a click.
    const nameless = plain === '' && pathway.interactions[id].tier === 'extended';
    lines.set(id, nameless ? 'plain' : plain);
  }
  return {
    lines,
    nodes: cells(view, pathway, marks, emphasis),
    shown: [...marks].filter(([, m]) => m.strong).map(([id]) => id),
    merged: merge,
    level: at,
  };
}

/**
 * How many more arrows the view would show at full strength with every level of detail.
 * @param {Pathway} pathway
 */
export function beyondLevel(view, pathway, seen = visibility(view, pathway)) {
  if (seen.level === 'extended') return 0;
  const known = new Set(seen.shown);
  const all = visibility({ ...view, detail: 'extended' }, pathway).shown;
  return all.filter((id) => !known.has(id)).length;
}

function word(marks, emphasis, view) {
  if (!marks.some((mark) => mark.strong)) return 'dim';
  if (marks.some((mark) => mark.picked)) return 'lit focus';
  return emphasis || (view.organ && !view.stage) ? 'lit' : '';
}

/** @param {Pathway} pathway */
function cells(view, pathway, marks, emphasis) {
  const strong = new Set();
  const weak = new Set();
  const chosen = new Set(); // the two cells of an arrow glow, of all that stand for their types
  for (const [id, mark] of marks) {
    const { source, target } = pathway.interactions[id];
    for (const node of [source, target]) {
      (mark.strong ? strong : weak).add(node);
      if (mark.picked) chosen.add(node);
    }
  }
  const nodes = new Map();
  for (const [id, node] of entriesOf(pathway.nodes)) {
    const place = pathway.places[node.place];
    const inside =
      (!view.stage || node.stage === view.stage) && (!view.organ || place.organ === view.organ);
    const drawn = strong.has(id) || weak.has(id);
    if (node.cell === view.focus)
      nodes.set(id, drawn || node.rank <= 1 || strong.size === 0 ? 'focus lit' : 'hidden');
    else if (!drawn && node.rank > RANK.core) nodes.set(id, 'hidden');
    else if (strong.has(id)) nodes.set(id, chosen.has(id) ? 'focus lit' : emphasis ? 'lit' : '');
    else if (emphasis || !inside) nodes.set(id, 'dim');
    // In the whole figure a cell that says nothing is not drawn; in its stage it stands as a ghost.
    else if (!view.stage && !drawn) nodes.set(id, 'hidden');
    else nodes.set(id, 'quiet');
  }
  return nodes;
}
