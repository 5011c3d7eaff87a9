import { answerAdvice, askAdvice, askCapacity, readEnquiry } from '@lotse/advice/model';
import { cancelSlot, openSlot } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, millisecondsPerDay, type AnswerOf, type Endpoint } from '@lotse/kernel';
import { createPerson, recordRelease, revokeRelease } from '@lotse/people/model';
import {
  acceptReferral,
  acknowledgeReferral,
  addPart,
  assignReferrals,
  createReferral,
  declineReferral,
  discardReferral,
  keepQuestionTemplates,
  provideInfo,
  redirectReferral,
  requestInfo,
  snoozeReferrals,
  startTriage,
  submitReferral,
  withdrawReferral,
} from '@lotse/referral/model';
import { acceptOffer, declineOffer, joinWaitingList, offerSlot, readCandidates, withdrawOffer } from '@lotse/waiting-list/model';
import { organisationId, serviceId, staffId } from '../county/write-counties';
import type { Deed, DeedOf } from '../histories/deed';
import type { Caller, Sent } from './caller';

/** A thing the API has made, and the version it has now. */
export interface Made {
  id: string;
  version: number;
}

/** Slots whose time has passed are opened this much later and moved back afterwards: the same weekday, and no other slot is near. */
export const stagedBy = 364 * millisecondsPerDay;

/** How every Idempotency-Key of the demo begins; the numbers follow the plan, so they are the same in every run. */
export const seedKeys = 'demo-seed/';

/** So many days from today. */
const inDays = (days: number): string => addCalendarDays(calendarDayOf(new Date()), days);

/** Does what was planned, one deed after the other, through the acts of the API. It remembers what the plan's keys have become. */
export class Replay {
  readonly people = new Map<string, Made>();
  readonly releases = new Map<string, Made>();
  readonly referrals = new Map<string, Made>();
  readonly slots = new Map<string, Made>();
  readonly offers = new Map<string, Made & { referral: string; slot: string }>();
  private count = 0;

  constructor(private readonly caller: Caller) {}

  async all(deeds: readonly Deed[], onDone: () => void): Promise<void> {
    for (const deed of deeds) {
      await (this.acts[deed.kind] as (deed: Deed) => Promise<void>)(deed);
      onDone();
    }
  }

  private readonly acts: { [Kind in Deed['kind']]: (deed: DeedOf<Kind>) => Promise<void> } = {
    enterPerson: async (deed) => keep(this.people, deed.person, await this.write(deed, createPerson, { body: deed.input })),
    recordRelease: async (deed) => {
      const body = { ...deed.terms, recipientOrganisationId: organisationId(deed.recipient), coversHealthData: true as const };
      keep(this.releases, deed.release, await this.write(deed, recordRelease, { params: { id: this.people.get(deed.person)!.id }, body }));
    },
    revokeRelease: async (deed) => {
      const { id, version } = this.releases.get(deed.release)!;
      keep(this.releases, deed.release, await this.write(deed, revokeRelease, { params: { id }, version, body: { how: 'phone' } }));
    },
    draft: async (deed) => {
      const body = {
        ...deed.content,
        serviceId: deed.service === null ? null : serviceId(deed.service),
        personId: this.people.get(deed.person)!.id,
      };
      keep(this.referrals, deed.referral, await this.write(deed, createReferral, { body }));
    },
    submit: (deed) => this.move(deed, submitReferral, {}),
    acknowledge: (deed) => this.move(deed, acknowledgeReferral, {}),
    startTriage: (deed) => this.move(deed, startTriage, {}),
    // The day may have passed since: it is asked for today and put right afterwards.
    requestInfo: (deed) =>
      this.move(deed, requestInfo, { question: deed.question, dueOn: [deed.dueOn, calendarDayOf(new Date())].sort().at(-1)! }),
    provideInfo: (deed) => this.move(deed, provideInfo, { answer: deed.answer }),
    accept: (deed) => this.move(deed, acceptReferral, { note: deed.note }),
    waitlist: (deed) => this.move(deed, joinWaitingList, { note: deed.note }),
    decline: (deed) => {
      const { reason, comment, wayForward } = deed.returned;
      return this.move(deed, declineReferral, { reason, comment, wayForward });
    },
    redirect: (deed) =>
      this.move(deed, redirectReferral, { serviceId: serviceId(deed.service), reason: 'more_appropriate_service', note: deed.note }),
    addPart: async (deed) => {
      const { id, version } = this.referrals.get(deed.referral)!;
      const body = { serviceId: serviceId(deed.service), joinRule: 'all' as const, question: deed.question };
      keep(this.referrals, deed.part, await this.write(deed, addPart, { params: { id }, version, body }));
    },
    withdraw: (deed) => this.move(deed, withdrawReferral, deed.withdrawal),
    discard: (deed) => this.move(deed, discardReferral, { reason: deed.reason }),
    askCapacity: async (deed) => {
      const serviceIds = deed.services.map(serviceId);
      const { id } = await this.write(deed, askCapacity, { body: { ...deed.about, serviceIds, answerBy: inDays(3) } });
      if (!deed.answer) return;
      const { by, verdict, weeks = null, text = null } = deed.answer;
      const [thread] = (await this.caller.call(by, readEnquiry, { params: { id } })).threads;
      const body = { verdict, weeks, text, fromDay: verdict === 'yes' ? inDays(14) : null };
      await this.write({ ...deed, by }, answerAdvice, { params: { id: thread!.id }, version: thread!.version, body });
    },
    askAdvice: async (deed) => {
      const { question, diagnosis, age } = deed;
      const body = { serviceId: serviceId(deed.service), question, diagnosis, age, answerBy: inDays(3) };
      const { id } = await this.write(deed, askAdvice, { body });
      if (!deed.answer) return;
      const { by, text } = deed.answer;
      const [thread] = (await this.caller.call(by, readEnquiry, { params: { id } })).threads;
      const answer = { text, recommendation: 'advice_only' as const };
      await this.write({ ...deed, by }, answerAdvice, { params: { id: thread!.id }, version: thread!.version, body: answer });
    },
    keepQuestions: async (deed) => {
      const items = deed.questions.map((text) => ({ piece: 'other' as const, text }));
      await this.write(deed, keepQuestionTemplates, { params: { id: serviceId(deed.service) }, body: { items } });
    },
    assign: async (deed) => {
      const ids = deed.referrals.map((key) => this.referrals.get(key)!.id);
      await this.write(deed, assignReferrals, { body: { ids, staffId: staffId(deed.to) } });
    },
    snooze: async (deed) => {
      let left = deed.atMost;
      for (const key of deed.referrals) {
        if (left === 0) return;
        const body = { ids: [this.referrals.get(key)!.id], until: deed.until };
        left -= (await this.write(deed, snoozeReferrals, { body })).done.length;
      }
    },
    openSlot: async (deed) => {
      const { schedule: scheduleId, minutes, mode } = deed;
      const startsAt = new Date(deed.startsAt.getTime() + (deed.isStaged ? stagedBy : 0)).toISOString();
      keep(this.slots, deed.slot, await this.write(deed, openSlot, { body: { scheduleId, startsAt, minutes, mode } }));
    },
    cancelSlot: async (deed) => {
      const { id, version } = this.slots.get(deed.slot)!;
      keep(this.slots, deed.slot, await this.write(deed, cancelSlot, { params: { id }, version, body: { reason: deed.reason } }));
    },
    offer: (deed) => this.offer(deed),
    acceptOffer: (deed) => this.answer(deed, acceptOffer, {}),
    declineOffer: (deed) => this.answer(deed, declineOffer, deed.decline),
    withdrawOffer: (deed) => this.answer(deed, withdrawOffer, { reason: deed.reason }),
  };

  private async move<Contract extends Endpoint>(
    deed: Deed & { referral: string },
    contract: Contract,
    body: Sent<Contract>['body'],
  ): Promise<void> {
    const { id, version } = this.referrals.get(deed.referral)!;
    keep(this.referrals, deed.referral, (await this.write(deed, contract, { params: { id }, version, body })) as Made);
  }

  /** The clinic looks who fits and offers the slot to whoever the plan says; out of turn only if the list has it otherwise. */
  private async offer(deed: DeedOf<'offer'>): Promise<void> {
    const { id } = this.slots.get(deed.slot)!;
    const referral = this.referrals.get(deed.referral)!;
    const { slot, candidates, excluded } = await this.caller.call(deed.by, readCandidates, { params: { id } });
    const entry = [...candidates, ...excluded.map((one) => one.entry)].find(({ referralId }) => referralId === referral.id);
    const isNext = entry === undefined || candidates[0] === entry;
    const outOfTurnReason = candidates.includes(entry!) ? 'Begleitung ist nur an diesem Tag möglich.' : 'Ein Fahrdienst ist organisiert.';
    const made = await this.write(deed, offerSlot, {
      params: { id },
      version: this.slots.get(deed.slot)!.version,
      body: {
        entryId: entry?.id ?? '',
        cascade: deed.cascade,
        ...(isNext && deed.outOfTurn === undefined ? {} : { outOfTurnReason: deed.outOfTurn ?? outOfTurnReason }),
      },
    });
    keep(this.offers, deed.offer, { id: made.id, version: made.version, referral: deed.referral, slot: deed.slot });
    keep(this.slots, deed.slot, { id, version: slot.version + 1 });
    keep(this.referrals, deed.referral, { id: referral.id, version: referral.version + 1 });
  }

  private async answer<Contract extends Endpoint>(
    deed: Deed & { offer: string },
    contract: Contract,
    body: Sent<Contract>['body'],
  ): Promise<void> {
    const offer = this.offers.get(deed.offer)!;
    const made = (await this.write(deed, contract, { params: { id: offer.id }, version: offer.version, body })) as Made;
    const referral = this.referrals.get(offer.referral)!;
    const slot = this.slots.get(offer.slot)!;
    keep(this.offers, deed.offer, { ...offer, version: made.version });
    keep(this.referrals, offer.referral, { id: referral.id, version: referral.version + 1 });
    keep(this.slots, offer.slot, { id: slot.id, version: slot.version + 1 });
  }

  private write<Contract extends Endpoint>({ by }: Deed, contract: Contract, sent: Sent<Contract>): Promise<AnswerOf<Contract>> {
    return this.caller.call(by, contract, { ...sent, key: `${seedKeys}${++this.count}` });
  }
}

function keep<Thing extends Made>(where: Map<string, Thing>, key: string, thing: Thing): void {
  where.set(key, thing);
}
