// pages.mjs PAGE…: opens each page in Chromium as its readers do, and holds it against axe-core. Exit status 1 when
// anything is wrong: a violation, a sideways scroll, a request, a script, a complaint of the browser.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { browser, notices, require, visit } from './visit.mjs';

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 768, 1280];
const schemes = ['light', 'dark'];

// What is wrong with a page, as a list of sentences.
async function faults(address, colorScheme, width, { inject = '', visits = [false, true] } = {}) {
  const wrong = [];
  // bypassCSP lets axe run; the policy itself is looked at in a visit of its own.
  for (const bypassCSP of visits) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP });
    const page = await visit(context, address, wrong, inject);
    if (bypassCSP) {
      const [scroll, inner, scripts] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth, document.scripts.length]);
      if (scroll > inner) wrong.push(`scrolls sideways: ${scroll} > ${inner}`);
      if (scripts > 0) wrong.push(`has ${scripts} scripts`);
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run(document, { rules: { 'color-contrast-enhanced': { enabled: true } } }));
      for (const { id, nodes } of result.violations) wrong.push(`axe ${id}: ${nodes[0].html.slice(0, 120)}`);
      if (result.passes.length < 10) wrong.push('axe looked at almost nothing');
    }
    await context.close();
  }
  return wrong;
}

let status = 0;
const files = process.argv.slice(2);
for (const file of files)
  for (const scheme of schemes)
    for (const width of widths)
      for (const fault of await faults(pathToFileURL(file).href, scheme, width, { visits: width === 320 ? [false, true] : [true] })) {
        status = 1;
        console.log(`${file} (${scheme}, ${width}): ${fault}`);
      }

// What must be noticed.
const planted = {
  'axe image-alt': '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  'axe color-contrast-enhanced': '<p class="planted">grey</p><style>.planted{color:#666;background:#fff}</style>',
  'scrolls sideways': '<table><tr><td><svg width="3000" height="1" style="max-width:none"></svg></td></tr></table>',
  'asks for http': '<img alt="" src="http://127.0.0.1:9/x.png">',
};
if (!(await notices(planted, (inject) => faults(pathToFileURL(files[0]).href, 'light', 320, { inject })))) status = 1;
await browser.close();
console.log(status === 0 ? `${files.length} pages, ${schemes.length} colour schemes, ${widths.length} widths: nothing wrong` : 'not all is well');
process.exit(status);
