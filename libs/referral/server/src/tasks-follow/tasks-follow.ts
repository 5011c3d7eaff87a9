import { daysAfter } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { TaskKind } from '@lotse/task/model';
import { Tasks } from '@lotse/task/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferralEffects, type Move, type ReferralEffect, type TakenBack } from '../referral-effects';

const inDays = (count: number): Date => daysAfter(Date.now(), count);

/** Kinds whose cause ends when a referral leaves a state. */
const endsWith: Readonly<Record<string, readonly TaskKind[]>> = {
  draft: ['draft_forgotten'],
  suspended: ['suspension_to_review'],
  outcome_sent: ['outcome_to_acknowledge', 'outcome_to_chase', 'outcome_question'],
  returned: ['way_forward_check'],
};

/** The work that moves of a referral make and end: opened for the side that has to do it, by a key that the step gives. */
@Injectable()
export class TasksFollow implements ReferralEffect, OnModuleInit {
  readonly name = 'referral.tasks-follow';

  constructor(
    private readonly effects: ReferralEffects,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async apply(transaction: Transaction, move: Move): Promise<void> {
    this.end(transaction, move);
    this.open(transaction, move);
  }

  async takenBack(transaction: Transaction, { act, stepId }: TakenBack): Promise<void> {
    if (act !== 'no_show') return;
    for (const kind of ['risk-review', 'contact-after-no-show']) this.tasks.drop(transaction, `${kind}:${stepId}`);
  }

  private end(transaction: Transaction, { record, act, from, to }: Move): void {
    if (to === 'closed' || to === 'withdrawn' || to === 'entered_in_error') {
      return this.tasks.endAbout(transaction, record.id, 'all', to === 'closed' ? 'done' : 'dropped');
    }
    const kinds: TaskKind[] = from === to ? [] : [...(endsWith[from] ?? [])];
    if (act === 'dna_to_cancelled') kinds.push('risk_review', 'contact_after_no_show');
    if (record.declineProposedBy) kinds.push('decline_to_confirm');
    if (kinds.length > 0) this.tasks.endAbout(transaction, record.id, kinds, 'done');
  }

  private open(transaction: Transaction, { record, act, dueAt, stepId, reason }: Move): void {
    const open = (kind: TaskKind, organisationId: string | null, due: Date) =>
      organisationId &&
      this.tasks.open(transaction, {
        key: `${kind.replaceAll('_', '-')}:${stepId}`,
        kind,
        subject: 'referral',
        subjectId: record.id,
        personId: record.personId,
        organisationId,
        dueAt: due,
        facts: { reference: record.reference },
      });
    if (act === 'no_show') {
      open('risk_review', record.recipientOrganisationId, dueAt);
      // Nobody rings up somebody who has died.
      if (reason?.code !== 'died') open('contact_after_no_show', record.recipientOrganisationId, dueAt);
    }
    if (act === 'send_outcome' || act === 'reopen') open('outcome_to_acknowledge', record.referrerOrganisationId, dueAt);
    if (act === 'query_outcome') open('outcome_question', record.recipientOrganisationId, inDays(5));
  }
}
