import { ServiceForms } from '@lotse/directory/server';
import { refuse } from '@lotse/kernel';
import { answersNotFitting, faultsOfExtra, incomplete, unanswered, type ReferralContent } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** Answers to what the service asks are checked against the version that was answered: a service that asks anew breaks no draft. */
@Injectable()
export class ContentChecks {
  constructor(private readonly forms: ServiceForms) {}

  /** While it is written: what was answered has to fit its question. Without a service nobody has asked. */
  async writing(transaction: Transaction, { serviceId, extra }: ReferralContent): Promise<void> {
    if (extra === null) return;
    const { questions } = serviceId ? await this.forms.questions(transaction, serviceId, extra.version) : { questions: [] };
    const fields = faultsOfExtra(questions, extra);
    refuse(fields.length > 0 ? answersNotFitting({ fields }) : undefined);
  }

  /** When it is sent: what the service needs to know is answered. */
  async sending(transaction: Transaction, { serviceId, extra }: ReferralContent): Promise<void> {
    if (serviceId === null) return;
    const { questions } = await this.forms.questions(transaction, serviceId, extra?.version);
    const fields = unanswered(questions, extra);
    refuse(fields.length > 0 ? incomplete({ fields }) : undefined);
  }
}
