import { expect, test } from '@playwright/test';
import { call, get, listen, type Held } from './processes/call';
import { flock, heardIn, tablesWithCanaries } from './processes/canaries';
import { tellOfCanaries } from './processes/canary-story';
import { install, type Installation } from './processes/installation';
import { overhear } from './processes/redis';
import { singEverywhere } from './processes/sing-everywhere';
import { setUpCounty, staffPassword, type SmallCounty, type Staff } from './processes/small-county';
import { outOfTurn, waitingPeople, type Joined, type WaitingPeople } from './processes/waiting-people';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const racers = 50;
/** Whoever may do something for a person. */
const allWhoCare = ['referrer', 'intake', 'triager', 'clinician', 'social_worker', 'service_manager', 'dpo'];
let lotse: Installation;
let county: SmallCounty;
let people: WaitingPeople;
const address = (which: number) => lotse.apis[which % lotse.apis.length]!.address;

test.beforeAll(async () => {
  lotse = await install({ SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), RATE_LIMITS: '1000' });
  county = await setUpCounty(lotse.owner);
  people = waitingPeople(address(0), county, lotse.owner);
});
test.afterAll(() => lotse?.stop());

const rows = async <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  (await lotse.owner.query<Row>(statement, values)).rows;

/** How often each answer came: `{ '201': 1, '409 slot-gone': 49 }`. */
function counted(answers: readonly { status: number; body: { code?: string } }[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { status, body } of answers) {
    const answer = status < 300 ? String(status) : `${status} ${body.code}`;
    found[answer] = (found[answer] ?? 0) + 1;
  }
  return found;
}

/** Everybody at once, every other one at the other process. */
const race = <Answer>(staff: readonly Staff[], run: (one: Staff, at: string, index: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(staff.map((one, index) => run(one, address(index), index)));

test('both processes that answer are ready', async () => {
  for (const { address } of lotse.apis) {
    expect((await call(address, undefined, ['GET', '/health/live'])).body).toEqual({ status: 'live' });
    expect((await call(address, undefined, ['GET', '/health/ready'])).body).toMatchObject({ status: 'ready', database: 'up' });
  }
});

// @req ASVS 5.0.0-7.2.1, 5.0.0-7.4.1
test('a session of one is valid at the other, and over at both', async () => {
  const body = { email: county.gp.email, password: staffPassword };
  const opened = await call(address(0), undefined, ['POST', 'session'], { body });
  expect(opened.status).toBe(200);
  const staff = { ...county.gp, cookie: opened.headers.get('set-cookie')!.split(';')[0]! };
  expect((await call(address(1), staff, ['GET', 'session'])).status).toBe(200);
  const ended = await fetch(`${address(1)}/api/session`, { method: 'DELETE', headers: { cookie: staff.cookie } });
  expect(ended.status).toBe(200);
  expect((await call(address(0), staff, ['GET', 'session'])).status).toBe(401);
});

test('what happens at one is told by the other', async () => {
  const line = await listen(address(1), county.intake);
  const { id } = await people.sends();
  await expect.poll(() => line.told(), { timeout: 3_000 }).toContain(id);
  expect(line.told(), 'ids and versions only').not.toContain('Muster');
  line.hangUp();
});

test('what happens between the first reading and the opening of the stream is told', async () => {
  const { body } = await call<{ newestEvent: number }>(address(1), county.intake, ['GET', 'session']);
  const { id } = await people.sends();
  const line = await listen(address(1), county.intake, body.newestEvent);
  await expect.poll(() => line.told(), { timeout: 3_000 }).toContain(id);
  line.hangUp();
});

// @req ASVS 5.0.0-2.3.4, 5.0.0-15.4.2
test(`${racers} offer one slot at the same time: one offer, everybody else a clear answer`, async () => {
  const entries: Joined[] = [];
  for (let batch = 0; batch < 5; batch++) entries.push(...(await Promise.all(Array.from({ length: racers / 5 }, people.joins))));
  const slot = await people.opensSlot();
  const staff = await county.more('clinic', racers);
  const answers = await race(staff, (one, at, index) =>
    call(at, one, ['POST', `slots/${slot.id}/offers`], { version: slot.version, body: outOfTurn(entries[index]!.entryId) }),
  );
  expect(counted(answers)).toEqual({ '201': 1, '409 slot-gone': racers - 1 });
  expect(await rows(`select 1 from slot_offer where slot_id = $1`, [slot.id])).toHaveLength(1);
});

test(`${racers} offer one person different slots at the same time: one offer`, async () => {
  const { entryId } = await people.joins();
  const slots: Held[] = [];
  for (let count = 0; count < racers; count++) slots.push(await people.opensSlot());
  const staff = await county.more('clinic', racers);
  const answers = await race(staff, (one, at, index) =>
    call(at, one, ['POST', `slots/${slots[index]!.id}/offers`], { version: slots[index]!.version, body: outOfTurn(entryId) }),
  );
  expect(counted(answers)).toEqual({ '201': 1, '409 entry-not-waiting': racers - 1 });
});

// @req ASVS 5.0.0-2.3.4
test(`${racers} accept one offer at the same time: one booking, everybody else a clear answer`, async () => {
  const offer = await people.offers(await people.opensSlot(), (await people.joins()).entryId);
  const staff = await county.more('practice', racers);
  const answers = await race(staff, (one, at) => call(at, one, ['POST', `offers/${offer.id}/accept`], { version: offer.version }));
  const { '200': accepted, ...refused } = counted(answers);
  expect(accepted).toBe(1);
  expect(Object.keys(refused).filter((answer) => !['409 offer-already-answered', '409 version-stale'].includes(answer))).toEqual([]);
  const booked = await rows(`select a.id from appointment a join slot_offer o on o.slot_id = a.slot_id where o.id = $1`, [offer.id]);
  expect(booked).toHaveLength(1);
});

test('when one worker is killed the other goes on', async () => {
  const [killed] = lotse.workers;
  expect((await killed!.stop(5_000, 'SIGKILL')).signal).toBe('SIGKILL');
  const { id } = await people.sends();
  const [referral] = await rows<{ reference: string }>('select reference from referral where id = $1', [id]);
  const mailed = () => lotse.mails().filter(({ to, text }) => to.includes('clinic@example.org') && text.includes(referral!.reference));
  await expect.poll(() => mailed().length, { timeout: 15_000 }).toBe(1);
});

test('with all workers killed an offer still expires, when somebody looks', async () => {
  const slot = await people.opensSlot();
  const offer = await people.offers(slot, (await people.joins()).entryId);
  for (const worker of lotse.workers.slice(1)) await worker.stop(5_000, 'SIGKILL');
  await lotse.owner.query(`update slot_offer set expires_at = now() - interval '1 second' where id = $1`, [offer.id]);
  const running = await get<{ items: Held[] }>(address(1), county.gp, ['GET', 'offers?limit=100']);
  expect(running.items.map(({ id }) => id)).not.toContain(offer.id);
  const late = await call(address(0), county.gp, ['POST', `offers/${offer.id}/accept`], { version: offer.version });
  expect(counted([late])).toEqual({ '409 offer-expired': 1 });
  expect(await get(address(0), county.intake, ['GET', `slots/${slot.id}`])).toMatchObject({ state: 'open' });
});

test('what happened while no worker ran is made up for', async () => {
  const { id } = await people.sends();
  const [referral] = await rows<{ reference: string }>('select reference from referral where id = $1', [id]);
  lotse.workers.push(await lotse.startWorker());
  await expect.poll(() => lotse.mails().filter(({ text }) => text.includes(referral!.reference)).length, { timeout: 20_000 }).toBe(1);
});

// @req ASVS 5.0.0-16.2.5
test('what is said about a person stands in no log, no queue, no mail, no event and no refusal', async () => {
  test.setTimeout(300_000);
  const birds = flock();
  // There is one where the suite of Redis runs, and nowhere else.
  const redis = process.env.REDIS_URL ? await overhear(process.env.REDIS_URL) : undefined;
  const both = [(await county.more('practice', 1))[0]!, (await county.more('clinic', 1))[0]!];
  await lotse.owner.query('update staff set roles = $2 where email = any ($1)', [both.map(({ email }) => email), allWhoCare]);
  const lines = [await listen(address(0), county.gp), await listen(address(1), county.intake)];
  const told = lotse.mails().length;
  const refused = await tellOfCanaries(address(0), county, birds);
  const echo = await singEverywhere(address(1), lotse.owner, both, birds);
  // The question rings at the practice once the worker has dealt with everything.
  await expect.poll(() => lotse.mails().length, { timeout: 20_000 }).toBeGreaterThan(told);
  const undone = `select 1 from outbox_event where done_at is null and (due_at is null or due_at <= now())`;
  await expect.poll(async () => (await rows(undone)).length, { timeout: 60_000 }).toBe(0);
  const said = [...lotse.apis.map((api) => api.process), ...lotse.workers].map((process) => process.said()).join('\n');
  expect(said, 'the requests are logged').toContain('answered');
  const heard = {
    refused,
    refusals: echo.refusals,
    said,
    mails: JSON.stringify(lotse.mails()),
    events: lines.map((line) => line.told()).join('\n'),
    health: await (await fetch(`${address(0)}/health/ready`)).text(),
    toldToRedis: redis?.told() ?? '',
    keptByRedis: (await redis?.dump()) ?? '',
  };
  for (const line of lines) line.hangUp();
  redis?.hangUp();
  if (redis) expect(heard.toldToRedis, 'the queue is on Redis').toContain(':events:wait');
  expect(Object.entries(heard).map(([where, text]) => [where, heardIn(text)])).toEqual(Object.keys(heard).map((where) => [where, []]));
  const { wrong, rightly } = await tablesWithCanaries(lotse.owner);
  expect(wrong).toEqual([]);
  expect(echo.faults).toEqual([]);
  // It is worth nothing if nobody sings, or everybody is sent away at the door.
  expect(birds.words.length).toBeGreaterThan(200);
  expect(rightly).toBeGreaterThan(60);
  expect(echo.taken).toBeGreaterThan(100);
});

test('asked to end, every process ends within ten seconds, open streams or not', async () => {
  const line = await listen(address(0), county.intake);
  const running = [lotse.apis[0]!.process, lotse.apis[1]!.process, lotse.workers.at(-1)!];
  const endings = await Promise.all(running.map((process) => process.stop(10_000)));
  line.hangUp();
  expect(endings.map(({ code, signal }) => ({ code, signal }))).toEqual(running.map(() => ({ code: 0, signal: null })));
});
