// overview.mjs PAGE CLIENTS: the page of so many clients: it loads at once, fits every width, and its list can be put in
// another order without a script. Exit status 1 when not.
import { pathToFileURL } from 'node:url';
import { browser, visit } from './visit.mjs';

const [file, clients] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const wrong = [];

// The names, the fewest points first and so on, as they stand on the page from top to bottom.
const rows = (page) => page.evaluate(() => [...document.querySelectorAll('.clients [role=row][class^=r]')]
  .map((row) => ({ top: row.getBoundingClientRect().top, name: row.querySelector('[role=rowheader]').textContent,
                   proved: Number(/(\d+) proved/.exec(row.textContent)?.[1] ?? 0) }))
  .sort((a, b) => a.top - b.top));

let told = '';
for (const width of [320, 768, 1280]) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await visit(context, address, wrong);
  const [scroll, inner, loaded] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, window.innerWidth, performance.getEntriesByType('navigation')[0].loadEventEnd]);
  if (scroll > inner) wrong.push(`scrolls sideways at ${width}: ${scroll} > ${inner}`);
  told = `loaded in ${Math.round(loaded)} ms`;
  const listed = await rows(page);
  if (listed.length !== Number(clients)) wrong.push(`${listed.length} of ${clients} clients are listed`);
  await page.check('#order1');
  const named = (await rows(page)).map((row) => row.name);
  const first = named[0];
  for (let i = 1; i < named.length; ++i) if (named[i].replace(/ \([^)]*\)$/, '') < named[i - 1].replace(/ \([^)]*\)$/, '')) wrong.push(`by name: ${named[i - 1]} before ${named[i]}`);
  if (first === listed[0].name && named.every((name, i) => name === listed[i].name)) wrong.push('ordering by name moved nothing');
  await page.check('#order2');
  const points = (await rows(page)).map((row) => row.proved);
  for (let i = 1; i < points.length; ++i) if (points[i] < points[i - 1]) wrong.push(`by proof: ${points[i - 1]} before ${points[i]}`);
  await context.close();
}
await browser.close();
console.log(wrong.slice(0, 20).join('\n') || `${clients} clients on one page, ${told}, in three orders`);
process.exit(wrong.length === 0 ? 0 : 1);
