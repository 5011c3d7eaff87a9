import { ChronicleModule } from '@lotse/chronicle/server';
import { IdentityModule } from '@lotse/identity/server';
import { calendarDayOf } from '@lotse/kernel';
import {
  answerDuplicate,
  countDuplicates,
  createPerson,
  createPseudonymous,
  endRepresentative,
  exportEverything,
  findDuplicates,
  findPeople,
  identifyPerson,
  joinHousehold,
  leaveHousehold,
  nameWords,
  phoneticCode,
  readCorrections,
  readDuplicates,
  readHousehold,
  readPerson,
  readReleases,
  readRepresentatives,
  recordRelease,
  recordRepresentative,
  shareContact,
} from '@lotse/people/model';
import { RegionModule } from '@lotse/region/server';
import {
  startTestServer,
  testCounty,
  testDatabase,
  type Caller,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import fc from 'fast-check';
import { PeopleModule } from './people.module';

describe('one record for one person', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let practice: Caller;
  let clinic: Caller;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, ChronicleModule, RegionModule, PeopleModule]);
    [practice, clinic] = [server.as(county.gp), server.as(county.intake)];
  });
  afterAll(() => server.stop());

  const enter = (familyName: string, givenName: string, birthDate: string, more: object = {}) =>
    practice.get(createPerson, { body: { familyName, givenName, birthDate, ...more } });
  const release = (personId: string, more: object = {}) => ({
    params: { id: personId },
    body: {
      recipientOrganisationId: county.clinic,
      purpose: 'Behandlung',
      dataParts: ['identity', 'diagnosis'],
      coversHealthData: true,
      form: 'written',
      givenOn: '2026-01-02',
      validUntil: '2099-12-31',
      ...more,
    },
  });
  const linesAbout = async (personId: string) =>
    (
      await database.query<{ verb: string }>('select verb from chronicle_entry where kind = $1 and person_id = $2 order by id', [
        'act',
        personId,
      ])
    ).map(({ verb }) => verb);

  it('the database hears names as the model does', async () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz äöüßéçğşøłŁØÄÖÜÉİıœæ-'.ABCDHPSTXZ"), maxLength: 24 });
    const names = [
      ...fc.sample(letters, { numRuns: 400, seed: 7 }),
      'Müller-Lüdenscheid',
      'von der Heydt',
      'Xaver Phönix',
      'Łukasz',
      'ẞ',
      'Cx Sch',
    ];
    const rows = await database.query<{ words: string[]; codes: string[] }>(
      `select name_words(n) as words, array(select phonetic_code(w) from unnest(name_words(n)) w) as codes from unnest($1::text[]) with ordinality t (n, at) order by at`,
      [names],
    );
    names.forEach((name, at) => {
      expect([name, [...rows[at]!.words].sort()]).toEqual([name, nameWords(name)]);
      expect(rows[at]!.codes).toEqual(rows[at]!.words.map(phoneticCode));
    });
  });

  it('warns while somebody is entered, in words, of the own people and of those that were released, and of nobody else', async () => {
    const own = await enter('Brugger', 'Hans-Peter', '1961-03-09', { phone: '07622 4711' });
    const theirs = await server
      .as(county.otherGp)
      .get(createPerson, { body: { familyName: 'Brugger', givenName: 'Hanspeter', birthDate: '1961-09-03' } });
    const body = { familyName: 'Bruker', givenName: 'Hanspeter', birthDate: '1961-03-09' };
    const { items } = await practice.get(findDuplicates, { body });
    expect(items).toMatchObject([{ id: own.id, strength: 'likely', reasons: ['part_of_name', 'same_birth_date'], answer: null }]);
    // The clinic sees both once they were released to it, and then only what was released.
    expect((await clinic.get(findDuplicates, { body })).items).toEqual([]);
    await practice.get(recordRelease, release(own.id));
    await server.as(county.otherGp).get(recordRelease, release(theirs.id));
    const seen = await clinic.get(findDuplicates, { body });
    expect(seen.items.map(({ id, phone, hidden }) => [id, phone, hidden])).toEqual([
      [own.id, null, ['contact']],
      [theirs.id, null, ['contact']],
    ]);
    const counted = await clinic.get(countDuplicates, { body: { ids: [own.id, theirs.id] } });
    expect(counted.items.map(({ amount }) => amount)).toEqual([1, 1]);
    await clinic.get(answerDuplicate, { params: { id: own.id }, body: { otherId: theirs.id, answer: 'different' } });
    expect((await clinic.get(countDuplicates, { body: { ids: [own.id, theirs.id] } })).items).toEqual([]);
    expect((await clinic.get(readDuplicates, { params: { id: theirs.id } })).items).toMatchObject([{ id: own.id, answer: 'different' }]);
    expect((await practice.call(readDuplicates, { params: { id: theirs.id } })).status).toBe(404);
    expect(
      (await practice.call(answerDuplicate, { params: { id: own.id }, body: { otherId: theirs.id, answer: 'different' } })).status,
    ).toBe(404);
    expect(await linesAbout(own.id)).toContain('people.different');
  });

  it('keeps the answer that was given while entering', async () => {
    const first = await enter('Kaltenbach', 'Ruth', '1955-02-11');
    const second = await enter('Kaltenbach', 'Ruth', '1955-02-12', { differentFrom: [first.id] });
    expect((await practice.get(readDuplicates, { params: { id: second.id } })).items).toMatchObject([
      { id: first.id, reasons: ['same_name', 'birth_date_one_day'], answer: 'different' },
    ]);
  });

  it('people who live together share an address, and the earlier one stays visible', async () => {
    const mother = await enter('Senger', 'Anna', '1980-05-05', { phone: '07622 1', street: 'Weg 1', postcode: '79650' });
    const child = await enter('Senger', 'Tim', '2011-01-09', { street: 'Alt 3' });
    const other = await enter('Senger', 'Uli', '1979-01-09');
    const params = { id: mother.id };
    const joined = await practice.get(joinHousehold, { params, body: { otherId: child.id, relation: 'parent', otherRelation: 'child' } });
    expect(joined.members.map(({ name, relation, isSelf }) => [name, relation, isSelf])).toEqual([
      ['Senger, Anna', 'parent', true],
      ['Senger, Tim', 'child', false],
    ]);
    const again = await practice.call(joinHousehold, {
      params: { id: child.id },
      body: { otherId: mother.id, relation: 'child', otherRelation: 'parent' },
    });
    expect(again.problem.code).toBe('already-together');
    await practice.get(shareContact, { params });
    expect(await practice.get(readPerson, { params: { id: child.id } })).toMatchObject({
      phone: '07622 1',
      street: 'Weg 1',
      postcode: '79650',
    });
    expect((await practice.get(readCorrections, { params: { id: child.id } })).items).toHaveLength(1);
    await practice.get(leaveHousehold, { params: { id: child.id } });
    expect((await practice.get(readHousehold, { params })).members).toHaveLength(1);
    expect((await practice.get(readHousehold, { params: { id: other.id } })).members).toEqual([]);
    expect((await server.as(county.otherGp).call(readHousehold, { params })).status).toBe(404);
  });

  it('a representative agrees only in the matters a court has given them', async () => {
    const { id } = await enter('Vogt', 'Paula', '1944-07-07');
    const params = { id };
    const guardian = { kind: 'guardian', name: 'Betreuungsverein, R. Maier', validFrom: '2025-01-01', document: 'AG Lörrach 3 XVII 17/25' };
    expect((await practice.call(recordRepresentative, { params, body: guardian })).problem.fields[0]?.code).toBe('scopes-needed');
    const money = await practice.get(recordRepresentative, { params, body: { ...guardian, scopes: ['assets'] } });
    const health = await practice.get(recordRepresentative, { params, body: { ...guardian, scopes: ['health', 'residence'] } });
    const by = (representativeId: string) =>
      release(id, { representative: { kind: 'parents', name: 'Wer auch immer', id: representativeId } });
    const refused = await practice.call(recordRelease, by(money.id));
    expect([refused.problem.code, refused.problem.context]).toEqual(['representative-not-entitled', { why: 'not-for-health' }]);
    await practice.get(recordRelease, by(health.id));
    const { items } = await practice.get(readReleases, { params });
    expect(items).toMatchObject([{ representative: { kind: 'guardian_health', name: 'Betreuungsverein, R. Maier' } }]);
    await practice.get(endRepresentative, { params, body: { representativeId: health.id } });
    expect((await practice.get(readRepresentatives, { params })).items.map(({ endedOn }) => endedOn === null)).toEqual([true, false]);
    const another = await enter('Vogt', 'Karla', '1984-07-07');
    const elsewhere = { ...by(health.id), params: { id: another.id } };
    expect((await practice.call(recordRelease, elsewhere)).problem.context).toEqual({ why: 'unknown' });
  });

  it('somebody without a name has a reference, agrees to nothing, and keeps their history when they are named', async () => {
    const unnamed = await practice.get(createPseudonymous, { body: { age: 42, postcode: '79539' } });
    const year = String(Number(calendarDayOf(new Date()).slice(0, 4)) - 42);
    expect(unnamed).toMatchObject({ familyName: unnamed.pseudonym, givenName: '', birthDate: year, postcode: '79539', kvnr: null });
    const params = { id: unnamed.id };
    expect((await practice.call(recordRelease, release(unnamed.id))).problem.code).toBe('person-unnamed');
    expect((await practice.get(findPeople, { query: { text: unnamed.pseudonym! } })).items).toMatchObject([{ birthDate: year }]);
    // Nobody has said a day of birth: nothing shows one, and nobody is found by it.
    expect((await practice.get(findPeople, { query: { birthDate: `${year}-01-01` } })).items).toEqual([]);
    expect(JSON.stringify(await practice.get(exportEverything, { params }))).not.toContain('-01-01"');
    const body = { familyName: 'Rombach', givenName: 'Kai', birthDate: '1984-03-03' };
    expect((await server.as(county.otherGp).call(identifyPerson, { params, version: 1, body })).status).toBe(404);
    const named = await practice.get(identifyPerson, { params, version: 1, body });
    expect(named).toMatchObject({ id: unnamed.id, pseudonym: null, familyName: 'Rombach', postcode: '79539' });
    expect((await practice.call(identifyPerson, { params, version: named.version, body })).problem.code).toBe('not-pseudonymous');
    await practice.get(recordRelease, release(unnamed.id));
    const corrected = (await practice.get(readCorrections, { params })).items.flatMap(({ before }) => before);
    expect(corrected).toEqual(
      expect.arrayContaining([
        { field: 'familyName', value: unnamed.pseudonym },
        { field: 'birthDate', value: year },
      ]),
    );
    expect(await linesAbout(unnamed.id)).toEqual(expect.arrayContaining(['people.createPseudonymous', 'people.identify']));
  });
});
