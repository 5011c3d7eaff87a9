import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from './setup/started-process';

type Tree = { readonly [name: string]: string | Tree };

/** Every text of the client, by language; below the name of its room. */
function textsIn(language: 'de' | 'en'): Map<string, string> {
  const found = new Map<string, string>();
  const take = (tree: Tree, prefix: string) => {
    for (const [name, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(`${prefix}${name}`, value);
      else take(value, `${prefix}${name}.`);
    }
  };
  for (const file of globSync(`{libs/*/client,libs/client-kit/ui,apps/client}/src/**/texts/${language}.json`, { cwd: root })) {
    take(JSON.parse(readFileSync(resolve(root, file), 'utf8')) as Tree, `${file.replace(/\/src\/.*$/, '')} `);
  }
  return found;
}

const german = textsIn('de');
const english = textsIn('en');
const longEnough = 9;

/** Sentences that stand in German and in English as something else, and that a page in English must not show. */
const onlyGerman = [...german]
  .filter(([key, text]) => text.length >= longEnough && !text.includes('{{') && english.get(key) !== text)
  .map(([, text]) => text);
const roots = [
  ...new Set([...german.keys()].map((key) => key.split(' ')[1]!.split('.')[0]!)),
  'kit',
  'identity',
  'region',
  'directory',
  'people',
  'referral',
  'calendar',
  'waitingList',
  'notification',
];
const key = new RegExp(`(?<![@\\w])(${[...new Set(roots)].join('|')})\\.[a-zA-Z][\\w.-]*`, 'g');

/** Everything one can read or hear on the page. */
const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...spoken].join('\n');
  });

/** Keys that stand on the page because there is no text for them. */
export async function keysLeftIn(page: Page): Promise<string[]> {
  return [...new Set((await wordsOn(page)).match(key) ?? [])];
}

/** Texts of the client that are still in German on a page in English. */
export async function germanLeftIn(page: Page): Promise<string[]> {
  const lines = new Set((await wordsOn(page)).split('\n').map((line) => line.trim()));
  return [...new Set(onlyGerman)].filter((text) => lines.has(text));
}
