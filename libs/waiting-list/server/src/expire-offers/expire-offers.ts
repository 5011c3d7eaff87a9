import { daysAfter } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { seeToEach } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Tasks } from '@lotse/task/server';
import { dueAct, isLiveOffer, slotOffered, slotOfferLifecycle, type OvertakenBy } from '@lotse/waiting-list/model';
import { Inject, Injectable } from '@nestjs/common';
import { EndOffer } from '../answer-offer/end-offer';
import { Offers, standingOf, type LockedOffer } from '../offers';
import { payloadOf, tellOffer } from '../tell-offer';

/** What is needed to act on an offer in the name of those it belongs to. */
export interface DueOffer {
  id: string;
  organisationId: string;
  referrerOrganisationId: string;
  regionId: string;
}

const due = `
  select offer_id as id, organisation_id as "organisationId", referrer_organisation_id as "referrerOrganisationId", region_id as "regionId"
  from due_offers(100)`;
const send = 'update slot_offer set state = $2, version = version + 1 where id = $1';
/** How many of the last ones in a row were missed; taken back and overtaken ones are nobody's fault. */
const missed = `
  select count(*)::int as count from (
    select state, bool_and(state = 'expired') over (order by answered_at desc, id desc) as so_far from slot_offer
    where entry_id = $1 and replaces_id is null and state in ('expired', 'accepted', 'declined', 'undeliverable')) ended where so_far`;
const missedUntilContact = 2;

/**
 * Does what has come due with offers by the database's clock, each in a transaction of its own: they go out, they end with their hold, or they end
 * because somebody else of the round was faster. Any number of processes may do it.
 */
@Injectable()
export class ExpireOffers {
  constructor(
    private readonly database: Database,
    private readonly offers: Offers,
    private readonly endOffer: EndOffer,
    private readonly tasks: Tasks,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Does all that is due. One that fails does not hold up the others. */
  async run(): Promise<void> {
    const found = await this.database.asPublic((transaction) => transaction.rows<DueOffer>('offers.due', due));
    await seeToEach('offer', found, this.log, (offer) => this.one(offer));
  }

  /** Does what is due with one offer. */
  one(offer: DueOffer): Promise<void> {
    return this.inTheNameOf(offer, (transaction, locked) => this.seeTo(transaction, locked));
  }

  /** Ends one offer because the person has an appointment elsewhere. */
  supersede(offer: DueOffer): Promise<void> {
    return this.inTheNameOf(offer, async (transaction, locked) => {
      if (isLiveOffer(locked.offer.state)) await this.end(transaction, locked, 'supersede', 'other_appointment');
    });
  }

  /** In the clinic's name; in the referrer's when the clinic may no longer see the person, because a hold must end even then. */
  private async inTheNameOf(
    { id, organisationId, referrerOrganisationId, regionId }: DueOffer,
    act: (transaction: Transaction, locked: LockedOffer) => Promise<void>,
  ): Promise<void> {
    for (const actor of [organisationId, referrerOrganisationId]) {
      const isSeen = await this.database.asOrganisation({ organisationId: actor, regionId }, async (transaction) => {
        if (!(await transaction.row('offer.seen', 'select id from slot_offer where id = $1', [id]))) return false;
        await act(transaction, await this.offers.lock(transaction, id));
        return true;
      });
      if (isSeen) return;
    }
  }

  private async seeTo(transaction: Transaction, locked: LockedOffer): Promise<void> {
    const act = dueAct(standingOf(locked), locked.offer.now);
    if (act === 'send') this.send(transaction, locked);
    else if (act) await this.end(transaction, locked, act, act === 'supersede' ? 'somebody_faster' : undefined);
    if (act === 'expire' && !locked.offer.replacesId) await this.afterMissing(transaction, locked);
  }

  /** It goes out once, when somebody is there to answer: only now the other side is told. */
  private send(transaction: Transaction, locked: LockedOffer): void {
    const { offer } = locked;
    const version = offer.version + 1;
    transaction.send('offer.send', send, [offer.id, slotOfferLifecycle.next(offer.state, 'send')]);
    const payload = { ...payloadOf(locked), mode: offer.mode };
    tellOffer(transaction, { verb: 'waitingList.sendOffer', event: slotOffered, version, personId: offer.personId, payload });
  }

  private async end(transaction: Transaction, locked: LockedOffer, act: 'supersede' | 'expire', overtakenBy?: OvertakenBy): Promise<void> {
    await this.endOffer.run(transaction, locked, { act, cascade: locked.offer.cascade, overtakenBy });
  }

  /** Twice in a row without an answer: somebody finds out whether the person can be reached at all. Place and clock stay. */
  private async afterMissing(transaction: Transaction, { offer, entry, referral }: LockedOffer): Promise<void> {
    const found = await transaction.row<{ count: number }>('offers.missed', missed, [entry.id]);
    if (found!.count === 0 || found!.count % missedUntilContact !== 0) return;
    this.tasks.open(transaction, {
      key: `offers_missed:${offer.id}`,
      kind: 'offers_missed',
      subject: 'referral',
      subjectId: offer.referralId,
      personId: offer.personId,
      organisationId: offer.referrerOrganisationId,
      dueAt: daysAfter(offer.now, 2),
      facts: { reference: referral.reference },
    });
  }
}
