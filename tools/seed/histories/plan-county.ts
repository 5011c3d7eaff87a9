import type { RegionPackage } from '@lotse/region/model';
import { assistantAt } from '../county/organisations';
import { serviceOf } from '../county/services';
import { inventPeople, type InventedPerson } from '../people/invent-people';
import { chance, type Chance } from '../random';
import type { WorkingTime } from '../working-time';
import type { Deed, PlannedReferral } from './deed';
import { planReferral, type PlannedHistory } from './plan-referral';
import type { CountyStories, End, Story } from './stories';
import { canBeReferred } from './write-content';

export interface PlannedCounty {
  people: InventedPerson[];
  deeds: Deed[];
  referrals: (PlannedReferral & { end: End })[];
}

interface Wanted {
  service: string | null;
  end: End;
  from: string | undefined;
}

const oneByOne = (stories: readonly Story[]): Wanted[] =>
  stories.flatMap(({ service, end, count, from }) => Array.from({ length: count }, (_, index) => ({ service, end, from: from?.[index] })));

/** Nobody refers to the organisation they work for. */
function drawReferrer(luck: Chance, { service, from }: Wanted, { referrers }: CountyStories): string {
  if (from) return from;
  const own = service === null ? undefined : serviceOf(service).organisation;
  return luck.weighted(
    Object.keys(referrers).filter((key) => key !== own),
    (key) => referrers[key]!,
  );
}

/** Plans the people of a county and what has become of their referrals. */
export function planCounty(stories: CountyStories, region: RegionPackage, time: WorkingTime): PlannedCounty {
  const luck = chance(`histories/${stories.county}`);
  const people = inventPeople(stories.county, stories.people, region.municipalities, time.now);
  const free = [...people];
  const planned: (PlannedHistory & { end: End })[] = [];
  for (const wanted of oneByOne(stories.stories)) {
    const service = wanted.service === null ? null : serviceOf(wanted.service);
    const index = free.findIndex((person) => canBeReferred(person, service, wanted.end));
    const [person] = free.splice(Math.max(index, 0), 1);
    const key = `${stories.county}-r${planned.length}`;
    planned.push({
      ...planReferral(luck, time, { key, person: person!, isKnown: false, referrer: drawReferrer(luck, wanted, stories), ...pick(wanted) }),
      end: wanted.end,
    });
  }
  const second = planSecondReferrals(luck, stories, planned, people, time);
  return {
    people,
    deeds: [...planned, ...second].flatMap(({ deeds }) => deeds).concat(free.map((person) => onlyEntered(luck, time, stories, person))),
    referrals: [...planned, ...second].map(({ referral, end }) => ({ ...referral, end })),
  };
}

const pick = ({ service, end }: Wanted) => ({ service, end });

/** Some people who have waited longest get help from somebody else meanwhile. */
function planSecondReferrals(
  luck: Chance,
  stories: CountyStories,
  planned: readonly (PlannedHistory & { end: End })[],
  people: readonly InventedPerson[],
  time: WorkingTime,
): (PlannedHistory & { end: End })[] {
  const longest = planned
    .filter(({ end }) => end === 'waiting')
    .sort((one, other) => one.referral.sentAt.getTime() - other.referral.sentAt.getTime());
  return oneByOne(stories.also).map((wanted, index) => {
    const service = serviceOf(wanted.service!);
    const found = longest.findIndex(({ referral }) => referral.service !== service && referral.referrer !== service.organisation);
    const [first] = longest.splice(found, 1);
    const person = people.find(({ key }) => key === first!.referral.person)!;
    const key = `${stories.county}-s${index}`;
    const end = { service: wanted.service, end: wanted.end === 'waiting' ? ('accepted' as const) : wanted.end };
    return { ...planReferral(luck, time, { key, person, isKnown: true, referrer: first!.referral.referrer, ...end }), end: end.end };
  });
}

/** Somebody whom a practice has entered and not referred. */
function onlyEntered(luck: Chance, time: WorkingTime, { referrers }: CountyStories, person: InventedPerson): Deed {
  const referrer = luck.weighted(Object.keys(referrers), (key) => referrers[key]!);
  return {
    kind: 'enterPerson',
    at: time.minutesAgo(luck.between(300, 30_000)),
    by: assistantAt(referrer),
    person: person.key,
    input: person.input,
  };
}
