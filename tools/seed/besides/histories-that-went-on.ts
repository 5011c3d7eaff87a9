import { addCalendarDays, calendarDayOf, type AnswerOf, type Endpoint } from '@lotse/kernel';
import { createPerson, openBreakGlass, readPerson } from '@lotse/people/model';
import {
  answerQuestion,
  askQuestion,
  createReferral,
  finishAttachment,
  queryOutcome,
  readQuestions,
  readReferral,
  recordEmergencyCall,
  recordNoShow,
  sendAttachmentPart,
  sendInterimNote,
  sendOutcome,
  startAttachment,
  startWithoutAppointment,
} from '@lotse/referral/model';
import type { Client } from 'pg';
import { intakeAt, referrerAt } from '../county/organisations';
import type { PlannedReferral } from '../histories/deed';
import type { DemoPlan } from '../histories/plan-demo';
import type { End } from '../histories/stories';
import type { Caller, Sent } from '../replay/caller';
import type { Replay } from '../replay/replay';
import { smallPdf } from './small-pdf';

const gp = 'gp@demo.example';
const clinic = intakeAt('wiesenufer');
const clinician = 'clinician@demo.example';
const social = 'social@demo.example';
const minutes = 60_000;
const openings = [
  'In der Notaufnahme, nicht ansprechbar. Die Dosis der Medikamente ist für die Behandlung nötig.',
  'Vom Rettungsdienst gebracht, verwirrt. Unklar, welche Medikamente genommen wurden.',
] as const;

/** Whoever writes something once, and only once. */
export type Write = <Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>) => Promise<AnswerOf<Contract>>;

/** Care that has begun, an appointment that was missed, an emergency that was called in, an answer with a letter, work that is late. */
export class HistoriesThatWentOn {
  constructor(
    private readonly caller: Caller,
    private readonly write: Write,
    private readonly replay: Replay,
    private readonly plan: DemoPlan,
    private readonly now: Date,
  ) {}

  async run(owner: Client): Promise<void> {
    await this.inCare();
    for (const nth of [1, 2]) await this.missed(owner, 'pia', clinic, nth);
    for (const nth of [1, 2]) await this.missed(owner, 'pia_rheinfelden', 'intake2@demo.example', nth);
    await this.askedAboutOutcomes();
    await this.openedInEmergency(owner);
    await this.emergency();
    await this.answeredWithFile();
  }

  /** From the end: the first ones have their own stories. */
  private fromLast(end: End, service: string, nth: number): PlannedReferral {
    return this.plan.referrals.filter((one) => one.end === end && one.service?.key === service).at(-nth)!;
  }

  private idOf({ key }: PlannedReferral): string {
    return this.replay.referrals.get(key)!.id;
  }

  private async versionOf(id: string, by: string): Promise<number> {
    return (await this.caller.call(by, readReferral, { params: { id } })).version;
  }

  private async inCare(): Promise<void> {
    const params = { id: this.idOf(this.fromLast('accepted', 'tagesklinik', 1)) };
    const body = { note: 'Kam in die offene Sprechstunde.' };
    const { version } = await this.write(clinician, startWithoutAppointment, {
      params,
      version: await this.versionOf(params.id, clinician),
      body,
    });
    const note = 'Drei Gespräche bisher, die Medikation ist umgestellt. Nächster Bericht in vier Wochen.';
    await this.write(clinician, sendInterimNote, { params, version, body: { note } });
  }

  /** Yesterday, before anybody else had an appointment. */
  private async missed(owner: Client, service: string, by: string, nth: number): Promise<void> {
    const id = this.idOf(this.fromLast('booked', service, nth));
    const at = `${addCalendarDays(calendarDayOf(this.now), -nth)}T05:15:00Z`;
    await owner.query(
      `update slot s set during = tstzrange($2::timestamptz, $2::timestamptz + (upper(s.during) - lower(s.during)))
       from appointment a where a.slot_id = s.id and a.referral_id = $1 and a.cancelled_at is null`,
      [id, at],
    );
    await owner.query(
      `update referral r set appointment_starts_at = lower(s.during), appointment_ends_at = upper(s.during), due_at = lower(s.during)
       from appointment a join slot s on s.id = a.slot_id where a.referral_id = r.id and a.cancelled_at is null and r.id = $1`,
      [id],
    );
    await this.write(by, recordNoShow, { params: { id }, version: await this.versionOf(id, by), body: { reason: 'unknown' } });
  }

  /** Two reports about which whoever sent the person wants to know more. */
  private async askedAboutOutcomes(): Promise<void> {
    for (const nth of [1, 2]) {
      const referral = this.fromLast('accepted', 'spdi', nth);
      const [params, by] = [{ id: this.idOf(referral) }, referrerAt(referral.referrer)];
      const body = { outcome: 'helped', report: 'Vier Gespräche in der Beratungsstelle, danach kein Bedarf mehr.' };
      const told = await this.write(social, sendOutcome, { params, version: await this.versionOf(params.id, social), body });
      const question = 'Wurde die Medikation angesprochen?';
      await this.write(by, queryOutcome, { params, version: told.version, body: { question } });
    }
  }

  /** Two records that were opened in an emergency; nobody has looked at it yet. */
  private async openedInEmergency(owner: Client): Promise<void> {
    for (const [index, explanation] of openings.entries()) {
      const { person, referrer } = this.fromLast('waiting', 'pia', index + 1);
      const { familyName, givenName, birthDate } = await this.caller.call(referrerAt(referrer), readPerson, {
        params: { id: this.replay.people.get(person)!.id },
      });
      const who = { familyName, givenName, birthDate };
      await this.write('intake2@demo.example', openBreakGlass, {
        body: { reason: 'danger_to_life', explanation, parts: ['identity', 'medication'], who },
      });
    }
    // It was over at once.
    await owner.query(`update access_grant set valid_until = now() where basis = 'break_glass' and valid_until > now()`);
    await owner.query(`update break_glass set valid_until = now() where region_id in (select id from region where is_demo)`);
  }

  private async emergency(): Promise<void> {
    const person = { familyName: 'Hupfer', givenName: 'Korbinian', birthDate: '1991-02-14', phone: '07622 000 577' };
    const { id: personId } = await this.write(gp, createPerson, { body: person });
    const question = 'Sagt, er halte es nicht mehr aus, und hat sich verabschiedet. Die Schwester ist bei ihm.';
    const written = { reason: 'low_mood', question, urgency: 'emergency' as const };
    const { id } = await this.write(gp, createReferral, { body: { personId, ...written } });
    const ago = (count: number) => new Date(this.now.getTime() - count * minutes).toISOString();
    const calls = [
      { called: 'duty' as const, calledAt: ago(52), reached: false, nextStep: 'Gleich 112 anrufen, in der Praxis bleiben.' },
      {
        called: 'rescue' as const,
        calledAt: ago(49),
        reached: true,
        agreed: 'Rettungswagen kommt in die Praxis. Die Schwester fährt mit in die Klinik.',
        nextStep: 'Morgen in der Klinik anrufen.',
      },
    ];
    for (const body of calls) await this.write(gp, recordEmergencyCall, { params: { id }, body });
  }

  private async answeredWithFile(): Promise<void> {
    const referral = this.plan.referrals.filter(
      ({ end, referrer, service }) => end === 'waiting' && referrer === 'brugger' && service?.key === 'pia',
    )[6]!;
    const params = { id: this.replay.referrals.get(referral.key)!.id };
    const points = [{ piece: 'other' as const, text: 'Gibt es einen Bericht vom letzten Aufenthalt?' }];
    await this.write(clinic, askQuestion, { params, body: { points, dueOn: addCalendarDays(calendarDayOf(this.now), 5) } });
    const thread = (await this.caller.call(gp, readQuestions, { params })).items.at(-1)!;
    const bytes = smallPdf('Entlassbrief (erfunden)', ['Aufenthalt einer Person, die es nicht gibt.', 'Entlassen in gutem Zustand.']);
    const body = { name: 'Entlassbrief.pdf', size: bytes.length, part: 'diagnosis' as const, threadId: thread.id };
    const { id } = await this.write(gp, startAttachment, { params, body });
    await this.write(gp, sendAttachmentPart, { params: { id }, body: { offset: 0, data: bytes.toString('base64') } });
    await this.write(gp, finishAttachment, { params: { id }, body: {} });
    const answers = [{ pointId: thread.points[0]!.id, text: 'Ja, der Entlassbrief vom Frühjahr liegt bei.' }];
    await this.write(gp, answerQuestion, { params: { id: thread.id }, version: thread.version, body: { answers, fileIds: [id] } });
  }
}
