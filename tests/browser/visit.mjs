// What every check of a page begins with: a browser that asks for nothing of its own, and a list of what a page did.
import fs from 'node:fs';
import { createRequire } from 'node:module';

export const require = createRequire(process.cwd() + '/');
const { chromium } = require('playwright-core');

export const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file)),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// Opens a page; `did` fills with a sentence for whatever no page may do. `inject` is put in before it is looked at.
export async function visit(context, address, did, inject = '') {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);  // a busy machine
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:image/')) did.push(`asks for ${request.url()}`);
  });
  page.on('dialog', (dialog) => { did.push(`opens a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('console', (message) => did.push(`the browser says: ${message.text()}`));
  page.on('pageerror', (error) => did.push(`a script fails: ${error.message}`));
  page.on('framenavigated', (frame) => { if (frame.url() !== address) did.push(`goes to ${frame.url()}`); });
  await page.goto(address);
  if (inject) await page.evaluate((html) => document.querySelector('main').insertAdjacentHTML('beforeend', html), inject);
  return page;
}

// Things that must be noticed: what the sentence begins with, and what is put in. False when one of them is not.
export async function notices(planted, faults) {
  let is_good = true;
  for (const [expected, inject] of Object.entries(planted)) {
    const found = await faults(inject);
    if (found.some((fault) => fault.startsWith(expected))) continue;
    is_good = false;
    console.log(`not noticed: ${expected} (noticed: ${found.join('; ') || 'nothing'})`);
  }
  return is_good;
}
