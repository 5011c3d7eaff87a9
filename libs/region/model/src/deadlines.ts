import { addCalendarDays, addWorkingDays, isWorkingDay, type CalendarDay } from '@lotse/kernel';
import * as z from 'zod';
import { ruleInVersion, rulesInForce, versionedRuleSchema } from './county-rule';
import { workingDaysOf } from './holidays';
import { urgencySchema } from './urgency';

/** A deadline with a name: where it comes from, what starts it, how it is counted, whose it is. */
export const deadlineRuleSchema = versionedRuleSchema.extend({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  de: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(120),
  /** The rule of law or agreement, as one would quote it. */
  basis: z.string().trim().min(1).max(120),
  /** What starts it: sending, a day that somebody names, or waiting (`on_list`: these are about lists as a whole, nobody sets them). */
  start: z.enum(['sent', 'day_of_discharge', 'day_of_application', 'day_of_need', 'on_list']),
  amount: z.number().int().min(1).max(400),
  unit: z.enum(['days', 'weeks', 'working_days']),
  /** Whether a Saturday is a working day for it ("Werktag"); as the county counts without. */
  saturdayCounts: z.boolean().optional(),
  /** Whether it moves on when its last day is a Saturday, a Sunday or a holiday (§ 193 BGB, § 26 SGB X). */
  movesToWorkingDay: z.boolean(),
  owner: z.enum(['referrer', 'recipient']),
  /** Urgencies for which it begins by itself when a referral is sent; otherwise somebody sets it. */
  urgencies: z.array(urgencySchema),
  /** So many days before its last day a task says so. */
  warnBefore: z.number().int().min(0).max(60).optional(),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});
export type DeadlineRule = z.output<typeof deadlineRuleSchema>;

type Rest = Pick<DeadlineRule, 'owner' | 'urgencies' | 'movesToWorkingDay'> & Partial<DeadlineRule>;
const rule = (
  code: string,
  [de, en]: readonly [string, string],
  basis: string,
  start: DeadlineRule['start'],
  [amount, unit]: readonly [number, DeadlineRule['unit']],
  rest: Rest,
): DeadlineRule => ({ code, de, en, basis, start, amount, unit, from: null, until: null, ...rest });

const ofRecipient = { owner: 'recipient', urgencies: [], movesToWorkingDay: false } as const satisfies Rest;

const care = (code: string, words: readonly [string, string], weeks: number): DeadlineRule =>
  rule(code, words, 'Listenpflege im Landkreis', 'on_list', [weeks, 'weeks'], ofRecipient);

/** When whoever waits is asked whether the place is still needed, and how often somebody asks how they are. */
const onList: readonly DeadlineRule[] = [
  care('list_check_first', ['Listenprüfung, erste', 'List check, first'], 12),
  care('list_check_second', ['Listenprüfung, zweite', 'List check, second'], 26),
  care('list_check_third', ['Listenprüfung, dritte', 'List check, third'], 52),
  care('list_check_again', ['Listenprüfung danach, immer wieder', 'List check after that, again and again'], 12),
  care('check_in_very_urgent', ['Nachfrage während des Wartens: sehr dringend', 'Check-in while waiting: very urgent'], 1),
  care('check_in_urgent', ['Nachfrage während des Wartens: dringend', 'Check-in while waiting: urgent'], 1),
  care('check_in_acute_treatment', ['Nachfrage während des Wartens: Akutbehandlung', 'Check-in while waiting: acute treatment'], 2),
  care('check_in_soon', ['Nachfrage während des Wartens: zeitnah', 'Check-in while waiting: soon'], 4),
  care('check_in_routine', ['Nachfrage während des Wartens: regulär', 'Check-in while waiting: routine'], 8),
];

/** What holds where a county says nothing else. */
export const usualDeadlines: readonly DeadlineRule[] = [
  rule(
    'network_first_contact',
    ['Eingangssprechstunde im Netzverbund', 'First consultation in the network'],
    '§ 6 Abs. 1 Nr. 2 KSVPsych-RL',
    'sent',
    [7, 'working_days'],
    { ...ofRecipient, saturdayCounts: true },
  ),
  rule(
    'consultation_by_code',
    ['Sprechstunde über 116117', 'Consultation through 116117'],
    '§ 75 Abs. 1a SGB V',
    'sent',
    [4, 'weeks'],
    ofRecipient,
  ),
  rule('acute_treatment_by_code', ['Akutbehandlung', 'Acute treatment'], '§ 75 Abs. 1a SGB V', 'sent', [2, 'weeks'], {
    ...ofRecipient,
    urgencies: ['acute_treatment'],
  }),
  rule(
    'probatory_session_by_code',
    ['Probatorische Sitzung', 'Probatory session'],
    '§ 75 Abs. 1a SGB V',
    'sent',
    [4, 'weeks'],
    ofRecipient,
  ),
  rule(
    'arranged_by_practice',
    ['Hausarzt-Vermittlungsfall', 'Appointment arranged by the practice'],
    '§ 73 Abs. 1 Satz 2 SGB V',
    'day_of_need',
    [35, 'days'],
    { ...ofRecipient, owner: 'referrer' },
  ),
  rule(
    'follow_up_after_discharge',
    ['Anschlusstermin nach Entlassung', 'Follow-up after discharge'],
    '§ 39 Abs. 1a SGB V',
    'day_of_discharge',
    [7, 'days'],
    ofRecipient,
  ),
  rule(
    'responsibility_check',
    ['Zuständigkeit klären', 'Check of responsibility'],
    '§ 14 Abs. 1 SGB IX',
    'day_of_application',
    [2, 'weeks'],
    { ...ofRecipient, movesToWorkingDay: true },
  ),
  rule(
    'decision_on_application',
    ['Über den Antrag entscheiden', 'Decision on the application'],
    '§ 14 Abs. 2 SGB IX',
    'day_of_application',
    [3, 'weeks'],
    { ...ofRecipient, movesToWorkingDay: true },
  ),
  ...onList,
];

interface Settings {
  land: string;
  saturdayCounts: boolean;
  deadlines?: readonly DeadlineRule[];
}

/** Without a word of the county a task says so two days before. */
export const usualWarning = 2;

type Deadlines = Pick<Settings, 'deadlines'>;

/** Every version of every deadline: the usual ones, what the county came with, and what it has changed since. */
export const deadlineVersions = ({ deadlines = [] }: Deadlines): DeadlineRule[] => [...usualDeadlines, ...deadlines];

/** All deadlines of a county as they are in force on a day. Retired ones too: old referrals name them. */
export const deadlinesOf = (settings: Deadlines, day?: CalendarDay): DeadlineRule[] =>
  rulesInForce(deadlineVersions(settings), ({ code }) => code, day);

/** The deadlines that may count on a day. */
export const deadlinesOn = (settings: Deadlines, day: CalendarDay): DeadlineRule[] =>
  deadlinesOf(settings, day).filter(({ from, until }) => (from === null || from <= day) && (until === null || until >= day));

/** A deadline as it was in one of its versions: what began under it goes on under it. */
export const deadlineInVersion = (settings: Deadlines, code: string, version: number): DeadlineRule | undefined =>
  ruleInVersion(
    deadlineVersions(settings).filter((rule) => rule.code === code),
    version,
  );

/** The last day of a deadline. The day it begins with is not counted (§ 187 BGB). */
export function lastDayOf(
  given: Pick<DeadlineRule, 'amount' | 'unit' | 'saturdayCounts' | 'movesToWorkingDay'>,
  begins: CalendarDay,
  settings: Settings,
): CalendarDay {
  const { amount, unit, saturdayCounts = settings.saturdayCounts, movesToWorkingDay } = given;
  const rule = workingDaysOf({ land: settings.land, saturdayCounts });
  if (unit === 'working_days') return addWorkingDays(begins, amount, rule);
  let last = addCalendarDays(begins, unit === 'weeks' ? amount * 7 : amount);
  const office = { ...rule, saturdayCounts: false };
  while (movesToWorkingDay && !isWorkingDay(last, office)) last = addCalendarDays(last, 1);
  return last;
}

/** A clock that may stand still. */
export interface TimePassed {
  startedAt: Date;
  pausedSeconds: number;
  pausedSince: Date | null;
}

/** How long something has run, without what it was paused for, in milliseconds. */
export function runningTime({ startedAt, pausedSeconds, pausedSince }: TimePassed, now: Date): number {
  const running = now.getTime() - startedAt.getTime() - pausedSeconds * 1000;
  return Math.max(0, pausedSince ? running - (now.getTime() - pausedSince.getTime()) : running);
}
