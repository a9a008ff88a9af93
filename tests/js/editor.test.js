/** Editors complete, explain and check a pathway: asked of the language server that they run. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(join(root, 'tests', 'node', 'package.json'));
const home = join(
  dirname(require.resolve('yaml-language-server/package.json')),
  'bin',
  'yaml-language-server',
);
const LOOP = readFileSync(join(root, 'pathways', 'csf1-egf-loop.yaml'), 'utf8');
// Whoever asks the network in the server fails.
const OFFLINE = `const net = require('node:net');
net.Socket.prototype.connect = () => { throw new Error('the network was asked'); };`;

/** A language server, spoken to over its standard input and output. */
class Server {
  constructor(folder) {
    writeFileSync(join(folder, 'offline.cjs'), OFFLINE);
    this.folder = folder;
    this.process = spawn(
      process.execPath,
      ['--require', join(folder, 'offline.cjs'), home, '--stdio'],
      { cwd: folder },
    );
    this.answers = new Map();
    this.findings = new Map();
    this.number = 0;
    let rest = Buffer.alloc(0);
    this.process.stdout.on('data', (more) => {
      rest = Buffer.concat([rest, more]);
      for (;;) {
        const end = rest.indexOf('\r\n\r\n');
        const size = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(end, 0)))?.[1]);
        if (!size || rest.length < end + 4 + size) return;
        this.hear(JSON.parse(rest.subarray(end + 4, end + 4 + size)));
        rest = rest.subarray(end + 4 + size);
      }
    });
  }

  hear({ id, method, params, result, error }) {
    if (method === 'textDocument/publishDiagnostics')
      this.findings.get(params.uri)?.(params.diagnostics);
    else if (method && id !== undefined)
      this.send({
        id,
        result: method === 'workspace/configuration' ? params.items.map(() => null) : null,
      });
    else if (id !== undefined)
      this.answers.get(id)(error ? Promise.reject(new Error(error.message)) : result);
  }

  send(message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  ask(method, params) {
    this.number += 1;
    const id = this.number;
    return new Promise((answer) => {
      this.answers.set(id, answer);
      this.send({ id, method, params });
    });
  }

  async start() {
    const uri = pathToFileURL(this.folder).href;
    const workspace = { configuration: true, didChangeConfiguration: {} };
    await this.ask('initialize', {
      processId: null,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'mine' }],
      capabilities: { workspace },
    });
    this.send({ method: 'initialized', params: {} });
  }

  /** Opens a text; `|` is where the pointer is. Gives what the server finds wrong with it. */
  async open(name, marked) {
    const at = marked.indexOf('|');
    const lines = marked.slice(0, Math.max(at, 0)).split('\n');
    const uri = pathToFileURL(join(this.folder, name)).href;
    const found = new Promise((done) => {
      this.findings.set(uri, done);
    });
    this.send({
      method: 'textDocument/didOpen',
      params: {
        textDocument: { uri, languageId: 'yaml', version: 1, text: marked.replace('|', '') },
      },
    });
    this.place = {
      textDocument: { uri },
      position: { line: lines.length - 1, character: lines.at(-1).length },
    };
    return found;
  }

  async completed() {
    const answer = await this.ask('textDocument/completion', this.place);
    return new Map(
      (answer.items ?? answer).map((item) => [
        item.label,
        item.documentation?.value ?? item.documentation ?? '',
      ]),
    );
  }
}

let server;

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cascade-editor-'));
  copyFileSync(join(root, 'pathways', 'pathway.schema.json'), join(folder, 'pathway.schema.json'));
  server = new Server(folder);
  await server.start();
});

after(() => {
  server.process.kill();
  rmSync(server.folder, { recursive: true });
});

const marked = (old, fresh) => {
  assert.ok(LOOP.includes(old));
  return LOOP.replace(old, fresh);
};

test('a pathway of ours has nothing to underline, and a wrong word is underlined', async () => {
  assert.deepEqual(await server.open('good.yaml', LOOP), []);
  const found = await server.open('wrong.yaml', marked('effect: recruits', 'effect: attracts'));
  assert.equal(found.length, 1);
  assert.match(found[0].message, /"recruits"/);
  assert.equal(
    found[0].range.start.line,
    LOOP.slice(0, LOOP.indexOf('effect: recruits')).split('\n').length - 1,
  );
  const [unknown] = await server.open(
    'unknown.yaml',
    marked('effect: recruits', 'effect: recruits\n        efect: kills'),
  );
  assert.match(unknown.message, /efect/);
});

test('the closed lists are offered', async () => {
  await server.open('effect.yaml', marked('effect: recruits', 'effect: |'));
  const effects = [...(await server.completed()).keys()];
  for (const word of ['activates', 'differentiates', 'recruits', 'kills'])
    assert.ok(effects.includes(word), `${word} in ${effects}`);
  await server.open('route.yaml', marked('route: secreted', 'route: |'));
  const routes = [...(await server.completed()).keys()];
  for (const word of ['secreted', 'small-molecule', 'contact', 'vesicle'])
    assert.ok(routes.includes(word), `${word} in ${routes}`);
});

test('the fields that an arrow lacks are offered with what they mean', async () => {
  await server.open('key.yaml', marked('        receptors: [CSF1R]\n', '        |\n'));
  const fields = await server.completed();
  assert.ok(
    fields.has('receptors') && fields.has('disputed') && !fields.has('effect'),
    [...fields.keys()].join(),
  );
  const { properties } = JSON.parse(readFileSync(join(root, 'pathways', 'pathway.schema.json')))
    .$defs.Interaction;
  assert.match(fields.get('disputed'), new RegExp(properties.disputed.description.slice(0, 30)));
});

const FIRST = '# yaml-language-server: $schema=pathway.schema.json\n';

test('an empty file is offered the fields of every kind of file, and later those of its own', async () => {
  for (const [name, text] of Object.entries({ one: `${FIRST}|`, two: `${FIRST}\n|\n` })) {
    await server.open(`empty-${name}.yaml`, text);
    const fields = await server.completed();
    for (const field of ['title', 'stages', 'cells', 'references', 'panels', 'steps'])
      assert.ok(fields.get(field), `${field} in ${[...fields.keys()]}`);
  }
  await server.open('begun.yaml', `${FIRST}title: Mine\n|`);
  const fields = await server.completed();
  assert.ok(fields.has('stages') && !fields.has('title') && !fields.has('panels'));
});

test('inside braces the fields that they lack are offered', async () => {
  const place = '{ cell: tam, at: [0.8, 1.6], tall: [0.1, 1.8] }';
  const marks = {
    '{ cell: tam, | }': ['at', 'tall', 'turn'],
    '{cell: tam,|}': ['at', 'tall', 'turn'],
    '{ cell: tam, at: [0.8, 1.6], | }': ['tall', 'turn'],
  };
  for (const [text, wanted] of Object.entries(marks)) {
    await server.open(`braces-${wanted}-${text.length}.yaml`, marked(place, text));
    const fields = await server.completed();
    assert.deepEqual([...fields.keys()], wanted, text);
    assert.ok([...fields.values()].every(Boolean), 'each with what it means');
  }
  await server.open('cell.yaml', `${FIRST}title: Mine\ncells:\n  - { id: tam, | }\n`);
  const fields = await server.completed();
  assert.ok(fields.has('name') && fields.has('lineage') && !fields.has('id'));
});

test('after an empty value the next words are offered, on its line and below it', async () => {
  const stage = `${FIRST}title: Mine\nstages:\n  - id: home\n`;
  const texts = {
    'title:\n|': ['stages', 'cells'],
    'title: Mine\ncells:\n  |': ['id', 'lineage'],
    'title: Mine\nstages:\n  |': ['id', 'panels'],
  };
  const inside = {
    '    name:\n    |': ['panels', 'interactions'],
    '    panels:\n      |': ['id', 'cells'],
    '    interactions:\n      |': ['from', 'effect'],
    '    interactions:\n      - id: one\n        effect:\n        |': ['from', 'route'],
    '    interactions:\n      - id: one\n        from:\n        effect: |': ['recruits', 'kills'],
  };
  for (const [text, wanted] of Object.entries(inside))
    texts[stage.slice(FIRST.length) + text] = wanted;
  for (const [number, [text, wanted]] of Object.entries(texts).entries()) {
    await server.open(`after-${number}.yaml`, FIRST + text);
    const offered = await server.completed();
    for (const word of wanted) assert.ok(offered.has(word), `${word} after ${text}`);
  }
});

test('a field under the pointer is explained', async () => {
  await server.open('hover.yaml', marked('mediator_basis: paper', 'mediator_|basis: paper'));
  const { contents } = await server.ask('textDocument/hover', server.place);
  const { properties } = JSON.parse(readFileSync(join(root, 'pathways', 'pathway.schema.json')))
    .$defs.Interaction;
  assert.ok(
    (contents.value ?? contents).includes(properties.mediator_basis.description),
    JSON.stringify(contents),
  );
});
