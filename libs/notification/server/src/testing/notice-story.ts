import { openSlot } from '@lotse/calendar/model';
import { CalendarModule } from '@lotse/calendar/server';
import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { createPerson, recordRelease } from '@lotse/people/model';
import { PeopleModule } from '@lotse/people/server';
import { acceptReferral, acknowledgeReferral, createReferral, submitReferral } from '@lotse/referral/model';
import { ReferralModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import type { Reaction, ToldEvent } from '@lotse/server-kit/jobs';
import {
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { joinWaitingList, offerSlot, type SlotOffer } from '@lotse/waiting-list/model';
import { WaitingListModule } from '@lotse/waiting-list/server';
import type { Type } from '@nestjs/common';
import { NotificationModule } from '../notification.module';
import { NotificationWorkerModule } from '../notification-worker.module';
import { WhenNobodyFits } from '../when-nobody-fits';
import { WhenOfferMoved } from '../when-offer-moved';
import { WhenReferralMoved } from '../when-referral-moved';
import { WhenReleaseRevoked } from '../when-release-revoked';

const lower = [
  IdentityModule,
  ChronicleModule,
  RegionModule,
  DirectoryModule,
  PeopleModule,
  ReferralModule,
  CalendarModule,
  WaitingListModule,
];
const modules = [...lower, NotificationModule, NotificationWorkerModule];
const familyName = 'Geheimnisvoll';
const content = {
  reason: 'low_mood',
  question: 'Schwere depressive Episode?',
  diagnosis: 'F32.2',
  urgency: 'urgent',
  shortNotice: true,
} as const;

/** A county in which things happen that somebody has to be told. */
export interface NoticeStory {
  database: TestDatabase;
  county: TestCounty;
  server: TestServer;
  /** Sends a referral and answers its id and reference. */
  sends(): Promise<{ id: string; reference: string }>;
  /** Sends one, lets the clinic accept it, puts the person on the list and offers them a slot. */
  offers(): Promise<{ offer: SlotOffer; referralId: string }>;
  /** Delivers every event of the outbox to its reaction, so many times at once, as a stumbling queue does. */
  tell(times?: number): Promise<void>;
  /** Words that no mail may contain. */
  secrets: readonly string[];
}

export async function noticeStory(environment: Record<string, string> = {}, more: Type[] = []): Promise<NoticeStory> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const server = await startTestServer(database, [...modules, ...more], environment);
  const practice = server.as(county.gp);
  const clinic = server.as(county.intake);
  let slots = 0;
  const bornOn = birthDates();

  async function sends(): Promise<{ id: string; reference: string }> {
    const person = await practice.get(createPerson, { body: { familyName, givenName: 'Ida', birthDate: bornOn() } });
    await practice.get(recordRelease, { params: { id: person.id }, body: releaseTo(county.clinic) });
    const { id } = await practice.get(createReferral, { body: { personId: person.id, serviceId: county.service, ...content } });
    await practice.get(submitReferral, { params: { id }, version: 1 });
    const [row] = await database.query<{ reference: string }>('select reference from referral where id = $1', [id]);
    return { id, reference: row!.reference };
  }

  async function offers(): Promise<{ offer: SlotOffer; referralId: string }> {
    const { id } = await sends();
    await clinic.get(acknowledgeReferral, { params: { id }, version: 2 });
    await clinic.get(acceptReferral, { params: { id }, version: 3 });
    await clinic.get(joinWaitingList, { params: { id }, version: 4 });
    const startsAt = new Date(Date.now() + (200 + slots++) * 3_600_000).toISOString();
    const slot = await clinic.get(openSlot, { body: { scheduleId: county.schedule, startsAt, minutes: 50, mode: 'on_site' } });
    const [entry] = await database.query<{ id: string }>('select id from waiting_list_entry where referral_id = $1', [id]);
    const body = { entryId: entry!.id, outOfTurnReason: 'für diese Probe' };
    return { referralId: id, offer: await clinic.get(offerSlot, { params: { id: slot.id }, version: 1, body }) };
  }

  async function tell(times = 1): Promise<void> {
    const events = await database.query<ToldEvent<never>>(
      `select id, name, subject, subject_id as "subjectId", region_id as "regionId", version, payload from outbox_event order by sequence`,
    );
    const reactions: Record<string, Type<Reaction>> = {
      ReferralMoved: WhenReferralMoved,
      SlotOffered: WhenOfferMoved,
      OfferAccepted: WhenOfferMoved,
      OfferEnded: WhenOfferMoved,
      NobodyFits: WhenNobodyFits,
      ReleaseRevoked: WhenReleaseRevoked,
    };
    for (const event of events) {
      const reaction = reactions[event.name] && server.app.get(reactions[event.name]!);
      if (reaction?.concerns?.(event.payload) ?? reaction) await Promise.all(Array.from({ length: times }, () => reaction!.react(event)));
    }
  }

  const secrets = [familyName, 'Ida', '1970', 'F32', 'depress', 'low_mood', 'psych', 'Klinik', 'Ambulanz', 'Praxis'];
  return { database, county, server, sends, offers, tell, secrets };
}

const releaseTo = (recipientOrganisationId: string) => ({
  recipientOrganisationId,
  purpose: 'Abklärung und Behandlung',
  dataParts: ['identity', 'diagnosis'],
  coversHealthData: true,
  form: 'written',
  givenOn: '2026-01-02',
  validUntil: '2099-12-31',
});
