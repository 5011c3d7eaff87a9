import { calendarDayOf, instantAt, Refusal, type BodyOf } from '@lotse/kernel';
import { unknownDeadline, type MovedReferral, type setDeadline } from '@lotse/referral/model';
import { deadlineInVersion, deadlinesOn, lastDayOf, usualWarning, type DeadlineRule, type RegionSettings } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';

const earlier = `
  select due_on::text as "dueOn", rule_version as "ruleVersion" from referral_deadline where referral_id = $1 and code = $2`;
const set = `
  insert into referral_deadline (referral_id, code, starts_on, due_on, owner, rule_version, warn_days, set_by)
  values ($1, $2, $3, $4, $5, $6, $7, current_staff())
  on conflict (referral_id, code) do update set starts_on = excluded.starts_on, due_on = excluded.due_on, set_by = excluded.set_by, set_at = now()`;

interface Earlier {
  dueOn: string;
  ruleVersion: number;
}

/** What runs already goes on under the version it began with; what begins takes the one that is in force today. */
function ruleFor(settings: RegionSettings, code: string, before: Earlier | undefined): DeadlineRule {
  const rule = before
    ? deadlineInVersion(settings, code, before.ruleVersion)
    : deadlinesOn(settings, calendarDayOf(new Date())).find((known) => known.code === code && known.start !== 'on_list');
  if (!rule) throw new Refusal(unknownDeadline());
  return rule;
}

/** Begins a deadline on a day that somebody names, or moves it, as when the day of a discharge changes. Its task moves along. */
@Injectable()
export class SetDeadline {
  constructor(
    private readonly referrals: Referrals,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, { code, startsOn }: BodyOf<typeof setDeadline>): Promise<MovedReferral> {
    const record = await this.referrals.takeBeside(transaction, id, version, 'set_deadline');
    const settings = await this.regions.settings(transaction);
    const before = await transaction.row<Earlier>('deadline.earlier', earlier, [id, code]);
    const rule = ruleFor(settings, code, before);
    const dueOn = lastDayOf(rule, startsOn, settings);
    const { owner, version: ruleVersion = 0, warnBefore = usualWarning } = rule;
    transaction.send('deadline.set', set, [id, code, startsOn, dueOn, owner, ruleVersion, warnBefore]);
    if (before) this.tasks.move(transaction, `deadline:${id}:${code}:${before.dueOn}`, instantAt(dueOn, '17:00'));
    return this.referrals.beside(transaction, record, 'deadline_set', `${code} · ${startsOn}`);
  }
}
