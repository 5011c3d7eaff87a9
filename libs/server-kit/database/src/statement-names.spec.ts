import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sent = /\.(?:rows?|change|send|lookAsSystem)(?:<[^(]*>)?\(\s*'([a-z][\w.-]*)',\s*([^,)]+)/gs;

/** Every statement that is sent under a name: with its text where it stands there, with the place where its text is kept otherwise. */
function named(directory: string): [name: string, statement: string][] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('/server/src/') || path.startsWith('server-kit/'))
    .filter((path) => path.endsWith('.ts') && !/\.(spec|fixture)\.ts$|\/testing\//.test(path))
    .flatMap((path) =>
      [...readFileSync(join(directory, path), 'utf8').matchAll(sent)].map(([, name, text]): [string, string] => [
        name!,
        /^['`]/.test(text!) ? text! : `${path} ${text!.includes('.') ? '' : text}`,
      ]),
    );
}

describe('names of prepared statements', () => {
  it('belong to one statement each: a connection that knows a name with another text refuses it', () => {
    const statements = new Map<string, Set<string>>();
    for (const [name, statement] of named(join(process.cwd(), 'libs'))) {
      statements.set(name, (statements.get(name) ?? new Set()).add(statement));
    }
    expect(statements.size).toBeGreaterThan(100);
    const shared = [...statements].filter(([, all]) => all.size > 1).map(([name, all]) => `${name}: ${[...all].join(', ')}`);
    expect(shared).toEqual([]);
  });
});
