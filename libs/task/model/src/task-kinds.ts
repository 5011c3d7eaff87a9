import type { Role } from '@lotse/identity/model';
import * as z from 'zod';

/** Who sees the tasks of a team that nobody has taken yet. */
export const pools = {
  referring: ['referrer', 'referrer_admin', 'social_worker'],
  intake: ['intake', 'triager', 'service_manager'],
  clinic: ['clinician', 'social_worker', 'service_manager', 'triager'],
  /** Practices have nobody above the doctors, and the county nobody above those who coordinate, so they are among those who lead. */
  lead: ['service_manager', 'triager', 'referrer', 'referrer_admin', 'coordinator'],
  coordination: ['coordinator'],
  protection: ['dpo'],
  administration: ['org_admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Pool = keyof typeof pools;

interface TaskKindRule {
  /** Whose work it is as long as nobody has taken it. */
  readonly pool: Pool;
  /** What somebody may say when it is done; nothing where an act on the subject itself ends it. */
  readonly results: readonly string[];
  /** Hours after the due date, after which it becomes work of those who lead. */
  readonly escalatesAfterHours: number;
}

const byHand = ['done', 'not_needed'] as const;
const byAct = [] as const;
const days = (count: number): number => count * 24;

/** Every kind of task there is: a line here and a sentence in the texts of `task` is all that a new one needs. */
export const taskKinds = {
  /** A draft that nobody has touched for weeks: is it still wanted? It is never deleted. */
  draft_forgotten: { pool: 'referring', results: byHand, escalatesAfterHours: days(14) },
  question_due: { pool: 'referring', results: byAct, escalatesAfterHours: days(2) },
  /** The same, when it is the receiver who was asked. */
  question_due_at_recipient: { pool: 'intake', results: byAct, escalatesAfterHours: days(2) },
  advice_to_answer: { pool: 'intake', results: byAct, escalatesAfterHours: days(3) },
  advice_to_review: { pool: 'referring', results: byAct, escalatesAfterHours: days(7) },
  /** Fourteen days after a referral came back: did what was agreed instead happen? */
  way_forward_check: { pool: 'referring', results: ['happened', 'not_happened', 'not_reached'], escalatesAfterHours: days(7) },
  /** "Nothing available" is not the word of one person alone. */
  decline_to_confirm: { pool: 'lead', results: byAct, escalatesAfterHours: days(1) },
  error_to_confirm: { pool: 'lead', results: byAct, escalatesAfterHours: days(5) },
  /** The receiver loses sight of a referral soon: somebody has to ask whether the release is renewed. */
  release_ends: { pool: 'referring', results: byHand, escalatesAfterHours: days(2) },
  suspension_to_review: { pool: 'intake', results: ['still_away', 'done'], escalatesAfterHours: days(5) },
  risk_review: { pool: 'clinic', results: byAct, escalatesAfterHours: days(1) },
  contact_after_no_show: { pool: 'intake', results: ['reached', 'not_reached', 'not_needed'], escalatesAfterHours: days(2) },
  /** A round of a waiting list: everybody in it is asked. It ends with the last answer. */
  list_to_validate: { pool: 'intake', results: byAct, escalatesAfterHours: days(14) },
  list_to_check_in: { pool: 'intake', results: byAct, escalatesAfterHours: days(3) },
  /** Whoever referred is asked whether the place is still needed. */
  list_check_by_referrer: { pool: 'referring', results: byAct, escalatesAfterHours: days(14) },
  /** The referrer says that somebody wants to come later: whoever keeps the list sees to the pause. */
  postponement_to_arrange: { pool: 'intake', results: byHand, escalatesAfterHours: days(7) },
  removal_to_decide: { pool: 'clinic', results: byAct, escalatesAfterHours: days(7) },
  priority_to_decide: { pool: 'clinic', results: byAct, escalatesAfterHours: days(1) },
  outcome_to_acknowledge: { pool: 'referring', results: byAct, escalatesAfterHours: days(7) },
  outcome_to_chase: { pool: 'clinic', results: byAct, escalatesAfterHours: days(7) },
  outcome_question: { pool: 'clinic', results: byAct, escalatesAfterHours: days(5) },
  deadline_of_referrer: { pool: 'referring', results: byHand, escalatesAfterHours: days(1) },
  deadline_of_recipient: { pool: 'intake', results: byHand, escalatesAfterHours: days(1) },
  /** The part before has ended: the next one, prepared as a draft, is to be sent. */
  part_to_send: { pool: 'referring', results: byHand, escalatesAfterHours: days(2) },
  /** The part before came to nothing: is the next one still wanted? */
  part_to_decide: { pool: 'referring', results: byHand, escalatesAfterHours: days(2) },
  /** Two offers in a row were missed: can the person be reached at all? Place and clock stay. */
  offers_missed: { pool: 'referring', results: ['reached', 'not_reached', 'not_needed'], escalatesAfterHours: days(2) },
  /** Nobody could be reached with an offer: a number has to be found. */
  person_unreachable: { pool: 'referring', results: ['reached', 'not_reached', 'not_needed'], escalatesAfterHours: days(2) },
  /** An offer was declined because other help was found: is the request still wanted? */
  request_still_wanted: { pool: 'referring', results: byHand, escalatesAfterHours: days(5) },
  /** A reason for declining that says something about what the person needs. */
  decline_to_review: { pool: 'intake', results: byHand, escalatesAfterHours: days(5) },
  /** Two reasonable offers were declined: somebody who treats looks at it before anything else happens. */
  reasonable_offers_declined: { pool: 'clinic', results: byHand, escalatesAfterHours: days(7) },
  /** Somebody on the list has an appointment elsewhere: do they still need this place? */
  parallel_entry: { pool: 'intake', results: byHand, escalatesAfterHours: days(5) },
  /** A free slot fits nobody who waits. */
  slot_fits_nobody: { pool: 'intake', results: byHand, escalatesAfterHours: 4 },
  /** The same, once the clinic has had its time: is the slot published to the services of the county? */
  slot_in_pool: { pool: 'coordination', results: byHand, escalatesAfterHours: days(1) },
  break_glass_review: { pool: 'protection', results: byAct, escalatesAfterHours: days(3) },
  /** A referral lies with a receiver without an account, who has no worklist: has it been answered, and how did it go on? */
  link_unanswered: { pool: 'referring', results: ['reached', 'not_reached', 'not_needed'], escalatesAfterHours: days(2) },
  paper_to_confirm: { pool: 'intake', results: byAct, escalatesAfterHours: days(2) },
  /** Whoever sent something on paper reads no screen: how it went on goes out as a letter. Printing it ends the task; so does telling them otherwise. */
  decline_letter_to_send: { pool: 'intake', results: byHand, escalatesAfterHours: days(2) },
  outcome_letter_to_send: { pool: 'clinic', results: byHand, escalatesAfterHours: days(2) },
  /** A file of one's own was locked: it is missing on the other side, and where it came from has to be looked at. */
  infected_file_of_referrer: { pool: 'referring', results: byHand, escalatesAfterHours: days(2) },
  infected_file_of_recipient: { pool: 'intake', results: byHand, escalatesAfterHours: days(2) },
  /** A day after the calls of an emergency: how did it go on? */
  emergency_follow_up: { pool: 'referring', results: ['reached', 'not_reached', 'not_needed'], escalatesAfterHours: days(1) },
  /** Whoever gives the meeting is away: find another clinician, or another time, and tell. */
  slot_of_absent: { pool: 'intake', results: ['taken_over', 'moved', 'not_needed'], escalatesAfterHours: days(1) },
  /** What another task has grown into; it ends with that one, or when somebody who leads has seen to it. */
  task_overdue: { pool: 'lead', results: byHand, escalatesAfterHours: days(36_500) },
} as const satisfies Record<string, TaskKindRule>;
export type TaskKind = keyof typeof taskKinds;
export const taskKindSchema = z.enum(Object.keys(taskKinds) as [TaskKind, ...TaskKind[]]);

const ruleOf = (kind: TaskKind): TaskKindRule => taskKinds[kind];

/** What somebody may answer when they finish a task of a kind; empty when an act on its subject ends it. */
export const resultsOf = (kind: TaskKind): readonly string[] => ruleOf(kind).results;

/** The kinds whose team somebody with these roles belongs to. */
export function kindsFor(roles: readonly string[]): TaskKind[] {
  const isMember = (pool: Pool) => (pools[pool] as readonly string[]).some((role) => roles.includes(role));
  return taskKindSchema.options.filter((kind) => isMember(taskKinds[kind].pool));
}

/** How long after its due date each kind becomes work of those who lead. */
export const escalationHours: Readonly<Record<string, number>> = Object.fromEntries(
  taskKindSchema.options.filter((kind) => kind !== 'task_overdue').map((kind) => [kind, taskKinds[kind].escalatesAfterHours]),
);
