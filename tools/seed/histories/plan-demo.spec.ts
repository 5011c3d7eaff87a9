import { parseRegionPackage } from '../load-region';
import { loerrachPackage, waldshutPackage } from '../regions/packages';
import type { DeedOf } from './deed';
import { planDemo, type DemoPlan } from './plan-demo';

const regions = { loerrach: parseRegionPackage(loerrachPackage), waldshut: parseRegionPackage(waldshutPackage) };
const planned = new Map<string, DemoPlan>();

/** A plan is made once for each moment. */
function on(instant: string): DemoPlan {
  if (!planned.has(instant)) planned.set(instant, planDemo(regions, new Date(instant)));
  return planned.get(instant)!;
}

/** A working day, before work, at night, a Sunday, a holiday, the days around Christmas, a leap day, the days on which the clock changes. */
const moments = [
  '2026-11-25T10:30:00+01:00',
  '2026-11-25T07:10:00+01:00',
  '2026-11-25T23:50:00+01:00',
  '2026-11-22T03:00:00+01:00',
  '2027-01-06T12:00:00+01:00',
  '2026-12-27T18:00:00+01:00',
  '2028-02-29T09:00:00+01:00',
  '2026-03-29T09:00:00+02:00',
  '2026-10-25T12:00:00+01:00',
  '2026-05-04T08:00:01+02:00',
];

const deedsOf = <Kind extends DemoPlan['past'][number]['kind']>(plan: DemoPlan, kind: Kind) =>
  [...plan.past, ...plan.today, ...plan.fresh].filter((deed): deed is DeedOf<Kind> => deed.kind === kind);

describe('the plan of the demo', () => {
  it('is the same every time', () => {
    expect(planDemo(regions, new Date(moments[0]!))).toEqual(on(moments[0]!));
  });

  it.each(moments)('on %s has those whom `besides/` tells more about', (moment) => {
    const counted = (end: string, service: string, referrer?: string) =>
      on(moment).referrals.filter((one) => one.end === end && one.service?.key === service && (!referrer || one.referrer === referrer))
        .length;
    expect(counted('waiting', 'pia', 'brugger')).toBeGreaterThanOrEqual(6);
    expect(counted('in_triage', 'pia', 'rheinfelden')).toBeGreaterThanOrEqual(1);
    expect(counted('accepted', 'spdi')).toBeGreaterThanOrEqual(2);
  });

  it.each(moments)('on %s happens in the order of time and not in the future', (moment) => {
    const { past } = on(moment);
    expect(past.every(({ at }, index) => index === 0 || past[index - 1]!.at <= at)).toBe(true);
    expect(past.at(-1)!.at.getTime()).toBeLessThanOrEqual(new Date(moment).getTime());
  });

  it.each(moments)('on %s offers slots to two people of the practice that everybody tries first', (moment) => {
    const plan = on(moment);
    const offered = plan.fresh.filter((deed) => deed.kind === 'offer').map(({ referral }) => referral);
    const drafts = deedsOf(plan, 'draft').filter(({ referral }) => offered.includes(referral));
    expect(drafts.map(({ by }) => by)).toEqual(['mfa@demo.example', 'mfa@demo.example']);
  });

  it.each(moments)('on %s leaves the clinic with at least 23 new referrals, 40 people waiting and 8 open slots', (moment) => {
    const plan = on(moment);
    const seen = new Set(deedsOf(plan, 'acknowledge').map(({ referral }) => referral));
    const sent = new Set(deedsOf(plan, 'submit').map(({ referral }) => referral));
    const toClinic = deedsOf(plan, 'draft').filter(
      ({ referral, service }) => sent.has(referral) && (service === 'pia' || service === 'tagesklinik'),
    );
    expect(toClinic.filter(({ referral }) => !seen.has(referral)).length).toBeGreaterThanOrEqual(23);
    const placed = new Set(deedsOf(plan, 'acceptOffer').map(({ offer }) => offer));
    const gone = new Set(
      deedsOf(plan, 'offer')
        .filter(({ offer }) => placed.has(offer))
        .map(({ referral }) => referral),
    );
    const pia = new Set(
      deedsOf(plan, 'draft')
        .filter(({ service }) => service === 'pia')
        .map(({ referral }) => referral),
    );
    const waiting = deedsOf(plan, 'waitlist').filter(({ referral }) => pia.has(referral) && !gone.has(referral));
    expect(waiting.length).toBeGreaterThanOrEqual(40);
    const touched = new Set([...deedsOf(plan, 'offer'), ...deedsOf(plan, 'cancelSlot')].map(({ slot }) => slot));
    const open = deedsOf(plan, 'openSlot').filter(
      (deed) => deed.service === 'pia' && deed.startsAt > new Date(moment) && !touched.has(deed.slot),
    );
    expect(open.length).toBeGreaterThanOrEqual(8);
  });

  it.each(moments)('on %s never gives out a time of a schedule twice', (moment) => {
    const slots = deedsOf(on(moment), 'openSlot').map(({ schedule, startsAt }) => `${schedule} ${startsAt.getTime()}`);
    expect(new Set(slots).size).toBe(slots.length);
  });
});
