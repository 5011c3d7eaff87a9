import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Preferences } from '../preferences/preferences';
import { Toasts } from './toasts';

describe('Toasts', () => {
  let toasts: Toasts;
  const texts = () => toasts.shown().map(({ text }) => text);

  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: provideTestKit() });
    toasts = TestBed.inject(Toasts);
  });
  afterEach(() => jest.useRealTimers());

  it('go after ten seconds, or when the person chose otherwise', () => {
    toasts.show('kurz');
    TestBed.inject(Preferences).change({ toastSeconds: 20 });
    toasts.show('länger');
    TestBed.inject(Preferences).change({ toastSeconds: 0 });
    toasts.show('bis zum Schließen');
    jest.advanceTimersByTime(10_000);
    expect(texts()).toEqual(['länger', 'bis zum Schließen']);
    jest.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['bis zum Schließen']);
  });

  it('stay while somebody reaches for one, and then have their whole time again', () => {
    toasts.show('Angenommen.');
    jest.advanceTimersByTime(9_000);
    toasts.hold(true);
    jest.advanceTimersByTime(60_000);
    toasts.hold(false);
    jest.advanceTimersByTime(9_999);
    expect(texts()).toEqual(['Angenommen.']);
    jest.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('undo the newest act that can be undone, once', () => {
    const undone: string[] = [];
    toasts.show('erste', () => undone.push('erste'));
    toasts.show('zweite', () => undone.push('zweite'));
    toasts.show('gespeichert');
    expect([toasts.undoLast(), toasts.undoLast(), toasts.undoLast()]).toEqual([true, true, false]);
    expect(undone).toEqual(['zweite', 'erste']);
    expect(texts()).toEqual(['gespeichert']);
  });

  it('are three at most', () => {
    for (const text of ['1', '2', '3', '4']) toasts.show(text);
    expect(texts()).toEqual(['2', '3', '4']);
  });
});
