import { calendarDayOf } from '@lotse/kernel';
import { intakeAt, referrerAt } from '../county/organisations';
import { serviceOf } from '../county/services';
import type { Deed, DeedOf, ReleaseTerms } from './deed';
import type { PlannedCounty } from './plan-county';

/** Referrals whose way is not a straight one: handed on to another clinic, and one need that two services are asked for. */
export function planRoutes(county: PlannedCounty, now: Date): Deed[] {
  const pia = county.referrals.filter(({ service }) => service?.key === 'pia');
  const handedOn = pia.filter(({ end }) => end === 'in_triage')[5]!;
  const together = pia.find(({ end, referrer }) => end === 'accepted' && referrer === 'brugger')!;
  return [...handOn(county, handedOn, now), ...ask(county, together, now)];
}

type Planned = PlannedCounty['referrals'][number];

const when = ({ deeds }: PlannedCounty, kind: 'startTriage' | 'submit', referral: string): number =>
  deeds.find((deed): deed is DeedOf<typeof kind> => deed.kind === kind && deed.referral === referral)!.at.getTime();
const minute = 60_000;

function handOn(county: PlannedCounty, { key, person, referrer }: Planned, now: Date): Deed[] {
  const triaged = when(county, 'startTriage', key);
  const at = new Date((triaged + now.getTime()) / 2);
  const to = 'pia_rheinfelden';
  const recipient = serviceOf(to).organisation;
  const released = new Date(at.getTime() - minute);
  return [
    { kind: 'recordRelease', at: released, by: referrerAt(referrer), release: `${key}/on`, person, recipient, terms: termsOn(released) },
    {
      kind: 'redirect',
      at,
      by: intakeAt('wiesenufer'),
      referral: key,
      service: to,
      note: 'Wohnt näher an Rheinfelden, dort ist bald etwas frei.',
    },
    { kind: 'acknowledge', at: new Date((at.getTime() + now.getTime()) / 2), by: intakeAt(recipient), referral: key },
  ];
}

function ask(county: PlannedCounty, { key, person, referrer }: Planned, now: Date): Deed[] {
  const sent = when(county, 'submit', key);
  const at = new Date((sent + now.getTime()) / 2);
  const service = 'spdi';
  const recipient = serviceOf(service).organisation;
  const [by, part, later] = [referrerAt(referrer), `${key}/part`, (minutes: number) => new Date(at.getTime() + minutes * minute)];
  return [
    { kind: 'addPart', at, by, referral: key, part, service, question: 'Bitte begleiten Sie, bis die Behandlung beginnt.' },
    { kind: 'recordRelease', at: later(1), by, release: part, person, recipient, terms: termsOn(at) },
    { kind: 'submit', at: later(2), by, referral: part },
  ];
}

const termsOn = (at: Date): ReleaseTerms => ({
  purpose: 'Abklärung und Begleitung',
  dataParts: ['identity', 'contact', 'diagnosis', 'medication', 'notes', 'appointments'],
  form: 'written',
  givenOn: calendarDayOf(at),
  validUntil: calendarDayOf(new Date(at.getTime() + 365 * 24 * 60 * minute)),
});
