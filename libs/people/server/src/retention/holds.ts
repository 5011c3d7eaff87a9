import { newId, notFound, Refusal, versionStale, type BodyOf } from '@lotse/kernel';
import { alreadyHeld, holdEnded, type holdRecord, type LegalHold } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { numberOf } from './number-of';

/** Whom a line is about is known here and told to nobody who may not see people. */
const find =
  'select person_id as "personId" from deletion_item where id = $1 and organisation_id = current_organisation() and deleted_at is null';

const insert = `
  insert into legal_hold (id, region_id, organisation_id, person_id, reason, set_by, until)
  values ($1, current_region(), current_organisation(), $2, $3, current_staff(), $4) on conflict do nothing`;

const read = `
  select h.id, ${numberOf('h.id')} as number, null as "personId", null as name, h.reason, s.display_name as "setBy", h.set_at as "setAt", h.until::text as until, h.version
  from legal_hold h join staff s on s.id = h.set_by where h.id = $1`;

/** Keeps a record beyond its period, and lets it go again: both by somebody with a name, for a reason. */
@Injectable()
export class Holds {
  async set(transaction: Transaction, itemId: string, { reason, until }: BodyOf<typeof holdRecord>): Promise<LegalHold> {
    const item = await transaction.row<{ personId: string }>('hold.item', find, [itemId]);
    if (!item) throw new Refusal(notFound());
    const { personId } = item;
    const id = newId();
    const written = await transaction.change('hold.set', insert, [id, personId, reason, until ?? null]);
    if (written === 0) throw new Refusal(alreadyHeld());
    transaction.record({ kind: 'act', verb: 'retention.hold', subject: 'hold', subjectId: id, personId });
    const hold = await transaction.row<Omit<LegalHold, 'setAt'> & { setAt: Date }>('hold.read', read, [id]);
    return { ...hold!, setAt: hold!.setAt.toISOString() };
  }

  async end(transaction: Transaction, id: string, version: number): Promise<{ id: string; version: number }> {
    const hold = await transaction.row<{ version: number; personId: string; endedAt: Date | null }>(
      'hold.load',
      'select version, person_id as "personId", ended_at as "endedAt" from legal_hold where id = $1 for update',
      [id],
    );
    if (!hold) throw new Refusal(notFound());
    if (hold.endedAt) throw new Refusal(holdEnded());
    if (hold.version !== version) throw new Refusal(versionStale({ context: { version: hold.version } }));
    transaction.send(
      'hold.end',
      'update legal_hold set ended_by = current_staff(), ended_at = now(), version = version + 1 where id = $1',
      [id],
    );
    transaction.record({ kind: 'act', verb: 'retention.endHold', subject: 'hold', subjectId: id, personId: hold.personId });
    return { id, version: version + 1 };
  }
}
