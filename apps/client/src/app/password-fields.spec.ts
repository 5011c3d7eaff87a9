import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['libs', 'apps/client/src'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|html)$/.test(path) && !/\.spec\.ts$|node_modules/.test(path))
    .map((path) => join(root, path)),
);
/** Every input of a page that takes a password, as its autocompletion says. */
const fields = sources.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/<input\b[^<]*?(current|new)-password[^<]*?>/g)].map(([input]) => ({ path, input })),
);

describe('fields for passwords', () => {
  // @req ASVS 5.0.0-6.2.6
  it('show nobody what is typed', () => {
    expect(fields.length).toBeGreaterThan(3);
    expect(fields.filter(({ input }) => !/type="password"|\[type\]="/.test(input)).map(({ path }) => path)).toEqual([]);
  });

  // @req ASVS 5.0.0-6.2.7
  it('take what a password manager fills in or what is pasted', () => {
    expect(fields.filter(({ input }) => /paste|maxlength="(\d|[1-5]\d)"/.test(input)).map(({ path }) => path)).toEqual([]);
  });
});
