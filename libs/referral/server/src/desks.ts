import { deskChanged, type ReferralState } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** A referral as far as one's own desk is concerned. */
export interface DeskRecord {
  id: string;
  personId: string;
  state: ReferralState;
  dueAt: Date | null;
  version: number;
  assigneeId: string | null;
  snoozedUntil: Date | null;
}

/** Something that was asked of a referral and could not be done: the code of the problem, and its facts. */
export interface NotDone {
  id: string;
  code: string;
  context?: Record<string, unknown>;
}

// Nothing is locked: whoever moves the referral meanwhile changes its version, and that alone ends what is put aside here.
const load = `
  select r.id, r.person_id as "personId", r.state, r.due_at as "dueAt", r.version, d.assignee_id as "assigneeId",
    case when d.snoozed_until > now() and d.snoozed_version = r.version then d.snoozed_until end as "snoozedUntil"
  from referral r left join referral_desk d on d.referral_id = r.id and d.organisation_id = current_organisation()
  where r.id = any ($1) order by r.id`;

/** The desks of the actor's organisation. Nothing here is seen by the other side of a referral. */
@Injectable()
export class Desks {
  /** The referrals that the actor may see, and which of the ids asked for are none of theirs. */
  async load(transaction: Transaction, ids: readonly string[]): Promise<{ found: DeskRecord[]; missing: NotDone[] }> {
    const asked = [...new Set(ids)];
    const found = await transaction.rows<DeskRecord>('desk.load', load, [asked]);
    const known = new Set(found.map(({ id }) => id));
    return { found, missing: asked.filter((id) => !known.has(id)).map((id) => ({ id, code: 'not-found' })) };
  }

  /** What a change of a desk leaves behind: a line in the chronicle, and word to the screens of the own organisation only. */
  changed(transaction: Transaction, { id, personId, version }: DeskRecord, verb: string): void {
    transaction.record({ kind: 'act', verb, subject: 'referral', subjectId: id, personId });
    const audience = [transaction.actor.organisationId];
    transaction.tell({ name: deskChanged, subject: 'referral', subjectId: id, version, audience, payload: {} });
  }
}
