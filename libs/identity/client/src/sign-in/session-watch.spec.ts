import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { SessionEnd } from '@lotse/client-kit/api';
import { SessionWatch } from './session-watch';

describe('SessionWatch', () => {
  const minute = 60_000;
  let watch: SessionWatch;
  let sessionEnd: SessionEnd;
  let status: number;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    status = 200;
    globalThis.fetch = () => Promise.resolve({ ok: status === 200, status } as Response);
    sessionEnd = TestBed.inject(SessionEnd);
    watch = TestBed.inject(SessionWatch);
    sessionEnd.answered();
    watch.start();
  });
  afterEach(() => {
    watch.stop();
    jest.useRealTimers();
  });

  it('says when the session ends, at least two minutes before', async () => {
    const endsAt = Date.now() + 60 * minute;
    await jest.advanceTimersByTimeAsync(56 * minute);
    expect(watch.endsAt()).toBeUndefined();
    await jest.advanceTimersByTimeAsync(2 * minute);
    expect(watch.endsAt()).toBe(endsAt);
  });

  it('is quiet again after any answer, also in another tab', async () => {
    await jest.advanceTimersByTimeAsync(58 * minute);
    localStorage.setItem('lotse.lastAnswer', String(Date.now()));
    await jest.advanceTimersByTimeAsync(minute);
    expect(watch.endsAt()).toBeUndefined();
  });

  it('keeps the session when somebody is still there', async () => {
    await jest.advanceTimersByTimeAsync(58 * minute);
    await watch.stay();
    await jest.advanceTimersByTimeAsync(50 * minute);
    expect([watch.endsAt(), sessionEnd.signInNeeded()]).toEqual([undefined, false]);
  });

  it('asks to sign in again once it is over', async () => {
    status = 401;
    await jest.advanceTimersByTimeAsync(61 * minute);
    expect([watch.endsAt(), sessionEnd.signInNeeded()]).toEqual([undefined, true]);
  });
});
