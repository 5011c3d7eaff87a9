import {
  askForPasskey,
  preparePasskey,
  readOwnSignIn,
  readSession,
  registerPasskey,
  removePasskey,
  renamePasskey,
  signIn,
  signInWithPasskey,
} from '@lotse/identity/model';
import type { TestCounty, TestDatabase, TestServer, TestStaff } from '@lotse/server-kit/testing';
import { password, signInCounty, tokenOf, type SignInCounty } from '../testing/sign-in-county';
import { SoftAuthenticator, type Behaviour } from './soft-authenticator';

describe('passkeys', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let newcomer: SignInCounty['newcomer'];

  beforeAll(async () => {
    ({ database, county, server, newcomer } = await signInCounty());
  });
  afterAll(() => server.stop());

  const anybody = () => server.as(undefined);
  const challengeToMake = async (staff: TestStaff) =>
    (await server.as(staff).get(preparePasskey, { body: {} })).options['challenge'] as string;
  const challengeToShow = async () => (await anybody().get(askForPasskey, { body: {} })).options['challenge'] as string;
  const register = async (staff: TestStaff, device: SoftAuthenticator, behaviour?: Behaviour, name = 'Diensthandy') =>
    server.as(staff).call(registerPasskey, { body: { name, credential: device.make(await challengeToMake(staff), behaviour) } });
  const show = async (device: SoftAuthenticator, behaviour?: Behaviour) =>
    anybody().call(signInWithPasskey, { body: { credential: device.show(await challengeToShow(), behaviour) } });

  async function owner(organisationId?: string) {
    const [staff, device] = [await newcomer(organisationId), new SoftAuthenticator()];
    const registered = await register(staff, device);
    expect(registered.status).toBe(200);
    return { staff: { ...staff, token: tokenOf(registered.headers) }, device, registered: registered.answer };
  }

  it('are asked for with the finger, the face or the code, bound to this place', async () => {
    const staff = await newcomer();
    const { options } = await server.as(staff).get(preparePasskey, { body: {} });
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: `${staff.id}@example.org` },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((await anybody().get(askForPasskey, { body: {} })).options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  });

  it('sign in without a password, and are two factors in one', async () => {
    const { staff, device, registered } = await owner();
    expect([registered.passkey.name, registered.recoveryCodes?.length]).toEqual(['Diensthandy', 10]);
    const { status, answer, headers } = await show(device, { userHandle: staff.id });
    expect([status, answer.staff.id, answer.isLimited]).toEqual([200, staff.id, false]);
    expect((await server.as({ ...staff, token: tokenOf(headers) }).get(readOwnSignIn)).way).toBe('passkey');
  });

  it('the password alone is no longer enough', async () => {
    const { staff } = await owner();
    const { problem } = await anybody().call(signIn, { body: { email: `${staff.id}@example.org`, password } });
    expect([problem.code, problem.context]).toEqual(['second-factor-needed', { ways: ['passkey', 'recovery_code'] }]);
  });

  it.each<[string, Behaviour]>([
    ['without the finger, the face or the code', { isUserVerified: false }],
    ['made for another origin', { origin: 'https://lotse.example.evil' }],
    ['made for another place', { relyingParty: 'evil.example' }],
  ])('%s are not set up', async (_, behaviour) => {
    const { status, problem } = await register(await newcomer(), new SoftAuthenticator(), behaviour);
    expect([status, problem.code]).toEqual([422, 'passkey-not-taken']);
  });

  it.each<[string, Behaviour]>([
    ['without the finger, the face or the code', { isUserVerified: false }],
    ['shown to another origin', { origin: 'https://lotse.example.evil' }],
    ['shown to another place', { relyingParty: 'evil.example' }],
    ['of somebody else', { userHandle: '018f0000-0000-7000-8000-000000000000' }],
  ])('%s open nothing', async (_, behaviour) => {
    const { device } = await owner();
    const { status, problem, headers } = await show(device, behaviour);
    expect([status, problem.code, headers['set-cookie']]).toEqual([401, 'passkey-refused', undefined]);
  });

  it('an unknown one gets the same answer as one that was refused', async () => {
    const { device } = await owner();
    const [unknown, refused] = [await show(new SoftAuthenticator()), await show(device, { isUserVerified: false })];
    expect({ ...unknown.problem, instance: '' }).toEqual({ ...refused.problem, instance: '' });
  });

  it('an answer holds once', async () => {
    const { device } = await owner();
    const credential = device.show(await challengeToShow());
    const answers = await Promise.all([1, 2, 3].map(() => anybody().call(signInWithPasskey, { body: { credential } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('a question holds for five minutes, for what it was asked for, and only as we asked it', async () => {
    const { staff, device } = await owner();
    expect((await anybody().call(signInWithPasskey, { body: { credential: device.show('bm90IG91cnM') } })).status).toBe(401);
    const ofMaking = await challengeToMake(staff);
    expect((await anybody().call(signInWithPasskey, { body: { credential: device.show(ofMaking) } })).status).toBe(401);
    const challenge = await challengeToShow();
    await database.query(`update sign_in_challenge set expires_at = now() - interval '1 second'`);
    expect((await anybody().call(signInWithPasskey, { body: { credential: device.show(challenge) } })).status).toBe(401);
  });

  it('a question asked of one is not answered by another', async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const credential = new SoftAuthenticator().make(await challengeToMake(one));
    const { problem } = await server.as(other).call(registerPasskey, { body: { name: 'fremd', credential } });
    expect(problem.code).toBe('passkey-not-taken');
  });

  it('a copy shows itself by its count of signatures', async () => {
    const { device } = await owner();
    expect((await show(device, { counter: 5 })).status).toBe(200);
    expect((await show(device, { counter: 5 })).status).toBe(401);
    expect((await show(device, { counter: 6 })).status).toBe(200);
  });

  // @req ASVS 5.0.0-6.5.6
  it('are named and removed by their owner only, and open nothing afterwards', async () => {
    const [{ staff, device, registered }, stranger] = [await owner(), await newcomer()];
    const params = { id: registered.passkey.id };
    expect((await server.as(stranger).call(renamePasskey, { params, body: { name: 'meins' } })).status).toBe(404);
    expect((await server.as(stranger).call(removePasskey, { params, body: {} })).status).toBe(404);
    expect((await server.as(staff).call(renamePasskey, { params, body: { name: 'Tablet' } })).status).toBe(200);
    expect((await server.as(staff).get(readOwnSignIn)).passkeys).toMatchObject([{ name: 'Tablet', lastUsedAt: null }]);
    expect((await server.as(staff).call(removePasskey, { params, body: {} })).status).toBe(200);
    expect((await show(device)).status).toBe(401);
  });

  it('the last one stays where a second factor is required', async () => {
    await database.query('insert into sign_in_rule (organisation_id, second_factor_required) values ($1, true)', [county.otherClinic]);
    const { staff, registered } = await owner(county.otherClinic);
    expect((await server.as(staff).get(readSession)).isLimited).toBe(false);
    const { problem } = await server.as(staff).call(removePasskey, { params: { id: registered.passkey.id }, body: {} });
    expect(problem.code).toBe('last-second-factor');
  });

  it('of somebody who has left open nothing', async () => {
    const { staff, device } = await owner();
    await database.query('update staff set disabled_at = now() where id = $1', [staff.id]);
    expect((await show(device)).status).toBe(401);
  });
});
