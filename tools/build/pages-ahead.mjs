// Writes into the client's `ahead.js` which scripts and answers each page needs, so that a browser asks for them at once. Scripts are found by
// following the imports of the build: from the first page's to the page's own, and whatever these import.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const languages = ['de', 'en'];
/** What the frame around every page needs. */
const frameTexts = ['apps/client/src/app', 'libs/client-kit/ui/src', 'libs/identity/client/src'];
const frameAnswers = ['/api/session'];

export async function writePagesAhead(directory) {
  const stats = join(directory, 'browser-stats.json');
  const { outputs } = JSON.parse(await readFile(stats, 'utf8'));
  const wanted = JSON.parse(await readFile(resolve(import.meta.dirname, 'pages-ahead.json'), 'utf8'));
  const pages = Object.fromEntries(Object.entries(wanted).map(([path, page]) => [path, aheadOf(path, page, outputs)]));
  const file = join(directory, 'browser/ahead.js');
  const text = await readFile(file, 'utf8');
  const written = text.replace('var pages = {};', `var pages = ${JSON.stringify(pages)};`);
  if (written === text) throw new Error('ahead.js has no place for the pages.');
  await writeFile(file, written);
  await rm(stats);
}

function aheadOf(path, { pages, texts, answers }, outputs) {
  const main = outputOf('apps/client/src/main.ts', outputs);
  const first = new Set(importedBy([main], outputs));
  const scripts = pages.flatMap((page) => importedBy(wayTo(main, outputOf(page, outputs), outputs), outputs));
  const inLanguage = (language) => [...frameTexts, ...texts].map((room) => outputOf(`${room}/texts/${language}.json`, outputs));
  return {
    scripts: [...new Set(scripts)].filter((script) => !first.has(script)),
    texts: Object.fromEntries(languages.map((language) => [language, inLanguage(language)])),
    answers: path === 'anmelden' ? [] : [...frameAnswers, ...answers],
  };
}

function outputOf(source, outputs) {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
  if (!found) throw new Error(`The build has no script of its own for ${source}.`);
  return found[0];
}

/** The scripts on the shortest way from one to another, whether imported at once or later. */
function wayTo(from, to, outputs) {
  const before = new Map([[from, undefined]]);
  const waiting = [from];
  for (const at of waiting) {
    for (const { path } of outputs[at]?.imports ?? []) {
      if (before.has(path)) continue;
      before.set(path, at);
      waiting.push(path);
    }
  }
  const way = [];
  for (let at = to; at !== undefined; at = before.get(at)) way.push(at);
  return way;
}

/** Scripts with everything they import at once. */
function importedBy(scripts, outputs) {
  const found = new Set(scripts);
  for (const script of found) {
    for (const { path, kind } of outputs[script]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[path]) found.add(path);
    }
  }
  return [...found];
}
