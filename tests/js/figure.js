/**
 * A figure small enough to count by hand. tests/unit/figure/test_figure.py holds its keys to the
 * real one.
 *
 *   a  tam -> tumor     overview, promotes    a pair
 *   b  tam -> tumor     overview, promotes    a pair
 *   c  tam -> tumor     core, suppresses
 *   d  tumor -> nk      core
 *   e  nk -> tumor      overview, kills
 *   f  tumor -> bone    overview } in the card `bone` of the stage `settling`
 *   g  tumor -> bone    core     } a second pair
 *   h  stem -> bone     extended, the stem cell's only arrow
 */
const step = (from, to, place, tier, more = {}) => {
  const facets = {
    outcome: [more.outcome ?? 'pro-metastatic'],
    effect: [more.effect ?? 'activates'],
    route: ['secreted'],
    readout: [more.readout ?? 'metastasis'],
    systems: more.systems ?? ['mouse'],
    lineage: [...new Set([LINEAGE[from], LINEAGE[to]])],
    stage: [STAGE[place]],
    substage: ['not-stated'],
    organ: [more.organ ?? 'none'],
    class: more.classes ?? ['chemokine'],
    tier: [tier],
    confidence: ['high'],
    disputed: [more.disputed ?? 'no'],
    review: ['yes'],
  };
  return {
    from,
    to,
    tier,
    place,
    facets,
    source: `${place}/${from}`,
    target: `${place}/${to}`,
    stage: STAGE[place],
    organ: more.organ ?? '',
    year: more.year ?? 2000,
    claim: `${from} ${more.effect ?? 'activates'} ${to}`,
    words: more.words ?? [],
  };
};

const STAGE = { home: 'home', bone: 'settling' };
const LINEAGE = {
  tam: 'myeloid',
  tumor: 'neoplastic',
  nk: 'lymphoid',
  osteoclast: 'myeloid',
  stem: 'stromal',
};

const interactions = {
  a: step('tam', 'tumor', 'home', 'overview', {
    words: ['EGF', 'EGFR', 'goswami-2005'],
    classes: ['growth-factor'],
    year: 2005,
  }),
  b: step('tam', 'tumor', 'home', 'overview', {
    words: ['CXCL12', 'lin-2001'],
    classes: ['chemokine', 'protease'],
    year: 2001,
  }),
  c: step('tam', 'tumor', 'home', 'core', {
    effect: 'inhibits',
    outcome: 'anti-metastatic',
    year: 2010,
    disputed: 'yes',
  }),
  d: step('tumor', 'nk', 'home', 'core', { effect: 'inhibits', readout: 'immunity', year: 2012 }),
  e: step('nk', 'tumor', 'home', 'overview', {
    effect: 'kills',
    outcome: 'anti-metastatic',
    year: 1995,
  }),
  f: step('tumor', 'osteoclast', 'bone', 'overview', {
    organ: 'bone',
    words: ['TNFSF11', 'lin-2001'],
    year: 2006,
  }),
  g: step('tumor', 'osteoclast', 'bone', 'core', { organ: 'bone', readout: 'growth', year: 2008 }),
  h: step('stem', 'osteoclast', 'bone', 'extended', {
    organ: 'bone',
    classes: ['not-identified'],
    year: 2020,
  }),
};

const values = (id, names) =>
  Object.fromEntries(
    Object.keys(names)
      .filter((value) => Object.values(interactions).some((i) => i.facets[id].includes(value)))
      .map((value) => [value, names[value]]),
  );

const facet = (id, label, names, any = false) => [id, { label, any, values: values(id, names) }];

const facets = Object.fromEntries([
  facet('outcome', 'For metastasis', {
    'pro-metastatic': 'Promotes',
    'anti-metastatic': 'Restrains',
  }),
  facet('effect', 'On the receiving cell', {
    activates: 'activates',
    inhibits: 'inhibits',
    kills: 'kills',
  }),
  facet('route', 'How the signal travels', { secreted: 'Secreted protein' }),
  facet('readout', 'What was measured', {
    metastasis: 'Metastasis',
    growth: 'Tumor growth',
    immunity: 'Immune response',
  }),
  facet('systems', 'Seen in', { patients: 'Patients', mouse: 'Mice' }),
  facet(
    'lineage',
    'Cells',
    {
      neoplastic: 'Tumor cells',
      myeloid: 'Myeloid cells',
      lymphoid: 'Lymphoid cells',
      stromal: 'Stromal cells',
    },
    true,
  ),
  facet('stage', 'Stage', { home: 'Home', settling: 'Settling' }),
  facet('substage', 'Step in the stage', { 'not-stated': 'Not stated' }),
  facet('organ', 'Organ', { bone: 'Bone', none: 'No organ named' }),
  facet('class', 'Molecule class', {
    chemokine: 'Chemokine',
    'growth-factor': 'Growth factor',
    protease: 'Protease',
    'not-identified': 'Not identified',
  }),
  facet('tier', 'Detail', { overview: 'Overview', core: 'Core', extended: 'Extended' }),
  facet('confidence', 'Confidence', { high: 'High' }),
  facet('disputed', 'Disputed', { yes: 'Experts disagree', no: 'Not disputed' }),
  facet('review', 'The 2011 review', { yes: 'Fits the 2011 review' }),
]);

const node = (place, cell, rank) => [
  `${place}/${cell}`,
  { cell, place, stage: STAGE[place], rank },
];

/** Three steps: two arrows; a question before the only one; two, a question before the last. */
const told = (id, box, show, keep, more = {}) => ({
  id,
  title: `Step ${id}`,
  stage: 'home',
  organ: '',
  box,
  show,
  keep,
  focus: [],
  say: `This is ${id}.`,
  predict: null,
  references: ['lin-2001'],
  ...more,
});
const lectures = {
  tour: {
    title: 'A tour',
    steps: [
      told('one', [0, 0, 480, 400], ['a', 'd'], []),
      told('two', [0, 0, 480, 400], ['e'], ['d'], {
        predict: {
          question: 'What does it do?',
          options: ['Feeds', 'Kills'],
          answer: 1,
          why: 'It kills.',
        },
      }),
      told('three', [540, 40, 760, 380], ['f', 'g'], [], {
        stage: 'settling',
        organ: 'bone',
        predict: {
          question: 'What grows?',
          options: ['Bone', 'Tumor', 'Nothing'],
          answer: 1,
          why: 'It does.',
        },
      }),
    ],
  },
};

const small = {
  title: 'A small figure',
  subtitle: '',
  citation: '',
  box: [0, 0, 1000, 400],
  stages: [
    { id: 'home', name: 'Home', description: '', box: [0, 0, 480, 400], blanks: ['TAM', 'EGF'] },
    { id: 'settling', name: 'Settling', description: '', box: [520, 0, 1000, 400], blanks: [] },
  ],
  organs: ['bone'],
  frames: { home: {}, settling: { bone: [540, 40, 760, 380] } },
  places: {
    home: { stage: 'home', organ: '', card: false, name: 'Home', box: [0, 0, 480, 400] },
    bone: { stage: 'settling', organ: 'bone', card: true, name: 'Bone', box: [540, 40, 760, 380] },
  },
  cells: {
    tam: { name: 'Tumor-associated macrophage', short: 'TAM', synonyms: [] },
    tumor: { name: 'Tumor cell', short: 'Tumor', synonyms: [] },
    nk: { name: 'NK cell', short: 'NK', synonyms: [] },
    osteoclast: { name: 'Osteoclast', short: 'Osteoclast', synonyms: [] },
    stem: { name: 'Stem cell', short: 'Stem', synonyms: [] },
  },
  nodes: Object.fromEntries([
    node('home', 'tam', 0),
    node('home', 'tumor', 0),
    node('home', 'nk', 0),
    node('bone', 'tumor', 0),
    node('bone', 'osteoclast', 0),
    node('bone', 'stem', 2),
  ]),
  interactions,
  pairs: {
    'home--tam--tumor--promotes': ['a', 'b'],
    'bone--tumor--osteoclast--promotes': ['f', 'g'],
  },
  facets,
  years: [1995, 2020],
  lectures,
};

/** A second pathway with one stage, to change to. */
const other = {
  ...small,
  title: 'Another figure',
  stages: small.stages.slice(0, 1),
  frames: { home: {} },
  organs: [],
  lectures: {},
};

export default { order: ['small', 'other'], pathways: { small, other }, langs: ['en'], start: {} };
