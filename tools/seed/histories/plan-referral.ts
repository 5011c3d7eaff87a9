import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import type { DataPart } from '@lotse/people/model';
import { assistantAt, intakeAt, referrerAt } from '../county/organisations';
import { serviceOf, type InventedService } from '../county/services';
import type { InventedPerson } from '../people/invent-people';
import type { Chance } from '../random';
import type { WorkingTime } from '../working-time';
import type { Deed, PlannedReferral, ReleaseTerms } from './deed';
import { agesOfSteps, drawAge, stepsTo, type Step } from './pace';
import { acceptNotes, listNotes, purposes, questions, returns, withdrawals } from './phrases';
import type { End } from './stories';
import { writeContent, type Written } from './write-content';

/** What a history is made from. */
export interface Beginning {
  key: string;
  person: InventedPerson;
  /** Whether the referrer has entered the person before. */
  isKnown: boolean;
  referrer: string;
  service: string | null;
  end: End;
}

export interface PlannedHistory {
  deeds: Deed[];
  referral: PlannedReferral;
}

/** Plans the history of one referral, from entering the person to the last step so far. */
export function planReferral(luck: Chance, time: WorkingTime, beginning: Beginning): PlannedHistory {
  const { key, person, referrer, end } = beginning;
  const service = beginning.service === null ? null : serviceOf(beginning.service);
  const content = writeContent(luck, person, referrer, service, end);
  const age = drawAge(luck, end, content.urgency);
  const steps = stepsTo(end, luck);
  const agesLeft = agesOfSteps(luck, age, steps, end);
  const at = (minutes: number) => time.minutesAgo(minutes);
  const deeds = [...writing(luck, beginning, service, content, age, at), ...ending(beginning, age, at)];
  steps.forEach((step, index) => deeds.push(stepDeed(luck, beginning, step, at(agesLeft[index]!), service!)));
  if (end === 'withdrawn' && luck.percent(40))
    deeds.push({ kind: 'revokeRelease', at: at(agesLeft.at(-1)! * 0.6), by: referrerAt(referrer), release: key });
  const joined = steps.indexOf('waitlist');
  return {
    deeds,
    referral: {
      key,
      person: person.key,
      referrer,
      service,
      urgency: content.urgency,
      shortNotice: content.shortNotice,
      minimumNoticeHours: content.minimumNoticeHours,
      sentAt: at(age),
      joinedAt: joined < 0 ? null : at(agesLeft[joined]!),
    },
  };
}

/** The person, the release, the draft: written by whoever has the desk, a few minutes before it is sent. */
function writing(
  luck: Chance,
  beginning: Beginning,
  service: InventedService | null,
  content: Written,
  age: number,
  at: (minutes: number) => Date,
): Deed[] {
  const { key, person, isKnown, referrer, end } = beginning;
  const by = assistantAt(referrer);
  const drafted = age + luck.between(4, 30);
  const deeds: Deed[] = [];
  if (!isKnown) deeds.push({ kind: 'enterPerson', at: at(drafted + luck.between(4, 9)), by, person: person.key, input: person.input });
  if (service) {
    const terms = releaseTerms(luck, at(drafted));
    deeds.push({
      kind: 'recordRelease',
      at: at(drafted + luck.between(1, 3)),
      by,
      release: key,
      person: person.key,
      recipient: service.organisation,
      terms,
    });
  }
  const written = end === 'draft' || end === 'discarded' ? unfinished(luck, content) : content;
  deeds.push({ kind: 'draft', at: at(drafted), by, referral: key, person: person.key, service: service?.key ?? null, content: written });
  return deeds;
}

function ending({ key, referrer, end }: Beginning, age: number, at: (minutes: number) => Date): Deed[] {
  if (end === 'draft' || end === 'prepared') return [];
  const by = referrerAt(referrer);
  if (end === 'discarded') return [{ kind: 'discard', at: at(age * 0.4), by, referral: key, reason: 'Hat sich im Gespräch geklärt.' }];
  return [{ kind: 'submit', at: at(age), by, referral: key }];
}

/** Somebody was called away while writing: urgency is missing, often the question too. */
function unfinished(luck: Chance, { reason, question }: Written): Partial<Written> {
  return { reason: luck.percent(70) ? reason : null, question: luck.percent(50) ? question : null };
}

const parts: readonly DataPart[] = ['identity', 'contact', 'diagnosis', 'medication', 'notes'];

function releaseTerms(luck: Chance, at: Date): ReleaseTerms {
  const givenOn = calendarDayOf(at);
  return {
    purpose: luck.one(purposes),
    dataParts: [
      ...parts,
      ...(luck.percent(50) ? (['risk', 'appointments'] as const) : []),
      ...(luck.percent(40) ? (['letters'] as const) : []),
    ],
    form: luck.weighted(['written', 'electronic', 'oral_documented'] as const, (form) => (form === 'written' ? 7 : 2)),
    givenOn,
    validUntil: addCalendarDays(givenOn, luck.one([365, 365, 365, 270, 730])),
  };
}

function stepDeed(luck: Chance, { key, referrer }: Beginning, step: Step, at: Date, service: InventedService): Deed {
  const receiver = { at, by: intakeAt(service.organisation), referral: key };
  const sender = { at, by: referrerAt(referrer), referral: key };
  const [question, answer] = questions[Math.abs(hash(key)) % questions.length]!;
  switch (step) {
    case 'acknowledge':
    case 'startTriage':
      return { ...receiver, kind: step };
    case 'requestInfo':
      return { ...receiver, kind: step, question, dueOn: addCalendarDays(calendarDayOf(at), luck.whole(3, 6)) };
    case 'provideInfo':
      return { ...sender, kind: step, answer };
    case 'accept':
      return { ...receiver, kind: step, note: luck.one(acceptNotes) };
    case 'waitlist':
      return { ...receiver, kind: step, note: luck.one(listNotes) };
    case 'decline':
      return { ...receiver, kind: step, returned: luck.one(returns.filter(({ by }) => !by || by.includes(service.category))) };
    case 'withdraw':
      return { ...sender, kind: step, withdrawal: luck.one(withdrawals) };
  }
}

/** Question and answer of one referral belong together, wherever they are drawn. */
const hash = (key: string): number => [...key].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) | 0, 7);
