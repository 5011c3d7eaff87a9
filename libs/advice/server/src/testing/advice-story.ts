import { askAdvice, askCapacity, readEnquiry, type Enquiry } from '@lotse/advice/model';
import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { createPerson, recordRelease } from '@lotse/people/model';
import { PeopleModule } from '@lotse/people/server';
import { ReferralModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import {
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  type Caller,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { AdviceModule } from '../advice.module';

const modules = [IdentityModule, ChronicleModule, RegionModule, TaskModule, DirectoryModule, PeopleModule, ReferralModule, AdviceModule];

/** What a capacity enquiry says, without a word about who it is. */
export const capacity = {
  age: 42,
  diagnosis: 'F33.1',
  certainty: 'V' as const,
  category: 'day_clinic' as const,
  postcode: '79539',
  urgency: 'soon' as const,
  needs: 'nur vormittags',
  answerBy: '2099-12-31',
};

/** A county in which services are asked before anybody is referred. */
export interface AdviceStory {
  database: TestDatabase;
  county: TestCounty;
  elsewhere: TestCounty;
  server: TestServer;
  practice: Caller;
  clinic: Caller;
  otherClinic: Caller;
  /** Somebody of the practice; with a release to the clinic for these parts. */
  person(parts?: readonly ('identity' | 'diagnosis' | 'contact' | 'medication' | 'notes')[]): Promise<{ id: string; releaseId: string }>;
  /** Asks the clinic for advice about somebody, or without a person. */
  asksAdvice(personId?: string | null): Promise<string>;
  asksCapacity(): Promise<string>;
  look(id: string, by?: Caller): Promise<Enquiry>;
  stop(): Promise<void>;
}

export async function adviceStory(): Promise<AdviceStory> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const elsewhere = await testCounty(database, '08337');
  const server = await startTestServer(database, modules);
  const [practice, clinic, otherClinic] = [county.gp, county.intake, county.otherIntake].map((staff) => server.as(staff)) as [
    Caller,
    Caller,
    Caller,
  ];

  const bornOn = birthDates();
  const person: AdviceStory['person'] = async (dataParts = ['identity', 'diagnosis']) => {
    const { id } = await practice.get(createPerson, { body: { familyName: 'Kanarienvogel', givenName: 'Ida', birthDate: bornOn() } });
    const terms = {
      purpose: 'Beratung',
      coversHealthData: true as const,
      form: 'written' as const,
      givenOn: '2026-01-02',
      validUntil: '2099-12-31',
    };
    const body = { recipientOrganisationId: county.clinic, dataParts: [...dataParts], ...terms };
    const release = await practice.get(recordRelease, { params: { id }, body });
    return { id, releaseId: release.id };
  };
  const asksAdvice: AdviceStory['asksAdvice'] = async (personId = null) => {
    const question = { question: 'Reicht eine ambulante Behandlung?', diagnosis: 'F33.1', certainty: 'V' as const };
    const more = { medication: 'Kanarienmittel 50 mg', triedSoFar: 'Kanarienversuch im Mai', urgency: 'soon' as const };
    const body = { serviceId: county.service, personId, ...question, ...more, answerBy: '2099-12-31' };
    return (await practice.get(askAdvice, { body })).id;
  };
  const asksCapacity = async () => {
    const body = { ...capacity, serviceIds: [county.service, county.otherService] };
    return (await practice.get(askCapacity, { body })).id;
  };
  const look: AdviceStory['look'] = (id, by = practice) => by.get(readEnquiry, { params: { id } });
  const stop = () => server.stop();
  return { database, county, elsewhere, server, practice, clinic, otherClinic, person, asksAdvice, asksCapacity, look, stop };
}
