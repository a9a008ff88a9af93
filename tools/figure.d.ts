// Written by `make press` (tools/contract.py): change cascade/figure/contract.py.

/** What the card of an arrow says beside these stands in `Wording.rows`, by field. */
export interface Card {
  seen: string;
  where: string;
  references?: string[];
  opposing?: string[];
  disputed?: string;
  year_unsure?: 1;
  [field: string]: any;
}

/** A cell type in a place; `vague` where no study named the sender. */
export interface CellElement {
  id: string;
  kind: 'cell';
  cell: string;
  label: string;
  lineage: 'neoplastic' | 'myeloid' | 'lymphoid' | 'platelet' | 'stromal' | 'vascular' | 'resident';
  stage: string;
  place: string;
  ground: string;
  side: 'bottom' | 'top' | 'left' | 'right';
  glyph: string;
  shape: string;
  w: number;
  h: number;
  organ?: string;
  vague?: 1;
  mute?: string;
}

export interface CellNode {
  cell: string;
  place: string;
  stage: string;
  rank: number;
}

export interface CellType {
  name: string;
  short: string;
  synonyms: string[];
}

export interface Element {
  data: PanelElement | CellElement | LineElement | WayElement | RibbonElement | MarkElement | NoteElement | SceneryElement | IconElement;
  position?: Position;
}

/** With `any` one hidden value hides an arrow; otherwise all its values have to be hidden. */
export interface FacetData {
  label: string;
  any: boolean;
  values: { [id: string]: string };
}

/** All that the browser plays; `sheets` by theme, `order` and `langs` as the page shows them. */
export interface FigureData {
  order: string[];
  pathways: { [id: string]: PathwayData };
  sheets: { [id: string]: Rule[] };
  drawings: Rule[];
  wording: Wording;
  langs: string[];
}

/** The small drawing of a card's organ. */
export interface IconElement {
  id: string;
  kind: 'icon';
  stage: string;
  organ: string;
  icon: string;
  w: number;
  h: number;
}

export interface InteractionData {
  from: string;
  to: string;
  source: string;
  target: string;
  stage: string;
  place: string;
  organ: string;
  tier: 'overview' | 'core' | 'extended';
  year: number;
  claim: string;
  words: string[];
  facets: { [id: string]: string[] };
}

export interface LectureData {
  title: string;
  description?: string;
  steps: LectureStep[];
}

/** `show` are the new arrows, `keep` those of earlier steps that stay; `pieces` are what a small screen looks at instead of the box, by the newest arrow. */
export interface LectureStep {
  id: string;
  title: string;
  stage: string;
  organ: string;
  box: [number, number, number, number];
  pieces?: { [id: string]: [number, number, number, number] };
  show: string[];
  keep: string[];
  focus: string[];
  say: string;
  predict: Question | null;
  references: string[];
}

/** An arrow, or a pair: one line for several; `lx` and `ly` move the label from the middle, `leave` and `enter` are where it meets its cells, `turn` and `sweep` those of a loop. `mute` holds the letters of the levels at which its name has no room. */
export interface LineElement {
  id: string;
  kind: 'signal' | 'pair';
  source: string;
  target: string;
  effect: 'activates' | 'differentiates' | 'permeabilizes' | 'recruits' | 'retains' | 'inhibits' | 'displaces' | 'kills' | 'binds' | 'transfers';
  outcome: 'pro-metastatic' | 'anti-metastatic' | 'context-dependent';
  route: 'secreted' | 'small-molecule' | 'contact' | 'matrix' | 'vesicle' | 'unknown';
  readout: 'metastasis' | 'growth' | 'immunity' | 'thrombosis' | 'in-vitro' | 'expression';
  firm: 0 | 1;
  tier: 'overview' | 'core' | 'extended';
  stage: string;
  ground: string;
  label: string;
  bend: number;
  lx: number;
  ly: number;
  interaction?: string;
  mediators?: string[];
  receptors?: string[];
  interactions?: string[];
  disputed?: 1;
  leave?: string;
  enter?: string;
  turn?: string;
  sweep?: string;
  mute?: string;
}

/** A stage's number on the journey. */
export interface MarkElement {
  id: string;
  kind: 'mark';
  stage: string;
  label: string;
  w: number;
}

export interface MoleculeData {
  name: string;
  class: string;
  synonyms?: string[];
  hgnc?: string;
  uniprot?: string;
  note?: string;
}

/** Words beside the journey, and how they are turned. */
export interface NoteElement {
  id: string;
  kind: 'note';
  label: string;
  turn: string;
}

/** `size`, `near`, `close` and `far` are the font size of the title: overview, stage, organ and phone; `drop` is its foot there, `aside` how far its middle is from the panel's, and `mirrored` is said of the backdrop. */
export interface PanelElement {
  id: string;
  kind: 'panel';
  stage: string;
  place: string;
  label: string;
  ground: string;
  w: number;
  h: number;
  size: number;
  near: number;
  close: number;
  far: number;
  drop: number;
  aside: number;
  organ?: string;
  scenery?: string;
  mirrored?: 1;
}

/** `notice` is its kind, the word for it and what it says; `unconfirmed` names fields. */
export interface Paper {
  first_author: string;
  year: number;
  title: string;
  journal?: string;
  volume_pages?: string;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  notice?: [string, string, string];
  review?: 1;
  unconfirmed?: string;
}

export interface PathwayData {
  title: string;
  subtitle: string;
  citation: string;
  elements: Element[];
  box: [number, number, number, number];
  stages: Stage[];
  tall: ShapeData;
  organs: string[];
  frames: { [id: string]: { [id: string]: [number, number, number, number] } };
  places: { [id: string]: Place };
  cells: { [id: string]: CellType };
  nodes: { [id: string]: CellNode };
  interactions: { [id: string]: InteractionData };
  pairs: { [id: string]: string[] };
  facets: { [id: string]: FacetData };
  years: [number, number];
  lectures: { [id: string]: LectureData };
  cards: { [id: string]: Card };
  heads: { [id: string]: [string, string] };
  molecules: { [id: string]: MoleculeData };
  references: { [id: string]: Paper };
}

export interface Place {
  stage: string;
  organ: string;
  card: boolean;
  name: string;
  box: [number, number, number, number];
}

export interface Position {
  x: number;
  y: number;
}

export interface Question {
  question: string;
  options: string[];
  answer: number;
  why: string;
}

/** A leg of the journey; `points` are its corners in parts of half its size. */
export interface RibbonElement {
  id: string;
  kind: 'ribbon';
  w: number;
  h: number;
  points: string;
  organ?: string;
}

/** A row of a card: its field, how that is shown, its title, and the field of its basis. */
export interface Row {
  field: string;
  role: string;
  term: string;
  basis: string;
}

/** A rule of a stylesheet of cytoscape.js. */
export interface Rule {
  selector: string;
  style: { [id: string]: string | number | number[] };
}

/** The backdrop of the whole figure; `scene` names its picture. */
export interface SceneryElement {
  id: string;
  kind: 'scenery';
  scene: string;
  w: number;
  h: number;
}

/** What of a pathway is elsewhere in another shape of the figure. */
export interface ShapeData {
  elements: Element[];
  box: [number, number, number, number];
  stages: Stage[];
  frames: { [id: string]: { [id: string]: [number, number, number, number] } };
  places: { [id: string]: Place };
  lectures: { [id: string]: LectureData };
}

/** `blanks` are the names that a handout asks for, in the order of their numbers. */
export interface Stage {
  id: string;
  name: string;
  description: string;
  box: [number, number, number, number];
  blanks: string[];
}

/** What a leg of the journey joins, or a cell that becomes another. */
export interface WayElement {
  id: string;
  kind: 'flow' | 'becomes';
  source: string;
  target: string;
  label?: string;
}

export interface Wording {
  rows: Row[];
  named: string[];
  effects: { [id: string]: string };
  bases: { [id: string]: string };
  keys: { [id: string]: string };
}
