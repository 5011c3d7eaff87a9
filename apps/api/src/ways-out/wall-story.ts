import { askAdvice } from '@lotse/advice/model';
import { openSlot, type Slot } from '@lotse/calendar/model';
import { pathOf, type Endpoint } from '@lotse/kernel';
import { createPerson, recordRelease, revokeRelease, type DataPart } from '@lotse/people/model';
import {
  acceptReferral,
  acknowledgeReferral,
  answerQuestion,
  askQuestion,
  createReferral,
  readQuestions,
  submitReferral,
} from '@lotse/referral/model';
import {
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  type CallArguments,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import { joinWaitingList } from '@lotse/waiting-list/model';
import { domainModules } from '../app.module';

/** What the clinic was not given. None of it may appear anywhere on its side. */
export const canaries = [
  '07622 4711',
  'Kanarienweg',
  '79669',
  'Kanarienmittel',
  'Kanarienversuch',
  'Kanarienrisiko',
  'Kanarienrampe',
  'Kanarienakte',
  'Kanaria',
  'Widerruf',
];

/** Somebody the practice has referred to the clinic, who is on its waiting list. */
export interface Referred {
  personId: string;
  releaseId: string;
  referralId: string;
  entryId: string;
}

/** A county with a practice that has released as much as a referral needs, and no more, and a clinic that reads. */
export interface WallStory {
  database: TestDatabase;
  county: TestCounty;
  server: TestServer;
  referred: Referred;
  /** Another one whose release was revoked: the clinic may not even know the name any more. */
  revoked: Referred;
  refers(familyName: string, parts?: readonly DataPart[]): Promise<Referred>;
  /** The practice asks the clinic about somebody before it refers them. */
  asksAdvice(): Promise<string>;
  opensSlot(): Promise<Slot>;
  /** The practice answers what the clinic asks, with what was not released; something stays open. */
  answersQuestions(): Promise<void>;
  /** What leaves the process, letter by letter. */
  raw<Contract extends Endpoint>(staff: TestStaff, contract: Contract, given?: CallArguments<Contract>): Promise<string>;
  /** The same for a file, byte by byte. */
  file: <Contract extends Endpoint>(staff: TestStaff, contract: Contract, given?: CallArguments<Contract>) => Promise<Buffer>;
  stop(): Promise<void>;
}

const hour = 3_600_000;
const content = {
  reason: 'low_mood',
  question: 'Bitte um Abklärung',
  diagnosis: 'F32.1',
  urgency: 'soon',
  medication: 'Kanarienmittel 50 mg',
  triedSoFar: 'Kanarienversuch im Mai',
  risk: 'Kanarienrisiko',
  accessibility: { needs: [], note: 'Kanarienrampe' },
} as const;
const whoSomebodyIs = { givenName: 'Ida', birthDate: '1970-05-03', phone: '07622 4711', street: 'Kanarienweg 7', postcode: '79669' };

export const releaseTo = (recipientOrganisationId: string, dataParts: readonly DataPart[]) => ({
  recipientOrganisationId,
  purpose: 'Abklärung und Behandlung',
  dataParts: [...dataParts],
  coversHealthData: true as const,
  form: 'written' as const,
  evidence: 'Kanarienakte 12',
  representative: { kind: 'guardian_health' as const, name: 'Kanaria Muster' },
  givenOn: '2026-01-02',
  validUntil: '2099-12-31',
});

export async function wallStory(): Promise<WallStory> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const server = await startTestServer(database, domainModules);
  const practice = server.as(county.gp);
  const clinic = server.as(county.intake);
  let slots = 0;
  const bornOn = birthDates();

  async function refers(familyName: string, parts: readonly DataPart[] = ['identity', 'diagnosis']): Promise<Referred> {
    const { id: personId } = await practice.get(createPerson, {
      body: { familyName, ...whoSomebodyIs, birthDate: familyName === 'Widerruf' ? '1970-05-03' : bornOn() },
    });
    const release = await practice.get(recordRelease, { params: { id: personId }, body: releaseTo(county.clinic, parts) });
    const { id } = await practice.get(createReferral, { body: { personId, serviceId: county.service, ...content } });
    const params = { id };
    await practice.get(submitReferral, { params, version: 1 });
    await clinic.get(acknowledgeReferral, { params, version: 2 });
    await clinic.get(acceptReferral, { params, version: 3 });
    await clinic.get(joinWaitingList, { params, version: 4 });
    const [entry] = await database.query<{ id: string }>('select id from waiting_list_entry where referral_id = $1', [id]);
    return { personId, releaseId: release.id, referralId: id, entryId: entry!.id };
  }

  const file = fetchFrom(server);
  const raw: WallStory['raw'] = async (staff, contract, given) => (await file(staff, contract, given)).toString();

  async function answersQuestions(): Promise<void> {
    const params = { id: referred.referralId };
    const points = (['phone', 'medication', 'tried', 'reports', 'other'] as const).map((piece) => ({ piece, text: 'Bitte angeben.' }));
    await clinic.get(askQuestion, { params, body: { points, dueOn: '2099-12-31' } });
    const thread = (await practice.get(readQuestions, { params })).items.at(-1)!;
    const texts = ['07622 4711', 'Kanarienmittel 50 mg', 'Kanarienversuch im Mai', 'Kanarienakte 12'];
    const answers = texts.map((text, index) => ({ pointId: thread.points[index]!.id, text }));
    await practice.get(answerQuestion, { params: { id: thread.id }, version: thread.version, body: { answers } });
  }

  const referred = await refers('Muster');
  async function asksAdvice(): Promise<string> {
    const { medication, triedSoFar } = content;
    const asked = { serviceId: county.service, personId: referred.personId, question: 'Was raten Sie?', medication, triedSoFar };
    return (await practice.get(askAdvice, { body: { ...asked, answerBy: '2099-12-31' } })).id;
  }
  const revoked = await refers('Widerruf');
  await practice.get(revokeRelease, { params: { id: revoked.releaseId }, version: 1, body: { how: 'phone' } });
  return {
    database,
    county,
    server,
    referred,
    revoked,
    refers,
    raw,
    answersQuestions,
    asksAdvice,
    file,
    opensSlot: () => {
      const startsAt = new Date(Date.now() + (++slots + 480) * hour).toISOString();
      return clinic.get(openSlot, { body: { scheduleId: county.schedule, startsAt, minutes: 50, mode: 'on_site' } });
    },
    stop: () => server.stop(),
  };
}

/** What leaves the process for somebody, byte by byte. */
const fetchFrom =
  (server: TestServer): WallStory['file'] =>
  async (staff, contract, given = {}) => {
    const { rawPayload } = await server.app.inject({
      method: contract.method,
      url: pathOf(contract, given.params),
      query: given.query as Record<string, string> | undefined,
      headers: {
        cookie: `lotse_session=${staff.token}`,
        ...(given.version === undefined ? {} : { 'if-match': `"${given.version}"` }),
      },
      ...(contract.method === 'GET' ? {} : { payload: (given.body ?? {}) as object }),
    });
    return rawPayload;
  };
