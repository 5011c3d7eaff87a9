import type { changeOwnOrganisation, OwnOrganisation } from '@lotse/identity/model';
import { Refusal, versionStale, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const read = `
  select id, name, kind, legal_regime as "legalRegime", phone, notification_email as "notificationEmail",
    opening_hours as "openingHours", version
  from organisation where id = current_organisation()`;
const change = `
  update organisation set phone = case when $2 then $3 else phone end, notification_email = case when $4 then $5 else notification_email end,
    opening_hours = case when $6 then $7::jsonb else opening_hours end, version = version + 1
  where id = current_organisation() and version = $1`;

/** What an organisation says about itself. Its name and its law are the county's matter. */
@Injectable()
export class OwnOrganisationSettings {
  async read(transaction: Transaction): Promise<OwnOrganisation> {
    return (await transaction.row<OwnOrganisation>('own-organisation.read', read))!;
  }

  async change(transaction: Transaction, version: number, body: BodyOf<typeof changeOwnOrganisation>): Promise<OwnOrganisation> {
    const { phone, notificationEmail, openingHours } = body;
    const values = [
      version, phone !== undefined, phone ?? null, notificationEmail !== undefined, notificationEmail ?? null,
      openingHours !== undefined, openingHours ? JSON.stringify(openingHours) : null,
    ]; // prettier-ignore
    const changed = await transaction.change('own-organisation.change', change, values);
    const now = await this.read(transaction);
    if (changed === 0) throw new Refusal(versionStale({ context: { version: now.version } }));
    const { organisationId } = transaction.actor;
    const line = { subject: 'organisation', subjectId: organisationId, basis: 'administration' };
    transaction.record({ kind: 'act', verb: 'organisation.changeOwn', ...line });
    return now;
  }
}
