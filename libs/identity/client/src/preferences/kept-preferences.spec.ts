import { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { defaultPreferences, Preferences } from '@lotse/client-kit/ui';
import { provideTestKit } from '@lotse/client-kit/testing';
import { CurrentSession } from '../current-session';
import { KeptPreferences } from './kept-preferences';

const soon = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('KeptPreferences', () => {
  const session = signal<{ staff: { id: string } } | undefined>(undefined);
  let kept: unknown;
  let asked = 0;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    kept = null;
    open();
  });

  /** The page is opened, or opened again. */
  function open(): void {
    TestBed.resetTestingModule();
    session.set(undefined);
    asked = 0;
    globalThis.fetch = (async () => {
      asked++;
      return { ok: true, json: async () => ({ preferences: kept }) };
    }) as never;
    TestBed.configureTestingModule({ providers: [provideTestKit(), { provide: CurrentSession, useValue: { session } }] });
    TestBed.inject(KeptPreferences);
    TestBed.tick();
  }

  const preferences = () => TestBed.inject(Preferences);
  const signIn = async () => {
    session.set({ staff: { id: 'me' } });
    TestBed.tick();
    await soon(() => asked > 0);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const sent = async () => {
    const http = TestBed.inject(HttpTestingController);
    let [request] = http.match('/api/preferences');
    await soon(() => (request ??= http.match('/api/preferences')[0]) !== undefined);
    return request!;
  };

  it('brings what the server keeps, without telling it again', async () => {
    kept = { ...defaultPreferences, density: 'compact', singleKeys: false };
    await signIn();
    expect([preferences().density(), preferences().singleKeys()]).toEqual(['compact', false]);
    TestBed.inject(HttpTestingController).expectNone('/api/preferences');
  });

  it('keeps what is changed here, once for changes close to each other', async () => {
    await signIn();
    preferences().change({ theme: 'dark' });
    preferences().change({ toastSeconds: 0 });
    expect(TestBed.inject(KeptPreferences).state()).toBe('saving');
    const request = await sent();
    expect(request.request.body).toEqual({ ...defaultPreferences, theme: 'dark', toastSeconds: 0 });
    request.flush({ preferences: request.request.body as object });
    await soon(() => TestBed.inject(KeptPreferences).state() === 'saved');
  });

  it('what was chosen before signing in is newer than what the server keeps', async () => {
    kept = { ...defaultPreferences, language: 'de', density: 'touch' };
    preferences().change({ language: 'en' });
    await signIn();
    expect([preferences().language(), preferences().density()]).toEqual(['en', 'touch']);
    expect((await sent()).request.body).toMatchObject({ language: 'en', density: 'touch' });
  });

  it('says that it failed, and tells the server again', async () => {
    await signIn();
    preferences().change({ theme: 'light' });
    (await sent()).error(new ProgressEvent('error'));
    await soon(() => TestBed.inject(KeptPreferences).state() === 'failed');
    TestBed.inject(KeptPreferences).save();
    expect((await sent()).request.body).toMatchObject({ theme: 'light' });
  });

  it('holds what was chosen just before the page was loaded anew, and tells the server', async () => {
    kept = { ...defaultPreferences, language: 'de' };
    await signIn();
    preferences().change({ language: 'en' });
    await sent();
    open();
    session.set({ staff: { id: 'me' } });
    TestBed.tick();
    const request = await sent();
    expect([preferences().language(), (request.request.body as { language: string }).language]).toEqual(['en', 'en']);
    request.flush({ preferences: request.request.body as object });
    await soon(() => TestBed.inject(KeptPreferences).state() === 'saved');
    open();
    await signIn();
    expect(preferences().language()).toBe('de');
  });

  it('leaves nothing for the next one at this browser but language and theme', async () => {
    await signIn();
    preferences().change({ theme: 'dark', singleKeys: false, keyOverrides: { accept: 'b' } });
    session.set(undefined);
    TestBed.tick();
    expect(preferences().values()).toEqual({ ...defaultPreferences, theme: 'dark' });
  });
});
