import {
  hasAdministrator,
  notOwnOrganisation,
  organisationHasWork,
  type AdministeredOrganisation,
  type changeOrganisation,
  type foundOrganisation,
  type inviteAdministrator,
} from '@lotse/identity/model';
import { invalidState, newId, notFound, Refusal, versionStale, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { HandOver } from '../hand-over/hand-over';
import { Invitations, type SentInvitation } from '../invitations/invitations';

const read = `
  select o.id, o.name, o.kind, o.legal_regime as "legalRegime", o.phone, o.version,
    case when o.retired_at is null then 'active' else 'retired' end as state, c.administrators, c.staff,
    coalesce((select json_agg(json_build_object('id', i.id, 'email', i.email,
        'expiresAt', to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by i.created_at)
      from invitation i where i.organisation_id = o.id and i.roles = '{org_admin}' and i.accepted_at is null and i.revoked_at is null), '[]')
      as invited
  from organisation o join organisation_administrators() c on c.organisation_id = o.id
  where o.region_id = current_region() order by o.name, o.id`;
const found = 'select found_organisation($1, $2, $3, $4, $5, $6)';
const load = `
  select o.version, o.retired_at as "retiredAt", c.administrators
  from organisation o join organisation_administrators() c on c.organisation_id = o.id
  where o.id = $1 and o.region_id = current_region()`;
/** Only in the version that was looked at. */
const change = `
  update organisation set name = coalesce($3, name), legal_regime = coalesce($4, legal_regime),
    phone = case when $5 then $6 else phone end, version = version + 1
  where id = $1 and version = $2 and retired_at is null`;

interface Loaded {
  version: number;
  retiredAt: Date | null;
  administrators: number;
}

/** The organisations of a county, for those who administer it: bodies and their regimes, nobody's rights and nobody's work. */
@Injectable()
export class Organisations {
  constructor(
    private readonly handOver: HandOver,
    private readonly invitations: Invitations,
  ) {}

  read(transaction: Transaction): Promise<AdministeredOrganisation[]> {
    return transaction.rows<AdministeredOrganisation>('organisations.read', read);
  }

  found(transaction: Transaction, { name, kind, legalRegime, phone }: BodyOf<typeof foundOrganisation>): string {
    const id = newId();
    transaction.send('organisation.found', found, [id, newId(), name, kind, legalRegime, phone]);
    this.changed(transaction, id, 'organisation.found');
    return id;
  }

  async change(
    transaction: Transaction,
    id: string,
    version: number,
    { name, legalRegime, phone }: BodyOf<typeof changeOrganisation>,
  ): Promise<void> {
    const values = [id, version, name ?? null, legalRegime ?? null, phone !== undefined, phone ?? null];
    if ((await transaction.change('organisation.change', change, values)) === 0) {
      const { version: current, retiredAt } = await this.load(transaction, id);
      throw new Refusal(retiredAt ? invalidState({ context: { state: 'retired' } }) : versionStale({ context: { version: current } }));
    }
    this.changed(transaction, id, legalRegime ? 'organisation.changeRegime' : 'organisation.change');
  }

  async inviteAdministrator(
    transaction: Transaction,
    id: string,
    { email, displayName }: BodyOf<typeof inviteAdministrator>,
  ): Promise<SentInvitation> {
    const { administrators, retiredAt } = await this.load(transaction, id);
    if (retiredAt) throw new Refusal(invalidState({ context: { state: 'retired' } }));
    if (administrators > 0) throw new Refusal(hasAdministrator());
    return this.invitations.open(transaction, { organisationId: id, email, displayName, roles: ['org_admin'] });
  }

  async retire(transaction: Transaction, id: string, version: number): Promise<void> {
    if (id === transaction.actor.organisationId) throw new Refusal(notOwnOrganisation());
    const loaded = await this.load(transaction, id);
    if (loaded.version !== version) throw new Refusal(versionStale({ context: { version: loaded.version } }));
    const done = await transaction.row<{ done: boolean }>('organisation.retire', 'select retire_organisation($1) as done', [id]);
    if (!done!.done) throw new Refusal(invalidState({ context: { state: 'retired' } }));
    // Counted last: whatever was just being sent there has arrived by now, or is refused.
    const open = await this.handOver.openIn(transaction, id);
    if (open > 0) throw new Refusal(organisationHasWork({ context: { count: open } }));
    this.changed(transaction, id, 'organisation.retire');
  }

  private async load(transaction: Transaction, id: string): Promise<Loaded> {
    const row = await transaction.row<Loaded>('organisation.load', load, [id]);
    if (!row) throw new Refusal(notFound());
    return row;
  }

  private changed(transaction: Transaction, id: string, verb: string): void {
    transaction.record({ kind: 'act', verb, subject: 'organisation', subjectId: id, basis: 'administration' });
  }
}
