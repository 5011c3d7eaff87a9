import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Texts = { [key: string]: string | Texts };

/** All folders with texts: the kit's, the frame's, and every domain's. */
const folders = ['libs', 'apps/client/src']
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)))
  .filter((path) => /(^|\/)src\/(app\/)?([\w-]+\/)?texts\/de\.json$/.test(path) && !path.includes('node_modules'))
  .map((path) => path.replace(/\/de\.json$/, ''));

const flat = (texts: Texts, above = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[above + key, value]] : flat(value, `${above}${key}.`)));
const read = (folder: string, code: string) => flat(JSON.parse(readFileSync(`${folder}/${code}.json`, 'utf8')) as Texts);
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort();

it('finds the texts of the kit, the frame and the domains', () => expect(folders.length).toBeGreaterThanOrEqual(4));

describe.each(folders)('%s', (folder) => {
  const [german, english] = [read(folder, 'de'), read(folder, 'en')];

  it('has the same keys in German and English', () => {
    expect(english.map(([key]) => key).sort()).toEqual(german.map(([key]) => key).sort());
  });

  it('fills in the same facts in both', () => {
    const inGerman = Object.fromEntries(german);
    const differing = english.filter(([key, text]) => placeholders(text).join() !== placeholders(inGerman[key] ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has no long text that was left untranslated', () => {
    const inGerman = Object.fromEntries(german);
    expect(english.filter(([key, text]) => text.replace(/{{.*?}}/g, '').length > 20 && text === inGerman[key]).map(([key]) => key)).toEqual(
      [],
    );
  });

  it('has the other form of every plural', () => {
    const keys = new Set([...german, ...english].map(([key]) => key));
    expect([...keys].filter((key) => key.endsWith('.one') && !keys.has(key.replace(/one$/, 'other')))).toEqual([]);
  });

  it('does not shout', () => {
    expect([...german, ...english].filter(([, text]) => text.includes('!')).map(([key]) => key)).toEqual([]);
  });
});
