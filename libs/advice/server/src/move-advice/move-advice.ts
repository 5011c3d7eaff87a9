import { refusedAnswer, refusedTexts, type AdviceAct, type answerAdvice } from '@lotse/advice/model';
import { refuse, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { answer } from '../advice-statements';
import { AdviceThreads, type AdviceRecord, type MovedAdvice } from '../advice-threads';

interface Words {
  text: string;
  isChecked: boolean;
}

/** Acts on an enquiry at one service that leave at most words: answer, ask back, add, ask again, close, cancel. */
@Injectable()
export class MoveAdvice {
  constructor(private readonly threads: AdviceThreads) {}

  async run(transaction: Transaction, id: string, version: number, act: AdviceAct, words?: Words): Promise<MovedAdvice> {
    const record = await this.threads.load(transaction, id, version);
    this.threads.refuse(transaction, record, act);
    if (words) refuse(refusedWords(record, words.text, words.isChecked));
    return this.threads.move(transaction, record, act, words?.text ?? null);
  }

  async answer(transaction: Transaction, id: string, version: number, body: BodyOf<typeof answerAdvice>): Promise<MovedAdvice> {
    const record = await this.threads.load(transaction, id, version);
    this.threads.refuse(transaction, record, 'answer');
    refuse(refusedAnswer(record.kind, body) ?? refusedWords(record, body.text, body.isChecked));
    const { verdict, fromDay, weeks, recommendation, text } = body;
    const values = [verdict, verdict === 'yes' ? fromDay : null, verdict === 'waiting_list' ? weeks : null, recommendation, text];
    transaction.send('advice.answer', answer, [record.id, ...values]);
    return this.threads.move(transaction, record, 'answer', text);
  }
}

/** What was asked without a person stays without one. */
const refusedWords = ({ personId }: AdviceRecord, text: string | null, isChecked: boolean) =>
  personId === null ? refusedTexts({ text }, isChecked) : undefined;
