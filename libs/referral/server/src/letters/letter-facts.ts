import { calendarDayOf, notFound, refuse, Refusal } from '@lotse/kernel';
import { isInForce, type Release } from '@lotse/people/model';
import { People } from '@lotse/people/server';
import { lettersThatFit, releaseDoesNotCover, type Delivered, type LetterFacts, type Referral } from '@lotse/referral/model';
import type { LetterKind } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { fingerprintOf } from '../fingerprint';
import { PreviewReferral } from '../preview-referral/preview-referral';
import { ReadReferral } from '../read-referral/read-referral';
import type { Party } from './compose-letter';

/** A referral as one of its sides writes about it. */
export interface Written {
  side: LetterFacts['side'];
  referral: Referral;
  delivered: Delivered;
  fingerprint: string;
  senderId: string;
  addresseeId: string | null;
  /** Whether the other side has no account: then a letter is how it hears. */
  otherSideOnPaper: boolean;
}

const parties = `
  select o.id, o.name, o.kind, o.street, o.postcode, coalesce(o.place, m.name) as place, o.phone, o.fax,
    (select s.display_name from staff s where s.id = current_staff()) as "staffName"
  from organisation o left join municipality m on m.ags = o.ags where o.id = any ($1)`;

/** Who the other side is: the sender of the paper, where it came on paper. */
const otherSide = `
  select coalesce(p.sender_organisation_id, case when r.recipient_organisation_id = current_organisation() then r.referrer_organisation_id
      else r.recipient_organisation_id end) as id
  from referral r left join paper_referral p on p.referral_id = r.id and p.organisation_id = current_organisation() where r.id = $1`;

/** Gathers what letters say: the same as the screen shows, cut to what the receiver of the letter may see. */
@Injectable()
export class LetterContents {
  constructor(
    private readonly readReferral: ReadReferral,
    private readonly previewReferral: PreviewReferral,
    private readonly people: People,
  ) {}

  async written(transaction: Transaction, id: string): Promise<Written> {
    const own = transaction.actor.organisationId;
    const referral = await this.readReferral.run(transaction, id);
    const { side } = sideOf(referral, own);
    const other = await transaction.row<{ id: string | null; onPaper: boolean }>(
      'letter.other-side',
      `select x.id, coalesce((select o.without_account from organisation o where o.id = x.id), false) as "onPaper" from (${otherSide}) x`,
      [id],
    );
    const { personName, birthDate, person, content, hidden } = referral;
    const own_: Delivered = { personName, birthDate, person, content, hidden };
    const base = { side, referral, senderId: own, addresseeId: other?.id ?? null, otherSideOnPaper: other?.onPaper ?? false };
    return { ...base, delivered: own_, fingerprint: fingerprintOf(own_) };
  }

  /** What leaves for the receiver is what it would read, and only while a release lets it. */
  async forReceiver(transaction: Transaction, written: Written, kind: LetterKind): Promise<Written> {
    if (written.side === 'recipient' || kind === 'release_form' || !written.referral.recipient) return written;
    const { delivered, fingerprint, until } = await this.previewReferral.run(transaction, written.referral.id);
    refuse(until === null ? releaseDoesNotCover() : undefined);
    return { ...written, delivered, fingerprint };
  }

  /** The releases that the own organisation has recorded and that are in force today. */
  async ownReleases(transaction: Transaction, personId: string): Promise<Release[]> {
    const today = calendarDayOf(new Date());
    const releases = await this.people.releases(transaction, personId);
    return releases.filter((release) => release.discloserOrganisationId === transaction.actor.organisationId && isInForce(release, today));
  }

  async parties(
    transaction: Transaction,
    { senderId, addresseeId }: Written,
  ): Promise<{ sender: Party; addressee: Party; staffName: string }> {
    const found = await transaction.rows<Party & { id: string; staffName: string }>('letter.parties', parties, [
      [senderId, addresseeId ?? senderId],
    ]);
    const sender = found.find(({ id }) => id === senderId);
    if (!sender) throw new Refusal(notFound());
    return { sender, addressee: found.find(({ id }) => id === addresseeId) ?? sender, staffName: sender.staffName };
  }
}

const sideOf = ({ recipient }: Referral, own: string): { side: LetterFacts['side'] } => ({
  side: recipient?.organisationId === own ? 'recipient' : 'referrer',
});

/** The letters that fit now. */
export const kindsOf = ({ side, referral: { state, recipient, steps } }: Written): LetterKind[] =>
  lettersThatFit({
    side,
    state,
    hasRecipient: recipient !== null,
    acts: steps.filter(({ undone }) => !undone).map(({ act }) => act),
  });
