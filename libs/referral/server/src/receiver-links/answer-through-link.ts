import { addWorkingDays, calendarDayOf, type BodyOf } from '@lotse/kernel';
import type { actThroughLink, MovedReferral } from '@lotse/referral/model';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { MoveReferral } from '../move-referral/move-referral';
import { RequestInfo } from '../request-info/request-info';
import { ReturnReferral } from '../return-referral/return-referral';
import { SendOutcome } from '../send-outcome/send-outcome';

type Answer = Pick<BodyOf<typeof actThroughLink>, 'act' | 'reason' | 'comment' | 'text'>;

/** Until when a question that came through a link is to be answered. */
const workingDaysToAnswer = 3;

/** The acts of the life that somebody without an account does through a link, from what the page asked them. */
@Injectable()
export class AnswerThroughLink {
  constructor(
    private readonly moveReferral: MoveReferral,
    private readonly returnReferral: ReturnReferral,
    private readonly requestInfo: RequestInfo,
    private readonly sendOutcome: SendOutcome,
    private readonly regions: Regions,
  ) {}

  async run(
    transaction: Transaction,
    id: string,
    version: number,
    { act, reason = '', comment, text = '' }: Answer,
  ): Promise<MovedReferral> {
    switch (act) {
      case 'request_info':
        return this.requestInfo.run(transaction, id, version, { question: text, dueOn: await this.answerBy(transaction) });
      case 'decline':
      case 'hand_back':
        return this.returnReferral.run(transaction, id, version, act, { reason, comment, wayForward: text, way: 'advice' });
      case 'send_outcome':
        return this.sendOutcome.run(transaction, id, version, { outcome: reason, report: text });
      default:
        return this.moveReferral.run(transaction, id, version, act, text || undefined);
    }
  }

  private async answerBy(transaction: Transaction): Promise<string> {
    const settings = await this.regions.settings(transaction);
    return addWorkingDays(calendarDayOf(new Date()), workingDaysToAnswer, workingDaysOf(settings));
  }
}
