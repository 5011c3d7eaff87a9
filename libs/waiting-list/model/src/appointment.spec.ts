import { calendarDayOf } from '@lotse/kernel';
import fc from 'fast-check';
import {
  appointmentLifecycle,
  isLateCancellation,
  refusedAppointment,
  slotAfter,
  walkInStates,
  walkInSteps,
  type AppointmentAct,
  type AppointmentState,
} from './appointment';

const hour = 3_600_000;
const isDayBefore = (one: Date, other: Date): boolean => calendarDayOf(one) < calendarDayOf(other);
const acts: readonly AppointmentAct[] = ['arrive', 'attend', 'miss', 'leave', 'cancel', 'excuse'];

/** An appointment and what is tried with it: acts at instants that never go back, over more than a year with both changes of the clock. */
const lives = fc.record({
  startsAt: fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-02-01T00:00:00Z'), noInvalidDate: true }),
  begins: fc.integer({ min: -96 * 60, max: 48 * 60 }),
  tries: fc.array(fc.record({ act: fc.constantFrom(...acts), after: fc.integer({ min: 0, max: 36 * 60 }) }), {
    minLength: 1,
    maxLength: 12,
  }),
});

/** What was done of it, by the rules, and when. */
function lived({ startsAt, begins, tries }: typeof lives extends fc.Arbitrary<infer Life> ? Life : never) {
  let state: AppointmentState = appointmentLifecycle.initial;
  let now = startsAt.getTime() + begins * 60_000;
  const done: { act: AppointmentAct; at: Date; from: AppointmentState; to: AppointmentState }[] = [];
  for (const { act, after } of tries) {
    now += after * 60_000;
    const at = new Date(now);
    if (refusedAppointment(act, { state, startsAt }, at, isDayBefore)) continue;
    const to: AppointmentState = appointmentLifecycle.next(state, act)!;
    done.push({ act, at, from: state, to });
    state = to;
  }
  return { state, done };
}

const count = (done: readonly { act: AppointmentAct }[], ...of: AppointmentAct[]): number =>
  done.filter(({ act }) => of.includes(act)).length;

describe('the life of an appointment', () => {
  it('has no state that cannot be reached, and two that nothing leads out of', () => {
    expect([...appointmentLifecycle.reachable()].sort()).toEqual([...appointmentLifecycle.states].sort());
    expect(appointmentLifecycle.states.filter(appointmentLifecycle.isFinal).sort()).toEqual(['attended', 'cancelled']);
  });

  it('comes to one end, whatever is tried in whatever order and whenever', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { state, done } = lived(life);
        // Seen, not come or cancelled: one of them, once. Only what was missed is excused afterwards.
        expect(count(done, 'attend', 'miss', 'leave', 'cancel')).toBeLessThanOrEqual(1);
        expect(count(done, 'excuse')).toBeLessThanOrEqual(count(done, 'miss', 'leave'));
        expect(done.slice(1).every(({ from }, index) => from === done[index]!.to)).toBe(true);
        expect(state).toBe(done.at(-1)?.to ?? 'booked');
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  it('says of nobody that they did not come before they could, nor that they came before the day', () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { act, at, from } of lived(life).done) {
          if (act === 'miss') expect(at.getTime()).toBeGreaterThanOrEqual(life.startsAt.getTime());
          if (act === 'arrive' || (act === 'attend' && from === 'booked')) {
            expect(calendarDayOf(at) >= calendarDayOf(life.startsAt)).toBe(true);
          }
          if (act === 'leave') expect(from).toBe('arrived');
        }
      }),
      { seed: 52, numRuns: 500 },
    );
  });
});

describe('a cancellation', () => {
  it('is late below 48 hours, by hours that have passed also when the clock changes', () => {
    const startsAt = new Date('2026-10-26T09:00:00+01:00');
    expect(isLateCancellation(startsAt, new Date('2026-10-24T10:00:00+02:00'))).toBe(false);
    expect(isLateCancellation(startsAt, new Date('2026-10-24T10:00:01+02:00'))).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), fc.integer({ min: 0, max: 200 * 60 }), (minute, ahead) => {
        const now = new Date(Date.parse('2026-01-01T00:00:00Z') + minute * 60_000);
        return isLateCancellation(new Date(now.getTime() + ahead * 60_000), now) === ahead * 60_000 < 48 * hour;
      }),
      { seed: 53 },
    );
  });

  it.each([
    [undefined, 'refill'],
    [{ by: 'person', reason: 'ill' }, 'refill'],
    [{ by: 'other', reason: 'transport' }, 'refill'],
    [{ by: 'provider', reason: 'priority_change' }, 'free'],
    [{ by: 'provider', reason: 'staff_absence' }, 'gone'],
  ] as const)('%j leaves the slot %s', (why, what) => {
    expect(slotAfter(why)).toBe(what);
  });
});

describe('coming without an appointment', () => {
  it('is possible wherever somebody waits or is in care, and nowhere else', () => {
    expect([...walkInStates].sort()).toEqual(['accepted', 'booked', 'dna_review', 'in_service', 'rebook_required', 'waitlisted']);
    expect(walkInSteps('withdrawn')).toBeUndefined();
    expect(walkInSteps('waitlisted')).toEqual(['book', 'attend']);
  });
});
