import { calendarDayOf } from '@lotse/kernel';
import type { ReferralAct } from '@lotse/referral/model';
import { deadlinesOn, lastDayOf, usualWarning } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferralEffects, type Move, type ReferralEffect, type TakenBack } from '../referral-effects';

const begin = `
  insert into referral_deadline (referral_id, code, starts_on, due_on, owner, rule_version, warn_days) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing`;
const meet = `update referral_deadline set met_on = coalesce(met_on, $2) where referral_id = $1`;
const takeBack = `
  update referral_deadline d set met_on = null from referral_step s
  where d.referral_id = $1 and s.id = $2 and d.met_on = (s.at at time zone 'Europe/Berlin')::date`;

/** Acts by which somebody is seen, or after which nobody waits any more. */
const meeting: readonly ReferralAct[] = ['attend', 'start_without_appointment', 'send_outcome'];

/** Deadlines that begin by themselves when a referral is first sent, and what meets them. Nothing ends when one has passed. */
@Injectable()
export class DeadlinesFollow implements ReferralEffect, OnModuleInit {
  readonly name = 'referral.deadlines-follow';

  constructor(
    private readonly effects: ReferralEffects,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async apply(transaction: Transaction, { record, act }: Move): Promise<void> {
    if (act === 'submit') await this.begin(transaction, record);
    if (!meeting.includes(act)) return;
    transaction.send('deadline.meet', meet, [record.id, calendarDayOf(new Date())]);
    this.tasks.endAbout(transaction, record.id, ['deadline_of_referrer', 'deadline_of_recipient'], 'done');
  }

  /** Whoever was not there after all has not been seen. */
  async takenBack(transaction: Transaction, { record, act, stepId }: TakenBack): Promise<void> {
    if (act === 'attend') transaction.send('deadline.take-back', takeBack, [record.id, stepId]);
  }

  private async begin(transaction: Transaction, { id, urgency, clockStartedAt }: Move['record']): Promise<void> {
    const settings = await this.regions.settings(transaction);
    const today = calendarDayOf(clockStartedAt ?? new Date());
    for (const rule of deadlinesOn(settings, today)) {
      if (rule.start !== 'sent' || urgency === null || !rule.urgencies.includes(urgency)) continue;
      const { code, owner, version = 0, warnBefore = usualWarning } = rule;
      transaction.send('deadline.begin', begin, [id, code, today, lastDayOf(rule, today, settings), owner, version, warnBefore]);
    }
  }
}
