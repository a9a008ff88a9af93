/** A course page that talks with the figure in its frame `figure`; see guest.mjs. */

/** What it saw. `page` is an empty one of the browser. */
export async function walk(page, address) {
  const saw = {};
  await page.goto(address);
  const told = (type, n = 1) =>
    page.waitForFunction((wanted, least) => window.told(wanted).length >= least, { timeout: 30000 }, type, n);
  const say = (message) => page.evaluate((one) => window.say(one), message);
  const view = () => page.evaluate(() => document.getElementById('figure').contentWindow.cascade.view());

  await told('cascade:ready');
  await told('cascade:resize');
  saw.start = await view();
  saw.focus = await page.evaluate(() => document.activeElement.id);
  saw.asked = await page.evaluate(() => window.told('cascade:resize').map(({ height }) => height));
  await say({ type: 'cascade:next' });
  await told('cascade:step');
  saw.next = await page.evaluate(() => window.told('cascade:step')[0].stage);
  await say({ type: 'cascade:set', view: { stage: 'circulation', focus: 'platelet' } });
  await told('cascade:select');
  saw.set = await view();
  await say({ type: 'cascade:set', view: { stage: 'nowhere' } });
  await told('cascade:error');
  saw.named = await view();
  await page.evaluate(() => window.say({ type: 'cascade:set', view: { q: '\ud800' } }));
  await told('cascade:error', 2);
  saw.refused = await view();

  // A flood: the frame goes on moving, and the last view wins.
  saw.longest = await page.evaluate(async () => {
    const frame = document.getElementById('figure').contentWindow;
    let last = frame.performance.now();
    let longest = 0;
    const clock = frame.setInterval(() => {
      const now = frame.performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 10);
    const stages = ['primary-tumor', 'circulation', 'extravasation', 'colonization'];
    for (let n = 0; n < 10000; n += 1) {
      window.say({ type: 'cascade:set', view: { stage: stages[n % 4], focus: '' } });
      if (n % 500 === 499) await new Promise((done) => setTimeout(done));
    }
    // The answer to the last of them comes after all others.
    const answered = window.told('cascade:select').length;
    window.say({ type: 'cascade:set', view: { focus: 'nk-cell' } });
    while (window.told('cascade:select').length === answered) await new Promise((done) => setTimeout(done, 20));
    frame.clearInterval(clock);
    return longest;
  });
  saw.flooded = await view();

  // The dialog that makes the lines for course pages.
  const figure = await (await page.$('#figure')).contentFrame();
  await figure.evaluate(() => document.querySelector('.menu [data-do=embed]').click());
  await figure.waitForSelector('#embed[open]');
  saw.lines = {};
  for (const kind of ['moodle', 'brightspace', 'blackboard', 'google', 'notion', 'ilias']) {
    await figure.evaluate((one) => document.querySelector(`#embed [value=${one}]`).click(), kind);
    saw.lines[kind] = await figure.evaluate(() => {
      const code = document.querySelector('#embed [data-part=code]');
      const help = [...document.querySelectorAll('#embed [data-for]')].filter((one) => one.checkVisibility());
      return [code.checkVisibility() ? code.value : '', help.map((one) => one.dataset.for).join()];
    });
  }
  return saw;
}
