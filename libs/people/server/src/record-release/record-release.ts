import { newId, notFound, Refusal, refuse } from '@lotse/kernel';
import {
  coveredUntil,
  ownOrganisation,
  personUnnamed,
  unknownInformer,
  unknownRecipient,
  type Release,
  type ReleaseInput,
  type ReleasesInput,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { AccessGrants } from '../access-grants';
import { ReadPerson } from '../read-person/read-person';
import { Representatives } from '../representatives/representatives';
import { releaseById } from '../read-releases/read-releases';

const insert = `
  insert into release (id, region_id, person_id, discloser_organisation_id, recipient_organisation_id, recipient_within, purpose, data_parts,
    covers_health_data, direction, form, evidence, capacity, representative_kind, representative_name, representative_id, given_on, valid_from, valid_until,
    informed_by, recorded_by, text_version, recorded_together)
  select $1, current_region(), $2, current_organisation(), o.id, $4, $5, $6, $7, $8, $9, $10,
    case when $11::text is null then 'capable' else 'representative' end, $11, $12, $13, $14, $15, $16, s.id, current_staff(), $18, $19
  from organisation o join staff s on s.id = coalesce($17::uuid, current_staff()) and s.organisation_id = current_organisation()
  where o.id = $3 and o.region_id = current_region() and o.id <> current_organisation()`;

const knownStaff = 'select id from staff where id = $1 and organisation_id = current_organisation()';

/** Records what a person agreed to (§ 203 StGB, Art. 9 (2) (a) DSGVO): their record opens to the recipient, as far and as long as it says. */
@Injectable()
export class RecordRelease {
  constructor(
    private readonly readPerson: ReadPerson,
    private readonly grants: AccessGrants,
    private readonly representatives: Representatives,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, personId: string, input: ReleaseInput, together: string | null = null): Promise<Release> {
    const person = await this.readPerson.run(transaction, personId);
    refuse(person.mergedInto === null ? undefined : notFound());
    refuse(person.pseudonym === null ? undefined : personUnnamed());
    const id = newId();
    const representative = await this.agreeing(transaction, personId, input);
    const recorded = await transaction.change('release.record', insert, [
      id,
      personId,
      ...valuesOf({ ...input, representative }),
      together,
    ]);
    if (recorded === 0) throw await this.reasonWhyNot(transaction, input);
    const release = (await releaseById(transaction, id))!;
    this.grants.openRelease(transaction, release);
    const until = coveredUntil([release], release.recipientOrganisationId, release.validFrom);
    if (until) await this.renew(transaction, release, until);
    transaction.record({ kind: 'act', verb: 'release.record', subject: 'release', subjectId: id, personId });
    const audience = [release.discloserOrganisationId, release.recipientOrganisationId];
    transaction.announce({ name: 'ReleaseRecorded', subject: 'release', subjectId: id, version: release.version, audience });
    return release;
  }

  /** What the recipient has stays open, and nobody has to ask for it any more. */
  private async renew(transaction: Transaction, { personId, recipientOrganisationId }: Release, until: string): Promise<void> {
    const kept = await this.grants.prolongLegs(transaction, personId, recipientOrganisationId, until);
    for (const referralId of kept) this.tasks.endAbout(transaction, referralId, ['release_ends'], 'done');
  }

  /** Whoever is kept as the person's representative agrees as what they are, and only where they may. */
  private async agreeing(transaction: Transaction, personId: string, { representative, givenOn }: ReleaseInput) {
    if (!representative?.id) return representative;
    return this.representatives.agreeing(transaction, personId, representative.id, givenOn);
  }

  /** Each recipient gets a release of its own: it can be revoked on its own, and no one learns who else was named. */
  async runForSeveral(transaction: Transaction, personId: string, { recipients, ...terms }: ReleasesInput): Promise<{ items: Release[] }> {
    const together = newId();
    const items: Release[] = [];
    for (const { organisationId, within } of recipients) {
      const input = { ...terms, recipientOrganisationId: organisationId, recipientWithin: within };
      items.push(await this.run(transaction, personId, input, together));
    }
    return { items };
  }

  private async reasonWhyNot(transaction: Transaction, { recipientOrganisationId, informedBy }: ReleaseInput): Promise<Refusal> {
    if (recipientOrganisationId === transaction.actor.organisationId) return new Refusal(ownOrganisation());
    const isKnown = !informedBy || (await transaction.row('staff.own', knownStaff, [informedBy]));
    return new Refusal(isKnown ? unknownRecipient() : unknownInformer());
  }
}

/** In the order of the statement above. */
const valuesOf = (input: ReleaseInput): unknown[] => [
  input.recipientOrganisationId,
  input.recipientWithin ?? null,
  input.purpose,
  input.dataParts,
  input.coversHealthData,
  input.direction,
  input.form,
  input.evidence,
  input.representative?.kind ?? null,
  input.representative?.name ?? null,
  input.representative?.id ?? null,
  input.givenOn,
  input.validFrom ?? input.givenOn,
  input.validUntil,
  input.informedBy ?? null,
  input.textVersion,
];
