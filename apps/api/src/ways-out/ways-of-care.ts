import { calendarDayOf } from '@lotse/kernel';
import { readReferral } from '@lotse/referral/model';
import {
  answerListCheck,
  arriveAtAppointment,
  askReferrerToCheck,
  attendAppointmentHere,
  bookSlot,
  cancelAppointmentHere,
  decideListCheck,
  missAppointment,
  readAppointmentCandidates,
  readAppointments,
  readListChecks,
  recordCheckAttempt,
  recordWalkIn,
  startListChecks,
  takeBackAttendance,
} from '@lotse/waiting-list/model';
import type { Referred, WallStory } from './wall-story';

/** Somebody of the practice has an appointment today, which the clinic may do anything with. */
async function booked({ server, county, database, refers, opensSlot }: WallStory): Promise<{ id: string; version: number }> {
  const { referralId } = await refers('Muster');
  const clinic = server.as(county.intake);
  const { id: slotId } = await opensSlot();
  const { version } = await clinic.get(readReferral, { params: { id: referralId } });
  await clinic.get(bookSlot, { params: { id: referralId }, version, body: { slotId } });
  await database.query(
    `with begun as (update slot set during = tstzrange(now() - make_interval(mins => $2), now() - make_interval(mins => $2 - 1)) where id = $1
       returning lower(during) as at) update referral set appointment_starts_at = (select at from begun) where id = $3`,
    [slotId, (minutes += 2), referralId],
  );
  const [row] = await database.query<{ id: string; version: number }>('select id, version from appointment where referral_id = $1', [
    referralId,
  ]);
  return row!;
}
let minutes = 4;

/** Somebody of the practice is asked whether the place is still needed. */
async function asked({ server, county, refers }: WallStory, given?: Referred): Promise<{ id: string; version: number }> {
  const { entryId } = given ?? (await refers('Muster'));
  const clinic = server.as(county.intake);
  await clinic.get(startListChecks, { params: { id: county.service }, body: { entryIds: [entryId] } });
  return (await clinic.get(readListChecks, { query: { entryId } })).items[0]!;
}

const reason = 'unknown';

/** What leaves with the day of a clinic and the care of its lists. */
export const waysOfCare = {
  'GET appointments': async (story: WallStory) => {
    await booked(story);
    await story.server.as(story.county.intake).get(recordWalkIn, { body: { referralId: (await story.refers('Muster')).referralId } });
    return [await story.raw(story.county.intake, readAppointments, { query: { day: calendarDayOf(new Date()) } })];
  },
  'GET walk-in-candidates': ({ raw, county }: WallStory) =>
    Promise.all(['Muster', 'Widerruf', 'Kanaria'].map((text) => raw(county.intake, readAppointmentCandidates, { query: { text } }))),
  'POST walk-ins': async ({ raw, county, refers }: WallStory) => [
    await raw(county.intake, recordWalkIn, { body: { referralId: (await refers('Muster')).referralId } }),
  ],
  'POST appointments/:id/arrive': async (story: WallStory) => {
    const { id, version } = await booked(story);
    return [await story.raw(story.county.intake, arriveAtAppointment, { params: { id }, version })];
  },
  'POST appointments/:id/attend': async (story: WallStory) => {
    const { id, version } = await booked(story);
    return [await story.raw(story.county.intake, attendAppointmentHere, { params: { id }, version })];
  },
  'POST appointments/:id/miss': async (story: WallStory) => {
    const { id, version } = await booked(story);
    return [await story.raw(story.county.intake, missAppointment, { params: { id }, version, body: { reason } })];
  },
  'POST appointments/:id/cancel': async (story: WallStory) => {
    const { id, version } = await booked(story);
    return [
      await story.raw(story.county.intake, cancelAppointmentHere, { params: { id }, version, body: { by: 'person', reason: 'ill' } }),
    ];
  },
  'POST appointments/:id/take-back': async (story: WallStory) => {
    const { id, version } = await booked(story);
    const arrived = await story.server.as(story.county.intake).get(arriveAtAppointment, { params: { id }, version });
    return [await story.raw(story.county.intake, takeBackAttendance, { params: { id }, version: arrived.version })];
  },
  'GET list-checks': async (story: WallStory) => {
    await asked(story);
    return [await story.raw(story.county.intake, readListChecks)];
  },
  'POST list-checks/:id/answer': async (story: WallStory) => {
    const { id, version } = await asked(story);
    return [await story.raw(story.county.intake, answerListCheck, { params: { id }, version, body: { answer: 'stays' } })];
  },
  'POST list-checks/:id/not-reached': async (story: WallStory) => {
    const { id, version } = await asked(story);
    return [await story.raw(story.county.intake, recordCheckAttempt, { params: { id }, version })];
  },
  'POST list-checks/:id/ask-referrer': async (story: WallStory) => {
    const { id, version } = await asked(story);
    return [await story.raw(story.county.intake, askReferrerToCheck, { params: { id }, version })];
  },
  'POST list-checks/:id/decide': async (story: WallStory) => {
    const { id, version } = await asked(story);
    const clinic = story.server.as(story.county.intake);
    const wants = await clinic.get(answerListCheck, { params: { id }, version, body: { answer: 'remove' } });
    return [
      await story.raw(story.county.clinician, decideListCheck, { params: { id }, version: wants.version, body: { decision: 'kept' } }),
    ];
  },
};
