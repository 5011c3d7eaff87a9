import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a process writes, in a process of its own: the log goes to standard output and nowhere else. */
const written = (statement: string) => {
  const script = `import { makeLog } from ${JSON.stringify(join(import.meta.dirname, 'log.ts'))}; const log = makeLog('api', 'info'); ${statement}`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', script],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
};

describe('the log of a process', () => {
  // @req ASVS 5.0.0-16.2.3, 5.0.0-16.2.4, 5.0.0-16.4.1
  it('is one line of JSON for each thing, whatever is in it', () => {
    const lines = written(`log.warn({ request: 'a\\n{"level":60}' }, 'held back\\n{"msg":"planted"}');`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 40,
      process: 'api',
      request: 'a\n{"level":60}',
      msg: 'held back\n{"msg":"planted"}',
    });
  });

  // @req ASVS 5.0.0-16.2.2
  it('says when, in milliseconds of one time for everywhere', () => {
    const before = Date.now();
    const { time } = JSON.parse(written(`log.info('here');`)[0]!) as { time: number };
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  // @req ASVS 5.0.0-16.2.5, 5.0.0-16.3.4
  it('says what went wrong and where, and nothing of whom it was about', () => {
    const [line] = written(`
      const error = Object.assign(new Error('Key (email)=(ida@praxis.example) already exists'), { code: '23505', constraint: 'staff_email', detail: 'ida' });
      log.error({ error, req: { headers: { cookie: 'secret' }, body: { name: 'Ida' } }, staff: { email: 'ida@praxis.example' } }, 'unexpected');`);
    expect(JSON.parse(line!)).toMatchObject({ level: 50, error: { code: '23505', constraint: 'staff_email' } });
    expect(line).not.toMatch(/ida|Ida|secret/);
  });
});
