import { Database, type Transaction } from '@lotse/server-kit/database';
import { seeToEach } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Tasks } from '@lotse/task/server';
import { Inject, Injectable } from '@nestjs/common';
import { adviceReminderOf } from '../advice-threads';

interface Due {
  id: string;
  regionId: string;
  organisationId: string;
}

interface Found {
  enquiryId: string;
  personId: string | null;
  reference: string;
  dueAt: Date;
  isAsker: boolean;
}

const due = `
  select t.id, t.region_id as "regionId", t.custodian_organisation_id as "organisationId" from advice_thread t
  where t.due_at < $1 order by t.due_at, t.id limit 500`;

const find = `
  select t.enquiry_id as "enquiryId", t.person_id as "personId", e.reference, t.due_at as "dueAt",
    t.custodian_organisation_id = t.asker_organisation_id as "isAsker"
  from advice_thread t join enquiry e on e.id = t.enquiry_id where t.id = $1 and t.custodian_organisation_id = current_organisation()`;

/** Makes work of enquiries that are due, for whoever has them. It ends nothing, and makes each task once. */
@Injectable()
export class RemindOfAdvice {
  constructor(
    private readonly database: Database,
    private readonly tasks: Tasks,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Answers how many were looked at. One that fails does not hold up the others. */
  async run(now = new Date()): Promise<number> {
    const found = await this.database.asSystem((transaction) => transaction.rows<Due>('advice.due', due, [now]));
    await seeToEach('advice', found, this.log, ({ id, regionId, organisationId }) =>
      this.database.asOrganisation({ organisationId, regionId }, (transaction) => this.open(transaction, id)),
    );
    return found.length;
  }

  private async open(transaction: Transaction, id: string): Promise<void> {
    const found = await transaction.row<Found>('advice.found', find, [id]);
    if (!found) return;
    const { enquiryId, personId, reference, dueAt, isAsker } = found;
    this.tasks.open(transaction, {
      key: adviceReminderOf(id, dueAt),
      kind: isAsker ? 'advice_to_review' : 'advice_to_answer',
      subject: 'advice',
      subjectId: enquiryId,
      personId,
      organisationId: transaction.actor.organisationId,
      dueAt,
      facts: { reference },
    });
  }
}
