/** The scripts read only what the contract names: cascade/figure/contract.py. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('tsc finds a field that the figure does not have', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  try {
    writeFileSync(
      join(folder, 'read.js'),
      '/** @param {Pathway} pathway */\n' +
        'export const one = (pathway) => pathway.title + pathway.stages[0].name;\n' +
        '/** @param {Pathway} pathway */\n' +
        'export const two = (pathway) => pathway.heading;\n',
    );
    const files = [join(ROOT, 'tools', 'globals.d.ts'), join(folder, 'read.js')];
    const tsc = join(ROOT, 'tests', 'node', 'node_modules', 'typescript', 'bin', 'tsc');
    const how = ['--noEmit', '--allowJs', '--checkJs', '--target', 'es2024', '--lib', 'es2024,dom'];
    const { stdout } = spawnSync(process.execPath, [tsc, ...how, ...files], { encoding: 'utf8' });
    const found = stdout.split('\n').filter((line) => line.includes('read.js'));
    assert.equal(found.length, 1, stdout);
    assert.match(found[0], /read\.js\(4,.*'heading' does not exist on type 'PathwayData'/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
