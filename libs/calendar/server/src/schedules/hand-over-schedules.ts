import { calendarPermissions } from '@lotse/calendar/model';
import { HandOver, type WorkInHand } from '@lotse/identity/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const own = 'organisation_id = current_organisation() and staff_id = $1 and retired_at is null';
const count = `select count(*)::int as count from schedule where ${own}`;
/** What was said about the clinician goes with them: nobody is given a slot for a wish that nobody fulfils. */
const give = `
  update schedule set staff_id = $2, clinician_sex = null, version = version + 1,
    kind = case when $2::uuid is null and kind = 'clinician' then 'team' else kind end
  where ${own} returning id, version`;

/** The calendars of a member of staff who leaves: their appointments stay, and somebody has to give them. */
@Injectable()
export class HandOverSchedules implements WorkInHand, OnModuleInit {
  readonly kind = 'schedule';
  readonly needs = calendarPermissions.read;

  constructor(private readonly handOvers: HandOver) {}

  onModuleInit(): void {
    this.handOvers.register(this);
  }

  async count(transaction: Transaction, staffId: string): Promise<number> {
    return (await transaction.row<{ count: number }>('hand-over-schedules.count', count, [staffId]))!.count;
  }

  async handOver(transaction: Transaction, from: string, to: string | null): Promise<number> {
    const given = await transaction.rows<{ id: string; version: number }>('hand-over-schedules.give', give, [from, to]);
    const audience = [transaction.actor.organisationId];
    for (const { id, version } of given) {
      transaction.record({ kind: 'act', verb: 'schedule.change', subject: 'schedule', subjectId: id });
      transaction.announce({ name: 'schedule.change', subject: 'slot', subjectId: id, version, audience });
    }
    return given.length;
  }
}
