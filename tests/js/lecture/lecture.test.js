import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { linePath } from '../../../assets/js/graph/arrow-animation.js';
import { freePlace } from '../../../assets/js/lecture/claim-label.js';
import { lectureKeyMeaning } from '../../../assets/js/lecture/lecture-keys.js';
import { qrCode } from '../../../assets/js/sharing/qr.js';
import { studentAddress } from '../../../assets/js/sharing/share-code.js';
import { startView } from '../../../assets/js/rules/view.js';
import { figure } from '../support.js';

const press = (key, more = {}) =>
  lectureKeyMeaning({ key, shift: false, where: 'page', digits: '', options: 0, ...more });

test('clickers and keys go on and back', () => {
  for (const key of ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter'])
    assert.deepEqual(press(key), ['lecture-step', { by: 1 }]);
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp'])
    assert.deepEqual(press(key), ['lecture-step', { by: -1 }]);
  assert.deepEqual(press('.'), ['blank', {}]);
  assert.deepEqual(press('F'), ['full', {}]);
});

test('digits make a number, Enter goes there; 0 alone fits the step', () => {
  assert.equal(press('1'), 'digit');
  assert.equal(press('0', { digits: '1' }), 'digit');
  assert.deepEqual(press('Enter', { digits: '10' }), ['lecture-jump', { step: 10 }]);
  assert.deepEqual(press('0'), ['refit', {}]);
});

test('a question is answered by letter or number, revealed by another key', () => {
  for (const key of ['a', 'b', 'c', 'd']) assert.equal(press(key), null, key);
  const asked = (key) => press(key, { options: 3 });
  for (const [key, option] of [
    ['a', 0],
    ['B', 1],
    ['c', 2],
    ['1', 0],
    ['3', 2],
  ])
    assert.deepEqual(asked(key), ['lecture-pick', { option }], key);
  assert.deepEqual(asked('r'), ['lecture-pick', { option: -1 }]);
  for (const key of ['d', '4', '9']) assert.deepEqual(asked(key), ['', {}], key); // no such option
});

test('no tool has the key of an answer, while a question waits or not', () => {
  const tools = ['.', 'x', 'f', 'q', 'l', 'p', 's', 't', '?', '+', '-', '0', 'm', 'e'];
  for (const key of tools) {
    assert.ok(!'abcd'.includes(key));
    assert.deepEqual(press(key, { options: 4 }), press(key), key);
    assert.ok(press(key)[0], key);
  }
});

test('fields, buttons and the diagram keep their keys; a clicker works everywhere but in fields', () => {
  assert.equal(press('PageDown', { where: 'field' }), null);
  assert.equal(press('q', { where: 'field' }), null);
  assert.equal(press('Enter', { where: 'button' }), null);
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter', 'Home', ']', 'Backspace'])
    assert.equal(press(key, { where: 'cell' }), null, key);
  for (const where of ['button', 'cell'])
    assert.deepEqual(press('PageDown', { where }), ['lecture-step', { by: 1 }]);
});

test("Escape alone is never the way out, with Shift it is; the page's own letters are silent", () => {
  assert.equal(press('Escape'), null);
  assert.deepEqual(press('Escape', { shift: true }), ['lecture-leave', {}]);
  assert.deepEqual(press('/'), ['', {}]);
  assert.equal(press('F5'), null);
});

test('a sentence stands as near as it can without covering anything', () => {
  const area = { x1: 0, y1: 0, x2: 400, y2: 300 };
  const block = { x1: 100, y1: 100, x2: 300, y2: 200 };
  const spot = freePlace({ w: 80, h: 40 }, { x: 200, y: 150 }, [block], area);
  const box = { x1: spot.x, y1: spot.y, x2: spot.x + 80, y2: spot.y + 40 };
  assert.ok(box.x2 <= 100 || box.x1 >= 300 || box.y2 <= 100 || box.y1 >= 200);
  assert.ok(Math.min(Math.abs(box.y2 - 100), Math.abs(box.y1 - 200)) < 40); // above or below, near
  assert.equal(freePlace({ w: 80, h: 40 }, { x: 200, y: 150 }, [area], area), null);
});

test('a line is drawn on along its own curve', () => {
  const at = ({ x, y }) => ({ x: 2 * x, y: 2 * y });
  const p = (x, y) => ({ x, y });
  assert.equal(linePath(p(0, 0), [], p(5, 5), at), 'M0.0 0.0L10.0 10.0');
  assert.equal(linePath(p(0, 0), [p(1, 2)], p(4, 0), at), 'M0.0 0.0Q2.0 4.0 8.0 0.0');
  assert.equal(
    linePath(p(0, 0), [p(0, 2), p(4, 2)], p(4, 0), at),
    'M0.0 0.0Q0.0 4.0 4.0 4.0Q8.0 4.0 8.0 0.0',
  );
});

test('a code has its size by length, its finder patterns, and never changes for one text', () => {
  for (const [length, size] of [
    [1, 21],
    [14, 21],
    [15, 25],
    [62, 33],
    [84, 37],
    [181, 57],
    [412, 77],
  ]) {
    const rows = qrCode('x'.repeat(length));
    assert.equal(rows.length, size, String(length));
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ]) {
      const finder = rows
        .slice(y, y + 7)
        .map((row) =>
          row
            .slice(x, x + 7)
            .map(Number)
            .join(''),
        )
        .join(' ');
      assert.equal(finder, '1111111 1000001 1011101 1011101 1011101 1000001 1111111');
    }
  }
  assert.equal(qrCode('x'.repeat(413)), null);
  const digest = (text) =>
    createHash('sha256')
      .update(JSON.stringify(qrCode(text)))
      .digest('hex')
      .slice(0, 12);
  // Read by another program (zxing-cpp) when it was written down.
  assert.equal(digest('https://example.org/?lecture=cascade&step=4'), '7ab86b40a58a');
});

test('a code for students holds no answer, and an address that they reach or none', () => {
  const view = {
    ...startView(figure),
    lecture: 'tour',
    step: 2,
    part: 1,
    picks: ['2a'],
    theme: 'dark',
  };
  const at = (location, data) => {
    globalThis.location = location;
    const address = studentAddress(view, data);
    delete globalThis.location;
    return address;
  };
  const http = { href: 'https://example.org/x/?step=1' };
  assert.equal(at(http, figure), 'https://example.org/x/?lecture=tour&step=2&ui=min');
  assert.equal(at({ href: 'file:///f.html', protocol: 'file:' }, figure), '');
  assert.equal(
    at({ href: 'file:///f.html', protocol: 'file:' }, { ...figure, home: 'https://a.org/f.html' }),
    'https://a.org/f.html?lecture=tour&step=2&ui=min',
  );
  for (const host of ['127.0.0.1:8050', 'localhost:8050', '[::1]:8050', '0.0.0.0:8050']) {
    const href = `http://${host}/`;
    assert.equal(at({ href }, figure), '', host);
    assert.equal(
      at({ href }, { ...figure, reach: 'http://192.168.1.5:8050/' }),
      'http://192.168.1.5:8050/?lecture=tour&step=2&ui=min',
    );
  }
  const near = { href: 'http://192.168.1.9:8050/' }; // opened by who reaches it so already
  assert.equal(
    at(near, { ...figure, reach: 'https://a.org/' }),
    'http://192.168.1.9:8050/?lecture=tour&step=2&ui=min',
  );
});
