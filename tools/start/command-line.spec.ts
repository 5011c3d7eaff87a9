import { readFileSync } from 'node:fs';
import { commands } from './commands.mjs';
import { readGiven, usageOf } from './command-line.mjs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the command line', () => {
  it('knows every command of package.json that is ours', () => {
    const ours = Object.entries(scripts).filter(([, script]) => script.startsWith('node tools/'));
    const unknown = ours.filter(([name]) => !commands[name] && !commands[name.split(':')[0]!]);
    expect(unknown.map(([name]) => name).filter((name) => !['reset', 'lint', 'types'].includes(name))).toEqual([]);
  });

  it.each(Object.keys(commands))('%s says what it takes, and refuses what it does not take in one sentence', (name) => {
    expect(readGiven(name, ['--help'])).toEqual({ isAskedFor: true });
    expect(readGiven(name, ['-h'])).toEqual({ isAskedFor: true });
    expect(readGiven(name, ['--wrong', 'x']).wrong).toBe('There is no option --wrong.');
    expect(readGiven(name, ['-x']).wrong).toBe('There is no option -x.');
    for (const option of Object.keys(commands[name]!.options ?? {})) expect(usageOf(name)).toContain(`--${option}`);
  });

  it('reads options, words and what is usual', () => {
    expect(readGiven('bench', ['--only', 'P1', '--json']).values).toMatchObject({ only: 'P1', json: true, rounds: '5' });
    expect(readGiven('chronicle:verify', ['--witness', 'a', '--witness=b']).values).toMatchObject({ witness: ['a', 'b'] });
    expect(readGiven('seed', ['region', 'county.json']).words).toEqual(['region', 'county.json']);
  });

  it.each([
    ['bench', ['--only'], '--only takes P1,P3.'],
    ['bench', ['--json=yes'], '--json takes nothing.'],
    ['bench', ['P1'], '"P1" is one word too many.'],
    ['chronicle:key', [], 'FILE is missing.'],
    ['build', ['nix'], 'There is no "nix". There are: server, client.'],
  ])('%s %j: %s', (name, argv, sentence) => {
    expect(readGiven(name, argv).wrong).toBe(sentence);
  });
});
