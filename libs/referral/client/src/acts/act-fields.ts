import { chaserWays, deathSources, dispositions, riskAssessments, waysForward } from '@lotse/referral/model';
import type { ReasonList } from '@lotse/region/model';
import type { ServedAct } from './perform-act';

export type Answers = Readonly<Record<string, string>>;

/** One input of an act. */
export interface ActField {
  readonly name: string;
  readonly kind: 'long' | 'day' | 'choice' | 'reason' | 'service' | 'slot' | 'deadline';
  readonly longest?: number;
  readonly optional?: boolean;
  readonly choices?: readonly string[];
  /** The county's list that a reason comes from; it may depend on what was chosen before. */
  readonly list?: (answers: Answers) => ReasonList;
  /** Shown only then. */
  readonly when?: (answers: Answers) => boolean;
  /** The words stand with the field, not with the act. */
  readonly shared?: true;
}

const reasonFrom = (list: ReasonList, name = 'reason'): ActField => ({ name, kind: 'reason', list: () => list });
const shared = (field: ActField): ActField => ({ ...field, shared: true });
const comment: ActField = { name: 'comment', kind: 'long', longest: 1000, optional: true };
const sharedComment = shared(comment);
const note = shared({ name: 'note', kind: 'long', longest: 1000, optional: true });
const why = shared({ name: 'reason', kind: 'long', longest: 500 });
const choice = (name: string, choices: readonly string[]): ActField => shared({ name, kind: 'choice', choices });
const slot = shared({ name: 'slotId', kind: 'slot' });
const isAlternative = (answers: Answers): boolean => answers['way'] === 'alternative';

const comesBack: readonly ActField[] = [
  shared(reasonFrom('decline')),
  choice('way', waysForward),
  shared({ name: 'alternativeServiceId', kind: 'service', optional: true, when: isAlternative }),
  shared({ name: 'wayForward', kind: 'long', longest: 1000 }),
  sharedComment,
];

/** What an act needs to know. Acts that are not listed are done at once. */
export const actFields: Partial<Record<ServedAct, readonly ActField[]>> = {
  // Points and answers are written in forms of their own.
  request_info: [],
  proceed_without_info: [why],
  decline: comesBack,
  hand_back: comesBack,
  redirect: [reasonFrom('redirect'), { name: 'serviceId', kind: 'service' }, { name: 'note', kind: 'long', longest: 1000, optional: true }],
  withdraw: [reasonFrom('withdraw'), comment],
  discard: [{ name: 'reason', kind: 'long', longest: 200, optional: true }],
  resend: [shared({ name: 'serviceId', kind: 'service', optional: true }), note],
  suspend: [shared(reasonFrom('suspend')), shared({ name: 'reviewOn', kind: 'day' }), sharedComment],
  resume: [note],
  back_to_list: [note],
  book: [slot],
  reschedule: [slot, choice('agreed', ['agreed', 'ask'])],
  offer: [slot, shared({ name: 'outOfTurnReason', kind: 'long', longest: 300, optional: true })],
  cancel_appointment: [
    choice('by', ['person', 'provider', 'other']),
    shared({
      name: 'reason',
      kind: 'reason',
      list: ({ by }) => `cancel_by_${by === 'provider' || by === 'other' ? by : 'person'}`,
      when: ({ by }) => !!by,
    }),
    sharedComment,
  ],
  no_show: [shared(reasonFrom('no_show')), sharedComment],
  review_risk: [choice('assessment', riskAssessments), note],
  dna_to_cancelled: [note],
  start_without_appointment: [note],
  interim_note: [shared({ name: 'note', kind: 'long', longest: 4000 })],
  send_outcome: [
    shared(reasonFrom('outcome', 'outcome')),
    shared({ name: 'report', kind: 'long', longest: 8000, optional: true }),
    shared({ name: 'noReportReason', kind: 'reason', list: () => 'no_report', when: ({ report }) => !report?.trim() }),
  ],
  amend_outcome: [shared({ name: 'report', kind: 'long', longest: 8000 })],
  acknowledge_outcome: [choice('disposition', dispositions), note],
  query_outcome: [shared({ name: 'question', kind: 'long', longest: 2000 })],
  chase_outcome: [choice('how', chaserWays)],
  close_unacknowledged: [why],
  reopen: [why],
  request_cancel: [shared(reasonFrom('withdraw')), sharedComment],
  confirm_cancel: [note],
  refuse_cancel: [why],
  set_deadline: [shared({ name: 'code', kind: 'deadline' }), shared({ name: 'startsOn', kind: 'day' })],
  mark_error: [why],
  record_death: [choice('source', deathSources), note],
};

const explained: readonly string[] = ['comment', 'note'];

/** The fields that are asked, after what was answered so far. */
export const fieldsAsked = (fields: readonly ActField[], answers: Answers): ActField[] =>
  fields.filter(({ when }) => when?.(answers) ?? true);

/** Fields that still need something; "another reason" needs a comment. */
export function missingAnswers(fields: readonly ActField[], answers: Answers): string[] {
  const required = (field: ActField) => !field.optional || (explained.includes(field.name) && answers['reason'] === 'other');
  return fieldsAsked(fields, answers)
    .filter((field) => required(field) && !answers[field.name]?.trim())
    .map(({ name }) => name);
}

/** The body of the act: what was filled in. */
export function bodyOf(fields: readonly ActField[], answers: Answers): Record<string, string> {
  return Object.fromEntries(
    fieldsAsked(fields, answers).flatMap(({ name }) => (answers[name]?.trim() ? [[name, answers[name].trim()]] : [])),
  );
}
