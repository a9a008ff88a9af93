/** The surface that writes down as SVG what is drawn on it. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { drawn, pen } from './pen.js';

test('a picture has its size, its words and a face to fall back on', () => {
  assert.equal(
    pen().svg(640, 480.5, 'A & B', 'Two <cells>'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480.5" viewBox="0 0 640 480.5" role="img"' +
      ' font-family="Inter, system-ui, sans-serif" stroke-miterlimit="10">' +
      '<title>A &amp; B</title><desc>Two &lt;cells&gt;</desc><defs/></svg>',
  );
});

test('a path keeps its commands, its color and its line', () => {
  assert.equal(
    drawn((p) => {
      p.beginPath();
      p.moveTo(1, 2);
      p.lineTo(3.005, 4);
      p.quadraticCurveTo(5, 6, 7, 8);
      p.bezierCurveTo(1, 2, 3, 4, 5, 6);
      p.closePath();
      Object.assign(p, {
        strokeStyle: 'rgba(255,0,16,0.5)',
        lineWidth: 3,
        lineCap: 'round',
        lineJoin: 'bevel',
        lineDashOffset: 2,
      });
      p.setLineDash([4, 2]);
      p.stroke();
    }),
    '<path d="M1 2L3.01 4Q5 6 7 8C1 2 3 4 5 6Z" fill="none" stroke="#ff0010" stroke-opacity="0.5" stroke-width="3"' +
      ' stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="4 2" stroke-dashoffset="2"/>',
  );
});

test('filling and stroking draw the same path twice, as on a canvas', () => {
  assert.equal(
    drawn((p) => {
      p.rect(1, 1, 8, 4);
      p.fillStyle = '#abc';
      p.fill();
      p.stroke();
    }),
    '<path d="M1 1h8v4h-8Z" fill="#abc"/><path d="M1 1h8v4h-8Z" fill="none" stroke="#000"/>',
  );
});

test('what cannot be seen is not written', () => {
  assert.equal(
    drawn((p) => {
      p.fill();
      p.rect(0, 0, 9, 9);
      p.fillStyle = 'rgba(1,2,3,0)';
      p.fill();
      p.fillRect(0, 0, 9, 9);
      p.fillText('x', 1, 1);
      p.globalAlpha = 0;
      p.fillStyle = '#000';
      p.fill();
    }),
    '',
  );
});

test('opacities of the color and of the state multiply', () => {
  assert.match(
    drawn((p) => {
      p.globalAlpha = 0.5;
      p.fillStyle = 'rgba(0, 0, 0, 0.5)';
      p.fillRect(0, 0, 1, 1);
    }),
    /fill-opacity="0.25"/,
  );
});

test('circles, parts of circles and rounded corners are arcs', () => {
  assert.equal(
    drawn((p) => {
      p.arc(5, 5, 2, 0, 2 * Math.PI);
      p.fill();
    }),
    '<path d="M7 5A2 2 0 0 1 3 5A2 2 0 0 1 7 5" fill="#000"/>',
  );
  assert.equal(
    drawn((p) => {
      p.ellipse(5, 5, 2, 1, 0, 0, Math.PI / 2);
      p.fill();
    }),
    '<path d="M7 5A2 1 0 0 1 5 6" fill="#000"/>',
  );
  assert.equal(
    drawn((p) => {
      p.arc(5, 5, 2, 0, -Math.PI / 2, true);
      p.fill();
    }),
    '<path d="M7 5A2 2 0 0 0 5 3" fill="#000"/>',
  );
  assert.equal(
    drawn((p) => {
      p.moveTo(0, 0);
      p.arcTo(10, 0, 10, 10, 2);
      p.fill();
    }),
    '<path d="M0 0L8 0A2 2 0 0 1 10 2" fill="#000"/>',
  );
  assert.equal(
    drawn((p) => {
      p.moveTo(0, 0);
      p.arcTo(0, 10, 10, 10, 2);
      p.fill();
    }),
    '<path d="M0 0L0 8A2 2 0 0 0 2 10" fill="#000"/>',
  );
  assert.equal(
    drawn((p) => {
      p.moveTo(0, 0);
      p.arcTo(5, 0, 10, 0, 2);
      p.fill();
    }),
    '<path d="M0 0L5 0" fill="#000"/>',
    'no corner, no arc',
  );
});

test('transforms add up and end with their state', () => {
  const box = (p) => p.fillRect(0, 0, 1, 1);
  assert.deepEqual(
    drawn((p) => {
      p.save();
      p.translate(10, 20);
      p.scale(2, 3);
      box(p);
      p.rotate(Math.PI / 2);
      box(p);
      p.restore();
      box(p);
    }).match(/transform="[^"]*"|\/>/g),
    [
      'transform="translate(10 20)scale(2 3)"',
      '/>',
      'transform="translate(10 20)scale(2 3)rotate(90)"',
      '/>',
      '/>',
    ],
  );
});

test('saved looks come back, one level at a time', () => {
  const one = pen();
  one.lineWidth = 2;
  one.save();
  one.lineWidth = 4;
  one.textAlign = 'center';
  one.save();
  one.lineWidth = 8;
  one.restore();
  assert.deepEqual([one.lineWidth, one.textAlign], [4, 'center']);
  one.restore();
  assert.deepEqual([one.lineWidth, one.textAlign], [2, 'start']);
  one.restore();
  assert.equal(one.lineWidth, 2, 'a restore too many does nothing');
});

const picture = (inner) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="16" height="16" data-shape="ellipse">${inner}</svg>`)}`;

test('a drawing is in the file once and used where it stands, with ids of its own', () => {
  const one = pen('p1-');
  const cell = { src: picture('<path id="ab-x" fill="url(#ab-y)"/><use href="#ab-x"/>') };
  one.drawImage(cell, 0, 0, 16, 16, 10, 20, 30, 40);
  one.globalAlpha = 0.25;
  one.drawImage(cell, 1, 2, 3, 4);
  one.drawImage({ src: picture('<path id="ab-x"/>') }, 1, 2);
  const svg = one.svg(1, 1);
  assert.equal(svg.match(/<symbol /g).length, 2);
  assert.match(
    svg,
    /<symbol id="p1-d0" preserveAspectRatio="none" viewBox="0 0 4 4"><path id="p1-d0ab-x" fill="url\(#p1-d0ab-y\)"\/><use href="#p1-d0ab-x"\/><\/symbol>/,
  );
  assert.match(
    svg,
    /<use href="#p1-d0" x="10" y="20" width="30" height="40"\/><use href="#p1-d0" x="1" y="2" width="3" height="4" opacity="0.25"\/>/,
  );
  const ids = [...svg.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.doesNotMatch(svg, /<image/);
});

test('a clip holds until its state ends, and within another clip', () => {
  const one = pen();
  one.save();
  one.rect(0, 0, 5, 5);
  one.clip();
  one.fillRect(0, 0, 9, 9);
  one.beginPath();
  one.rect(1, 1, 2, 2);
  one.clip();
  one.fillRect(0, 0, 8, 8);
  one.restore();
  one.fillRect(0, 0, 7, 7);
  const svg = one.svg(1, 1);
  assert.match(
    svg,
    /<clipPath id="s1"><path d="M0 0h5v5h-5Z"\/><\/clipPath><clipPath id="s2" clip-path="url\(#s1\)">/,
  );
  assert.match(
    svg,
    /<g clip-path="url\(#s1\)"><rect[^>]*width="9"[^>]*\/><\/g><g clip-path="url\(#s2\)"><rect[^>]*width="8"[^>]*\/><\/g><rect[^>]*width="7"/,
  );
});

test('a group fades as a whole, is named first, and vanishes when empty', () => {
  assert.equal(
    drawn((p) => p.group({ opacity: 0.3 }, () => p.fillRect(0, 0, 1, 1), 'g', '<title>T</title>')),
    '<g opacity="0.3"><title>T</title><rect x="0" y="0" width="1" height="1" fill="#000"/></g>',
  );
  assert.equal(
    drawn((p) => p.group({ opacity: 0.3 }, () => {}, 'g', '<title>T</title>')),
    '',
  );
  assert.equal(
    drawn((p) => p.group({ opacity: 1 }, () => p.fillRect(0, 0, 1, 1))),
    '<rect x="0" y="0" width="1" height="1" fill="#000"/>',
  );
});

test('erasing clips what its group has so far, and nothing else', () => {
  const one = pen();
  one.fillRect(0, 0, 1, 1);
  one.group({}, () => {
    one.fillRect(0, 0, 2, 2);
    one.globalCompositeOperation = 'destination-out';
    one.rect(1, 1, 3, 3);
    one.fill();
    one.stroke();
    one.globalCompositeOperation = 'source-over';
    one.fillRect(0, 0, 3, 3);
  });
  const svg = one.svg(1, 1);
  assert.match(
    svg,
    /<clipPath id="s1"><path d="M-1e5-1e5h2e5v2e5h-2e5zM1 1h3v3h-3Z" clip-rule="evenodd"\/>/,
  );
  assert.match(
    svg,
    /<\/defs><rect[^>]*width="1"[^>]*\/><g clip-path="url\(#s1\)"><rect[^>]*width="2"[^>]*\/><\/g><rect[^>]*width="3"[^>]*\/><\/svg>/,
  );
});
