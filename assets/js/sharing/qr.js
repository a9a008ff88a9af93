/**
 * QR codes, written from the standard (ISO/IEC 18004): bytes, level M, versions 1 to 15, which is
 * up to 412 characters. Pure: text in, rows of booleans out.
 */
// By version, level M: codewords for correction in a block, blocks, data codewords in all.
const CHECK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
const DATA = [16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415];
const CENTERS = [
  [],
  [18],
  [22],
  [26],
  [30],
  [34],
  [22, 38],
  [24, 42],
  [26, 46],
  [28, 50],
  [30, 54],
  [32, 58],
  [34, 62],
  [26, 46, 66],
  [26, 48, 70],
];
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Product in the field of 256 elements. */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/** The generator polynomial of some degree, its leading 1 left out. */
function generator(degree) {
  const result = new Array(degree).fill(0);
  result[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    for (let j = 0; j < degree; j += 1) {
      result[j] = times(result[j], root) ^ (result[j + 1] ?? 0);
    }
    root = times(root, 2);
  }
  return result;
}

function correction(data, divisor) {
  const rest = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((one, i) => {
      rest[i] ^= times(one, factor);
    });
  }
  return rest;
}

/** All codewords of a text, blocks interleaved. */
function codewords(bytes, version) {
  const total = DATA[version - 1];
  const bits = [];
  const put = (value, length) => {
    for (let i = length - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, total * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const data = [];
  for (let i = 0; i < bits.length; i += 8) data.push(parseInt(bits.slice(i, i + 8).join(''), 2));
  for (let pad = 0xec; data.length < total; pad ^= 0xec ^ 0x11) data.push(pad);
  const n = BLOCKS[version - 1];
  const short = Math.floor(total / n);
  const divisor = generator(CHECK[version - 1]);
  const blocks = [];
  for (let i = 0, from = 0; i < n; i += 1) {
    const to = from + short + (i >= n - (total % n) ? 1 : 0);
    blocks.push({ data: data.slice(from, to), check: correction(data.slice(from, to), divisor) });
    from = to;
  }
  const woven = (name) => {
    const length = Math.max(...blocks.map((block) => block[name].length));
    return Array.from({ length }, (_, i) => blocks.map((block) => block[name][i]))
      .flat()
      .filter((b) => b !== undefined);
  };
  return [...woven('data'), ...woven('check')];
}

/** Divides for the two short codes that guard format and version. */
function guarded(value, bits, divisor) {
  let rest = value << bits;
  for (let i = 31 - Math.clz32(rest); i >= bits; i = 31 - Math.clz32(rest))
    rest ^= divisor << (i - bits);
  return (value << bits) | rest;
}

/** The fixed patterns; `fixed` marks modules that hold no data. */
function frame(version) {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => new Array(size).fill(false));
  const fixed = rows.map((row) => row.slice());
  const set = (x, y, dark) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    rows[y][x] = Boolean(dark);
    fixed[y][x] = true;
  };
  const rings = (cx, cy, reach, dark) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1)
        set(cx + dx, cy + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ])
    rings(x, y, 4, (d) => d !== 2 && d !== 4);
  const centers = version > 1 ? [6, ...CENTERS[version - 1]] : [];
  const last = centers.at(-1);
  for (const x of centers) {
    for (const y of centers) {
      if ((x === 6 && (y === 6 || y === last)) || (x === last && y === 6)) continue;
      rings(x, y, 2, (d) => d !== 1);
    }
  }
  if (version >= 7) {
    const code = guarded(version, 12, 0x1f25);
    for (let i = 0; i < 18; i += 1) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
      set(a, b, (code >>> i) & 1);
      set(b, a, (code >>> i) & 1);
    }
  }
  return { size, rows, fixed, set };
}

function format({ size, set }, mask) {
  const code = guarded(mask, 10, 0x537) ^ 0x5412; // level M is 00
  const bit = (i) => (code >>> i) & 1;
  for (let i = 0; i < 15; i += 1) {
    const near = i < 6 ? i : i < 8 ? i + 1 : 14 - i;
    if (i < 8) {
      set(8, near, bit(i));
      set(size - 1 - i, 8, bit(i));
    } else {
      set(i === 8 ? 7 : near, 8, bit(i));
      set(8, size - 15 + i, bit(i));
    }
  }
  set(8, size - 8, 1);
}

/** How hard a code is to read: long runs, blocks of one color, more dark than light. */
function penalty(rows) {
  const size = rows.length;
  let cost = 0;
  let dark = 0;
  const run = (at) => {
    for (let i = 0; i < size; i += 1) {
      for (let j = 1, length = 1; j <= size; j += 1) {
        if (j < size && at(i, j) === at(i, j - 1)) length += 1;
        else {
          if (length >= 5) cost += length - 2;
          length = 1;
        }
      }
    }
  };
  run((i, j) => rows[i][j]);
  run((i, j) => rows[j][i]);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      dark += rows[y][x];
      if (
        x &&
        y &&
        rows[y][x] === rows[y - 1][x] &&
        rows[y][x] === rows[y][x - 1] &&
        rows[y][x] === rows[y - 1][x - 1]
      )
        cost += 3;
    }
  }
  return cost + 10 * Math.floor(Math.abs((20 * dark) / size ** 2 - 10));
}

/** @returns {boolean[][]} rows of modules, true is dark, without a margin; null if too long */
export function qrCode(text) {
  const bytes = new TextEncoder().encode(text);
  const version = 1 + DATA.findIndex((total, i) => bytes.length + (i < 9 ? 2 : 3) <= total);
  if (!version) return null;
  const words = codewords(bytes, version);
  const codes = MASKS.map((mask, number) => {
    const code = frame(version);
    format(code, number);
    let at = 0;
    for (let right = code.size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
      for (let i = 0; i < code.size; i += 1) {
        const y = up ? code.size - 1 - i : i;
        for (const x of [right, right - 1]) {
          if (code.fixed[y][x]) continue;
          const bit = at < words.length * 8 ? (words[at >>> 3] >>> (7 - (at % 8))) & 1 : 0;
          at += 1;
          code.rows[y][x] = Boolean(bit ^ (mask(x, y) === 0 ? 1 : 0));
        }
      }
    }
    return { rows: code.rows, cost: penalty(code.rows) };
  });
  return codes.reduce((best, code) => (code.cost < best.cost ? code : best)).rows;
}
