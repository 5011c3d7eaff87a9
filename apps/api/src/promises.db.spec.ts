import { openSlot, readSlot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, type Endpoint } from '@lotse/kernel';
import { createPerson, recordRelease } from '@lotse/people/model';
import {
  acceptReferral,
  acknowledgeReferral,
  assignReferrals,
  createReferral,
  declineReferral,
  discardReferral,
  provideInfo,
  redirectReferral,
  requestInfo,
  snoozeReferrals,
  startTriage,
  submitReferral,
  undoMove,
  withdrawReferral,
} from '@lotse/referral/model';
import {
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import { acceptOffer, declineOffer, joinWaitingList, offerSlot, withdrawOffer } from '@lotse/waiting-list/model';
import fc from 'fast-check';
import { domainModules } from './app.module';

/** One random step: which act, on which of the things there are. */
interface Step {
  act: number;
  thing: number;
}

interface Held {
  id: string;
  version: number;
  recipient?: string | null;
}

const urgencies = ['very_urgent', 'urgent', 'acute_treatment', 'soon', 'routine'] as const;

/** What must hold after every step, whatever came before; each answers the ids of whatever breaks it. */
const promises: Record<string, string> = {
  'promise 1: an open referral is on exactly one worklist': `
    select id from referral where state not in ('closed', 'withdrawn', 'entered_in_error')
      and custodian_organisation_id is distinct from referrer_organisation_id and custodian_organisation_id is distinct from recipient_organisation_id`,
  'promise 1: a running offer has somebody who answers it': `
    select o.id from slot_offer o join referral r on r.id = o.referral_id where o.state = 'sent' and r.state <> 'offered'`,
  'promise 1: what was put aside is back before anybody must act': `
    select d.referral_id as id from referral_desk d join referral r on r.id = d.referral_id
      where d.snoozed_version = r.version and (d.snoozed_until > r.due_at or r.state in ('closed', 'withdrawn', 'entered_in_error'))`,
  'promise 7: whoever has it may see it': `
    select r.id from referral r where r.state not in ('draft', 'closed', 'withdrawn', 'entered_in_error') and not exists (
      select from access_grant g where g.referral_id = r.id and g.organisation_id = r.recipient_organisation_id and g.valid_until > now())`,
  'the history is a path, and its end is where it is': `
    select referral_id as id from (select referral_id, from_state, lag(to_state) over (partition by referral_id order by at, id) as before
      from referral_step) s where from_state is distinct from before
    union all select id from referral r where state is distinct from
      (select to_state from referral_step s where s.referral_id = r.id order by at desc, id desc limit 1)`,
  'promise 2: an open referral has one custodian with a due date': `
    select id from referral where (state in ('closed', 'withdrawn', 'entered_in_error')) <> (custodian = 'nobody')
      or (custodian <> 'nobody' and due_at is null)`,
  'promise 3: the clock is the first sending, for the referral and its place on the list': `
    select r.id from referral r join referral_step s on s.referral_id = r.id and s.act = 'submit'
      left join waiting_list_entry e on e.referral_id = r.id
      where abs(extract(epoch from r.clock_started_at - s.at)) > 5 or e.received_at <> r.clock_started_at`,
  'promise 4: a slot has one booking, a person one running offer': `
    select slot_id as id from appointment where cancelled_at is null group by slot_id having count(*) > 1
    union all select entry_id from slot_offer where state = 'sent' group by entry_id having count(*) > 1
    union all select slot_id from slot_offer where state = 'sent' group by slot_id having count(*) > 1`,
  'promise 4: what the slot says is what offers and appointments say': `
    select s.id from slot s where (s.state = 'held') <> exists (select from slot_offer o where o.slot_id = s.id and o.state = 'sent')
      or (s.state = 'taken') <> exists (select from appointment a where a.slot_id = s.id and a.cancelled_at is null)`,
  'promise 8: every step of a referral is in the chronicle': `
    select s.id from referral_step s where not exists (select from chronicle_entry c where c.subject_id = s.referral_id and c.verb = 'referral.' || s.act)`,
};

describe('random histories', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, domainModules);
  });
  afterAll(() => server.stop());

  type Move = [contract: Endpoint, staff: () => TestStaff, body: object];
  const moves = {
    submit: [submitReferral, () => county.gp, {}],
    discard: [discardReferral, () => county.gp, {}],
    acknowledge: [acknowledgeReferral, () => county.intake, {}],
    triage: [startTriage, () => county.intake, {}],
    ask: [requestInfo, () => county.intake, { question: 'Was wurde versucht?', dueOn: '2099-01-01' }],
    answer: [provideInfo, () => county.assistant, { answer: 'Gespräche' }],
    accept: [acceptReferral, () => county.intake, {}],
    decline: [declineReferral, () => county.intake, { reason: 'no_capacity', wayForward: 'Tagesklinik' }],
    withdraw: [withdrawReferral, () => county.gp, { reason: 'recovered' }],
    join: [joinWaitingList, () => county.intake, {}],
    undo: [undoMove, () => county.intake, {}],
    handOn: [redirectReferral, () => county.intake, { serviceId: '', reason: 'specialty' }],
  } satisfies Record<string, Move>;

  /** What staff would do next in a state, the usual way more often than the way out. */
  const usual: Record<string, Move[]> = {
    draft: [moves.submit, moves.submit, moves.submit, moves.submit, moves.submit, moves.discard],
    requested: [moves.acknowledge, moves.acknowledge, moves.acknowledge, moves.acknowledge, moves.withdraw],
    received: [moves.triage, moves.accept, moves.ask, moves.accept, moves.decline, moves.handOn],
    in_triage: [moves.accept, moves.accept, moves.ask, moves.accept, moves.decline, moves.undo],
    info_requested: [moves.answer, moves.answer, moves.answer, moves.withdraw],
    accepted: [moves.join, moves.join, moves.join, moves.undo],
    returned: [moves.withdraw, moves.undo],
  };

  /** What can happen; about a third of it is out of place at any one time and must be refused. */
  const acts: ((step: Step) => Promise<unknown>)[] = [
    begin,
    goOn,
    goOn,
    goOn,
    goOn,
    goOn,
    outOfPlace,
    outOfPlace,
    onDesk,
    freeSlot,
    offer,
    offer,
    agree,
    (step) => onOffer(declineOffer, county.assistant, { reason: 'time' }, step),
    (step) => onOffer(withdrawOffer, county.intake, { reason: 'Zimmer fehlt' }, step),
  ];

  /** One step of a history that is written out: `thing` picks the only one there is and, of what is usual for it, the one at this place. */
  const then = (act: (step: Step) => Promise<unknown>, thing = 0): Step => ({ act: acts.indexOf(act), thing });

  /** Told first in every run, so that what the random ones are to vary is certain to be reached. */
  const certain = [
    [
      then(begin, 1),
      then(goOn),
      then(goOn),
      then(goOn),
      then(goOn, 5),
      then(goOn, 1),
      then(goOn),
      then(freeSlot),
      then(offer),
      then(agree),
    ],
    [then(begin, 1), then(goOn), then(goOn), then(goOn, 5), then(goOn), then(goOn, 4), then(goOn)],
  ];

  function agree(step: Step) {
    return onOffer(acceptOffer, county.gp, {}, step);
  }

  async function goOn({ thing }: Step) {
    const all = await database.query<Held & { state: string }>(
      `select id, version, state, recipient_organisation_id as recipient from referral where state = any ($1) order by id desc limit 6`,
      [Object.keys(usual)],
    );
    const chosen = all[thing % Math.max(all.length, 1)];
    const possible = chosen ? usual[chosen.state]! : [];
    const move = possible[thing % Math.max(possible.length, 1)];
    return chosen && move && doMove(move, chosen);
  }

  async function outOfPlace({ thing }: Step) {
    const all = await database.query<Held>(
      'select id, version, recipient_organisation_id as recipient from referral order by id desc limit 6',
    );
    const chosen = all[thing % Math.max(all.length, 1)];
    const every = Object.values<Move>(moves);
    return chosen && doMove(every[thing % every.length]!, chosen);
  }

  /** Whoever has it does what a receiver does. */
  const doMove = ([contract, staff, body]: Move, { id, version, recipient }: Held) => {
    const serviceId = recipient === county.otherClinic ? county.service : county.otherService;
    const by = staff() === county.intake && recipient === county.otherClinic ? county.otherIntake : staff();
    return server.as(by).call(contract, { params: { id }, version, body: 'serviceId' in body ? { ...body, serviceId } : { ...body } });
  };

  async function onDesk({ thing }: Step) {
    const ids = (await database.query<Held>('select id from referral order by id desc limit 3')).map(({ id }) => id);
    if (ids.length === 0) return undefined;
    const until = addCalendarDays(calendarDayOf(new Date()), thing + 1);
    const clinic = server.as(county.intake);
    return thing % 3 === 0
      ? clinic.call(assignReferrals, { body: { ids, staffId: county.intake.id } })
      : clinic.call(snoozeReferrals, { body: { ids, until } });
  }

  const bornOn = birthDates('1980-02-03');
  /** Names that sound apart: nobody of these histories is taken for somebody else, however many there are. */
  const syllables = ['ba', 'da', 'fa', 'ga', 'la', 'ma', 'ra', 'sa'];
  let named = 0;
  const nextName = () => [...(++named + 512).toString(8)].map((digit) => syllables[Number(digit)]).join('');
  async function begin({ thing }: Step) {
    const gp = server.as(county.gp);
    const person = await gp.get(createPerson, { body: { familyName: nextName(), givenName: 'Ida', birthDate: bornOn() } });
    const terms = { purpose: 'Behandlung', dataParts: ['identity', 'diagnosis'], coversHealthData: true, form: 'written' };
    for (const recipientOrganisationId of thing % 2 === 0 ? [county.clinic] : [county.clinic, county.otherClinic]) {
      const body = { ...terms, recipientOrganisationId, givenOn: '2026-01-01', validUntil: '2099-01-01' };
      await gp.get(recordRelease, { params: { id: person.id }, body });
    }
    const urgency = urgencies[thing % urgencies.length]!;
    return gp.get(createReferral, {
      body: { personId: person.id, serviceId: county.service, reason: 'anxiety', question: 'Bitte', urgency, shortNotice: true },
    });
  }

  async function freeSlot({ thing }: Step) {
    const startsAt = new Date(Date.now() + (thing + 1) * 7_200_000).toISOString();
    return server.as(county.intake).call(openSlot, { body: { scheduleId: county.schedule, startsAt, minutes: 50, mode: 'on_site' } });
  }

  async function offer({ thing }: Step) {
    const slots = await database.query<{ id: string }>('select id from slot order by id desc limit 6');
    const entries = await database.query<{ id: string }>('select id from waiting_list_entry order by id desc limit 6');
    const [slot, entry] = [slots[thing % Math.max(slots.length, 1)], entries[thing % Math.max(entries.length, 1)]];
    if (!slot || !entry) return undefined;
    const { version } = await server.as(county.intake).get(readSlot, { params: { id: slot.id } });
    const body = { entryId: entry.id, outOfTurnReason: 'für diese Probe' };
    return server.as(county.intake).call(offerSlot, { params: { id: slot.id }, version, body });
  }

  async function onOffer(contract: Endpoint, staff: TestStaff, body: object, { thing }: Step) {
    const all = await database.query<Held>('select id, version from slot_offer order by id desc limit 4');
    const chosen = all[thing % Math.max(all.length, 1)];
    return chosen && server.as(staff).call(contract, { params: { id: chosen.id }, version: chosen.version, body: { ...body } });
  }

  const broken = async () => {
    const found: string[] = [];
    for (const [promise, text] of Object.entries(promises)) {
      const rows = await database.query<{ id: string }>(text);
      if (rows.length > 0) found.push(`${promise}: ${rows.map(({ id }) => id).join(', ')}`);
    }
    return found;
  };

  // @req ASVS 5.0.0-2.3.1, 5.0.0-2.3.4
  it('promises 1 to 4 and 8 hold after every step of any history, and nothing answers with a fault of ours', async () => {
    const step = fc.record({ act: fc.nat({ max: acts.length - 1 }), thing: fc.nat({ max: 40 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        for (const one of steps) {
          const called = (await acts[one.act]!(one)) as { status?: number } | undefined;
          if (called?.status !== undefined) expect(called.status).toBeLessThan(500);
          expect(await broken()).toEqual([]);
        }
      }),
      { numRuns: 25, endOnFailure: true, examples: certain.map((steps): [Step[]] => [steps]) },
    );
    const reached = await database.query<{ state: string }>('select distinct to_state as state from referral_step');
    const done = await database.query<{ act: string }>('select distinct act from referral_step');
    expect(done.map(({ act }) => act)).toEqual(expect.arrayContaining(['undo', 'redirect']));
    // The walk is worth nothing if it never gets anywhere.
    expect(reached.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['requested', 'accepted', 'waitlisted', 'offered', 'booked', 'withdrawn', 'returned']),
    );
  }, 120_000);

  it('two that act at the same time: one goes on, the other is told so', async () => {
    const { id } = (await begin({ act: 0, thing: 1 })) as Held;
    await server.as(county.gp).get(submitReferral, { params: { id }, version: 1, body: {} });
    const both = await Promise.all(
      [county.intake, county.intake].map((staff) => server.as(staff).call(acknowledgeReferral, { params: { id }, version: 2, body: {} })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
