import { holds, type Role } from '@lotse/identity/model';
import { pathOf, type Endpoint } from '@lotse/kernel';
import { exampleOf } from './example-of';
import { canary, guardedCounty, type GuardedCounty } from './guarded-county';

/** Whoever lets others in sees nobody who is cared for, not even in the very organisation that cares for them. */
describe.each(['org_admin', 'region_admin'] as const)('an administrator (%s)', (role: Role) => {
  let place: GuardedCounty;

  beforeAll(async () => {
    place = await guardedCounty();
  });
  afterAll(() => place.server.stop());

  const tried = () => place.contracts.filter(({ path }) => path !== 'events' && path !== 'health');
  /** Lines of the chronicle are read by identifiers that open nothing to an administrator; what is kept is decided by number alone. */
  const isByNumber = (may: string) => may.startsWith('chronicle.');
  const isDecided = (may: string) => may.startsWith('retention.');
  const mayCall = ({ may }: Endpoint) => may === 'anyone' || may === 'signed-in' || holds([role], may);

  it('holds no permission whose answer leads to a person, but for deciding by number and period what is kept', () => {
    const leading = place.contracts.filter(
      ({ may, touches }) => touches && !isByNumber(may as string) && !isDecided(may as string) && holds([role], may as string),
    );
    expect(leading.map(({ path }) => path)).toEqual([]);
  });

  // @req ASVS 5.0.0-8.2.1, 5.0.0-8.2.2
  it('goes every way there is, in the practice and in the clinic of a person, and finds no answer that leads to them', async () => {
    const { county, things } = place;
    const ids = Object.entries(things).filter(([name]) => /person|release|referral|entry|offer/i.test(name));
    expect(ids.length).toBeGreaterThan(3);
    for (const organisationId of [county.practice, county.clinic]) {
      for (const contract of tried()) {
        const staff = await place.staffOf(organisationId, role);
        for (const [, id] of ids) {
          await place.reopen(staff);
          const params = Object.fromEntries([...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => [name!, id]));
          const answer = await place.server.app.inject({
            method: contract.method,
            url: pathOf(contract, params),
            headers: { cookie: `lotse_session=${staff.token}`, ...(contract.versioned && { 'if-match': '"1"' }) },
            payload: contract.method === 'GET' ? undefined : ((exampleOf(contract.body, { ...things, id }) ?? {}) as object),
          });
          const name = `${contract.method} ${contract.path}`;
          if (!mayCall(contract)) expect([name, answer.statusCode]).toEqual([name, 403]);
          const telling = isByNumber(contract.may) ? [canary] : [canary, ...ids.map(([, known]) => known)];
          const found = telling.filter((text) => answer.body.includes(text));
          expect([name, found]).toEqual([name, []]);
          if (params['id'] === undefined) break;
        }
      }
    }
  }, 300_000);
});
