/**
 * Walks through the figure in Firefox and prints what it saw as JSON, for test_firefox.py.
 * Usage: node firefox.mjs FIREFOX ADDRESS...
 */
import puppeteer from 'puppeteer-core';

const [executablePath, ...addresses] = process.argv.slice(2);
// One process for all pages, fewer frames, and no gliding: the same pictures for a fifth less work.
const extraPrefsFirefox = {
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  'fission.autostart': false,
  'layout.frame_rate': 20,
  'ui.prefersReducedMotion': 1,
};
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox });

async function walk(address) {
  const saw = { complaints: [], requests: [] };
  const page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  page.on('console', (message) => {
    if (message.type() === 'error') saw.complaints.push(message.text());
  });
  page.on('pageerror', (error) => saw.complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) saw.requests.push(request.url());
  });
  const view = () => page.evaluate(() => window.cascade.view());

  await page.goto(`${address}?stage=circulation`);
  await page.waitForSelector('html.drawn', { timeout: 60000 });
  saw.start = await view();
  saw.before = saw.requests.length;
  saw.lines = await page.evaluate(() => {
    const { cy } = document.getElementById('graph')._cyreg;
    return cy.edges('[kind = "signal"]').filter((edge) => edge.visible()).length;
  });
  saw.pixels = await page.evaluate(() => {
    const colors = new Set();
    for (const canvas of document.querySelectorAll('#graph canvas')) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 400) colors.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    }
    return colors.size;
  });

  const point = await page.evaluate(() => {
    const { cy } = document.getElementById('graph')._cyreg;
    const box = document.getElementById('graph').getBoundingClientRect();
    const { x, y } = cy.nodes('[stage = "circulation"][cell = "platelet"]')[0].renderedPosition();
    return { x: box.x + x, y: box.y + y };
  });
  await page.mouse.click(point.x, point.y);
  saw.clicked = await view();
  saw.card = await page.$eval('#card-metastatic-cascade-platelet', (card) => card.checkVisibility());
  await page.keyboard.press('Escape');
  saw.escaped = await view();
  await page.keyboard.press('3');
  saw.third = await view();
  await page.goBack();
  saw.back = await view();
  await page.keyboard.press('t');
  saw.rows = await page.$$eval('#listing tbody tr', (rows) => rows.filter((row) => row.checkVisibility()).length);
  await page.keyboard.press('t');
  await page.type('#search', 'SDF-1');
  saw.hits = await page.$$eval('#hits [role=option]', (hits) => hits.map((hit) => hit.textContent));
  saw.after = saw.requests.length;

  // On a finer screen, as when the window is moved to it.
  saw.sharp = [];
  for (const deviceScaleFactor of [2, 1]) {
    await page.setViewport({ width: 1366, height: 768, deviceScaleFactor });
    await page.waitForFunction((factor) => devicePixelRatio === factor, { timeout: 10000 }, deviceScaleFactor);
    const fits = () => {
      const { width, clientWidth } = document.querySelector('#graph canvas');
      return width === clientWidth * devicePixelRatio;
    };
    await page.waitForFunction(fits, { timeout: 10000 }).catch(() => {});
    saw.sharp.push(await page.$eval('#graph canvas', ({ width, clientWidth }) => width / clientWidth));
  }

  // The presenter's window: written, told, heard, and still so after F5, which opens the lecture's address.
  await page.evaluate(() => {
    document.activeElement.blur();
    window.cascade.set({ stage: '', lecture: 'cascade', step: 4 });
  });
  const opened = new Promise((resolve) => page.once('popup', resolve));
  await page.keyboard.press('p');
  const other = await opened;
  const place = (text) => other.waitForFunction(
    (wanted) => document.getElementById('place')?.textContent.includes(wanted), { timeout: 10000 }, text);
  const at = (part) => page.waitForFunction((n) => window.cascade.view().part === n, { timeout: 10000 }, part);
  await place('arrow 1 of 2');
  await other.keyboard.press('PageDown');
  await at(1);
  await place('arrow 2 of 2');
  await page.reload();
  await page.waitForSelector('html.drawn', { timeout: 60000 });
  await other.keyboard.press('PageUp');
  await at(0);
  await place('arrow 1 of 2');
  saw.windows = (await browser.pages()).length;
  await other.close();
  await page.close();
  return saw;
}

const saw = [];
try {
  for (const address of addresses) saw.push(await walk(address));
} finally {
  await browser.close();
}
console.log(JSON.stringify(saw));
