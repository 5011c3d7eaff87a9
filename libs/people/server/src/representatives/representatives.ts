import { calendarDayOf, newId, notFound, Refusal } from '@lotse/kernel';
import {
  representativeNotEntitled,
  releaseKindOf,
  whyNotEntitled,
  type Representative,
  type RepresentativeInput,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { People } from '../people';

const columns = `
  r.id, r.kind, r.name, r.phone, r.address, r.scopes, r.document, r.valid_from::text as "validFrom", r.valid_until::text as "validUntil",
  r.ended_on::text as "endedOn", s.display_name as "recordedBy", r.version`;

const read = `
  select ${columns} from representative r join staff s on s.id = r.recorded_by
  where r.person_id = $1 order by r.ended_on is not null, r.valid_from desc, r.id`;

const insert = `
  insert into representative (id, region_id, organisation_id, person_id, kind, name, phone, address, scopes, document, valid_from, valid_until, recorded_by)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, $6, $7, $8, $9, $10, current_staff())`;

const end = 'update representative set ended_on = $3, version = version + 1 where id = $1 and person_id = $2 and ended_on is null';

const deciding = `
  select ${columns}, p.birth_date::text as "birthDate" from representative r join person p on p.id = r.person_id join staff s on s.id = r.recorded_by
  where r.id = $1 and r.person_id = $2`;

/** Who decides for people of the own organisation. */
@Injectable()
export class Representatives {
  constructor(private readonly people: People) {}

  async of(transaction: Transaction, personId: string): Promise<{ items: Representative[] }> {
    await this.people.own(transaction, personId);
    transaction.shows({ people: [personId], basis: 'own' });
    return { items: await transaction.rows<Representative>('representatives.read', read, [personId]) };
  }

  async record(transaction: Transaction, personId: string, input: RepresentativeInput): Promise<Representative> {
    await this.people.own(transaction, personId);
    const id = newId();
    const { kind, name, phone, address, scopes, document, validFrom, validUntil } = input;
    transaction.send('representatives.record', insert, [id, personId, kind, name, phone, address, scopes, document, validFrom, validUntil]);
    transaction.record({ kind: 'act', verb: 'people.recordRepresentative', subject: 'representative', subjectId: id, personId });
    const { items } = await this.of(transaction, personId);
    return items.find((one) => one.id === id)!;
  }

  async end(transaction: Transaction, personId: string, representativeId: string): Promise<{ ended: boolean }> {
    await this.people.own(transaction, personId);
    const ended = await transaction.change('representatives.end', end, [representativeId, personId, calendarDayOf(new Date())]);
    if (ended === 0) throw new Refusal(notFound());
    transaction.record({ kind: 'act', verb: 'people.endRepresentative', subject: 'representative', subjectId: representativeId, personId });
    return { ended: true };
  }

  /** Who agrees in somebody's name, when they are kept as the representative: only in the matters that are theirs. */
  async agreeing(transaction: Transaction, personId: string, id: string, day: string) {
    const found = await transaction.row<Representative & { birthDate: string }>('representatives.deciding', deciding, [id, personId]);
    const why = found ? whyNotEntitled(found, found.birthDate, day) : 'unknown';
    if (!found || why) throw new Refusal(representativeNotEntitled({ context: { why } }));
    return { kind: releaseKindOf[found.kind], name: found.name, id };
  }
}
