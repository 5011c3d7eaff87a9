import { refuse, type AnswerOf, type BodyOf } from '@lotse/kernel';
import { comesBackAt, refusedOnDesk, refusedSnooze, refusedSnoozeDay, type snoozeReferrals } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Desks, type DeskRecord, type NotDone } from '../desks';

const putAside = `
  insert into referral_desk (referral_id, organisation_id, region_id, snoozed_until, snoozed_version, snoozed_by)
  select id, current_organisation(), current_region(), $3, version, current_staff()
  from unnest($1::uuid[], $2::integer[]) as given (id, version)
  on conflict (referral_id, organisation_id) do update
    set snoozed_until = excluded.snoozed_until, snoozed_version = excluded.snoozed_version, snoozed_by = excluded.snoozed_by`;

const takeBack = `
  update referral_desk set snoozed_until = null, snoozed_version = null, snoozed_by = null
  where referral_id = any ($1) and organisation_id = current_organisation()`;

/** Puts referrals aside until a morning. They come back by the question alone that every worklist asks; nothing has to run for that. */
@Injectable()
export class SnoozeReferrals {
  constructor(private readonly desks: Desks) {}

  async run(transaction: Transaction, { ids, until }: BodyOf<typeof snoozeReferrals>): Promise<AnswerOf<typeof snoozeReferrals>> {
    const back = until === null ? null : comesBackAt(until);
    if (until !== null) refuse(refusedSnoozeDay(until, new Date()));
    const { found, missing } = await this.desks.load(transaction, ids);
    const notDone: NotDone[] = [...missing];
    const done = found.filter((record) => {
      const problem = back ? refusedSnooze(back, record) : refusedOnDesk(record.state);
      if (problem) notDone.push({ id: record.id, code: problem.code, context: problem.context });
      return !problem;
    });
    this.write(
      transaction,
      done.filter(({ snoozedUntil }) => snoozedUntil?.getTime() !== back?.getTime()),
      back,
    );
    const snoozedUntil = back?.toISOString() ?? null;
    return { done: done.map(({ id }) => ({ id, snoozedUntil })), notDone };
  }

  private write(transaction: Transaction, changed: readonly DeskRecord[], back: Date | null): void {
    if (changed.length === 0) return;
    const ids = changed.map(({ id }) => id);
    if (back) transaction.send('desk.snooze', putAside, [ids, changed.map(({ version }) => version), back]);
    else transaction.send('desk.take-back', takeBack, [ids]);
    for (const record of changed) this.desks.changed(transaction, record, back ? 'referral.snooze' : 'referral.unsnooze');
  }
}
