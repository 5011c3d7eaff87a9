import { offeringOf, usualReasons } from '@lotse/region/model';
import {
  askedAtOnce,
  consequenceOf,
  coolsOffUntil,
  declineReasonOn,
  dueAct,
  isReasonableOffer,
  mayBeAsked,
  modesFor,
  refusedMode,
  refusedSecondDate,
} from './round.rules';
import { slotOfferLifecycle } from './slot-offer';

const hour = 3_600_000;
const now = new Date('2026-03-02T09:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * hour);
const rules = offeringOf({});

describe('how a slot may be offered', () => {
  it.each([
    [200, ['sequential']],
    [48, ['sequential']],
    [47.9, ['sequential', 'parallel']],
    [24, ['sequential', 'parallel']],
    [23.9, ['sequential', 'parallel', 'broadcast']],
  ])('%s hours before it begins', (hours, modes) => {
    expect(modesFor(inHours(hours), now, rules)).toEqual(modes);
  });

  it('asks as many as the county says, never all', () => {
    expect((['sequential', 'parallel', 'broadcast'] as const).map((mode) => askedAtOnce(mode, rules))).toEqual([1, 3, 5]);
    expect(refusedMode('parallel', inHours(60), now, rules)).toMatchObject({ code: 'offer-mode-too-early', context: { belowHours: 48 } });
  });

  it('asks only those at short notice who said that they can come', () => {
    expect([mayBeAsked('broadcast', { shortNotice: false }), mayBeAsked('broadcast', { shortNotice: true })]).toEqual([false, true]);
    expect(mayBeAsked('parallel', { shortNotice: false })).toBe(true);
  });

  it.each([
    ['another day of the same list', {}, 'sequential', undefined],
    ['the same slot', { id: 'a' }, 'sequential', 'second-date-unfit'],
    ['the same day', { startsAt: inHours(101) }, 'sequential', 'second-date-unfit'],
    ['another service', { serviceId: 'other' }, 'sequential', 'second-date-unfit'],
    ['somebody else’s', { organisationId: 'other' }, 'sequential', 'second-date-unfit'],
    ['one that has begun', { startsAt: inHours(-1) }, 'sequential', 'second-date-unfit'],
    ['together with asking several', {}, 'parallel', 'second-date-unfit'],
  ] as const)('a second date: %s', (_, change, mode, code) => {
    const first = { id: 'a', organisationId: 'o', serviceId: 's', state: 'open', startsAt: inHours(100) };
    expect(refusedSecondDate(first, { ...first, id: 'b', startsAt: inHours(300), ...change }, mode, now)?.code).toBe(code);
  });
});

describe('whether a declined offer counts', () => {
  const offer = { dates: [inHours(240), inHours(400)], goesOutAt: now, personReached: true };
  it.each([
    ['two dates, ten days, spoken to', {}, true],
    ['one date', { dates: [inHours(240)] }, false],
    ['one of the dates too soon', { dates: [inHours(239), inHours(400)] }, false],
    ['not spoken to', { personReached: false }, false],
    ['counted from when it went out', { goesOutAt: inHours(1) }, false],
  ] as const)('%s', (_, change, counts) => {
    expect(isReasonableOffer({ ...offer, ...change })).toBe(counts);
  });
});

describe('what follows from a reason', () => {
  const reason = (code: string) => usualReasons.find((one) => one.list === 'offer_decline' && one.code === code)!;

  it.each([
    ['time', 'keep', 'keep'],
    ['not_now', 'cool_off', 'keep'],
    ['clinician', 'review', 'keep'],
    ['found_help', 'withdraw', 'withdraw'],
  ])('%s: %s, at short notice %s', (code, consequence, atShortNotice) => {
    expect([consequenceOf(reason(code), false), consequenceOf(reason(code), true)]).toEqual([consequence, atShortNotice]);
  });

  it('a cool-off is a day', () => {
    expect(coolsOffUntil(reason('not_now'), '2026-03-02')).toBe('2026-03-30');
  });

  it('is the county’s to say, and a reason it retired is not taken any more', () => {
    const retired = { ...reason('time'), until: '2026-01-01' };
    const strict = { ...reason('other'), comment: 'required' as const };
    const settings = { reasons: [retired, strict] };
    const codeOf = (given: { reason: string; comment?: string }) => {
      const found = declineReasonOn(settings, given, '2026-03-02');
      return 'problem' in found ? found.problem.code : found.reason.code;
    };
    expect(codeOf({ reason: 'time' })).toBe('unknown-decline-reason');
    expect(codeOf({ reason: 'other' })).toBe('decline-comment-missing');
    expect(codeOf({ reason: 'other', comment: 'Umzug' })).toBe('other');
  });
});

describe('what has come due with an offer', () => {
  const offer = { state: 'deferred' as const, goesOutAt: inHours(1), expiresAt: inHours(5), roundId: 'r', holderId: 'r' };
  it.each([
    ['nothing before it goes out', {}, 0, undefined],
    ['it goes out', {}, 1, 'send'],
    ['once', { state: 'sent' }, 1, undefined],
    ['its hold ends', { state: 'sent' }, 5, 'expire'],
    ['its hold ends though nobody sent it', {}, 5, 'expire'],
    ['somebody was faster', { state: 'sent', holderId: 'referral' }, 2, 'supersede'],
    ['somebody was faster, though the hold has ended, too', { state: 'sent', holderId: 'referral' }, 6, 'supersede'],
  ] as const)('%s', (_, change, hours, act) => {
    expect(dueAct({ ...offer, ...change }, inHours(hours))).toBe(act);
  });

  it.each(slotOfferLifecycle.states.filter(slotOfferLifecycle.isFinal))('nothing more when it is %s', (state) => {
    expect(dueAct({ ...offer, state, holderId: null }, inHours(9))).toBeUndefined();
  });
});
