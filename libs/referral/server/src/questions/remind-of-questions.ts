import { addCalendarDays, addWorkingDays, calendarDayOf, instantAt } from '@lotse/kernel';
import { questionDue, type QuestionEvent } from '@lotse/referral/model';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { seeToEach } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Tasks } from '@lotse/task/server';
import { Inject, Injectable } from '@nestjs/common';
import { reminderOf } from './question-threads';

interface Waiting {
  id: string;
  regionId: string;
  organisationId: string;
}

/** Within so many days there is at least one working day. */
const lookAhead = 7;

const waiting = `
  select id, region_id as "regionId", answerer_organisation_id as "organisationId" from question_thread
  where is_open and reminded is distinct from 'due' and due_on <= $1 and (reminded is null or due_on <= $2) order by due_on, id limit 200`;

const due = `
  select t.referral_id as "referralId", t.due_on::text as "dueOn", t.reminded, t.version, r.person_id as "personId", r.reference,
    r.referrer_organisation_id = current_organisation() as "isReferrer"
  from question_thread t join referral r on r.id = t.referral_id
  where t.id = $1 and t.is_open and r.state not in ('closed', 'withdrawn', 'entered_in_error')
    and r.recipient_organisation_id in (t.asker_organisation_id, t.answerer_organisation_id) for update of t`;

const remember = `update question_thread set reminded = $2 where id = $1`;

interface Due {
  referralId: string;
  dueOn: string;
  reminded: 'before' | 'due' | null;
  version: number;
  personId: string;
  reference: string;
  isReferrer: boolean;
}

/** Reminds whoever has to answer: on the working day before the due date, and on it. It only makes work; nothing is ended. */
@Injectable()
export class RemindOfQuestions {
  constructor(
    private readonly database: Database,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Answers how many were reminded. One that fails does not hold up the others. */
  async run(today = calendarDayOf(new Date())): Promise<number> {
    const found = await this.database.asSystem((transaction) =>
      transaction.rows<Waiting>('questions.waiting', waiting, [addCalendarDays(today, lookAhead), today]),
    );
    const reminded = await seeToEach('question', found, this.log, ({ id, regionId, organisationId }) =>
      this.database.asOrganisation({ organisationId, regionId }, (transaction) => this.remind(transaction, id, today)),
    );
    return reminded.filter(Boolean).length;
  }

  private async remind(transaction: Transaction, id: string, today: string): Promise<boolean> {
    const found = await transaction.row<Due>('question.due', due, [id]);
    if (!found) return false;
    const rule = workingDaysOf(await this.regions.settings(transaction));
    const when = found.dueOn <= today ? 'due' : found.dueOn <= addWorkingDays(today, 1, rule) ? 'before' : undefined;
    if (when === undefined || when === found.reminded) return false;
    transaction.send('question.reminded', remember, [id, when]);
    const { organisationId } = transaction.actor;
    this.open(transaction, id, found);
    const payload: QuestionEvent = { threadId: id, referralId: found.referralId, messageId: null, organisationId };
    transaction.tell({
      name: questionDue,
      subject: 'question',
      subjectId: found.referralId,
      version: found.version,
      audience: [organisationId],
      payload,
    });
    return true;
  }

  private open(transaction: Transaction, id: string, { referralId, personId, reference, dueOn, isReferrer }: Due): void {
    this.tasks.open(transaction, {
      key: reminderOf(id, dueOn),
      kind: isReferrer ? 'question_due' : 'question_due_at_recipient',
      subject: 'referral',
      subjectId: referralId,
      personId,
      organisationId: transaction.actor.organisationId,
      dueAt: instantAt(dueOn, '17:00'),
      facts: { reference },
    });
  }
}
