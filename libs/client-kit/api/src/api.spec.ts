import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { endpoint } from '@lotse/kernel';
import * as z from 'zod';
import { Api } from './api';
import { apiProblemOf, type ApiProblem } from './api-problem';
import { readingProblems } from './reading-problems';
import { SessionEnd } from './session-end';

const readThing = endpoint({
  method: 'GET',
  path: 'things/:id',
  summary: 'One thing.',
  may: 'signed-in',
  params: z.object({ id: z.string() }),
  query: z.object({ text: z.string().optional() }),
  response: z.object({ name: z.string() }),
});
const acceptThing = endpoint({
  method: 'POST',
  path: 'things/:id/accept',
  summary: 'Accept it.',
  may: 'signed-in',
  params: z.object({ id: z.string() }),
  body: z.object({ note: z.string() }),
  response: z.object({ version: z.number() }),
  versioned: true,
});
const findPeople = endpoint({
  method: 'GET',
  path: 'people',
  summary: 'People.',
  may: 'signed-in',
  query: z.object({ text: z.string(), cursor: z.string().optional(), limit: z.number() }),
  response: z.object({ items: z.array(z.string()) }),
  touches: 'person',
});
const given = { params: { id: 'a/b' }, body: { note: 'x' }, version: 7 };
const url = '/api/things/a%2Fb/accept';

describe('Api', () => {
  let api: Api;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([readingProblems])), provideHttpClientTesting()] });
    api = TestBed.inject(Api);
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => server.verify());

  // @req ASVS 5.0.0-1.2.2
  it('sends what the contract says, with the version and one key', async () => {
    const answer = api.send(acceptThing, given);
    const call = server.expectOne(url);
    const { request } = call;
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(request.body).toEqual({ note: 'x' });
    call.flush({ version: 8 });
    expect(await answer).toEqual({ version: 8 });
  });

  // @req ASVS 5.0.0-14.2.1
  it('says nothing about people in an address, where it would be written down on the way', async () => {
    const asked = { query: { text: 'Müller, Ida & Co', cursor: 'WyJtdWVsbGVyIl0', limit: 5 } };
    const answer = api.send(findPeople, asked);
    const sent = server.expectOne('/api/people?limit=5');
    expect(sent.request.headers.get('Lotse-Query')).toBe('text=M%C3%BCller%2C+Ida+%26+Co&cursor=WyJtdWVsbGVyIl0');
    sent.flush({ items: [] });
    await answer;
    TestBed.runInInjectionContext(() => api.read(findPeople, () => asked));
    TestBed.tick();
    expect(server.expectOne('/api/people?limit=5').request.headers.has('Lotse-Query')).toBe(true);
  });

  it('makes one call of a double click', async () => {
    const [first, second] = [api.send(acceptThing, given), api.send(acceptThing, given)];
    server.expectOne(url).flush({ version: 8 });
    expect(await first).toEqual({ version: 8 });
    expect(await second).toEqual({ version: 8 });
  });

  it('keeps the key when nobody knows whether the call arrived, and takes a new one after an answer', async () => {
    const keys: (string | null)[] = [];
    const attempt = async (finish: (call: ReturnType<HttpTestingController['expectOne']>) => void) => {
      const answer = api.send(acceptThing, given).catch(apiProblemOf);
      const call = server.expectOne(url);
      keys.push(call.request.headers.get('Idempotency-Key'));
      finish(call);
      return answer;
    };
    expect(await attempt((call) => call.error(new ProgressEvent('error')))).toMatchObject({ code: 'offline' });
    await attempt((call) => call.flush({ version: 8 }));
    await attempt((call) => call.flush({ version: 9 }));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('turns problem+json into an ApiProblem with its fields', async () => {
    const refused = api.send(acceptThing, given).catch((thrown: unknown) => thrown as ApiProblem);
    const body = {
      type: 'x',
      title: 'Stale',
      status: 409,
      code: 'version-stale',
      fields: [{ field: 'note', code: 'too_small', message: 'short' }],
    };
    server.expectOne(url).flush(body, { status: 409, statusText: 'Conflict' });
    const problem = (await refused) as ApiProblem;
    expect(problem).toBeInstanceOf(Error);
    expect(problem).toMatchObject({ code: 'version-stale', status: 409 });
    expect(problem.field('note')?.code).toBe('too_small');
  });

  it('says so when an answer does not fit its contract', async () => {
    const refused = api.send(acceptThing, given).catch((thrown: unknown) => thrown as ApiProblem);
    server.expectOne(url).flush({ version: 'eight' });
    expect((await refused) as ApiProblem).toMatchObject({ code: 'unreadable-answer' });
  });

  it('tells the frame when the session has ended, and reads again when it is renewed', async () => {
    const sessionEnd = TestBed.inject(SessionEnd);
    const thing = TestBed.runInInjectionContext(() => api.read(readThing, () => ({ params: { id: '1' }, query: { text: '' } })));
    TestBed.tick();
    server.expectOne('/api/things/1').flush({ code: 'not-signed-in' }, { status: 401, statusText: 'Unauthorized' });
    await Promise.resolve();
    TestBed.tick();
    expect(sessionEnd.signInNeeded()).toBe(true);
    sessionEnd.renewed();
    TestBed.tick();
    server.expectOne('/api/things/1').flush({ name: 'one' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(sessionEnd.signInNeeded()).toBe(false);
    expect(thing.value()).toEqual({ name: 'one' });
  });

  it('reads once more when something changed while the answer was on its way', async () => {
    const thing = TestBed.runInInjectionContext(() => api.read(readThing, () => ({ params: { id: '1' }, query: {} })));
    TestBed.tick();
    const early = server.expectOne('/api/things/1');
    expect([thing.reload(), thing.reload()]).toEqual([true, true]);
    early.flush({ name: 'before' });
    await settled();
    server.expectOne('/api/things/1').flush({ name: 'after' });
    await settled();
    expect(thing.value()).toEqual({ name: 'after' });
  });

  it('never answers a question with what was asked before it', () => {
    const asked = [api.send(readThing, { params: { id: '1' } }), api.send(readThing, { params: { id: '1' } })];
    const calls = server.match('/api/things/1');
    expect(calls).toHaveLength(2);
    calls.forEach((call) => call.flush({ name: 'one' }));
    return expect(Promise.all(asked)).resolves.toHaveLength(2);
  });
});

const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};
