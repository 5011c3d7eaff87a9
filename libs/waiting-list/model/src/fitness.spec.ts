import fc from 'fast-check';
import { allExclusions, excludedFrom, exclusionFacts, type Fitness, type SlotToFit } from './fitness';
import { inHours, now, slot, slotAt, somebody } from './fitness.fixture';
import { noWishes, type Wishes } from './wishes';

const wants = (wishes: Partial<Wishes>): Partial<Fitness> => ({ wishes: { ...noWishes, ...wishes } });
const why = (fitness: Partial<Fitness>, change: Partial<SlotToFit> = {}) =>
  excludedFrom({ ...slot, ...change }, { ...somebody, ...fitness }, now);
const friday = { weekday: 5, from: '14:00', to: '14:50' };
const journey = { minutes: 30, km: 20, firstArrival: null, lastDeparture: null };
const travel = { means: 'bus' as const, maxMinutes: null, maxKm: null };

describe('who does not fit a slot', () => {
  it.each([
    ['somebody who wants nothing in particular', {}, {}, undefined],
    ['another service', { serviceIds: ['day-clinic'] }, {}, 'other_service'],
    ['another service that would do as well', { serviceIds: ['day-clinic', 'outpatients'] }, {}, undefined],
    ['a running offer', { state: 'offered' }, {}, 'has_running_offer'],
    ['suspended', { state: 'suspended' }, {}, 'suspended'],
    ['an appointment already', { isBooked: true }, {}, 'already_booked'],
    ['declined or missed this slot', { hadThisSlotOffered: true }, {}, 'declined_this_slot'],
    ['the release ends on the day of the slot', { releaseUntil: '2026-03-06' }, {}, undefined],
    ['the release ends the day before', { releaseUntil: '2026-03-05' }, {}, 'release_ends'],
    ['a pause until the day before', { pauses: [{ startsOn: '2026-03-02', endsOn: '2026-03-05' }] }, {}, undefined],
    ['a pause until that day', { pauses: [{ startsOn: '2026-03-02', endsOn: '2026-03-06' }] }, {}, 'paused'],
    ['a pause from that day', { pauses: [{ startsOn: '2026-03-06', endsOn: '2026-03-09' }] }, {}, 'paused'],
    ['a pause from the day after', { pauses: [{ startsOn: '2026-03-07', endsOn: null }] }, {}, undefined],
    ['a pause without an end', { pauses: [{ startsOn: '2026-03-02', endsOn: null }] }, {}, 'paused'],
    ['asked to leave the list', { wantsToLeave: true }, {}, 'wants_to_leave'],
    ['no offers before tomorrow', { coolingOffUntil: '2026-03-03' }, {}, 'cooling_off'],
    ['no offers before today', { coolingOffUntil: '2026-03-02' }, {}, undefined],
    ['as young as the service takes', { age: 18 }, {}, undefined],
    ['too young', { age: 17 }, {}, 'age'],
    ['as old as the service takes', { age: 64 }, {}, undefined],
    ['too old', { age: 65 }, {}, 'age'],
    ['too old for a service without an end', { age: 99 }, { ageTo: null }, undefined],
    ['an insurance that is not taken', { insurance: 'private' }, { insurances: ['statutory'] }, 'insurance'],
    ['an insurance that is taken', { insurance: 'statutory' }, { insurances: ['statutory'] }, undefined],
    ['an insurance nobody wrote down', { insurance: null }, { insurances: ['statutory'] }, undefined],
    ['not to this clinician', wants({ excludedSchedules: ['dr-weber'] }), {}, 'clinician_excluded'],
    ['not to another one', wants({ excludedSchedules: ['dr-maier'] }), {}, undefined],
    ['to a woman', wants({ clinicianSex: 'female' }), {}, undefined],
    ['to a man', wants({ clinicianSex: 'male' }), {}, 'clinician_sex'],
    ['to a woman, where nobody knows who comes', wants({ clinicianSex: 'female' }), { clinicianSex: null }, 'clinician_sex'],
    ['in English', wants({ language: { code: 'en', orInterpreter: false } }), {}, undefined],
    ['in Turkish', wants({ language: { code: 'tr', orInterpreter: false } }), {}, 'language'],
    ['in Turkish or with somebody who interprets', wants({ language: { code: 'tr', orInterpreter: true } }), {}, undefined],
    ['by video', wants({ modes: ['video'] }), {}, 'mode'],
    ['by video or on site', wants({ modes: ['video', 'on_site'] }), {}, undefined],
    ['from that day on', wants({ notBefore: '2026-03-06' }), {}, undefined],
    ['from the day after', wants({ notBefore: '2026-03-07' }), {}, 'not_yet'],
    ['in a window that is just long enough', wants({ windows: [friday] }), {}, undefined],
    ['in a window that begins a minute later', wants({ windows: [{ ...friday, from: '14:01' }] }), {}, 'outside_windows'],
    ['in a window that ends a minute earlier', wants({ windows: [{ ...friday, to: '14:49' }] }), {}, 'outside_windows'],
    ['on another day', wants({ windows: [{ ...friday, weekday: 4 }] }), {}, 'outside_windows'],
    ['in the second window', wants({ windows: [{ ...friday, weekday: 4 }, friday] }), {}, undefined],
    [
      'two windows that meet are two',
      wants({
        windows: [
          { ...friday, to: '14:20' },
          { ...friday, from: '14:20' },
        ],
      }),
      {},
      'outside_windows',
    ],
    ['as long on the way as they accept', { ...wants({ travel: { ...travel, maxMinutes: 30 } }), journey }, {}, undefined],
    ['a minute longer', { ...wants({ travel: { ...travel, maxMinutes: 29 } }), journey }, {}, 'too_far'],
    ['as far as they accept', { ...wants({ travel: { ...travel, maxKm: 20 } }), journey }, {}, undefined],
    ['farther', { ...wants({ travel: { ...travel, maxKm: 19 } }), journey }, {}, 'too_far'],
    ['far, but at home', { ...wants({ travel: { ...travel, maxKm: 1 } }), journey }, { mode: 'home_visit' }, undefined],
    ['far, but on the telephone', { ...wants({ travel: { ...travel, maxKm: 1 } }), journey }, { mode: 'phone' }, undefined],
    ['nobody knows how far', wants({ travel: { ...travel, maxKm: 1 } }), {}, undefined],
    ['the first bus arrives in time', { journey: { ...journey, firstArrival: '14:00' } }, {}, undefined],
    ['the first bus arrives too late', { journey: { ...journey, firstArrival: '14:01' } }, {}, 'comes_too_late'],
    ['the last bus leaves afterwards', { journey: { ...journey, lastDeparture: '14:50' } }, {}, undefined],
    ['the last bus leaves before the end', { journey: { ...journey, lastDeparture: '14:49' } }, {}, 'no_way_back'],
  ] as const)('%s', (_, fitness, change, expected) => {
    expect(why(fitness as Partial<Fitness>, change as Partial<SlotToFit>)).toBe(expected);
  });

  it.each([
    ['at exactly three days', 72, {}, undefined],
    ['less than three days without short notice', 71.9, {}, 'notice_too_short'],
    ['short notice, but less than they need', 23, { shortNotice: true }, 'notice_too_short'],
    ['short notice and as much as they need', 24, { shortNotice: true }, undefined],
    ['short notice of four hours', 4, { shortNotice: true, minimumNoticeHours: 4 }, undefined],
    ['as long on the way as is left', 1, { shortNotice: true, minimumNoticeHours: 1, journey: { ...journey, minutes: 60 } }, undefined],
    [
      'longer on the way than is left',
      1,
      { shortNotice: true, minimumNoticeHours: 1, journey: { ...journey, minutes: 61 } },
      'comes_too_late',
    ],
  ] as const)('%s', (_, hours, fitness, expected) => {
    expect(excludedFrom(slotAt(inHours(hours)), { ...somebody, ...fitness }, now)).toBe(expected);
  });

  it('counts windows by the clock on the wall, in summer and in winter', () => {
    const at = (instant: string) => excludedFrom(slotAt(new Date(instant)), { ...somebody, ...wants({ windows: [friday] }) }, now);
    expect(at('2026-03-27T13:00:00Z')).toBeUndefined();
    expect(at('2026-04-03T12:00:00Z')).toBeUndefined();
    expect(at('2026-04-03T13:00:00Z')).toBe('outside_windows');
  });

  it('says the first reason of all, in one order', () => {
    const fitness = { ...somebody, state: 'offered', isBooked: true, age: 3 };
    expect(allExclusions(slot, fitness, now)).toEqual(['has_running_offer', 'already_booked', 'age']);
    expect(excludedFrom(slot, fitness, now)).toBe('has_running_offer');
  });

  it('names what the sentence about it needs', () => {
    const far = { ...somebody, ...wants({ travel: { ...travel, maxMinutes: 25, maxKm: 50 } }), journey };
    expect(exclusionFacts('too_far', slot, far)).toMatchObject({ minutes: 30, limit: 25, km: null });
    const farther = { ...somebody, ...wants({ travel: { ...travel, maxMinutes: 50, maxKm: 15 } }), journey };
    expect(exclusionFacts('too_far', slot, farther)).toMatchObject({ minutes: null, km: 20, limit: 15 });
    const paused = { ...somebody, pauses: [{ startsOn: '2026-03-02', endsOn: '2026-03-12' }] };
    expect(exclusionFacts('paused', slot, paused)).toMatchObject({ day: '2026-03-12' });
  });
});

describe('what is always so', () => {
  const clock = fc.constantFrom('08:00', '12:00', '14:00', '14:50', '18:00');
  const fitness: fc.Arbitrary<Fitness> = fc.record({
    state: fc.constantFrom('waiting', 'offered', 'suspended'),
    shortNotice: fc.boolean(),
    minimumNoticeHours: fc.integer({ min: 1, max: 336 }),
    hadThisSlotOffered: fc.boolean(),
    serviceIds: fc.constantFrom(['outpatients'], ['day-clinic']),
    wishes: fc.record({
      windows: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: clock, to: clock }), { maxLength: 4 }),
      notBefore: fc.constantFrom(null, '2026-03-06', '2026-03-07'),
      modes: fc.subarray(['on_site', 'video', 'phone', 'home_visit'] as Wishes['modes']),
      language: fc.constantFrom(null, { code: 'tr', orInterpreter: false }),
      clinicianSex: fc.constantFrom(null, 'male' as const, 'female' as const),
      excludedSchedules: fc.subarray(['dr-weber', 'dr-maier']),
      travel: fc.constantFrom(null, { ...travel, maxMinutes: 20 }),
    }),
    pauses: fc.constantFrom([], [{ startsOn: '2026-03-06', endsOn: null }]),
    coolingOffUntil: fc.constantFrom(null, '2026-03-03'),
    age: fc.constantFrom(null, 17, 40),
    insurance: fc.constantFrom(null, 'private'),
    releaseUntil: fc.constantFrom(null, '2026-03-05'),
    isBooked: fc.boolean(),
    wantsToLeave: fc.boolean(),
    journey: fc.constantFrom(null, journey),
  });

  it('windows and pauses may be written in any order, and saying less never keeps anybody from a slot', () => {
    fc.assert(
      fc.property(fitness, (one) => {
        const turned = {
          ...one,
          wishes: {
            ...one.wishes,
            windows: [...one.wishes.windows].reverse(),
            modes: [...one.wishes.modes].reverse(),
            excludedSchedules: [...one.wishes.excludedSchedules].reverse(),
          },
        };
        const found = allExclusions(slot, one, now);
        expect(allExclusions(slot, turned, now)).toEqual(found);
        const withoutWishes = allExclusions(slot, { ...one, wishes: noWishes }, now);
        return withoutWishes.every((reason) => found.includes(reason));
      }),
      { seed: 3 },
    );
  });

  it('has a reason whenever somebody does not fit, and it is the first of all', () => {
    fc.assert(
      fc.property(fitness, (one) => excludedFrom(slot, one, now) === allExclusions(slot, one, now)[0]),
      { seed: 3 },
    );
  });
});
