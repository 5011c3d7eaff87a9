import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import type { Endpoint } from '@lotse/kernel';
import { createPerson, recordRelease } from '@lotse/people/model';
import { PeopleModule } from '@lotse/people/server';
import { acknowledgeReferral, createReferral, readReferral, submitReferral, type Referral } from '@lotse/referral/model';
import { RegionModule } from '@lotse/region/server';
import {
  addStaff,
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  type Called,
  type Caller,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import type { Type } from '@nestjs/common';
import { ReferralModule } from '../referral.module';

const modules = [IdentityModule, ChronicleModule, RegionModule, DirectoryModule, PeopleModule, ReferralModule];

/** A referral on its way, and the version it has now. */
export interface Sent {
  id: string;
  personId: string;
  version: number;
}

/** A county in which referrals are sent and worked on. */
export interface ReferralStory {
  database: TestDatabase;
  county: TestCounty;
  server: TestServer;
  practice: Caller;
  clinic: Caller;
  /** Somebody else who works in the clinic's intake. */
  colleague: TestStaff;
  /** Sends a referral to the clinic. */
  sends(content?: object): Promise<Sent>;
  /** Sends one, and the clinic confirms receipt. */
  received(content?: object): Promise<Sent>;
  release(personId: string, organisationId: string): Promise<{ id: string; version: number }>;
  /** Does an act of the life on a referral with the version it has, and remembers the new one. */
  does<Contract extends Endpoint>(sent: Sent, contract: Contract, body?: object, by?: Caller): Promise<Called<Contract>>;
  look(sent: Sent, by?: Caller): Promise<Referral>;
  stop(): Promise<void>;
}

const content = { reason: 'low_mood', question: 'Bitte um Abklärung', diagnosis: 'F32.1', urgency: 'soon' } as const;

/** Further modules are those of the worker whose reactions a story calls. */
export async function referralStory(environment: Record<string, string> = {}, further: readonly Type[] = []): Promise<ReferralStory> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const colleague = await addStaff(database, county.clinic, ['intake']);
  const server = await startTestServer(database, [...modules, ...further], environment);
  const practice = server.as(county.gp);
  const clinic = server.as(county.intake);

  const bornOn = birthDates();
  const release = (personId: string, recipientOrganisationId: string) =>
    practice.get(recordRelease, { params: { id: personId }, body: { recipientOrganisationId, ...terms } });

  async function sends(extra: object = {}): Promise<Sent> {
    const person = await practice.get(createPerson, { body: { familyName: 'Muster', givenName: 'Ida', birthDate: bornOn() } });
    await release(person.id, county.clinic);
    const body = { personId: person.id, serviceId: county.service, ...content, ...extra };
    const { id } = await practice.get(createReferral, { body });
    const { version } = await practice.get(submitReferral, { params: { id }, version: 1 });
    return { id, personId: person.id, version };
  }

  async function does<Contract extends Endpoint>(
    sent: Sent,
    contract: Contract,
    body: object = {},
    by = clinic,
  ): Promise<Called<Contract>> {
    const called = await by.call(contract, { params: { id: sent.id }, version: sent.version, body: { ...body } });
    if (called.status < 300) sent.version = (called.answer as { version: number }).version;
    return called;
  }

  async function received(extra: object = {}): Promise<Sent> {
    const sent = await sends(extra);
    await does(sent, acknowledgeReferral);
    return sent;
  }

  const look = ({ id }: Sent, by = clinic) => by.get(readReferral, { params: { id } });
  return { database, county, server, practice, clinic, colleague, sends, received, release, does, look, stop: () => server.stop() };
}

const terms = {
  purpose: 'Abklärung und Behandlung',
  dataParts: ['identity' as const, 'diagnosis' as const],
  coversHealthData: true as const,
  form: 'written' as const,
  givenOn: '2026-01-02',
  validUntil: '2099-12-31',
};
