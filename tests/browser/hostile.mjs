// hostile.mjs FOLDER: opens each NAME.hostile.html in Chromium, with its own policy and without any, and holds it against
// NAME.harmless.html. Exit status 1 when a client's text did anything: a dialog, a request, a script, an element or attribute.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, notices, visit } from './visit.mjs';

// Every element with the names of its attributes; a list of many items is laid out by its length, and has a class for it.
const skeleton = () => [...document.querySelectorAll('*')].map((element) =>
  [element.localName, ...element.getAttributeNames().filter((name) => name !== 'class')].join(' '));

// With the page's own policy, which the first kind of page is enough for, and without it: nothing may rest on it alone.
const contexts = [await browser.newContext(), await browser.newContext({ bypassCSP: true })];

// What a page did, and what it is made of.
async function open(context, file, inject = '') {
  const address = pathToFileURL(file).href;
  const did = [];
  const page = await visit(context, address, did, inject);
  const parts = await page.evaluate(skeleton);
  const links = await page.evaluate(() => [...document.links].map((link) => link.getAttribute('href')).filter((href) => !href.startsWith('#')));
  await page.close();
  return { did: [...did, ...links.map((href) => `has a link to ${href}`)], parts };
}

// What is wrong with a page, as a list of sentences.
async function faults(context, file, inject = '') {
  const hostile = await open(context, file, inject);
  const harmless = await open(context, file.replace('.hostile.', '.harmless.'));
  const at = hostile.parts.findIndex((part, index) => part !== harmless.parts[index]);
  if (at >= 0) hostile.did.push(`has <${hostile.parts[at]}> where <${harmless.parts[at]}> should be`);
  if (at < 0 && hostile.parts.length !== harmless.parts.length) hostile.did.push('lacks elements');
  return hostile.did;
}

let status = 0;
const folder = process.argv[2];
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.hostile.html')).sort().map((name) => path.join(folder, name));
for (const [policy, context] of contexts.entries())
  for (const file of policy === 0 ? files.filter((name) => name.includes('owner')) : files)
    for (const fault of await faults(context, file)) {
      status = 1;
      console.log(`${file}: ${fault}`);
    }

// What must be noticed.
const planted = {
  'opens a dialog': '<img alt="" src="data:," onerror="alert(1)">',
  'asks for http': '<img alt="" src="http://127.0.0.1:9/x.png">',
  'has a link to': '<a href="javascript:alert(1)">a</a>',
  'has <b': '<b>a</b>',
};
if (!(await notices(planted, (inject) => faults(contexts[1], files[0], inject)))) status = 1;
await browser.close();
console.log(status === 0 ? `${files.length} hostile pages, with their policy and without: no dialog, no request, no element of theirs` : 'not all is well');
process.exit(status);
