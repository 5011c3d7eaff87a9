import { newId, notFound, Refusal, versionStale } from '@lotse/kernel';
import { questionChanged, type AskedPoint, type QuestionEvent, type QuestionPiece } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Tasks } from '@lotse/task/server';
import { Inject, Injectable } from '@nestjs/common';
import * as statements from './question-statements';

/** What acts need to know of a thread. */
export interface ThreadRecord {
  id: string;
  referralId: string;
  kind: 'question' | 'information';
  askerOrganisationId: string;
  answererOrganisationId: string;
  movesReferral: boolean;
  isOpen: boolean;
  version: number;
}

/** What an act on a thread answers. */
export interface MovedThread {
  id: string;
  messageId: string;
  isOpen: boolean;
  version: number;
}

export interface OpenPoint {
  id: string;
  piece: QuestionPiece;
}

/** Who is told of a message, and by which event; nobody when the referral's own step tells it. */
export interface Telling {
  event?: string;
  to: string;
}

/** The key of the task that reminds of a thread; another due date makes another one. */
export const reminderOf = (threadId: string, dueOn: string): string => `question:${threadId}:${dueOn}`;

/** The one place where threads are changed. */
@Injectable()
export class QuestionThreads {
  constructor(
    private readonly tasks: Tasks,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get holdSeconds(): number {
    return this.settings.NOTICE_HOLD_SECONDS;
  }

  /** Loads a thread and locks it; refuses when somebody changed it since the caller looked. */
  async load(transaction: Transaction, id: string, version: number): Promise<ThreadRecord> {
    const found = await transaction.row<ThreadRecord>('question.load', statements.load, [id]);
    if (!found) throw new Refusal(notFound());
    if (found.version !== version) throw new Refusal(versionStale({ context: { version: found.version } }));
    return found;
  }

  begin(transaction: Transaction, thread: Omit<ThreadRecord, 'id' | 'version' | 'isOpen'> & { dueOn?: string }): ThreadRecord {
    const id = newId();
    const { referralId, kind, answererOrganisationId, movesReferral, dueOn } = thread;
    transaction.send('question.begin', statements.begin, [id, referralId, kind, answererOrganisationId, movesReferral, dueOn ?? null]);
    return { ...thread, id, isOpen: kind === 'question', version: 0 };
  }

  /** Writes what one side sends. With a step, that step of the referral is the message's. */
  write(transaction: Transaction, { id, referralId }: ThreadRecord, kind: string, text: string | null, withStep = false): string {
    const messageId = newId();
    transaction.send('question.message', statements.message, [messageId, referralId, id, kind, text, withStep]);
    return messageId;
  }

  ask(transaction: Transaction, { id, referralId }: ThreadRecord, messageId: string, points: readonly AskedPoint[]): void {
    for (const { piece, text } of points) {
      transaction.send('question.point', statements.point, [newId(), referralId, id, piece, text, messageId]);
    }
  }

  openPoints(transaction: Transaction, threadId: string): Promise<OpenPoint[]> {
    return transaction.rows<OpenPoint>('question.open-points', statements.openPoints, [threadId]);
  }

  /** Settles points: with an answer, or without one when it is no longer needed or stands in the message. */
  settle(transaction: Transaction, messageId: string, points: readonly { id: string; answer: string | null }[]): void {
    for (const { id, answer } of points) transaction.send('question.settle', statements.settle, [id, messageId, answer]);
  }

  /** Sends files along; answers whether all of them were there. */
  async sendFiles(transaction: Transaction, { id }: ThreadRecord, messageId: string, fileIds: readonly string[]): Promise<boolean> {
    if (fileIds.length === 0) return true;
    const sent = await transaction.rows<{ id: string }>('question.send-files', statements.sendFiles, [id, messageId, fileIds]);
    return sent.length === new Set(fileIds).size;
  }

  /** Ends an act on a thread: version, whether it is open, chronicle, and whom it tells. */
  async changed(
    transaction: Transaction,
    thread: ThreadRecord,
    done: { messageId: string; verb: string; personId: string; telling: Telling; dueOn?: string; moves?: boolean },
  ): Promise<MovedThread> {
    const { messageId, verb, personId, telling, dueOn, moves } = done;
    const now = (await transaction.row<{ isOpen: boolean; version: number; dueOn: string | null }>('question.touch', statements.touch, [
      thread.id,
      dueOn ?? null,
      moves ?? null,
    ]))!;
    if (!now.isOpen && now.dueOn) this.tasks.finish(transaction, reminderOf(thread.id, now.dueOn));
    transaction.record({ kind: 'act', verb: `question.${verb}`, subject: 'referral', subjectId: thread.referralId, personId });
    this.tell(transaction, thread, messageId, telling);
    return { id: thread.id, messageId, isOpen: now.isOpen, version: now.version };
  }

  private tell(transaction: Transaction, thread: ThreadRecord, messageId: string, { event, to }: Telling): void {
    const common = { subject: 'question', subjectId: thread.referralId, version: thread.version + 1 };
    const audience = [transaction.actor.organisationId, to];
    if (!event) return transaction.announce({ ...common, name: questionChanged, audience });
    const payload: QuestionEvent = { threadId: thread.id, referralId: thread.referralId, messageId, organisationId: to };
    transaction.tell({ ...common, name: event, audience, payload, heldSeconds: this.holdSeconds });
  }
}
