import { exclusionSchema } from './fitness';
import { refusedAnswer, refusedOffer, refusedTurn, refusedUnfit } from './offering.rules';
import { inOrder, type RankInput } from './next-in-line';

const hour = 3_600_000;
const now = new Date('2026-03-02T09:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * hour);
describe('why an offer may not be answered', () => {
  it('is that somebody else of the round has the slot, as soon as they have it', () => {
    const offer = { state: 'sent' as const, expiresAt: inHours(1), goesOutAt: inHours(-1), roundId: 'round', holderId: 'referral' };
    const faster = { code: 'offer-superseded', context: { overtakenBy: 'somebody_faster' } };
    expect(refusedAnswer(offer, now)).toMatchObject(faster);
    expect(refusedAnswer({ ...offer, holderId: null }, now)).toMatchObject(faster);
  });

  it('is that the person has an appointment already, and says so', () => {
    const offer = { state: 'superseded' as const, expiresAt: inHours(1), goesOutAt: inHours(-1), roundId: 'round', holderId: null };
    expect(refusedAnswer({ ...offer, overtakenBy: 'other_appointment' }, now)).toMatchObject({
      code: 'offer-superseded',
      context: { overtakenBy: 'other_appointment' },
    });
  });

  it.each([
    ['runs', 'sent', 1, undefined],
    ['ends this instant', 'sent', 0, 'offer-expired'],
    ['has ended though nobody wrote it down', 'sent', -1, 'offer-expired'],
    ['was written down as expired', 'expired', -1, 'offer-expired'],
    ['was accepted', 'accepted', 1, 'offer-already-answered'],
    ['was declined', 'declined', 1, 'offer-already-answered'],
    ['was withdrawn', 'withdrawn', 1, 'offer-already-answered'],
    ['was given up', 'undeliverable', 1, 'offer-already-answered'],
    ['waits to go out, and somebody has answered early', 'deferred', 1, undefined],
    ['somebody else was faster', 'superseded', 1, 'offer-superseded'],
  ] as const)('%s', (_, state, hours, code) => {
    const offer = { state, expiresAt: inHours(hours), goesOutAt: inHours(-5), roundId: 'round', holderId: 'round' };
    expect(refusedAnswer(offer, now)?.code).toBe(code);
  });
});

describe('why a slot may not be offered', () => {
  const slot = { state: 'open', startsAt: inHours(100), serviceId: 'a' };
  const entry = { state: 'waiting', serviceId: 'a' };

  it.each([
    ['all is well', {}, {}, undefined],
    ['the service would do as well', { serviceId: 'b' }, { furtherServiceIds: ['b'] }, undefined],
    ['the slot is held', { state: 'held' }, {}, 'slot-gone'],
    ['the slot is taken', { state: 'taken' }, {}, 'slot-gone'],
    ['the slot was cancelled', { state: 'cancelled' }, {}, 'slot-gone'],
    ['the slot has begun', { startsAt: now }, {}, 'slot-in-past'],
    ['the person waits for another service', {}, { serviceId: 'b' }, 'entry-of-other-service'],
    ['the person has a running offer', {}, { state: 'offered' }, 'entry-not-waiting'],
    ['the person is placed', {}, { state: 'placed' }, 'entry-not-waiting'],
  ] as const)('%s', (_, ofSlot, ofEntry, code) => {
    expect(refusedOffer({ slot: { ...slot, ...ofSlot }, entry: { ...entry, ...ofEntry } }, now)?.code).toBe(code);
  });
});

describe('out of turn', () => {
  const waiting = (id: string, band: number): RankInput => ({ id, band, urgency: 'routine', targetDays: 84, receivedAt: inHours(-24) });
  const fitting = inOrder([waiting('later', 5), waiting('first', 2)], now);

  it('needs no reason for whoever is first', () => {
    expect(refusedTurn('first', fitting)).toBeUndefined();
  });

  it('needs a reason for anybody else, and says by number only who comes first', () => {
    expect(refusedTurn('later', fitting)).toMatchObject({ code: 'not-next-in-line', context: { nextEntryId: 'first' } });
    expect(refusedTurn('later', fitting, 'first could not be reached')).toBeUndefined();
  });

  it('needs a reason for somebody who does not fit, even when nobody does', () => {
    expect(refusedTurn('nobody', [])?.code).toBe('not-next-in-line');
  });

  it('is for what somebody can say otherwise: an appointment and whom a service is for are not talked away', () => {
    const refused = exclusionSchema.options.filter((why) => refusedUnfit(why)?.code === 'slot-does-not-fit');
    expect(refused).toEqual([
      'other_service',
      'has_running_offer',
      'suspended',
      'already_booked',
      'age',
      'insurance',
      'nobody_answers_in_time',
    ]);
    expect(refusedUnfit(undefined)).toBeUndefined();
  });
});
