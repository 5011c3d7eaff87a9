import { calendarDayOf } from '@lotse/kernel';
import { revokeRelease } from '@lotse/people/model';
import {
  attendAppointment,
  backToList,
  confirmCancel,
  handBack,
  readReferral,
  recordDeath,
  redirectReferral,
  requestCancel,
  reviewRisk,
  sendOutcome,
  undoMove,
} from '@lotse/referral/model';
import {
  appointmentGaveSlotBack,
  arriveAtAppointment,
  attendAppointmentHere,
  bookSlot,
  cancelAppointmentHere,
  missAppointment,
  readAppointmentCandidates,
  readAppointments,
  recordWalkIn,
  rescheduleSlot,
  takeBackAttendance,
  type Appointment,
} from '@lotse/waiting-list/model';
import { WaitingListWorkerModule } from '../waiting-list-worker.module';
import { WhenOfferEnded } from '../when-offer-ended';
import { listStory, type ListStory, type WaitingPerson } from '../testing/list-story';

const day = 24;

describe('after booking', () => {
  let story: ListStory;
  let further = 200;

  beforeAll(async () => {
    story = await listStory([WaitingListWorkerModule]);
  });
  afterAll(() => story.server.stop());

  const intake = () => story.server.as(story.county.intake);
  const clinician = () => story.server.as(story.county.clinician);
  const practice = () => story.server.as(story.county.gp);
  const versionOf = async ({ referralId: id }: WaitingPerson) => (await intake().get(readReferral, { params: { id } })).version;
  const slotInDays = (days: number) => story.opensSlot(days * day);

  async function booked(days = 3, urgency = 'routine') {
    const person = await story.joins(10, { urgency });
    const slot = await slotInDays(days);
    await intake().get(bookSlot, { params: { id: person.referralId }, version: await versionOf(person), body: { slotId: slot.id } });
    return { person, slot };
  }
  /** The time has come: the appointment began an hour ago. */
  async function begun(urgency = 'routine') {
    const { person, slot } = await booked(30, urgency);
    further += 2;
    await story.database.query(
      `update slot set during = tstzrange(now() - make_interval(mins => $2), now() - make_interval(mins => $2 - 1)) where id = $1`,
      [slot.id, further],
    );
    await story.database.query(`update referral set appointment_starts_at = (select lower(during) from slot where id = $2) where id = $1`, [
      person.referralId,
      slot.id,
    ]);
    return { person, slot, appointment: await appointmentOf(person) };
  }
  async function appointmentOf({ referralId }: WaitingPerson): Promise<Appointment> {
    const [row] = await story.database.query<{ on: Date }>(
      `select coalesce(lower(s.during), a.walked_in_at) as on from appointment a left join slot s on s.id = a.slot_id where a.referral_id = $1
       order by a.booked_at desc limit 1`,
      [referralId],
    );
    const { items } = await intake().get(readAppointments, { query: { day: calendarDayOf(row!.on) } });
    return items.filter((item) => item.referralId === referralId).at(-1)!;
  }
  const missed = async (urgency?: string) => {
    const { person, appointment } = await begun(urgency);
    const { id, version } = appointment;
    const shown = await intake().get(missAppointment, { params: { id }, version, body: { reason: 'unknown' } });
    return { person, shown };
  };

  it('somebody arrives, is seen, and both were slips', async () => {
    const { appointment } = await begun();
    const by = { params: { id: appointment.id } };
    const arrived = await intake().get(arriveAtAppointment, { ...by, version: appointment.version });
    expect(arrived).toMatchObject({ state: 'arrived', isUndoable: true });
    const seen = await intake().get(attendAppointmentHere, { ...by, version: arrived.version });
    expect(seen).toMatchObject({ state: 'attended', referralState: 'in_service', isUndoable: true });
    const back = await intake().get(takeBackAttendance, { ...by, version: seen.version });
    expect(back).toMatchObject({ state: 'arrived', referralState: 'booked' });
    const expected = await intake().get(takeBackAttendance, { ...by, version: back.version });
    expect(expected).toMatchObject({ state: 'booked', isUndoable: false });
    expect((await intake().call(takeBackAttendance, { ...by, version: expected.version })).problem?.code).toBe('nothing-recorded');
  });

  it('nobody arrives tomorrow, and nobody is missed before it has begun', async () => {
    const { person } = await booked(5);
    const { id, version } = await appointmentOf(person);
    expect((await intake().call(arriveAtAppointment, { params: { id }, version })).problem?.code).toBe('appointment-of-other-day');
    const early = await intake().call(missAppointment, { params: { id }, version, body: { reason: 'unknown' } });
    expect(early.problem?.code).toBe('appointment-not-begun');
  });

  it('a missed appointment opens the review and the contact, due the same day when it is urgent', async () => {
    const { person, shown } = await missed('urgent');
    expect(shown).toMatchObject({ state: 'missed', isReviewOpen: true, referralState: 'dna_review' });
    const tasks = await story.database.query<{ kind: string; day: string }>(
      `select kind, (due_at at time zone 'Europe/Berlin')::date::text as day from task where subject_id = $1 and ended_at is null order by kind`,
      [person.referralId],
    );
    const today = calendarDayOf(new Date());
    expect(tasks).toEqual([
      { kind: 'contact_after_no_show', day: today },
      { kind: 'risk_review', day: today },
    ]);
  });

  it('taking a no-show back takes its review and its tasks along', async () => {
    const { person, shown } = await missed();
    const back = await intake().get(takeBackAttendance, { params: { id: shown.id }, version: shown.version });
    expect(back).toMatchObject({ state: 'booked', referralState: 'booked', isReviewOpen: false });
    const open = await story.database.query(`select from task where subject_id = $1 and ended_at is null and kind like '%no_show%'`, [
      person.referralId,
    ]);
    expect(open).toEqual([]);
    const reviews = await story.database.query(`select dropped_because from risk_review where referral_id = $1`, [person.referralId]);
    expect(reviews).toEqual([{ dropped_because: 'taken_back' }]);
  });

  it('whoever had arrived and is gone has left before being seen', async () => {
    const { appointment } = await begun();
    const by = { params: { id: appointment.id } };
    const arrived = await intake().get(arriveAtAppointment, { ...by, version: appointment.version });
    const gone = await intake().get(missAppointment, { ...by, version: arrived.version, body: { reason: 'left_before' } });
    expect(gone).toMatchObject({ state: 'left', isReviewOpen: true });
  });

  it('until somebody has signed the review nothing ends, whichever way is tried; a signature is a clinician’s', async () => {
    const { person } = await missed();
    const { referralId: id } = person;
    const returned = { reason: 'other', comment: 'x', way: 'advice', wayForward: 'Nichts' } as const;
    const tries = async () => {
      const version = await versionOf(person);
      const at = { params: { id }, version };
      return [
        await clinician().call(handBack, { ...at, body: returned }),
        await clinician().call(backToList, { ...at, body: {} }),
        await clinician().call(sendOutcome, { ...at, body: { outcome: 'helped', report: 'x' } }),
        await intake().call(redirectReferral, { ...at, body: { serviceId: story.county.otherService, reason: 'age' } }),
        await clinician().call(confirmCancel, { ...at, body: {} }),
      ].map(({ status, problem }) => (status < 300 ? 'done' : problem!.code));
    };
    for (const codes of [await tries()]) expect(codes.filter((code) => code === 'done')).toEqual([]);
    await practice().get(requestCancel, { params: { id }, version: await versionOf(person), body: { reason: 'moved' } });
    expect(await tries()).not.toContain('done');
    const review = { params: { id }, body: { assessment: 'contact_made' } } as const;
    expect((await intake().call(reviewRisk, { ...review, version: await versionOf(person) })).status).toBe(403);
    await clinician().get(reviewRisk, { ...review, version: await versionOf(person) });
    const [signed] = await story.database.query('select recorded_by, assessment from risk_review where referral_id = $1', [id]);
    expect(signed).toEqual({ recorded_by: story.county.clinician.id, assessment: 'contact_made' });
    await clinician().get(confirmCancel, { params: { id }, version: await versionOf(person), body: {} });
  });

  it('once the release is revoked whoever referred looks at the risk and ends the referral alone', async () => {
    const { person } = await missed();
    const at = { params: { id: person.referralId } };
    const version = async () => (await practice().get(readReferral, at)).version;
    const review = async () => practice().call(reviewRisk, { ...at, version: await version(), body: { assessment: 'contact_made' } });
    expect(await review()).toMatchObject({ status: 403, problem: { code: 'not-permitted' } });
    await practice().get(revokeRelease, { params: { id: person.releaseId }, version: 1, body: { how: 'phone' } });
    await practice().get(requestCancel, { ...at, version: await version(), body: { reason: 'moved' } });
    const early = await practice().call(confirmCancel, { ...at, version: await version() });
    expect(early).toMatchObject({ status: 422, problem: { code: 'risk-review-missing' } });
    expect((await review()).status).toBe(200);
    const [signed] = await story.database.query('select recorded_by from risk_review where referral_id = $1', [person.referralId]);
    expect(signed).toEqual({ recorded_by: story.county.gp.id });
    expect(await practice().get(confirmCancel, { ...at, version: await version() })).toMatchObject({ state: 'withdrawn' });
  });

  it('the database holds it too: no statement closes a referral whose review is open', async () => {
    const { person } = await missed();
    const end = `update referral set state = $2, custodian = 'nobody', custodian_organisation_id = null, due_at = null,
      closed_at = case when $2 = 'closed' then now() end where id = $1`;
    const give = 'update referral set state = $2 where id = $1';
    for (const [text, state] of [
      [end, 'closed'],
      [end, 'withdrawn'],
      [give, 'returned'],
      [give, 'waitlisted'],
      [give, 'outcome_sent'],
    ]) {
      await expect(story.database.query(text!, [person.referralId, state])).rejects.toMatchObject({ constraint: 'risk_review_holds' });
    }
    await expect(
      story.database.query('update referral set risk_review_open = false where id = $1', [person.referralId]),
    ).rejects.toMatchObject({ constraint: 'risk_review_holds' });
    await expect(
      story.database.query(
        `update risk_review set recorded_at = now(), recorded_by = $2, assessment = 'no_concern' where referral_id = $1`,
        [person.referralId, story.county.intake.id],
      ),
    ).rejects.toMatchObject({ constraint: 'risk_review_is_signed' });
    await practice().get(recordDeath, {
      params: { id: person.referralId },
      version: await versionOf(person),
      body: { source: 'relatives' },
    });
    const [review] = await story.database.query('select dropped_because from risk_review where referral_id = $1', [person.referralId]);
    expect(review).toEqual({ dropped_because: 'died' });
  });

  it('what the person cancels is free again and goes to the next who fits, late below 48 hours', async () => {
    const { person, slot } = await booked(1);
    const next = await story.joins(300);
    const { id, version } = await appointmentOf(person);
    const cancelled = await intake().get(cancelAppointmentHere, { params: { id }, version, body: { by: 'person', reason: 'ill' } });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelledBy: 'person', cancelledLate: true, referralState: 'rebook_required' });
    const event = await story.latest(appointmentGaveSlotBack);
    expect(event.payload).toMatchObject({ slotId: slot.id, cascade: true });
    await story.server.app.get(WhenOfferEnded).react(event);
    const offers = await story.database.query<{ referral_id: string }>('select referral_id from slot_offer where slot_id = $1', [slot.id]);
    expect(offers.map(({ referral_id }) => referral_id)).not.toContain(person.referralId);
    expect(offers).toHaveLength(1);
    const [instants] = await story.database.query<{ freed: Date }>('select slot_freed_at as freed from appointment where id = $1', [id]);
    expect(instants!.freed).toBeInstanceOf(Date);
    expect(next.referralId).toBeDefined();
  });

  it('when the clinic is not there its time is nobody’s', async () => {
    const { person, slot } = await booked(8);
    const { id, version } = await appointmentOf(person);
    const body = { by: 'provider', reason: 'staff_absence' } as const;
    expect(await intake().get(cancelAppointmentHere, { params: { id }, version, body })).toMatchObject({ cancelledLate: false });
    const [row] = await story.database.query('select state, cancel_reason from slot where id = $1', [slot.id]);
    expect(row).toEqual({ state: 'cancelled', cancel_reason: 'staff_absence' });
  });

  it('a raced reschedule: the old one stays when the new one is gone, and the slot has one of the two', async () => {
    const people = [await booked(4), await booked(6)];
    const wanted = await slotInDays(12);
    const answers = await Promise.all(
      people.map(async ({ person }) =>
        intake().call(rescheduleSlot, { params: { id: person.referralId }, version: await versionOf(person), body: { slotId: wanted.id } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = people[answers.findIndex(({ status }) => status === 409)]!;
    const won = people[answers.findIndex(({ status }) => status === 200)]!;
    expect(await appointmentOf(lost.person)).toMatchObject({ state: 'booked', slotId: lost.slot.id });
    expect(await appointmentOf(won.person)).toMatchObject({ state: 'booked', slotId: wanted.id, isRescheduled: true });
    const old = await intake().get(readAppointments, { query: { day: calendarDayOf(new Date(won.slot.startsAt)) } });
    expect(old.items.find(({ slotId }) => slotId === won.slot.id)).toMatchObject({
      state: 'cancelled',
      cancelledBy: null,
      movedTo: wanted.startsAt,
    });
  });

  it('whoever comes without an appointment gets one that says so', async () => {
    const person = await story.joins(20);
    const came = await intake().get(recordWalkIn, { body: { referralId: person.referralId } });
    expect(came).toMatchObject({ kind: 'walk_in', state: 'attended', referralState: 'in_service', slotId: null });
    const { items } = await intake().get(readAppointments, { query: { day: calendarDayOf(new Date()) } });
    expect(items.map(({ id }) => id)).toContain(came.id);
    const undone = await clinician().call(undoMove, { params: { id: person.referralId }, version: await versionOf(person) });
    expect(undone.problem?.code).toBe('undo-overtaken');
    const { person: other } = await booked(9);
    expect(await intake().get(recordWalkIn, { body: { referralId: other.referralId } })).toMatchObject({ referralState: 'booked' });
    expect((await practice().call(recordWalkIn, { body: { referralId: person.referralId } })).status).toBe(403);
  });

  it('whoever comes without an appointment is found by any part of the name, or by the whole number of the referral', async () => {
    const { referralId } = await story.joins(10);
    await story.database.query(
      `update person set family_name = 'Özgül', given_name = 'Şule' where id = (select person_id from referral where id = $1)`,
      [referralId],
    );
    const found = async (text: string) => (await intake().get(readAppointmentCandidates, { query: { text } })).items;
    const { reference } = (await found('özg'))[0]!;
    for (const text of ['GÜL', 'Özgül, Ş', 'sule', reference.toLowerCase()]) expect(await found(text)).toMatchObject([{ referralId }]);
    expect(await found(reference.slice(0, -1))).toEqual([]);
  });

  it('whoever is seen before the day of their appointment came without one, and the slot goes to the next who fits', async () => {
    const { person, slot } = await booked(12);
    const at = { params: { id: person.referralId } };
    const seen = await clinician().get(attendAppointment, { ...at, version: await versionOf(person), body: {} });
    const event = await story.latest(appointmentGaveSlotBack);
    expect(event.payload).toMatchObject({ slotId: slot.id, cascade: true });
    await story.server.app.get(WhenOfferEnded).react(event);
    const [free] = await story.database.query<{ holder_id: string | null }>('select state, holder_id from slot where id = $1', [slot.id]);
    expect(free!.holder_id).not.toBe(person.referralId);
    expect(await appointmentOf(person)).toMatchObject({ kind: 'walk_in', state: 'attended', referralState: 'in_service' });
    const then = await intake().get(readAppointments, { query: { day: calendarDayOf(new Date(slot.startsAt)) } });
    const had = then.items.find(({ referralId }) => referralId === person.referralId);
    expect(had).toMatchObject({ state: 'cancelled', cancelledBy: null, movedTo: expect.any(String) });
    const { appointment } = await practice().get(readReferral, at);
    expect(calendarDayOf(new Date(appointment!.startsAt))).toBe(calendarDayOf(new Date()));
    expect(await clinician().call(undoMove, { ...at, version: seen.version })).toMatchObject({
      status: 409,
      problem: { code: 'undo-overtaken' },
    });
  });

  it('a clinic sees its own day only, names as far as released', async () => {
    const other = await story.server.as(story.county.otherIntake).get(readAppointments, { query: { day: calendarDayOf(new Date()) } });
    expect(other.items).toEqual([]);
  });
});
