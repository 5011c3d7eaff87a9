import { addWorkingDays, calendarDayOf, instantAt, refuse, type BodyOf } from '@lotse/kernel';
import { referralLifecycle, riskReviewDue } from '@lotse/referral/model';
import { Referrals, SuspendReferral, type ReferralRecord } from '@lotse/referral/server';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import type { TaskKind } from '@lotse/task/model';
import { Tasks } from '@lotse/task/server';
import { listCheckLifecycle, refusedCheckAnswer, type answerListCheck, type ListCheck } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockCheck, showListCheck, tellCheck, type CheckRecord } from './list-check-row';

type Body = BodyOf<typeof answerListCheck>;

const write = `
  update list_check set state = $2, answer = $3, answered_at = now(), answered_by = current_staff(), answered_by_organisation_id = current_organisation(),
    note = $4, postponed_until = $5, asks_for_priority = $6, version = version + 1 where id = $1`;
const confirmed = 'update waiting_list_entry set last_validated_at = now() where id = $1';
const spokenWith = 'update waiting_list_entry set last_contact_at = now() where id = $1';

/** Writes down what somebody on the list says, on either side. Only what a clinician then decides takes anybody off the list. */
@Injectable()
export class AnswerListCheck {
  constructor(
    private readonly referrals: Referrals,
    private readonly suspend: SuspendReferral,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: Body): Promise<ListCheck> {
    const { check } = await lockCheck(transaction, id, version);
    refuse(refusedCheckAnswer(check, body, calendarDayOf(new Date())));
    const needsDecision = body.answer === 'remove' || body.asksForPriority;
    const state = listCheckLifecycle.next(check.state, needsDecision ? 'ask_decision' : 'answer');
    const { answer, note, postponedUntil, asksForPriority } = body;
    transaction.send('list-check.answer', write, [id, state, answer, note ?? null, postponedUntil ?? null, asksForPriority]);
    this.follow(transaction, check, body);
    const referral = await this.referrals.load(transaction, check.referralId);
    if (needsDecision) await this.askForDecision(transaction, check, referral, body);
    if (answer === 'postpone') await this.postpone(transaction, check, referral, postponedUntil!);
    tellCheck(transaction, check, 'answer');
    return showListCheck(transaction, id);
  }

  private follow(transaction: Transaction, check: CheckRecord, { answer }: Body): void {
    this.tasks.endAbout(transaction, check.id, ['list_check_by_referrer'], 'done');
    if (answer === 'stays' || answer === 'postpone') transaction.send('entry.confirmed', confirmed, [check.entryId]);
    if (check.organisationId === transaction.actor.organisationId) transaction.send('entry.spoken-with', spokenWith, [check.entryId]);
  }

  private async askForDecision(transaction: Transaction, check: CheckRecord, referral: ReferralRecord, { answer }: Body): Promise<void> {
    const settings = await this.regions.settings(transaction);
    const now = new Date();
    const inAWeek = instantAt(addWorkingDays(calendarDayOf(now), 5, workingDaysOf(settings)), '17:00');
    if (answer === 'remove') this.open(transaction, 'removal_to_decide', check, referral, inAWeek);
    else this.open(transaction, 'priority_to_decide', check, referral, riskReviewDue(referral.urgency, settings, now));
  }

  /** Whoever keeps the list pauses at once; when the referrer says so it is work for whoever keeps the list. */
  private async postpone(transaction: Transaction, check: CheckRecord, referral: ReferralRecord, until: string): Promise<void> {
    const isOwn = check.organisationId === transaction.actor.organisationId;
    if (isOwn && referralLifecycle.allows(referral.state, 'suspend')) {
      await this.suspend.run(transaction, referral.id, referral.version, { reason: 'wants_to_wait', reviewOn: until });
    } else this.open(transaction, 'postponement_to_arrange', check, referral, instantAt(until, '17:00'));
  }

  private open(transaction: Transaction, kind: TaskKind, check: CheckRecord, referral: ReferralRecord, dueAt: Date): void {
    this.tasks.open(transaction, {
      key: `${kind.replaceAll('_', '-')}:${check.id}`,
      kind,
      subject: kind === 'postponement_to_arrange' ? 'referral' : 'list-check',
      subjectId: kind === 'postponement_to_arrange' ? check.referralId : check.id,
      personId: check.personId,
      organisationId: check.organisationId,
      dueAt,
      facts: { reference: referral.reference },
    });
  }
}
