import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import { breakGlassOver, readEmergencyFacts, shownTo, type EmergencyPart, type readRunningBreakGlass } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { asBreakGlass, breakGlassColumns, type BreakGlassRow } from './break-glass-rows';

const runs = `b.staff_id = current_staff() and b.person_id is not null and b.ended_at is null and b.valid_until > now()`;
const running = `select ${breakGlassColumns} from break_glass b where ${runs} order by b.opened_at`;
const own = `select ${breakGlassColumns} from break_glass b where b.id = $1 and b.staff_id = current_staff() and b.person_id is not null`;

const facts = `
  select diagnosis, certainty, medication, risk, written_on::text as "writtenOn", owner_name as "ownerName", owner_phone as "ownerPhone",
    clinic_name as "clinicName", clinic_phone as "clinicPhone" from facts_in_emergency($1)`;

type Facts = Omit<AnswerOf<typeof readEmergencyFacts>, 'personId' | 'hidden'>;

/** What one has opened in an emergency: shown as long as it runs, and closed when it is no longer needed. */
@Injectable()
export class RunningBreakGlass {
  async read(transaction: Transaction): Promise<AnswerOf<typeof readRunningBreakGlass>> {
    const rows = await transaction.rows<BreakGlassRow>('break-glass.running', running);
    return { items: rows.map(asBreakGlass) };
  }

  async facts(transaction: Transaction, id: string): Promise<AnswerOf<typeof readEmergencyFacts>> {
    const [known, found] = await Promise.all([
      transaction.row<BreakGlassRow>('break-glass.own', own, [id]),
      transaction.row<Facts>('break-glass.facts', facts, [id]),
    ]);
    if (!known || !found) throw new Refusal(notFound());
    const parts: EmergencyPart[] = known.parts;
    transaction.shows({ people: [known.personId], parts, basis: `break_glass:${id}` });
    return shownTo(readEmergencyFacts.response, { personId: known.personId, ...found }, parts);
  }

  async end(transaction: Transaction, id: string): Promise<{ id: string }> {
    const [known, ended] = await Promise.all([
      transaction.row<BreakGlassRow>('break-glass.own', own, [id]),
      transaction.row<{ ended: boolean }>('break-glass.end', 'select end_break_glass($1) as ended', [id]),
    ]);
    if (!known) throw new Refusal(notFound());
    if (!ended?.ended) throw new Refusal(breakGlassOver());
    const { personId, parts } = known;
    transaction.record({
      ...{ kind: 'act', verb: 'breakGlass.end', subject: 'person', subjectId: personId, personId, parts, basis: `break_glass:${id}` },
    });
    return { id };
  }
}
