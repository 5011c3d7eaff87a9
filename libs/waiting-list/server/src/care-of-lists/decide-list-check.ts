import { refuse, type BodyOf } from '@lotse/kernel';
import { Referrals, ReturnReferral } from '@lotse/referral/server';
import { targetInDays, type Urgency } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { refusedCheckDecision, type decideListCheck, type ListCheck } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockCheck, showListCheck, tellCheck, type CheckRecord } from './list-check-row';

type Body = BodyOf<typeof decideListCheck>;

const write = `
  update list_check set state = 'decided', decision = $2, decided_at = now(), decided_by = current_staff(), told_by = $3, decision_note = $4,
    version = version + 1 where id = $1`;
const confirmed = 'update waiting_list_entry set last_validated_at = now() where id = $1';
const reprioritise = 'update waiting_list_entry set urgency = $2, band = $3, target_days = $4, version = version + 1 where id = $1';

/** A clinician decides, in their own name: whoever leaves the list was told, and has something that follows instead. The clock goes on in every case. */
@Injectable()
export class DecideListCheck {
  constructor(
    private readonly referrals: Referrals,
    private readonly giveBack: ReturnReferral,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: Body): Promise<ListCheck> {
    await this.lockReferral(transaction, id);
    const { check } = await lockCheck(transaction, id, version);
    refuse(refusedCheckDecision(check, body));
    transaction.send('list-check.decide', write, [id, body.decision, body.told ?? null, body.note ?? null]);
    this.tasks.endAbout(transaction, id, ['removal_to_decide', 'priority_to_decide'], 'done');
    if (body.decision === 'removed') await this.remove(transaction, check, body);
    if (body.decision === 'kept' && check.answer === 'remove') transaction.send('entry.kept', confirmed, [check.entryId]);
    if (body.decision === 'urgency_changed') await this.reprioritise(transaction, check, body.urgency!);
    tellCheck(transaction, check, 'decide');
    return showListCheck(transaction, id);
  }

  /** Removing hands the referral back, which locks slot and offer before the place: so they come first. */
  private async lockReferral(transaction: Transaction, id: string): Promise<void> {
    const found = await transaction.row<{ referralId: string }>(
      'list-check.referral',
      'select referral_id as "referralId" from list_check where id = $1',
      [id],
    );
    if (found) await this.referrals.lock(transaction, found.referralId);
  }

  private async remove(transaction: Transaction, { referralId }: CheckRecord, { note, wayForward }: Body): Promise<void> {
    const { version } = await this.referrals.load(transaction, referralId);
    const body = { reason: 'person_declined', comment: note, way: 'advice' as const, wayForward: wayForward! };
    await this.giveBack.run(transaction, referralId, version, 'hand_back', body);
  }

  /** What the referrer wrote stays as it is; the place goes by what somebody qualified says now. */
  private async reprioritise(transaction: Transaction, { entryId }: CheckRecord, urgency: Urgency): Promise<void> {
    const { urgencyBands } = await this.regions.settings(transaction);
    const band = urgencyBands.find((candidate) => candidate.urgency === urgency)!;
    transaction.send('entry.reprioritise', reprioritise, [entryId, urgency, band.band, targetInDays(band)]);
  }
}
