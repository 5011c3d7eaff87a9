import { releaseSchema, shownTo, type Release } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ReadPerson } from '../read-person/read-person';

interface Row extends Omit<Release, 'revokedAt' | 'recordedAt' | 'representative' | 'hidden'> {
  representativeKind: NonNullable<Release['representative']>['kind'] | null;
  representativeName: string | null;
  recordedAt: Date;
  revokedAt: Date | null;
}

/** A release as contracts show it; `x` is the release, `o` its recipient, `f` who disclosed, `s` who informed the person. */
const releaseSelect = `
  select x.id, x.person_id as "personId", x.discloser_organisation_id as "discloserOrganisationId", f.name as "discloserOrganisationName",
    x.recipient_organisation_id as "recipientOrganisationId", o.name as "recipientOrganisationName", x.recipient_within as "recipientWithin",
    x.purpose, x.data_parts as "dataParts", x.direction, x.form, x.evidence, x.representative_kind as "representativeKind",
    x.representative_name as "representativeName", x.given_on::text as "givenOn", x.valid_from::text as "validFrom",
    x.valid_until::text as "validUntil", s.display_name as "informedBy", x.text_version as "textVersion", x.recorded_at as "recordedAt",
    x.revoked_at as "revokedAt", x.version
  from release x join organisation o on o.id = x.recipient_organisation_id join organisation f on f.id = x.discloser_organisation_id
    join staff s on s.id = x.informed_by`;

/** The recipient sees what was released to it, and of the release itself what it must know to keep to it. */
function asRelease({ representativeKind, representativeName, ...row }: Row, reader: string): Release {
  const release = {
    ...row,
    representative: representativeKind && { kind: representativeKind, name: representativeName },
    recordedAt: row.recordedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
  return shownTo(releaseSchema, release, row.discloserOrganisationId === reader ? null : row.dataParts);
}

/** The releases of a person that concern the own organisation, those in force first. */
@Injectable()
export class ReadReleases {
  constructor(private readonly readPerson: ReadPerson) {}

  async run(transaction: Transaction, personId: string): Promise<{ items: Release[] }> {
    await this.readPerson.run(transaction, personId);
    return { items: await releasesOf(transaction, personId) };
  }
}

/** The releases of a person without asking whether the person may be seen: for calls within an act that has asked. */
export async function releasesOf(transaction: Transaction, personId: string): Promise<Release[]> {
  const rows = await transaction.rows<Row>(
    'releases.read',
    `${releaseSelect} where x.person_id = $1 order by (x.revoked_at is null) desc, x.valid_until desc, x.id`,
    [personId],
  );
  return rows.map((row) => asRelease(row, transaction.actor.organisationId));
}

/** One release, or undefined. */
export async function releaseById(transaction: Transaction, id: string): Promise<Release | undefined> {
  const row = await transaction.row<Row>('release.read', `${releaseSelect} where x.id = $1`, [id]);
  return row && asRelease(row, transaction.actor.organisationId);
}
