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
    begin({});
  });
  afterEach(() => {
    watch.stop();
    jest.useRealTimers();
  });

  const begin = ({ idleMinutes = 60, minutes = 720 }) =>
    watch.start({ idleMinutes, endsAt: new Date(Date.now() + minutes * minute).toISOString() });

  it('says when the session ends, at least two minutes before', async () => {
    const at = Date.now() + 60 * minute;
    await jest.advanceTimersByTimeAsync(56 * minute);
    expect(watch.near()).toBeUndefined();
    await jest.advanceTimersByTimeAsync(2 * minute);
    expect(watch.near()).toEqual({ at, why: 'idle' });
  });

  it('goes by what the organisation has decided', async () => {
    begin({ idleMinutes: 10 });
    await jest.advanceTimersByTimeAsync(8 * minute);
    expect(watch.near()?.why).toBe('idle');
  });

  it('is quiet again after any answer, also in another tab', async () => {
    await jest.advanceTimersByTimeAsync(58 * minute);
    localStorage.setItem('lotse.lastAnswer', String(Date.now()));
    await jest.advanceTimersByTimeAsync(minute);
    expect(watch.near()).toBeUndefined();
  });

  it('keeps the session when somebody is still there', async () => {
    await jest.advanceTimersByTimeAsync(58 * minute);
    await watch.stay();
    await jest.advanceTimersByTimeAsync(50 * minute);
    expect([watch.near(), sessionEnd.signInNeeded()]).toEqual([undefined, false]);
  });

  it('asks to sign in again once it is over', async () => {
    status = 401;
    await jest.advanceTimersByTimeAsync(61 * minute);
    expect([watch.near(), sessionEnd.signInNeeded()]).toEqual([undefined, true]);
  });

  it('does not ask while a new session is on its way', async () => {
    status = 401;
    const looked = watch.stay();
    await jest.advanceTimersByTimeAsync(0);
    status = 200;
    await jest.advanceTimersByTimeAsync(minute);
    await looked;
    expect(sessionEnd.signInNeeded()).toBe(false);
  });

  it('says once that it is too old soon, however busy it is, and lets one sign in again at once', async () => {
    begin({ minutes: 30 });
    const at = Date.now() + 30 * minute;
    await jest.advanceTimersByTimeAsync(21 * minute);
    expect(watch.near()).toEqual({ at, why: 'last' });
    await watch.stay();
    await jest.advanceTimersByTimeAsync(2 * minute);
    expect(watch.near()).toBeUndefined();
    watch.renew();
    expect(sessionEnd.signInNeeded()).toBe(true);
  });
});
