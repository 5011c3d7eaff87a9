import { daysAfter, newId, notFound, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import {
  attachmentFinished,
  attachmentPartBytes,
  attachmentStays,
  largestAttachment,
  largestAttachments,
  mostAttachments,
  nothingToSealWith,
  otherOffset,
  referralIsOver,
  tooLargeToAttach,
  tooManyAttachments,
  type Attachment,
  type ReferralState,
  type sendAttachmentPart,
  type startAttachment,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Files, lookInto, Scanner } from '@lotse/server-kit/files';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { asAttachment, attachmentColumns, attachmentTables, isOver, mayRemove, type AttachmentRow } from './read-attachments';

interface Room {
  personId: string;
  state: ReferralState;
  count: number;
  bytes: number;
}

/** Two that are begun at the same time see one another. */
const inTurn = `select pg_advisory_xact_lock(hashtextextended('attachments of ' || $1, 0))`;
const room = `
  select r.person_id as "personId", r.state, (select count(*)::int from attachment a where a.referral_id = r.id and a.state <> 'refused') as count,
    (select coalesce(sum(a.size), 0)::int from attachment a where a.referral_id = r.id and a.state <> 'refused') as bytes
  from referral r where r.id = $1`;
const insert = `
  insert into attachment (id, referral_id, organisation_id, staff_id, name, part, size, thread_id)
  values ($1, $2, current_organisation(), current_staff(), $3, $4, $5, $6)`;
const threadToAnswer = `
  select 1 from question_thread where id = $1 and referral_id = $2 and answerer_organisation_id = current_organisation() and is_open`;
const load = `
  select ${attachmentColumns}, a.referral_id as "referralId", r.person_id as "personId", r.state as "referralState", r.version as "referralVersion",
    r.reference, a.organisation_id is not distinct from r.referrer_organisation_id as "isOfReferrer",
    array_remove(array[r.referrer_organisation_id, r.recipient_organisation_id], null) as audience
  from ${attachmentTables} join referral r on r.id = a.referral_id
  where a.id = $1 and a.organisation_id = current_organisation() for update of a`;
const close = `
  update attachment set state = $2, kind = $3, finding = $4, finished_at = now(), scanned_at = case when $2 in ('clean', 'infected') then now() end
  where id = $1`;
const remove = 'delete from attachment where id = $1';

type Own = AttachmentRow & {
  referralId: string;
  personId: string;
  referralState: ReferralState;
  referralVersion: number;
  reference: string;
  isOfReferrer: boolean;
  audience: string[];
};

/** What a file turned out to be. */
interface Outcome {
  state: 'clean' | 'unscanned' | 'infected' | 'refused';
  kind: string | null;
  finding: string | null;
}

/** Attaching a file: it is announced, comes in parts, and is looked at once it is whole. */
@Injectable()
export class UploadAttachment {
  constructor(
    private readonly files: Files,
    private readonly scanner: Scanner,
    private readonly tasks: Tasks,
  ) {}

  async start(transaction: Transaction, referralId: string, body: BodyOf<typeof startAttachment>): Promise<Attachment> {
    const { name, size, part, threadId = null } = body;
    transaction.send('attachment.in-turn', inTurn, [referralId]);
    const found = await transaction.row<Room>('attachment.room', room, [referralId]);
    if (!found) throw new Refusal(notFound());
    this.refuseUnlessRoom(found, size);
    if (threadId && !(await transaction.row('attachment.thread', threadToAnswer, [threadId, referralId]))) throw new Refusal(notFound());
    const id = newId();
    transaction.send('attachment.start', insert, [id, referralId, name, part, size, threadId]);
    this.files.begin(transaction, id);
    transaction.record({ ...line(referralId, found.personId), verb: 'attachment.start', parts: [part] });
    return this.shown(await this.own(transaction, id), transaction);
  }

  async add(
    transaction: Transaction,
    id: string,
    { offset, data }: BodyOf<typeof sendAttachmentPart>,
  ): Promise<AnswerOf<typeof sendAttachmentPart>> {
    const { state, size } = await this.own(transaction, id);
    if (state !== 'uploading') throw new Refusal(attachmentFinished());
    const uploaded = (await this.files.uploaded(transaction, id))!;
    const bytes = Buffer.from(data, 'base64');
    // The answer to this part was lost: it has arrived and need not come again.
    if (offset < uploaded && offset + bytes.length === uploaded) return { uploaded };
    if (offset !== uploaded || bytes.length === 0) throw new Refusal(otherOffset({ context: { uploaded } }));
    if (bytes.length > attachmentPartBytes || offset + bytes.length > size) throw new Refusal(tooLargeToAttach());
    await this.files.add(transaction, id, bytes);
    return { uploaded: uploaded + bytes.length };
  }

  async finish(transaction: Transaction, id: string): Promise<Attachment> {
    const own = await this.own(transaction, id);
    if (own.state !== 'uploading') throw new Refusal(attachmentFinished());
    const outcome = await this.lookAt(transaction, own);
    transaction.send('attachment.close', close, [id, outcome.state, outcome.kind, outcome.finding]);
    const verb = { clean: 'add', unscanned: 'add', infected: 'lock', refused: 'refuse' }[outcome.state];
    transaction.record({ ...line(own.referralId, own.personId), verb: `attachment.${verb}`, parts: [own.part] });
    if (outcome.state === 'infected') this.openWork(transaction, own);
    this.tell(transaction, own);
    const { state, kind } = outcome;
    return this.shown({ ...own, state, kind, finding: state === 'refused' ? (outcome.finding as Own['finding']) : null }, transaction);
  }

  async remove(transaction: Transaction, id: string): Promise<{ id: string }> {
    const own = await this.own(transaction, id);
    if (!mayRemove(own, transaction.actor.organisationId, own.referralState)) throw new Refusal(attachmentStays());
    transaction.send('attachment.remove', remove, [id]);
    this.tasks.drop(transaction, lockedFileTask(id));
    transaction.record({ ...line(own.referralId, own.personId), verb: 'attachment.remove', parts: [own.part] });
    return { id };
  }

  /** Whoever brought a harmful file has to bring another one, and to look where it came from. */
  private openWork(transaction: Transaction, { id, referralId, personId, reference, isOfReferrer }: Own): void {
    this.tasks.open(transaction, {
      key: lockedFileTask(id),
      kind: isOfReferrer ? 'infected_file_of_referrer' : 'infected_file_of_recipient',
      subject: 'referral',
      subjectId: referralId,
      personId,
      organisationId: transaction.actor.organisationId,
      dueAt: daysAfter(Date.now(), 1),
      facts: { reference },
    });
  }

  /** Both sides' open screens; of a draft, and of what waits for its answer, the other side is told nothing. */
  private tell(transaction: Transaction, { referralId, referralVersion, referralState, audience, withAnswer }: Own): void {
    if (referralState === 'draft' || withAnswer) return;
    transaction.announce({ name: 'AttachmentAdded', subject: 'referral', subjectId: referralId, version: referralVersion, audience });
  }

  private refuseUnlessRoom({ state, count, bytes }: Room, size: number): void {
    if (isOver(state)) throw new Refusal(referralIsOver());
    if (!this.files.available) throw new Refusal(nothingToSealWith());
    if (size > largestAttachment) throw new Refusal(tooLargeToAttach());
    if (count >= mostAttachments || bytes + size > largestAttachments) throw new Refusal(tooManyAttachments());
  }

  /** What is refused is dropped at once; what is infected stays sealed, so that somebody can find out where it came from. */
  private async lookAt(transaction: Transaction, { id, name, size }: Own): Promise<Outcome> {
    const bytes = await this.files.read(transaction, id);
    const look = bytes.length === size ? await lookInto(bytes, name) : { refused: 'incomplete' };
    if ('refused' in look) {
      this.files.drop(transaction, id);
      return { state: 'refused', kind: null, finding: look.refused };
    }
    this.files.finish(transaction, id, bytes);
    const result = await this.scanner.scan(bytes);
    return { state: result.state, kind: look.kind, finding: result.state === 'infected' ? result.finding : null };
  }

  private async own(transaction: Transaction, id: string): Promise<Own> {
    const found = await transaction.row<Own>('attachment.own', load, [id]);
    if (!found) throw new Refusal(notFound());
    return found;
  }

  private shown(
    {
      referralId: _,
      personId: __,
      referralVersion: ___,
      audience: ____,
      reference: _____,
      isOfReferrer: ______,
      referralState,
      ...row
    }: Own,
    { actor }: Transaction,
  ): Attachment {
    return asAttachment(row, mayRemove(row, actor.organisationId, referralState));
  }
}

const lockedFileTask = (attachmentId: string): string => `locked-file:${attachmentId}`;

const line = (referralId: string, personId: string) => ({ kind: 'act' as const, subject: 'referral', subjectId: referralId, personId });
