import { newId, Refusal } from '@lotse/kernel';
import { unknownRecipient, type Release, type ReleaseInput } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ReadPerson } from '../read-person/read-person';
import { releaseById } from '../read-releases/read-releases';

const insert = `
  insert into release (id, region_id, person_id, discloser_organisation_id, recipient_organisation_id, purpose, data_parts,
    covers_health_data, form, given_on, valid_until, informed_by)
  select $1, current_region(), $2, current_organisation(), o.id, $4, $5, $6, $7, $8, $9, current_staff()
  from organisation o where o.id = $3 and o.region_id = current_region()`;

/** Records what a person agreed to (§ 203 StGB, Art. 9 (2) (a) DSGVO). It opens nothing by itself: a referral to the recipient does. */
@Injectable()
export class RecordRelease {
  constructor(private readonly readPerson: ReadPerson) {}

  async run(transaction: Transaction, personId: string, input: ReleaseInput): Promise<Release> {
    await this.readPerson.run(transaction, personId);
    const id = newId();
    const recorded = await transaction.change('release.record', insert, [
      id,
      personId,
      input.recipientOrganisationId,
      input.purpose,
      input.dataParts,
      input.coversHealthData,
      input.form,
      input.givenOn,
      input.validUntil,
    ]);
    if (recorded === 0) throw new Refusal(unknownRecipient());
    transaction.record({ kind: 'act', verb: 'release.record', subject: 'release', subjectId: id, personId });
    return (await releaseById(transaction, id))!;
  }
}
