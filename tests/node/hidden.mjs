/** A course page that hides the figure at first, shows it, hides it and shows it again; see guest.mjs. */

/** Of the figure in the frame: whether it is drawn, in how many colors, and its frame's height. */
const look = (page) =>
  page.evaluate(() => {
    const frame = document.getElementById('f');
    const { cascade, document: inner } = frame.contentWindow ?? { document };
    const colors = new Set();
    for (const canvas of inner.querySelectorAll('#graph canvas')) {
      if (!canvas.width || !canvas.height) continue;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const pixels = new Uint32Array(data.buffer);
      for (let i = 0; i < pixels.length; i += 7) colors.add(pixels[i]);
    }
    const drawn = Boolean(inner.documentElement?.classList.contains('drawn')); // none before its first tag
    return { drawn, colors: colors.size, height: frame.clientHeight, stage: cascade?.view().stage, got: window.got };
  });

const show = (on) => {
  const box = document.getElementById('t');
  if (box.tagName === 'DETAILS') box.open = on;
  else if (box.style.display || !on) box.style.display = on ? '' : 'none';
  box.hidden = false;
};
const ask = (stage) => {
  const { contentWindow } = document.getElementById('f');
  contentWindow?.postMessage({ type: 'cascade:set', view: { stage } }, '*');
  return Boolean(contentWindow); // Chromium loads a hidden object when it is shown
};
const pause = () => new Promise((done) => setTimeout(done, 200)); // in which nothing must go wrong

/** What is there once the canvas is painted and its page told a height, or else after some seconds. */
async function painted(page) {
  for (let n = 0; n < 150; n += 1) {
    const { drawn, colors, got } = await look(page);
    if (drawn && colors >= 100 && got.length) break;
    await pause();
  }
  await pause();
  return look(page);
}

/** What became of it. `page` is an empty one of the browser. */
export async function walk(page, address) {
  await page.goto(address);
  await pause();
  const heard = await page.evaluate(ask, 'extravasation');
  await page.evaluate(show, true);
  const first = await painted(page);
  // Hidden once more, told of another view, and shown.
  await page.evaluate(show, false);
  await page.evaluate(ask, 'circulation');
  await pause();
  await page.evaluate(show, true);
  return { heard, first, again: await painted(page) };
}
