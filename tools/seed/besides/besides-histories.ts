import { askCapacity, closeEnquiry } from '@lotse/advice/model';
import { changeServiceForm } from '@lotse/directory/model';
import { addCalendarDays, calendarDayOf, type AnswerOf, type Endpoint } from '@lotse/kernel';
import {
  createPerson,
  createPseudonymous,
  joinHousehold,
  readPerson,
  recordRelease,
  recordRepresentative,
  shareContact,
  type Person,
} from '@lotse/people/model';
import {
  acknowledgeOutcome,
  createReferral,
  emptyContent,
  enterPaperReferral,
  finishAttachment,
  keepQuestionTemplates,
  makeReceiverLink,
  sendAttachmentPart,
  sendOutcome,
  startAttachment,
  submitReferral,
} from '@lotse/referral/model';
import type { Client } from 'pg';
import { intakeAt, referrerAt } from '../county/organisations';
import { organisationId, serviceId } from '../county/write-counties';
import type { DemoPlan } from '../histories/plan-demo';
import type { End } from '../histories/stories';
import type { Caller, Sent } from '../replay/caller';
import { seedKeys, type Made, type Replay } from '../replay/replay';
import { appointmentsAndCare } from './appointments-and-care';
import { askedByDayClinic, dayClinicHints } from './asked-by-services.data';
import { completedWaits } from './completed-waits';
import { HistoriesThatWentOn } from './histories-that-went-on';
import { lateTasks } from './late-tasks';
import { smallPdf } from './small-pdf';
import { changedCountyRule } from './changed-county-rule';
import { wishesAndWays } from './wishes-and-ways';

const gp = 'gp@demo.example';
const clinic = intakeAt('wiesenufer');
const hours = 3_600_000;

/** What a person may release, in one go. */
const releasedParts = ['identity', 'contact', 'diagnosis', 'medication', 'notes'] as const;

/**
 * One or two of everything that a demo shows besides the histories, done just now through the acts themselves: doubles, a household, a
 * Betreuer, somebody without a name, what services ask, attachments, paper, a link, outcomes. Nobody is told about it.
 */
export class BesidesHistories {
  private count = 0;

  constructor(
    private readonly caller: Caller,
    private readonly replay: Replay,
    private readonly plan: DemoPlan,
    private readonly now: Date,
  ) {}

  async run(owner: Client): Promise<void> {
    await this.services();
    await this.doubles();
    await this.peopleAround();
    await this.attachments();
    await this.paper(owner);
    await this.link();
    await this.outcomes();
    await this.endedEnquiry();
    await new HistoriesThatWentOn(this.caller, this.write, this.replay, this.plan, this.now).run(owner);
    await wishesAndWays(this.caller, this.write, this.now);
    await changedCountyRule(this.caller, this.write, this.now);
    await appointmentsAndCare({ write: this.write, caller: this.caller, owner, now: this.now });
    await completedWaits({ write: this.write, replay: this.replay, plan: this.plan, owner, now: this.now });
    await lateTasks(owner);
  }

  private readonly write = <Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>): Promise<AnswerOf<Contract>> =>
    this.caller.call(by, contract, { ...sent, key: `${seedKeys}besides/${++this.count}` });

  /** Referrals of the plan that have come so far, in its order. */
  private referrals(end: End, referrer: string, service: string): string[] {
    return this.plan.referrals
      .filter((one) => one.end === end && one.referrer === referrer && one.service?.key === service)
      .map(({ key }) => key);
  }

  private made(referral: string): Made {
    return this.replay.referrals.get(referral)!;
  }

  private personOf(referral: string): Promise<Person> {
    const { person, referrer } = this.plan.referrals.find(({ key }) => key === referral)!;
    return this.caller.call(referrerAt(referrer), readPerson, { params: { id: this.replay.people.get(person)!.id } });
  }

  private async services(): Promise<void> {
    const params = { id: serviceId('tagesklinik') };
    await this.write('leitung-wiesenufer@staff.example', changeServiceForm, {
      params,
      version: 0,
      body: { questions: [...askedByDayClinic] },
    });
    const items = dayClinicHints.map((text) => ({ piece: 'other' as const, text }));
    await this.write(clinic, keepQuestionTemplates, { params, body: { items } });
  }

  /** One at the practice itself; and one that the clinic sees, because two practices have released the same person to it. */
  private async doubles(): Promise<void> {
    const own = await this.personOf(this.referrals('waiting', 'brugger', 'pia')[2]!);
    const { familyName, givenName, birthDate } = own;
    await this.write('mfa@demo.example', createPerson, { body: { familyName, givenName, birthDate, phone: '07622 000 555' } });
    const seen = await this.personOf(this.referrals('in_triage', 'rheinfelden', 'pia')[0]!);
    const again = { familyName: seen.familyName, givenName: seen.givenName, birthDate: seen.birthDate };
    const by = referrerAt('kandern');
    const { id } = await this.write(by, createPerson, { body: again });
    await this.release(by, id, 'wiesenufer');
  }

  private async release(by: string, personId: string, recipient: string): Promise<void> {
    const givenOn = calendarDayOf(this.now);
    const body = {
      recipientOrganisationId: organisationId(recipient),
      purpose: 'Abklärung und Behandlung',
      dataParts: [...releasedParts],
      coversHealthData: true as const,
      form: 'written' as const,
      givenOn,
      validUntil: addCalendarDays(givenOn, 365),
    };
    await this.write(by, recordRelease, { params: { id: personId }, body });
  }

  /** Mother and child, somebody with a Betreuer, somebody who has not said their name. */
  private async peopleAround(): Promise<void> {
    const [first, second] = this.referrals('waiting', 'brugger', 'pia');
    const mother = await this.personOf(first!);
    const child = { familyName: mother.familyName, givenName: 'Lina-Sophie', birthDate: addCalendarDays(calendarDayOf(this.now), -3300) };
    const { id: otherId } = await this.write(gp, createPerson, { body: child });
    await this.write(gp, joinHousehold, { params: { id: mother.id }, body: { otherId, relation: 'parent', otherRelation: 'child' } });
    await this.write(gp, shareContact, { params: { id: mother.id } });
    const { id } = await this.personOf(second!);
    const validFrom = addCalendarDays(calendarDayOf(this.now), -400);
    const document = 'Beschluss des Amtsgerichts (erfunden), Akte 7, Blatt 2';
    const guardian = { kind: 'guardian' as const, validFrom, document };
    const health = {
      ...guardian,
      name: 'Betreuungsverein Brückenschlag, Ruth Ebner',
      phone: '07622 000 640',
      scopes: ['health', 'residence'] as const,
    };
    await this.write(gp, recordRepresentative, { params: { id }, body: { ...health, scopes: [...health.scopes] } });
    await this.write(gp, recordRepresentative, { params: { id }, body: { ...guardian, name: 'Holger Ebner', scopes: ['assets'] } });
    const unnamed = await this.write(gp, createPseudonymous, { body: { age: 42, postcode: '79650' } });
    const question = 'Kommt seit drei Wochen kaum aus dem Haus und möchte noch nicht, dass ihr Name weitergegeben wird.';
    await this.write(gp, createReferral, { body: { personId: unnamed.id, question } });
  }

  private async attachments(): Promise<void> {
    const letters = this.referrals('waiting', 'brugger', 'pia').slice(3, 6);
    for (const referral of [...letters, ...this.referrals('received', 'brugger', 'pia')]) {
      const bytes = smallPdf('Arztbrief (erfunden)', [
        'Anamnese und Befund einer Person, die es nicht gibt.',
        'Labor unauffällig, EKG unauffällig.',
      ]);
      const body = { name: 'Arztbrief.pdf', size: bytes.length, part: 'letters' as const };
      const { id } = await this.write(gp, startAttachment, { params: { id: this.made(referral).id }, body });
      await this.write(gp, sendAttachmentPart, { params: { id }, body: { offset: 0, data: bytes.toString('base64') } });
      await this.write(gp, finishAttachment, { params: { id }, body: {} });
    }
  }

  /** Two faxes and a call at the social psychiatric service; nobody has confirmed the older ones yet. */
  private async paper(owner: Client): Promise<void> {
    const by = intakeAt('dreilaenderblick');
    const papers = [
      { sender: 'aussen-linde', cameBy: 'fax', hoursAgo: 75, name: ['Wissler', 'Ottmar', '1957-04-12'], urgency: 'soon' },
      { sender: 'aussen-belchen', cameBy: 'phone', hoursAgo: 5, name: ['Trefzger', 'Yvonne', '1990-09-30'], urgency: 'urgent' },
    ] as const;
    for (const { sender, cameBy, hoursAgo, name, urgency } of papers) {
      const [familyName, givenName, birthDate] = name;
      const person = await this.write(by, createPerson, { body: { familyName, givenName, birthDate } });
      const receivedAt = new Date(this.now.getTime() - hoursAgo * hours).toISOString();
      const written = { reason: 'low_mood', question: 'Bitte um Beratung und Begleitung zu Hause.', urgency };
      const release = {
        names: 'Sozialpsychiatrischer Dienst',
        form: 'written' as const,
        givenOn: calendarDayOf(new Date(receivedAt)),
        seen: true,
      };
      const body = { ...written, personId: person.id, senderOrganisationId: organisationId(sender), cameBy, receivedAt, release };
      await this.write(by, enterPaperReferral, { body: { ...body, serviceId: serviceId('spdi') } });
    }
    // The older fax came before the weekend: telling its sender is overdue.
    await owner.query(
      `update task t set opened_at = r.clock_started_at, due_at = r.clock_started_at + interval '1 day' from referral r
       where t.kind = 'paper_to_confirm' and r.id = t.subject_id and r.came_by = 'fax' and r.region_id in (select id from region where is_demo)`,
    );
  }

  /** A practice for occupational therapy without an account: it answers through a link. */
  private async link(): Promise<void> {
    const person = await this.write(gp, createPerson, {
      body: { familyName: 'Hagmann', givenName: 'Veronika', birthDate: '1979-06-17', phone: '07622 000 561' },
    });
    await this.release(gp, person.id, 'aussen-ergo');
    const { serviceId: _, ...content } = emptyContent;
    const written = {
      ...content,
      reason: 'low_mood',
      question: 'Übt wieder, den Tag zu ordnen. Bitte Einzeltermine.',
      urgency: 'routine' as const,
    };
    const body = { ...written, personId: person.id, serviceId: serviceId('aussen-ergo') };
    const { id, version } = await this.write(gp, createReferral, { body });
    await this.write(gp, submitReferral, { params: { id }, version, body: {} });
    await this.write(gp, makeReceiverLink, { params: { id }, body: { email: null } });
  }

  /** Help that has ended: one report waits to be read, another one was. */
  private async outcomes(): Promise<void> {
    const ended = this.plan.referrals.filter(({ end, service }) => end === 'accepted' && service?.key === 'spdi').slice(0, 2);
    for (const [index, { key, referrer }] of ended.entries()) {
      const { id, version } = this.made(key);
      const report = 'Sechs Besuche zu Hause. Der Tag ist wieder geordnet, eine Gruppe im Ort ist gefunden.';
      const told = await this.write('social@demo.example', sendOutcome, { params: { id }, version, body: { outcome: 'helped', report } });
      const body = { disposition: 'care_taken_over' as const };
      if (index > 0) await this.write(referrerAt(referrer), acknowledgeOutcome, { params: { id }, version: told.version, body });
    }
  }

  private async endedEnquiry(): Promise<void> {
    const by = referrerAt('weil');
    const about = { age: 34, diagnosis: 'F43.2', category: 'outpatient_clinic' as const, postcode: '79576', urgency: 'routine' as const };
    const answerBy = addCalendarDays(calendarDayOf(this.now), 3);
    const { id, version } = await this.write(by, askCapacity, { body: { ...about, serviceIds: [serviceId('pia_rheinfelden')], answerBy } });
    await this.write(by, closeEnquiry, { params: { id }, version, body: {} });
  }
}
