import { openSlot, type Slot } from '@lotse/calendar/model';
import { CalendarModule } from '@lotse/calendar/server';
import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { createPerson, recordRelease } from '@lotse/people/model';
import { PeopleModule } from '@lotse/people/server';
import { acceptReferral, acknowledgeReferral, createReferral, submitReferral } from '@lotse/referral/model';
import { ReferralModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import type { ToldEvent } from '@lotse/server-kit/jobs';
import {
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { joinWaitingList, offerSlot, type OfferEvent, type SlotOffer } from '@lotse/waiting-list/model';
import type { Type } from '@nestjs/common';
import { WaitingListModule } from '../waiting-list.module';

const modules = [
  IdentityModule,
  ChronicleModule,
  RegionModule,
  DirectoryModule,
  PeopleModule,
  ReferralModule,
  CalendarModule,
  WaitingListModule,
];

/** Somebody on the waiting list of the clinic. */
export interface WaitingPerson {
  personId: string;
  releaseId: string;
  referralId: string;
  entryId: string;
}

/** A county whose clinic has a waiting list, and what its staff do with it. */
export interface ListStory {
  database: TestDatabase;
  county: TestCounty;
  server: TestServer;
  /** A person is referred, accepted and put on the list; they have been waiting for so many days. */
  joins(waitedDays: number, content?: object): Promise<WaitingPerson>;
  opensSlot(inHours: number): Promise<Slot>;
  offers(slot: Slot, person: WaitingPerson, body?: object): Promise<SlotOffer>;
  /** Lets the hold of an offer end now, as if the time had passed. */
  letHoldEnd(offerId: string): Promise<void>;
  /** The latest event of a name, as the worker would get it. */
  latest(name: string): Promise<ToldEvent<OfferEvent>>;
}

const content = { reason: 'low_mood', question: 'Bitte um Abklärung', urgency: 'routine', shortNotice: true };
const hour = 3_600_000;

/** Starts the story in a database of its own. */
export async function listStory(more: Type[] = [], environment: Record<string, string> = {}): Promise<ListStory> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const server = await startTestServer(database, [...modules, ...more], environment);
  const practice = server.as(county.gp);
  const clinic = server.as(county.intake);
  let slots = 0;
  const bornOn = birthDates();

  async function joins(waitedDays: number, extra: object = {}): Promise<WaitingPerson> {
    const { id: personId } = await practice.get(createPerson, {
      body: { familyName: 'Muster', givenName: 'Ida', birthDate: bornOn() },
    });
    const release = await practice.get(recordRelease, { params: { id: personId }, body: releaseTo(county.clinic) });
    const body = { personId, serviceId: county.service, ...content, ...extra };
    const { id } = await practice.get(createReferral, { body });
    await practice.get(submitReferral, { params: { id }, version: 1 });
    await clinic.get(acknowledgeReferral, { params: { id }, version: 2 });
    await clinic.get(acceptReferral, { params: { id }, version: 3 });
    await clinic.get(joinWaitingList, { params: { id }, version: 4 });
    const [entry] = await database.query<{ id: string }>(
      `update waiting_list_entry set received_at = received_at - make_interval(days => $2) where referral_id = $1 returning id`,
      [id, waitedDays],
    );
    return { personId, releaseId: release.id, referralId: id, entryId: entry!.id };
  }

  const opensSlot = (inHours: number): Promise<Slot> =>
    clinic.get(openSlot, {
      body: {
        scheduleId: county.schedule,
        startsAt: new Date(Date.now() + inHours * hour + slots++ * hour).toISOString(),
        minutes: 50,
        mode: 'on_site',
      },
    });

  return {
    database,
    county,
    server,
    joins,
    opensSlot,
    offers: (slot, { entryId }, body = {}) =>
      clinic.get(offerSlot, { params: { id: slot.id }, version: slot.version, body: { entryId, ...body } }),
    letHoldEnd: async (offerId) => {
      await database.query(`update slot_offer set expires_at = now() - interval '1 second' where id = $1`, [offerId]);
    },
    latest: async (name) => {
      const [event] = await database.query<ToldEvent<OfferEvent>>(
        `select id, name, subject, subject_id as "subjectId", region_id as "regionId", version, payload from outbox_event
         where name = $1 order by sequence desc limit 1`,
        [name],
      );
      return event!;
    },
  };
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
