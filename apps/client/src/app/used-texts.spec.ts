import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Every text is used, and every text that is used exists. A key stands in the code as it is (`'referral.inbox.accept'`), or, where its end is
 * only known at run time, as a beginning that ends with a dot and is completed there: `'referral.state.' + state`, `` `kit.keys.acts.${act}` ``;
 * a group that is handed on to be completed elsewhere stands as it is: `words: 'referral.declineReason'`. Texts of problems and fields are found
 * by the code that the server answers with.
 */

type Texts = { [key: string]: string | Texts };

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => !path.includes('node_modules'));
const read = (path: string): string => readFileSync(path, 'utf8');
const all = [...filesIn('libs'), ...filesIn('apps/client/src'), ...filesIn('apps/api')];

const flat = (texts: Texts, above: string): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [above + key] : flat(value, `${above}${key}.`)));
/** Texts of a domain, or of a part of a domain or the frame, stand below its name; those of the kit and the frame as they are. */
const roomOf = (path: string): string => {
  const part = /(?:src|src\/app)\/(?!app\/)([\w-]+)\/texts\//.exec(path)?.[1];
  const domain = part ?? /libs\/([\w-]+)\/client\//.exec(path)?.[1];
  return domain ? `${domain.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.` : '';
};
const keys = all
  .filter((path) => /\/src\/(app\/)?([\w-]+\/)?texts\/de\.json$/.test(path))
  .flatMap((path) => flat(JSON.parse(read(path)) as Texts, roomOf(path)));

/** `….one` and `….other` are used by the key before them. */
const baseOf = (key: string): string => key.replace(/\.(zero|one|two|few|many|other)$/, '');
const bases = new Set(keys.flatMap((key) => [key, baseOf(key)]));

const groups = new Set(keys.flatMap((key) => key.split('.').map((_, at, parts) => parts.slice(0, at).join('.'))));

/** What zod finds wrong with an input. */
const codesOfZod = ['invalid_type', 'invalid_format', 'invalid_value', 'too_small', 'too_big', 'unrecognized_keys'];

const isCode = (path: string): boolean => /\.(ts|html)$/.test(path) && !/\.spec\.ts$/.test(path);
const client = all
  .filter((path) => isCode(path) && /\/client\/src\/|libs\/client-kit\/|apps\/client\//.test(path))
  .map((path) => read(path).replace(/\/\*\*[^]*?\*\//g, ''))
  .join('\n');
const others = all
  .filter((path) => isCode(path) && !path.includes('/client/'))
  .map(read)
  .join('\n');

const literals = new Set([...client.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key!));
const beginnings = new Set([...client.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)*\.)(?:['"]|\$\{)/g)].map(([, beginning]) => beginning!));
const roots = new Set(keys.map((key) => key.split('.')[0]!));
const isOurs = (key: string): boolean => roots.has(key.split('.')[0]!);

/** The code a text of a problem or a field is found by. */
const codeOf = (key: string): string | undefined => /(?:^|\.)(?:problems|fields)\.([\w.-]+)$/.exec(key)?.[1];
const isAnswered = (code: string): boolean =>
  codesOfZod.includes(code) ||
  [client, others].some((text) => [`'${code}'`, `"${code}"`, `\`${code}\``].some((quoted) => text.includes(quoted)));
/** Completed at run time: from a beginning, or from a group of at least two parts that stands in the code. */
const isBegun = (key: string): boolean =>
  [...beginnings, ...[...literals].filter((literal) => groups.has(literal)).map((group) => `${group}.`)].some(
    (beginning) => beginning.split('.').length > 2 && key.startsWith(beginning),
  );

it('finds texts and code', () => {
  expect(keys.length).toBeGreaterThan(300);
  expect(literals.size).toBeGreaterThan(300);
});

it('has no text that nobody uses', () => {
  const unused = keys.filter((key) => {
    const code = codeOf(key);
    return code === undefined ? !literals.has(key) && !literals.has(baseOf(key)) && !isBegun(key) : !isAnswered(code);
  });
  expect(unused).toEqual([]);
});

it('has every text that is used', () => {
  const translated = new Set([...client.matchAll(/\bt\(\s*'([\w.-]+\w)'/g)].map(([, key]) => key!));
  const long = [...literals].filter((key) => isOurs(key) && key.split('.').length > 2);
  expect([...translated, ...long].filter((key) => !bases.has(key) && !groups.has(key))).toEqual([]);
});

it('completes every beginning to some text', () => {
  const translated = [...client.matchAll(/\bt\(\s*['`]([\w.-]+\.)(?:'|\$\{)/g)].map(([, beginning]) => beginning!);
  expect(translated.filter((beginning) => !keys.some((key) => key.startsWith(beginning)))).toEqual([]);
});
