import { createPerson, findPeople } from '@lotse/people/model';
import { readReferrals, type Box } from '@lotse/referral/model';
import { Client } from 'pg';
import { referralStory, type ReferralStory } from '../testing/referral-story';
import type { Sought } from './sought';
import { worklist } from './worklist';

const people = [
  ['Öztürk', 'Şirin'],
  ['Müller-Łukasz', 'Çağla'],
  ['Straßer', 'Émile'],
  ['ÅBERG', 'İnci'],
] as const;

/** As they are typed, and who is meant. */
const typed: [text: string, family: string][] = [
  ['öz', 'Öztürk'],
  ['OZTURK', 'Öztürk'],
  ['Öztürk, Ş', 'Öztürk'],
  ['sirin ö', 'Öztürk'],
  ['MÜLLER', 'Müller-Łukasz'],
  ['muller-luk', 'Müller-Łukasz'],
  ['cagla', 'Müller-Łukasz'],
  ['strasser', 'Straßer'],
  ['Émile', 'Straßer'],
  ['åberg', 'ÅBERG'],
  ['inci', 'ÅBERG'],
];

describe('who is looked for by name', () => {
  let story: ReferralStory;
  beforeAll(async () => {
    story = await referralStory();
    for (const [familyName, givenName] of people) {
      const sent = await story.sends();
      const person = await story.practice.get(createPerson, { body: { familyName, givenName, birthDate: '1980-02-03' } });
      await story.database.query('update referral set person_id = $2 where id = $1', [sent.id, person.id]);
      await story.database.query('update access_grant set person_id = $2 where referral_id = $1', [sent.id, person.id]);
    }
  });
  afterAll(() => story.stop());

  const found = async (text: string, box: Box = 'inbox') => {
    const caller = box === 'inbox' ? story.clinic : story.practice;
    return (await caller.get(readReferrals, { query: { box, text, limit: 100 } })).items.map(({ personName }) => personName.split(',')[0]);
  };

  it.each(typed)('%s: is found on both sides, and as a person by their family name', async (text, family) => {
    expect(await found(text)).toEqual([family]);
    expect(await found(text, 'sent')).toEqual([family]);
    const isFamilyName = family.localeCompare(text.split(',')[0]!, 'de', { sensitivity: 'base' }) === 0;
    const records = await story.practice.get(findPeople, { query: { text } });
    if (isFamilyName) expect(records.items.map(({ familyName }) => familyName)).toEqual([family]);
  });

  it('is found by the number of the referral as well', async () => {
    const { items } = await story.clinic.get(readReferrals, { query: { box: 'inbox', text: 'Müller' } });
    expect(await found(items[0]!.reference.toLowerCase())).toEqual(['Müller-Łukasz']);
  });

  it('is found among many of the same name: then the list is read in its order', async () => {
    await story.database.query(
      `insert into person (id, region_id, organisation_id, family_name, given_name, birth_date, sex)
       select gen_random_uuid(), region_id, organisation_id, 'Ozeanos ' || n, 'Ida', birth_date, 'female'
       from person, generate_series(1, 1000) n where family_name = 'Öztürk'`,
    );
    expect(await found('o')).toEqual(['Öztürk']);
    expect(await found('ida oz')).toEqual([]);
    expect(await found('ozt')).toEqual(['Öztürk']);
  });

  it('is not found by somebody who was never given the name', async () => {
    const named = await story.database.query(
      `select set_config('lotse.organisation', gen_random_uuid()::text, true), found.people, found.referrals
       from (select set_config('lotse.region', region_id::text, true) from person limit 1) region, found_in_region('ozt', 1000) found`,
    );
    expect(named).toMatchObject([{ people: [], referrals: [] }]);
  });

  it('and if they are many the list is read in its order, however long it is', async () => {
    const { county } = story;
    const sought: Sought = { beginning: 'oz', reference: 'OZ' };
    const { text, values } = worklist({ box: 'inbox', sort: 'due', sought }, 21);
    const application = new Client({ connectionString: story.database.url });
    await application.connect();
    try {
      // Of so few rows the database would read all: only what it can do is of interest. The last is what `readInOrder` says.
      await application.query('set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off');
      await application.query(
        `select set_config('lotse.organisation', $1, false), set_config('lotse.region', $2, false), set_config('lotse.staff', $3, false)`,
        [county.intake.organisationId, county.regionId, county.intake.id],
      );
      const { rows } = await application.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('referral_inbox_by_due');
      expect(plan).not.toContain('Sort Key');
    } finally {
      await application.end();
    }
  });
});
