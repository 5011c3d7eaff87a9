import { calendarDayOf, instantAt, refuse, type BodyOf } from '@lotse/kernel';
import { asOneText, dueDateInPast, type AskedPoint, type MovedReferral, type requestInfo } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { QuestionThreads, type MovedThread, type ThreadRecord } from '../questions/question-threads';
import { Referrals, type ReferralRecord } from '../referrals';

/** What is asked, and until when. */
interface Asked {
  points: readonly AskedPoint[];
  dueOn: string;
}

const pointsOf = (body: BodyOf<typeof requestInfo>): readonly AskedPoint[] =>
  'points' in body ? body.points : [{ piece: 'other', text: body.question }];

/** Asks the referrer back (T06), in a thread of one or several points. It stays on the referral until it is answered; the total clock goes on. */
@Injectable()
export class RequestInfo {
  constructor(
    private readonly referrals: Referrals,
    private readonly threads: QuestionThreads,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof requestInfo>): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    const { moved } = await this.ask(transaction, record, { points: pointsOf(body), dueOn: body.dueOn });
    return moved;
  }

  /** Moves the referral and asks in a thread: a new one, or one that is gone on with. */
  async ask(
    transaction: Transaction,
    record: ReferralRecord,
    { points, dueOn }: Asked,
    known?: ThreadRecord,
  ): Promise<{ moved: MovedReferral; thread: MovedThread }> {
    refuse(dueOn < calendarDayOf(new Date()) ? dueDateInPast() : undefined);
    const text = asOneText(points);
    const moved = await this.referrals.move(transaction, record, 'request_info', {
      note: text,
      dueAt: instantAt(dueOn, '17:00'),
      question: { text, dueOn },
    });
    const [asker, answerer] = [transaction.actor.organisationId, record.referrerOrganisationId];
    const begun = { referralId: record.id, kind: 'question' as const, askerOrganisationId: asker, answererOrganisationId: answerer };
    const thread = known ?? this.threads.begin(transaction, { ...begun, movesReferral: true, dueOn });
    const messageId = this.threads.write(transaction, thread, 'asked', null, true);
    this.threads.ask(transaction, thread, messageId, points);
    const done = { messageId, verb: 'ask', personId: record.personId, telling: { to: answerer }, dueOn, moves: true };
    return { moved, thread: await this.threads.changed(transaction, thread, done) };
  }
}
