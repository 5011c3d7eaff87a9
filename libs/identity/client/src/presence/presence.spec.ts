import { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { jest } from '@jest/globals';
import { CurrentSession } from '../current-session';
import { IdentityModel } from '../identity-model';
import { presenceSeconds } from '@lotse/identity/model';
import { beat, Presence } from './presence';

const [first, second, colleague] = [1, 2, 3].map((digit) => `018f0000-0000-7000-8000-00000000000${digit}`) as [string, string, string];

@Component({ selector: 'lotse-test-page', template: `{{ here() }}` })
class TestPage {
  private readonly presence = inject(Presence);
  readonly open = signal<string | undefined>(undefined);
  readonly writing = signal(false);

  constructor() {
    this.presence.at('referral', this.open, () => (this.writing() ? 'editing' : 'looking'));
  }

  protected here(): string {
    return this.presence
      .others('referral', first)
      .map(({ displayName, doing }) => `${displayName} ${doing}`)
      .join();
  }
}

describe('Presence', () => {
  const may = signal(true);

  beforeEach(async () => {
    may.set(true);
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideTestKit(), { provide: CurrentSession, useValue: { session: signal(undefined), may: () => may() } }],
    });
    await TestBed.inject(IdentityModel).fetch();
  });
  afterEach(() => jest.useRealTimers());

  it('tells three times before the server stops believing it', () => expect(beat * 3).toBe(presenceSeconds * 1000));

  function open() {
    const fixture = TestBed.createComponent(TestPage);
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    return { fixture, page: fixture.componentInstance, http };
  }
  const pass = async (milliseconds: number) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  };
  const told = (http: HttpTestingController) =>
    http
      .match(({ method }) => method === 'POST')
      .map((call) => {
        const { id, doing } = call.request.body as { id: string; doing: string };
        call.flush({ told: true });
        return `${id === first ? 'first' : 'second'} ${doing}`;
      });

  it('tells where one stays, not where one walks past', async () => {
    const { page, http } = open();
    page.open.set(second);
    await pass(500);
    page.open.set(first);
    await pass(500);
    expect(told(http)).toEqual([]);
    await pass(600);
    expect(told(http)).toEqual(['first looking']);
    page.writing.set(true);
    await pass(1100);
    expect(told(http)).toEqual(['first editing']);
  });

  it('gives signs of life, and says when one leaves', async () => {
    const { fixture, page, http } = open();
    page.open.set(first);
    await pass(1100);
    told(http);
    await pass(15_000);
    expect(told(http)).toEqual(['first looking']);
    fixture.destroy();
    await pass(1100);
    expect(told(http)).toEqual(['first left']);
    await pass(60_000);
    expect(told(http)).toEqual([]);
  });

  it('falls silent when nobody is at the screen, and comes back with them', async () => {
    const { page, http } = open();
    page.open.set(first);
    await pass(1100);
    for (let beat = 0; beat < 25; beat++) await pass(15_000);
    expect(told(http).slice(-1)).toEqual(['first left']);
    await pass(60_000);
    expect(told(http)).toEqual([]);
    dispatchEvent(new Event('keydown'));
    await pass(1100);
    expect(told(http)).toEqual(['first looking']);
  });

  it('shows who else is there', async () => {
    const { fixture, http } = open();
    const items = [{ subjectId: first, staffId: colleague, displayName: 'Frau Keller', doing: 'editing' }];
    http.expectOne('/api/presence?subject=referral').flush({ items });
    jest.useRealTimers();
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('Frau Keller editing');
  });

  it('asks and tells nothing without the permission', async () => {
    may.set(false);
    const { page, http } = open();
    page.open.set(first);
    await pass(20_000);
    http.verify();
    expect(told(http)).toEqual([]);
  });
});
