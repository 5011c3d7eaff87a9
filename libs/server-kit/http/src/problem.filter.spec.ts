import { invalidInput, notPermitted, Refusal, tooFast, versionStale } from '@lotse/kernel';
import type { Logger } from '@lotse/server-kit/telemetry';
import type { ArgumentsHost } from '@nestjs/common';
import { ProblemFilter } from './problem.filter';

describe('what went wrong', () => {
  async function answerTo(error: unknown) {
    const [logged, headers]: [unknown[], Record<string, string>] = [[], {}];
    const reply = { status: 0, body: '' };
    const response = {
      header: (name: string, value: string) => ((headers[name] = value), response),
      status: (given: number) => ((reply.status = given), response),
      send: (body: string) => ((reply.body = body), response),
    };
    const transaction = { rollback: () => undefined, enteredAs: { staffId: 's-1' } };
    const request = { id: 'p-1', body: { familyName: 'Ida' }, lotse: { contract: { path: 'people' }, transaction } };
    const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }) } as unknown as ArgumentsHost;
    const log = { error: (...given: unknown[]) => logged.push(given), info: (...given: unknown[]) => logged.push(given) };
    await new ProblemFilter(log as unknown as Logger).catch(error, host);
    return { ...reply, headers, logged };
  }

  // @req ASVS 5.0.0-16.5.1, 5.0.0-16.3.4, 5.0.0-13.4.2
  it('is logged where nobody expected it, and said in one sentence that tells nothing', async () => {
    const error = new Error('relation "person" at /srv/lotse/dist/api.mjs:12 with password x');
    const { status, body, headers, logged } = await answerTo(error);
    expect(status).toBe(500);
    expect(JSON.parse(body)).toMatchObject({ status: 500, instance: 'p-1' });
    expect(body).not.toMatch(/person|srv|password|stack|relation/);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(logged).toEqual([[{ request: 'p-1', route: 'people', error }, expect.any(String)]]);
  });

  it('is no fault of ours when somebody was refused', async () => {
    const { status, headers, logged } = await answerTo(new Refusal(tooFast({ context: { seconds: 7 } })));
    expect([status, headers['retry-after']]).toEqual([429, '7']);
    expect(logged).toEqual([[expect.not.objectContaining({ error: expect.anything() }), 'refused']]);
  });

  // @req ASVS 5.0.0-16.3.3
  it.each([
    ['input that a contract does not take', invalidInput({ fields: [{ field: 'familyName', code: 'x', message: 'Ida' }] })],
    ['what the rules do not allow now', versionStale({ context: { version: 7 } })],
    ['what somebody may not do', notPermitted({ context: { permission: 'people.read' } })],
    ['whoever calls faster than people can', tooFast({ context: { seconds: 7 } })],
  ])('is written down when it was refused, with who and where and not a word of theirs: %s', async (_, problem) => {
    const { logged } = await answerTo(new Refusal(problem));
    const { status, code } = problem;
    expect(logged).toEqual([[{ request: 'p-1', route: 'people', status, code, staff: 's-1' }, 'refused']]);
    expect(JSON.stringify(logged)).not.toContain('Ida');
  });
});
