import type { OutsideOrganisation, OutsideOrganisationInput } from '@lotse/identity/model';
import { newId } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const find = `
  select o.id, o.name, o.street, o.postcode, o.place, o.phone, o.fax from organisation o
  where o.region_id = current_region() and o.without_account and o.retired_at is null and ' ' || sort_of_name(o.name) like sort_of_name($1)
  order by o.name, o.id limit 20`;
const note = 'select note_organisation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)';

/** Those who work without Lotse: known by name and address, so that paper finds its way. */
@Injectable()
export class OutsideOrganisations {
  find(transaction: Transaction, text: string): Promise<OutsideOrganisation[]> {
    const typed = text.replace(/[\\%_]/g, '\\$&');
    return transaction.rows<OutsideOrganisation>('outside-organisations.find', find, [`% ${typed}%`]);
  }

  note(transaction: Transaction, input: OutsideOrganisationInput): string {
    const id = newId();
    const { name, kind, street, postcode, place, phone, fax, email, lanr, bsnr } = input;
    transaction.send('outside-organisation.note', note, [id, newId(), name, kind, street, postcode, place, phone, fax, email, lanr, bsnr]);
    transaction.record({ kind: 'act', verb: 'outsideOrganisation.note', subject: 'organisation', subjectId: id });
    return id;
  }
}
