import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { newId } from '@lotse/kernel';
import { Client } from 'pg';

/** Who is to administer a county first. */
export interface FirstAdministrator {
  /** The five digits of the county. */
  county: string;
  /** The county's own organisation; made when there is none of that name. */
  organisation: string;
  name: string;
  email: string;
}

const usage =
  'Usage: migrate create-administrator --county 08336 --organisation "Landratsamt …" --name "Kim Muster" --email kim.muster@example.org';

/** Reads the command line, or throws with how it is used. */
export function readFirstAdministrator(args: string[]): FirstAdministrator {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { county: text, organisation: text, name: text, email: text } });
  const { county, organisation, name, email } = values;
  if (!county || !organisation || !name || !email || !/^\S+@\S+\.\S+$/.test(email)) throw new Error(usage);
  return { county, organisation, name, email };
}

const findOrganisation = `select id from organisation where region_id = $1 and name = $2 and kind = 'county' and retired_at is null`;
const makeOrganisation = `insert into organisation (id, region_id, name, kind, legal_regime) values ($1, $2, $3, 'county', 'gdpr')`;
const makeSystem = `insert into staff (id, organisation_id, email, display_name, roles) values ($1, $2, $3, 'Lotse', '{system}')`;
const invite = `
  insert into invitation (id, organisation_id, email, display_name, roles, token_hash)
  values ($1, $2, $3, $4, '{org_admin,region_admin}', $5)
  on conflict (organisation_id, lower(email)) where accepted_at is null and revoked_at is null
  do update set token_hash = excluded.token_hash, roles = excluded.roles, expires_at = now() + interval '7 days', version = invitation.version + 1
  returning id`;
const record = `
  insert into chronicle_entry (region_id, organisation_id, kind, verb, subject, subject_id, basis)
  values ($1, $2, 'act', 'operator.inviteAdministrator', 'invitation', $3, 'administration')`;

/**
 * Invites whoever administers a county first; run by the operator, as the owner of the database. Answers a link that is good for seven days,
 * and once. The database keeps its hash only.
 */
export async function createAdministrator(ownerUrl: string, publicUrl: string, wanted: FirstAdministrator): Promise<string> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    const link = await inviteFirst(owner, publicUrl, wanted);
    await owner.query('commit');
    return link;
  } finally {
    await owner.end();
  }
}

async function inviteFirst(owner: Client, publicUrl: string, { county, organisation, name, email }: FirstAdministrator): Promise<string> {
  const region = (await owner.query<{ id: string }>('select id from region where key = $1', [county])).rows[0];
  if (!region) throw new Error(`There is no county ${county} yet: set it up first (node dist/seed/main.mjs region <file>).`);
  const taken = await owner.query('select from staff where lower(email) = lower($1)', [email]);
  if (taken.rowCount) throw new Error('There is an account with this address already.');
  const found = (await owner.query<{ id: string }>(findOrganisation, [region.id, organisation])).rows[0]?.id;
  const organisationId = found ?? newId();
  if (!found) {
    await owner.query(makeOrganisation, [organisationId, region.id, organisation]);
    await owner.query(makeSystem, [newId(), organisationId, `system@${organisationId}`]);
  }
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest();
  const invited = await owner.query<{ id: string }>(invite, [newId(), organisationId, email, name, tokenHash]);
  await owner.query(record, [region.id, organisationId, invited.rows[0]!.id]);
  return `${publicUrl.replace(/\/$/, '')}/einladung#${token}`;
}
