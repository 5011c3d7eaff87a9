import type { MeetingMode } from '@lotse/directory/model';
import type { Role } from '@lotse/identity/model';
import { notFound, Refusal } from '@lotse/kernel';
import { partsFrom } from '@lotse/people/server';
import { shownTo } from '@lotse/people/model';
import { isUndoable, referralSchema, refusedUndo, type Referral, type ReferralContent, type ReferralStep } from '@lotse/referral/model';
import type { Actor, Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { refusedUndoByRole } from '../permission-of-act';
import { contentObject } from '../content-columns';
import { fingerprintOf } from '../fingerprint';
import { wholeRow, referralRowColumns, referralRowTables, type ReferralRowRecord } from '../referral-row';

interface Row extends ReferralRowRecord {
  content: ReferralContent;
  targetDays: number | null;
  phone: string | null;
  street: string | null;
  postcode: string | null;
  kvnr: string | null;
  isInvented: boolean;
  language: string;
  openQuestion: string | null;
  origin: Referral['origin'];
  openQuestionDueOn: string | null;
  appointmentStartsAt: Date | null;
  appointmentEndsAt: Date | null;
  appointmentPlace: string | null;
  suggested: Referral['suggested'];
  appointmentMode: MeetingMode | null;
  outcome: Referral['outcome'];
  legStartedAt: Date | null;
  pausedSince: Date | null;
  pausedSeconds: number;
  suspendedUntil: string | null;
  riskReviewOpen: boolean;
  deadlines: Referral['deadlines'];
  steps: StepRow[];
}

type StepRow = Omit<ReferralStep, 'undone'> & { organisationId: string; undoes: string | null; versionBefore: number | null };

const steps = `
  (select coalesce(json_agg(json_build_object('id', st.id, 'act', st.act, 'fromState', st.from_state, 'toState', st.to_state, 'at', st.at,
     'staffName', sf.display_name,
     'voice', case when v.step_id is not null then json_build_object('saidBy', v.said_by, 'through', v.said_through, 'organisationName', vo.name) end, 'organisationName', so.name, 'note', st.note,
     'organisationId', st.organisation_id, 'undoes', st.undoes, 'versionBefore', (st.before ->> 'version')::int) order by st.at, st.id), '[]')
   from referral_step st join staff sf on sf.id = st.staff_id join organisation so on so.id = st.organisation_id
     left join referral_step_voice v on v.step_id = st.id left join organisation vo on vo.id = v.on_behalf_of_organisation_id
   where st.referral_id = r.id)`;

const outcome = `
  (select json_build_object('outcome', o.outcome, 'report', o.report, 'noReportReason', o.no_report_reason, 'edition', o.edition, 'at', o.at,
     'byName', sf.display_name, 'organisationName', so.name)
   from referral_outcome o join staff sf on sf.id = o.staff_id join organisation so on so.id = o.organisation_id
   where o.referral_id = r.id order by o.edition desc limit 1)`;

const suggested = `
  case when r.state = 'returned' and r.way_forward is not null then json_build_object('way', r.way_forward, 'service',
    (select json_build_object('id', i.id, 'name', i.name, 'organisationName', io.name) from service i join organisation io on io.id = i.organisation_id
     where i.id = r.alternative_service_id)) end`;

const deadlines = `
  (select coalesce(json_agg(json_build_object('code', d.code, 'startsOn', d.starts_on, 'dueOn', d.due_on, 'owner', d.owner, 'metOn', d.met_on, 'ruleVersion', d.rule_version)
     order by d.due_on, d.code), '[]') from referral_deadline d where d.referral_id = r.id)`;

const text = `
  select ${referralRowColumns},
    ${contentObject('r')} as content,
    r.target_days as "targetDays", p.phone, p.street, p.postcode, p.kvnr, p.is_invented as "isInvented", p.language, r.open_question as "openQuestion",
    r.open_question_due_on::text as "openQuestionDueOn", r.appointment_starts_at as "appointmentStartsAt",
    r.appointment_ends_at as "appointmentEndsAt", r.appointment_place as "appointmentPlace", r.appointment_mode as "appointmentMode", r.origin,
    r.leg_started_at as "legStartedAt", r.paused_since as "pausedSince", r.paused_seconds as "pausedSeconds",
    r.suspended_until::text as "suspendedUntil", r.risk_review_open as "riskReviewOpen", ${suggested} as suggested, ${outcome} as outcome, ${deadlines} as deadlines, ${steps} as steps
  from ${referralRowTables} where r.id = $1`;

const asInstant = (text: string): string => new Date(text).toISOString();

function appointmentOf(row: Row): Referral['appointment'] {
  if (!row.appointmentStartsAt || !row.appointmentEndsAt) return null;
  return {
    startsAt: row.appointmentStartsAt.toISOString(),
    endsAt: row.appointmentEndsAt.toISOString(),
    mode: row.appointmentMode,
    place: row.appointmentPlace ?? '',
  };
}

function stepsOf(steps: readonly StepRow[]): ReferralStep[] {
  const undone = new Set(steps.map(({ undoes }) => undoes));
  return steps.map((step) => ({ ...step, at: asInstant(step.at), undone: undone.has(step.id) }));
}

function serviceClockOf({ legStartedAt, pausedSince, pausedSeconds }: Row): Referral['serviceClock'] {
  if (!legStartedAt) return null;
  return { startedAt: legStartedAt.toISOString(), pausedSince: pausedSince?.toISOString() ?? null, pausedSeconds };
}

/** The last step, when the reader may take it back: the same rules refuse the act itself. */
function undoOf({ steps, version }: Row, { organisationId, roles }: Actor): Referral['undo'] {
  const last = steps.at(-1);
  if (!last || !isUndoable(last.act)) return null;
  const facts = {
    act: last.act,
    organisationId: last.organisationId,
    at: new Date(last.at),
    isOvertaken: last.versionBefore !== version - 1,
    isRemembered: last.versionBefore !== null,
  };
  const refused = refusedUndo(facts, organisationId, new Date()) ?? refusedUndoByRole(last.act, roles as Role[]);
  return refused ? null : { act: last.act, byName: last.staffName, at: asInstant(last.at) };
}

const readRow = (transaction: Transaction, id: string) => transaction.row<Row>('referral.read', text, [id]);

/** One referral with its history, for either side, cut to what the reader was given. */
@Injectable()
export class ReadReferral {
  async run(transaction: Transaction, id: string): Promise<Referral> {
    const row = await readRow(transaction, id);
    if (!row) throw new Refusal(notFound());
    const parts = partsFrom(row.parts);
    transaction.shows({ people: [row.personId], parts: parts ?? undefined, basis: basisOf(row, transaction.actor) });
    const shown = shownTo(referralSchema, whole(row, transaction.actor), parts);
    return { ...shown, fingerprint: fingerprintOf(shown) };
  }
}

/** Why it may be seen: as the referrer's own, or as what one has received. */
const basisOf = ({ id, referrerOrganisationId }: Row, { organisationId }: Actor): string =>
  referrerOrganisationId === organisationId ? 'own' : `leg:${id}`;

/** A referral before it is cut: for what is the reader's own. */
export type WholeReferral = Omit<Referral, 'hidden' | 'fingerprint'>;

/** One referral with everything in it. Whoever calls makes sure that it is the reader's own, or cuts it. */
export async function readWhole(transaction: Transaction, id: string): Promise<WholeReferral | undefined> {
  const row = await readRow(transaction, id);
  return row && whole(row, transaction.actor);
}

function whole(row: Row, actor: Actor): WholeReferral {
  const { phone, street, postcode, kvnr, language, isInvented } = row;
  return {
    ...wholeRow(row),
    content: row.content,
    clockStartedAt: row.clockStartedAt?.toISOString() ?? null,
    targetDays: row.targetDays,
    person: { phone, street, postcode, kvnr, language, isInvented },
    appointment: appointmentOf(row),
    openQuestion: row.openQuestion && row.openQuestionDueOn ? { text: row.openQuestion, dueOn: row.openQuestionDueOn } : null,
    origin: row.origin,
    suggested: row.suggested,
    outcome: row.outcome && { ...row.outcome, at: asInstant(row.outcome.at) },
    serviceClock: serviceClockOf(row),
    suspendedUntil: row.suspendedUntil,
    riskReviewOpen: row.riskReviewOpen,
    deadlines: row.deadlines,
    steps: stepsOf(row.steps),
    undo: undoOf(row, actor),
  };
}
