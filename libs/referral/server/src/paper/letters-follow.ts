import { addWorkingDays, calendarDayOf, instantAt } from '@lotse/kernel';
import type { ReferralAct } from '@lotse/referral/model';
import { workingDaysOf, type LetterKind, type RegionSettings } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import type { TaskKind } from '@lotse/task/model';
import { Tasks } from '@lotse/task/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferralEffects, type Move, type ReferralEffect } from '../referral-effects';

/** What a sender without an account has to be told by letter, by the act that it tells of. */
const toldByLetter: Partial<Record<ReferralAct, TaskKind>> = {
  decline: 'decline_letter_to_send',
  hand_back: 'decline_letter_to_send',
  send_outcome: 'outcome_letter_to_send',
};

/** What printing a letter is the end of. */
export const endedByLetter: Partial<Record<LetterKind, TaskKind>> = {
  acknowledgement: 'paper_to_confirm',
  decline: 'decline_letter_to_send',
  outcome: 'outcome_letter_to_send',
};

const findPaper = 'select from paper_referral where referral_id = $1';

/** The next working day, at five: whoever waits for a letter should not wait for us. */
export const nextWorkingDay = (settings: RegionSettings): Date =>
  instantAt(addWorkingDays(calendarDayOf(new Date()), 1, workingDaysOf(settings)), '17:00');

/** Opens the work of writing to whoever sent something on paper: no screen of theirs says how it went on. */
@Injectable()
export class LettersFollow implements ReferralEffect, OnModuleInit {
  readonly name = 'referral.letters-follow';

  constructor(
    private readonly effects: ReferralEffects,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async apply(transaction: Transaction, { record, act, stepId }: Move): Promise<void> {
    const kind = toldByLetter[act];
    if (!kind || !record.recipientOrganisationId) return;
    const paper = await transaction.row('paper.came-on', findPaper, [record.id]);
    if (!paper) return;
    this.tasks.open(transaction, {
      key: `${kind.replaceAll('_', '-')}:${stepId}`,
      kind,
      subject: 'referral',
      subjectId: record.id,
      personId: record.personId,
      organisationId: record.recipientOrganisationId,
      dueAt: nextWorkingDay(await this.regions.settings(transaction)),
      facts: { reference: record.reference },
    });
  }
}
