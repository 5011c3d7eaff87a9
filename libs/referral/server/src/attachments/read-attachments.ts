import { holds, type Role } from '@lotse/identity/model';
import { notFound, Refusal } from '@lotse/kernel';
import { dataPartSchema, shownTo, type DataPart } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import { attachmentsSchema, referralPermissions, type Attachment, type Attachments, type ReferralState } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Scanner } from '@lotse/server-kit/files';
import { Injectable } from '@nestjs/common';

interface Frame {
  id: string;
  personId: string;
  state: ReferralState;
  referrerOrganisationId: string;
  parts: string | null;
}

export type AttachmentRow = Omit<Attachment, 'at' | 'mayRemove'> & { at: Date; organisationId: string };

const frame = `
  select r.id, r.person_id as "personId", r.state, r.referrer_organisation_id as "referrerOrganisationId", ${partsOfReferral('r')} as parts
  from referral r where r.id = $1`;

export const attachmentColumns = `
  a.id, a.name, a.part, a.kind, a.size, f.uploaded, a.state, case when a.state = 'refused' then a.finding end as finding, a.created_at as at,
  s.display_name as "staffName",
  case when a.message_id is not null then 'sent' when a.thread_id is not null then 'held' end as "withAnswer", a.thread_id as "threadId", o.name as "organisationName", a.organisation_id as "organisationId"`;
export const attachmentTables =
  'attachment a join stored_file f on f.id = a.id join staff s on s.id = a.staff_id join organisation o on o.id = a.organisation_id';

const ofReferral = `select ${attachmentColumns} from ${attachmentTables} where a.referral_id = $1 order by a.created_at, a.id`;

/** States in which nothing is added any more. */
export const isOver = (state: ReferralState): boolean => ['closed', 'withdrawn', 'entered_in_error'].includes(state);

/** Before it was sent, or when it is of no use to anybody. */
export const mayRemove = (
  row: Pick<AttachmentRow, 'organisationId' | 'state' | 'withAnswer'>,
  organisationId: string,
  referralState: ReferralState,
): boolean =>
  row.organisationId === organisationId &&
  (referralState === 'draft' || row.withAnswer === 'held' || ['uploading', 'refused', 'infected'].includes(row.state));

/** What is attached to a referral, by the same rule that cuts everything else. */
@Injectable()
export class ReadAttachments {
  constructor(private readonly scanner: Scanner) {}

  async run(transaction: Transaction, referralId: string): Promise<Attachments> {
    const [found, rows] = await Promise.all([
      transaction.row<Frame>('attachments.frame', frame, [referralId]),
      transaction.rows<AttachmentRow>('attachments.of-referral', ofReferral, [referralId]),
    ]);
    if (!found) throw new Refusal(notFound());
    const { organisationId, roles } = transaction.actor;
    const parts = partsFrom(found.parts);
    const basis = found.referrerOrganisationId === organisationId ? 'own' : `leg:${found.id}`;
    transaction.shows({ people: [found.personId], parts: parts ?? undefined, basis });
    const all = rows.map((row) => asAttachment(row, mayRemove(row, organisationId, found.state)));
    const isOwn = new Set(rows.filter((row) => row.organisationId === organisationId).map(({ id }) => id));
    const others = all.filter(({ id }) => !isOwn.has(id));
    const whole = {
      personId: found.personId,
      own: all.filter(({ id }) => isOwn.has(id)),
      received: Object.fromEntries(dataPartSchema.options.map((part) => [part, others.filter((one) => one.part === part)])) as Record<
        DataPart,
        Attachment[]
      >,
      isScanning: this.scanner.isSetUp,
      mayAdd: holds(roles as Role[], referralPermissions.attach) && !isOver(found.state),
    };
    return shownTo(attachmentsSchema, whole, parts);
  }
}

export const asAttachment = ({ organisationId: _, at, ...row }: AttachmentRow, isRemovable: boolean): Attachment => ({
  ...row,
  at: at.toISOString(),
  mayRemove: isRemovable,
});
