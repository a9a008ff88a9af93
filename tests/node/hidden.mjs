/**
 * Opens course pages that hide the figure at first, shows it, and prints what became of it as JSON.
 * Usage: node hidden.mjs chrome|firefox PROGRAM ADDRESS PAGE...
 */
import puppeteer from 'puppeteer-core';

const [kind, executablePath, address, ...pages] = process.argv.slice(2);
const args = kind === 'chrome' ? ['--no-sandbox', '--disable-gpu'] : [];
const browser = await puppeteer.launch({ browser: kind, executablePath, headless: true, args });
const saw = {};

/** Of the figure in the frame: whether it is drawn, in how many colors, and its frame's height. */
const look = (page) =>
  page.evaluate(() => {
    const frame = document.getElementById('f');
    const { cascade, document: inner } = frame.contentWindow ?? { document };
    const colors = new Set();
    for (const canvas of inner.querySelectorAll('#graph canvas')) {
      if (!canvas.width || !canvas.height) continue;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 400) colors.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
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

try {
  for (const name of pages) {
    const complaints = [];
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 700 });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${address}/${name}`);
    await pause();
    const heard = await page.evaluate(ask, 'extravasation');
    await page.evaluate(show, true);
    const first = await painted(page);
    // Hidden once more, told of another view, and shown.
    await page.evaluate(show, false);
    await page.evaluate(ask, 'circulation');
    await pause();
    await page.evaluate(show, true);
    saw[name] = { heard, first, again: await painted(page), complaints };
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(saw));
