import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { answeredAhead } from './answered-ahead';

const url = '/api/referrals?box=inbox&limit=50';
const read = () => firstValueFrom(TestBed.inject(HttpClient).get('/api/referrals', { params: { box: 'inbox', limit: 50 } }));
const ahead = (ok: boolean, at = Date.now()) =>
  (globalThis.lotseAhead = new Map([[url, { at, answer: Promise.resolve({ ok, json: async () => 'ahead' } as Response) }]]));
/** Lets the promises pass that stand between an answer and whoever waits for it. */
const passes = () => new Promise((resolve) => setTimeout(resolve));

describe('answers asked for ahead', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([answeredAhead])), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    server.verify();
    globalThis.lotseAhead = undefined;
  });

  it('are taken once; the second reading asks anew', async () => {
    ahead(true);
    expect(await read()).toBe('ahead');
    const second = read();
    server.expectOne(url).flush('anew');
    expect(await second).toBe('anew');
  });

  it.each([
    ['was refused', () => ahead(false)],
    ['is too old', () => ahead(true, Date.now() - 11_000)],
    [
      'never came',
      () => (globalThis.lotseAhead = new Map([[url, { at: Date.now(), answer: Promise.reject<Response>(new TypeError('no network')) }]])),
    ],
  ])('what %s is asked for as usual', async (_, given) => {
    given();
    const reading = read();
    await passes();
    server.expectOne(url).flush('as usual');
    expect(await reading).toBe('as usual');
  });

  it('with the first change all is forgotten', async () => {
    ahead(true);
    TestBed.inject(HttpClient).post('/api/session', {}).subscribe();
    server.expectOne('/api/session').flush({});
    const reading = read();
    server.expectOne(url).flush('anew');
    expect(await reading).toBe('anew');
  });
});
