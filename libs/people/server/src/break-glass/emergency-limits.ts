import { newId, notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import { breakGlassLimitADay, type readUsedUpEmergencies, type UsedUpEmergency } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const usedUp = `
  select staff_id as "staffId", staff_name as "staffName", organisation_name as "organisationName", attempts, last_at as "lastAt"
  from used_up_emergencies(${breakGlassLimitADay})`;

const lift = `select lift_emergency_limit($1, $2, $3, ${breakGlassLimitADay}) as done`;

type Row = Omit<UsedUpEmergency, 'lastAt'> & { lastAt: Date };

/** The limit of emergencies in a day, and the data-protection officer who lifts it, with a reason that is kept. */
@Injectable()
export class EmergencyLimits {
  async read(transaction: Transaction): Promise<AnswerOf<typeof readUsedUpEmergencies>> {
    const rows = await transaction.rows<Row>('break-glass.used-up', usedUp);
    return { items: rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt.toISOString() })) };
  }

  async lift(transaction: Transaction, staffId: string, reason: string): Promise<{ id: string }> {
    const id = newId();
    const lifted = await transaction.row<{ done: boolean }>('break-glass.lift', lift, [id, staffId, reason]);
    if (!lifted?.done) throw new Refusal(notFound());
    transaction.record({ kind: 'act', verb: 'breakGlass.lift', subject: 'staff', subjectId: staffId, basis: 'administration' });
    return { id };
  }
}
