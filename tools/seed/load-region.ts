import { readFile } from 'node:fs/promises';
import { regionPackageSchema, type RegionPackage } from '@lotse/region/model';
import type { Client } from 'pg';
import { stableId } from './stable-id';

/** Reads a region package from a file. Throws with every field that is wrong. */
export async function readRegionPackage(file: string): Promise<RegionPackage> {
  return parseRegionPackage(JSON.parse(await readFile(file, 'utf8')));
}

/** Checks a region package. Throws with every field that is wrong. */
export function parseRegionPackage(data: unknown): RegionPackage {
  const read = regionPackageSchema.safeParse(data);
  if (read.success) return foreignMunicipalities(read.data);
  const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`This is not a region package:\n${lines.join('\n')}`);
}

function foreignMunicipalities(region: RegionPackage): RegionPackage {
  const foreign = region.municipalities.filter(({ ags }) => !ags.startsWith(region.key));
  if (foreign.length === 0) return region;
  throw new Error(`These municipalities are not in the county ${region.key}: ${foreign.map(({ name }) => name).join(', ')}`);
}

const upsertRegion = `
  insert into region (id, key, name, settings, is_demo) values ($1, $2, $3, $4, $5)
  on conflict (key) do update set name = excluded.name, settings = excluded.settings,
    settings_version = region.settings_version + (region.settings is distinct from excluded.settings)::int
  returning id`;

const upsertMunicipalities = `
  insert into municipality (ags, region_id, name, postcode, latitude, longitude, population)
  select m.ags, $1, m.name, m.postcode, m.latitude, m.longitude, m.population
  from jsonb_to_recordset($2::jsonb) as m(ags text, name text, postcode text, latitude float8, longitude float8, population int)
  on conflict (ags) do update set name = excluded.name, postcode = excluded.postcode, latitude = excluded.latitude,
    longitude = excluded.longitude, population = excluded.population`;

/**
 * Sets up a county, or brings an existing one up to date: the one way a county comes into an installation. Runs as the owner. Answers the
 * county's id. Whether a county is the demo is decided when it is made and never changes.
 */
export async function loadRegion(owner: Client, region: RegionPackage, { isDemo = false } = {}): Promise<string> {
  await owner.query('begin');
  try {
    const { rows } = await owner.query<{ id: string }>(upsertRegion, [
      stableId('region', region.key),
      region.key,
      region.name,
      JSON.stringify(region.settings),
      isDemo,
    ]);
    await owner.query(upsertMunicipalities, [rows[0]!.id, JSON.stringify(region.municipalities)]);
    await owner.query('commit');
    return rows[0]!.id;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
