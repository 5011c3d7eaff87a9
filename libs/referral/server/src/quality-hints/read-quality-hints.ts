import type { QualityHint } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = 'select piece, amount, share, texts from asked_back_by_service($1)';

/** What a service has asked back for, by what was missing. */
@Injectable()
export class ReadQualityHints {
  async run(transaction: Transaction, serviceId: string): Promise<{ items: QualityHint[] }> {
    return { items: await transaction.rows<QualityHint>('quality-hints.read', text, [serviceId]) };
  }
}
