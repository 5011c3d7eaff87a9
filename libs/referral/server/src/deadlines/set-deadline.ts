import { calendarDayOf, instantAt, refuse, Refusal, type BodyOf } from '@lotse/kernel';
import { refusedSettingDeadline, unknownDeadline, type MovedReferral, type setDeadline } from '@lotse/referral/model';
import { deadlinesOn, lastDayOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';

const earlier = 'select due_on::text as "dueOn" from referral_deadline where referral_id = $1 and code = $2';
const set = `
  insert into referral_deadline (referral_id, code, starts_on, due_on, owner, set_by) values ($1, $2, $3, $4, $5, current_staff())
  on conflict (referral_id, code) do update set starts_on = excluded.starts_on, due_on = excluded.due_on, set_by = excluded.set_by, set_at = now()`;

/** Begins a deadline on a day that somebody names, or moves it, as when the day of a discharge changes. Its task moves along. */
@Injectable()
export class SetDeadline {
  constructor(
    private readonly referrals: Referrals,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, { code, startsOn }: BodyOf<typeof setDeadline>): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(refusedSettingDeadline(record.state));
    const settings = await this.regions.settings(transaction);
    const rule = deadlinesOn(settings, calendarDayOf(new Date())).find((known) => known.code === code);
    if (!rule) throw new Refusal(unknownDeadline());
    const dueOn = lastDayOf(rule, startsOn, settings);
    const before = await transaction.row<{ dueOn: string }>('deadline.earlier', earlier, [id, code]);
    transaction.send('deadline.set', set, [id, code, startsOn, dueOn, rule.owner]);
    if (before) this.tasks.move(transaction, `deadline:${id}:${code}:${before.dueOn}`, instantAt(dueOn, '17:00'));
    return this.referrals.beside(transaction, record, 'deadline_set', `${code} · ${startsOn}`);
  }
}
