import { noWishes, refusedWishes, wishesFromReferral, wishesOf, wishesSchema } from './wishes';

describe('wishes', () => {
  it('are none when nothing was said, also of an entry that is older than they are', () => {
    expect(wishesOf({})).toEqual(noWishes);
    expect(wishesSchema.parse(wishesOf({ notBefore: '2026-03-02' })).notBefore).toBe('2026-03-02');
  });

  it.each([
    [{ windows: [{ weekday: 8, from: '08:00', to: '12:00' }] }, ['windows', 0, 'weekday']],
    [{ windows: [{ weekday: 1, from: '8:00', to: '12:00' }] }, ['windows', 0, 'from']],
    [{ travel: { means: 'bus', maxMinutes: 4, maxKm: null } }, ['travel', 'maxMinutes']],
  ])('%j is refused at its field', (change, path) => {
    const read = wishesSchema.safeParse({ ...noWishes, ...change });
    expect(read.error?.issues.map((issue) => issue.path)).toContainEqual(path);
  });

  it('have windows that end after they begin', () => {
    const window = { weekday: 1, from: '12:00', to: '12:01' };
    expect(refusedWishes({ ...noWishes, windows: [window] })).toBeUndefined();
    expect(refusedWishes({ ...noWishes, windows: [window, { ...window, to: '12:00' }] })?.code).toBe('window-ends-before-it-begins');
  });

  it('take over what the referrer wrote; who interprets is offered and keeps from no slot', () => {
    const said = wishesFromReferral({ interpreter: 'tr', travel: { means: 'public_transport', radiusKm: 20 } });
    expect(said).toEqual({
      ...noWishes,
      language: { code: 'tr', orInterpreter: true },
      travel: { means: 'bus', maxMinutes: null, maxKm: 20 },
    });
    expect(wishesFromReferral({ interpreter: null, travel: { means: 'cannot_travel', radiusKm: null } })).toEqual({
      ...noWishes,
      modes: ['video', 'phone', 'home_visit'],
    });
    expect(wishesFromReferral({ interpreter: null, travel: null })).toEqual(noWishes);
  });
});
