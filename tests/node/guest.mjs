/**
 * Walks through course pages that frame the figure, in one browser, and prints what it saw on each
 * as JSON, for test_hidden.py.
 * Usage: node guest.mjs chrome|firefox PROGRAM ADDRESS WALK/PAGE..., a walk being embed or hidden.
 */
import puppeteer from 'puppeteer-core';
import { walk as embed } from './embed.mjs';
import { walk as hidden } from './hidden.mjs';

const walks = { embed, hidden };
const [kind, executablePath, address, ...asked] = process.argv.slice(2);
const args = kind === 'chrome' ? ['--no-sandbox', '--disable-gpu'] : [];
const browser = await puppeteer.launch({ browser: kind, executablePath, headless: true, args });
const saw = {};

try {
  for (const [walk, name] of asked.map((one) => one.split('/'))) {
    const complaints = [];
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 800 });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    saw[name] = { ...(await walks[walk](page, `${address}/${name}.html`)), complaints };
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(saw));
