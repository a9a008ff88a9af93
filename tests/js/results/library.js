/** Cells and molecules of the library as the page's own reader of results gets them. */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { cellIndex } from '../../../assets/js/results/rules/cell-matching.js';
import { moleculeIndex } from '../../../assets/js/results/rules/molecule-names.js';

const root = path.join(import.meta.dirname, '../../..');
const { parse } = createRequire(path.join(root, 'tests/node/package.json'))('yaml');
const read = (name) => parse(fs.readFileSync(path.join(root, 'pathways/library', name), 'utf8'));

export const cells = cellIndex(
  read('cells.yaml').cells.map(({ id, name, short, synonyms = [], cell_ontology: term }) => ({
    id,
    names: [
      ...[name, short, id].map((text) => ({ text, how: 'name' })),
      ...synonyms.map((text) => ({ text, how: 'synonym' })),
      ...(term?.match === 'exact' ? [term.label, term.id] : []).map((text) => ({
        text,
        how: 'Cell Ontology',
      })),
    ],
  })),
);

export const molecules = moleculeIndex(
  read('molecules.yaml').molecules.map(({ symbol, name, hgnc, synonyms = [] }) => ({
    id: symbol,
    names: [symbol, name, hgnc ?? symbol, ...synonyms],
  })),
);

const folder = path.join(root, 'pathways/metastatic-cascade');

/** The arrows of the metastatic cascade. */
export const arrows = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parse(fs.readFileSync(path.join(folder, name), 'utf8')).interactions ?? [])
  .map(({ id, from, to, mediators = [], receptors = [] }) => ({
    id,
    from: from.cell ?? from,
    to: to.cell ?? to,
    mediators,
    receptors,
  }));
