import { personToConvert, type convertAdvice, type EnquiryContent } from '@lotse/advice/model';
import { Refusal, type BodyOf } from '@lotse/kernel';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { AdviceThreads, type AdviceRecord, type MovedAdvice } from '../advice-threads';
import { CloseEnquiry } from '../close-enquiry/close-enquiry';

const content = `
  select e.question, e.diagnosis, e.certainty, e.medication, e.tried_so_far as "triedSoFar", e.urgency, e.needs, t.answer_text as answer,
    t.verdict from advice_thread t join enquiry e on e.id = t.enquiry_id where t.id = $1`;

type Written = Pick<EnquiryContent, 'question' | 'diagnosis' | 'certainty' | 'medication' | 'triedSoFar' | 'urgency' | 'needs'>;

/** The question to the receiver: what was asked, or what was looked for. */
const questionOf = ({ question, needs }: Written): string | null => question ?? needs;

/**
 * Makes a referral of an enquiry: a draft to the service that answered, with everything that was written, linked to where it came from. What
 * was asked without a person gets one only there: what the services were asked stays without. The rest of the enquiry is closed.
 */
@Injectable()
export class ConvertAdvice {
  constructor(
    private readonly threads: AdviceThreads,
    private readonly closing: CloseEnquiry,
    private readonly referrals: Referrals,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof convertAdvice>): Promise<MovedAdvice> {
    const record = await this.threads.load(transaction, id, version);
    this.threads.refuse(transaction, record, 'convert');
    const personId = record.personId ?? body.personId;
    if (personId === null) throw new Refusal(personToConvert());
    const referralId = await this.begin(transaction, record, personId);
    const moved = await this.threads.move(transaction, record, 'convert');
    await this.closing.rest(transaction, record.enquiryId, id);
    return { ...moved, referralId };
  }

  private async begin(transaction: Transaction, record: AdviceRecord, personId: string): Promise<string> {
    const written = (await transaction.row<Written>('advice.content', content, [record.id]))!;
    const { diagnosis, certainty, medication, triedSoFar, urgency } = written;
    const question = questionOf(written)?.slice(0, 2000) ?? null;
    const draft = { personId, serviceId: record.serviceId, question, diagnosis, certainty, medication, triedSoFar, urgency };
    const { enquiryId, reference, providerOrganisationId: organisationId } = record;
    const created = await this.referrals.begin(transaction, draft, { enquiryId, reference, organisationId });
    return created.id;
  }
}
