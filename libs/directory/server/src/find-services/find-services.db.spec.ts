import { findOwnServices, findPublicServices, findServices, readService } from '@lotse/directory/model';
import { IdentityModule } from '@lotse/identity/server';
import type { QueryInput } from '@lotse/kernel';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { DirectoryModule } from '../directory.module';

/** Three places on one meridian: a tenth of a degree of latitude is 11.1 km. */
const places = [
  ['08336081', 'Musterdorf', 47.6],
  ['08336082', 'Mittelhausen', 47.7],
  ['08336083', 'Oberbergen', 47.8],
] as const;

describe('the directory of help offers', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let neighbour: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    neighbour = await testCounty(database, '08337');
    server = await startTestServer(database, [IdentityModule, DirectoryModule]);
    for (const [ags, name, latitude] of places) {
      await database.query(
        `insert into municipality (ags, region_id, name, postcode, latitude, longitude, population) values ($1, $2, $3, '79650', $4, 7.8, 900)
         on conflict (ags) do update set latitude = excluded.latitude, longitude = excluded.longitude`,
        [ags, county.regionId, name, latitude],
      );
    }
    const move = (id: string, ags: string, text: string) =>
      database.query('update service set ags = $2, search_text = $3 where id = $1', [id, ags, text]);
    await move(county.service, '08336081', 'ambulanz klinik eins musterdorf 100%ig');
    await move(county.otherService, '08336082', 'tagesklinik klinik zwei mittelhausen');
    await move(county.closedService, '08336083', 'gruppe klinik eins oberbergen');
  });
  afterAll(() => server.stop());

  const namesOf = async (query: QueryInput<typeof findServices>): Promise<string[]> => {
    const { items } = await server.as(county.gp).get(findServices, { query });
    return items.map(({ name }) => name);
  };

  it('is in the order of names, and finds what has every word, wherever it is said', async () => {
    expect(await namesOf({})).toEqual(['Ambulanz', 'Gruppe', 'Tagesklinik']);
    expect(await namesOf({ text: 'KLINIK eins' })).toEqual(['Ambulanz', 'Gruppe']);
    expect(await namesOf({ text: 'klinik berlin' })).toEqual([]);
  });

  it('takes signs of a pattern for what they are', async () => {
    expect(await namesOf({ text: '100%' })).toEqual(['Ambulanz']);
    expect(await namesOf({ text: '_' })).toEqual([]);
    expect(await namesOf({ text: '\\' })).toEqual([]);
  });

  it('is nearest first from a municipality, and says how far; what is too far away is left out', async () => {
    const from = { municipality: '08336083' };
    const { items } = await server.as(county.gp).get(findServices, { query: from });
    expect(items.map(({ name, distanceKm }) => [name, distanceKm])).toEqual([
      ['Gruppe', 0],
      ['Tagesklinik', 11.1],
      ['Ambulanz', 22.2],
    ]);
    expect(await namesOf({ ...from, withinKm: 12 })).toEqual(['Gruppe', 'Tagesklinik']);
  });

  it.each([{}, { municipality: '08336082' }])('page by page it is the same as at once: %o', async (query) => {
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await server
        .as(county.gp)
        .get(findServices, { query: { ...query, limit: 1, ...(cursor && { cursor }) } });
      paged.push(...items.map(({ name }) => name));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(await namesOf(query));
  });

  it('shows nobody the services of another county, not by their number either', async () => {
    const { items } = await server.as(neighbour.gp).get(findServices);
    expect(items.map(({ id }) => id).sort()).toEqual([neighbour.service, neighbour.otherService, neighbour.closedService].sort());
    expect((await server.as(neighbour.gp).call(readService, { params: { id: county.service } })).status).toBe(404);
    expect((await server.as(county.gp).get(readService, { params: { id: county.service } })).name).toBe('Ambulanz');
  });

  it('is open to the public, county by county; a county that is not there has none', async () => {
    const publicly = async (region: string) => {
      const { items } = await server.as(undefined).get(findPublicServices, { query: { region } });
      return items.map(({ id }) => id);
    };
    expect(await publicly('08336')).toEqual([county.service, county.closedService, county.otherService]);
    expect(await publicly('08337')).toContain(neighbour.service);
    expect(await publicly('09999')).toEqual([]);
  });

  it('tells an organisation which are its own', async () => {
    expect((await server.as(county.intake).get(findOwnServices)).items).toEqual([
      { id: county.service, name: 'Ambulanz' },
      { id: county.closedService, name: 'Gruppe' },
    ]);
    expect((await server.as(county.gp).get(findOwnServices)).items).toEqual([]);
  });
});
