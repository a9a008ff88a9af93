/** Words on the stand-in canvas that writes SVG. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { drawn } from './pen.js';

test('words stay words, on the baseline, with their face where it is another', () => {
  const say = (font, words = 'CCL2 & "IL-6"', more = {}) =>
    drawn((p) => {
      Object.assign(p, { font, ...more });
      p.fillText(words, 5, 100);
    });
  assert.equal(
    say('normal 600 20px Inter, system-ui, sans-serif'),
    '<text x="5" y="100" fill="#000" font-size="20" font-weight="600">CCL2 &amp; &quot;IL-6&quot;</text>',
  );
  assert.match(say('400 10px Times', 'x'), /font-size="10" font-family="Times">/);
  assert.match(say('400 20px Inter', 'x', { textBaseline: 'bottom' }), / y="95"/);
  assert.match(say('400 20px Inter', 'x', { textBaseline: 'middle' }), / y="107"/);
  assert.match(say('400 20px Inter', 'x', { textAlign: 'center' }), /text-anchor="middle"/);
  assert.match(say('400 20px Inter', 'x', { textAlign: 'right' }), /text-anchor="end"/);
  assert.match(say('400 20px Inter', 'Lung '), /xml:space="preserve">Lung </);
});

test('words too long for their room are set narrower', () => {
  const say = (most) =>
    drawn((p) => {
      p.font = '400 20px Inter';
      p.fillText('ten letter', 0, 0, most);
    });
  assert.match(say(60), /textLength="60" lengthAdjust="spacingAndGlyphs"/);
  assert.doesNotMatch(say(100), /textLength/);
});

test('a name with an outline is one text, the outline below', () => {
  const two = (second) =>
    drawn((p) => {
      Object.assign(p, {
        font: '600 20px Inter, system-ui, sans-serif',
        strokeStyle: 'rgba(255,255,255,1)',
        lineWidth: 6,
        lineJoin: 'round',
      });
      p.strokeText('NK cell', 5, 5);
      p.fillText(second, 5, 5);
    });
  assert.equal(
    two('NK cell'),
    '<text x="5" y="5" fill="#000" font-size="20" font-weight="600" stroke="#ffffff" stroke-width="6"' +
      ' stroke-linejoin="round" paint-order="stroke">NK cell</text>',
  );
  assert.equal(two('T cell').match(/<text/g).length, 2, 'another name is a text of its own');
});
