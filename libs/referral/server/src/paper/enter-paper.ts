import { refuse, Refusal, type BodyOf } from '@lotse/kernel';
import {
  emergencyCannotBeSent,
  incomplete,
  missingInputs,
  refusedPaper,
  targetDaysOf,
  unknownSender,
  unknownService,
  emptyContent,
  type enterPaperReferral,
  type MovedReferral,
} from '@lotse/referral/model';
import type { RegionSettings } from '@lotse/region/model';
import { People } from '@lotse/people/server';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { CreateReferral } from '../create-referral/create-referral';
import { Referrals, type ReferralRecord } from '../referrals';
import { nextWorkingDay } from './letters-follow';
import { noteVoice } from './voices';

type Paper = BodyOf<typeof enterPaperReferral>;

const findSender =
  'select name from organisation where id = $1 and region_id = current_region() and without_account and retired_at is null';

/** Nothing was sent through Lotse: the clock runs since the paper was there. */
const startClock = `
  update referral set clock_started_at = $2, target_days = $3, on_behalf_of_organisation_id = $4, came_by = $5 where id = $1`;

const keep = `
  insert into paper_referral (referral_id, region_id, organisation_id, sender_organisation_id, sender_name, came_by, received_at, entered_by,
    release_names, release_form, release_given_on, release_seen)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, current_staff(), $6, $7, $8, $9)`;

/** The sender of a paper reads no screen: that it came has to be told by letter, fax or phone. */
const receiptTask = (referralId: string): string => `paper-receipt:${referralId}`;

/**
 * Enters a referral that came on paper (T01, T02 and T04 in one): the same life, in the hands of whoever received it. The organisation that
 * enters it keeps both sides, so that whatever waits for the sender waits with somebody who can pick up the phone.
 */
@Injectable()
export class EnterPaper {
  constructor(
    private readonly createReferral: CreateReferral,
    private readonly people: People,
    private readonly referrals: Referrals,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, paper: Paper): Promise<MovedReferral> {
    const { senderOrganisationId, senderName = null, cameBy, receivedAt, release, personId, ...written } = paper;
    refuse(refusedPaper(paper, new Date()) ?? refusedContent(paper));
    const [sender, settings] = await Promise.all([
      transaction.row<{ name: string }>('paper.sender', findSender, [senderOrganisationId]),
      this.regions.settings(transaction),
    ]);
    if (!sender) throw new Refusal(unknownSender());
    refuse(await this.people.refusedReferral(transaction, personId));
    const { id } = await this.createReferral.run(transaction, { personId, ...written });
    const record = await this.referrals.load(transaction, id);
    // Whoever received it received it for a service of their own; others are referred to as usual.
    refuse(record.recipientOrganisationId === transaction.actor.organisationId ? undefined : unknownService());
    record.clockStartedAt = new Date(receivedAt);
    record.targetDays = targetDaysOf(record.urgency!, settings);
    transaction.send('paper.start-clock', startClock, [id, record.clockStartedAt, record.targetDays, senderOrganisationId, cameBy]);
    transaction.send('paper.keep', keep, [id, senderOrganisationId, senderName, cameBy, record.clockStartedAt, ...valuesOf(release)]);
    await this.referrals.move(transaction, record, 'submit');
    noteVoice(transaction, id, { organisationId: senderOrganisationId, name: senderName || sender.name, through: cameBy });
    const moved = await this.referrals.move(transaction, record, 'acknowledge');
    this.remind(transaction, record, settings);
    return moved;
  }

  private remind(transaction: Transaction, { id, reference, personId }: ReferralRecord, settings: RegionSettings): void {
    const { organisationId } = transaction.actor;
    this.tasks.open(transaction, {
      key: receiptTask(id),
      kind: 'paper_to_confirm',
      subject: 'referral',
      subjectId: id,
      personId,
      organisationId,
      dueAt: nextWorkingDay(settings),
      facts: { reference },
    });
  }
}

const valuesOf = (release: Paper['release']): unknown[] =>
  release ? [release.names, release.form, release.givenOn, release.seen] : [null, null, null, false];

function refusedContent(paper: Paper) {
  if (paper.urgency === 'emergency') return emergencyCannotBeSent();
  const missing = missingInputs({ ...emptyContent, ...paper });
  return missing.length > 0 ? incomplete({ fields: missing }) : undefined;
}
