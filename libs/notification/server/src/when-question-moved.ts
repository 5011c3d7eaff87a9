import type { NoticeKind } from '@lotse/notification/model';
import { messageSent, questionAnswered, questionAsked, questionDue, type QuestionEvent } from '@lotse/referral/model';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-question-moved';

const kinds: Readonly<Record<string, NoticeKind>> = {
  [questionAsked]: 'question_open',
  [questionAnswered]: 'answer_received',
  [messageSent]: 'message_received',
  [questionDue]: 'question_due',
};

/** What was sent, as whoever is told sees it; nothing when it was taken back, or when they may no longer see the referral. */
const find = `
  select r.reference from question_thread t join referral r on r.id = t.referral_id
  where t.id = $1 and ($2::uuid is null or exists (select from question_message m where m.id = $2 and m.taken_back_at is null))`;

/** Tells the other side that there is a question, an answer or a message, and who has to answer that it is due. By a reference only. */
@Injectable()
@ReactsTo({ events: [questionAsked, questionAnswered, messageSent, questionDue], name: reaction })
export class WhenQuestionMoved implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly writeNotices: WriteNotices,
  ) {}

  async react({ id: eventId, name, regionId, payload }: ToldEvent<QuestionEvent>): Promise<void> {
    const { threadId, referralId, messageId, organisationId } = payload;
    const found = await this.database.asOrganisation({ organisationId, regionId }, (transaction) =>
      transaction.row<{ reference: string }>('question.to-tell', find, [threadId, messageId]),
    );
    if (!found) return;
    const notice = { organisationId, kind: kinds[name]!, referralId, questionId: threadId };
    await this.writeNotices.run({ eventId, regionId, reaction, reference: found.reference }, [notice]);
  }
}
