import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { decisionOf, type RankEvidence, type readOfferDecision } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

interface Row {
  personId: string;
  rank: number;
  evidence: RankEvidence;
  outOfTurnReason: string | null;
}

const text = `
  select person_id as "personId", rank, rank_inputs as evidence, out_of_turn_reason as "outOfTurnReason" from slot_offer
  where id = $1 and organisation_id = current_organisation() and rank is not null`;

/** Why somebody was offered a slot: what was looked at then. Of an offer of another date nobody was compared, so there is nothing to read. */
@Injectable()
export class ReadOfferDecision {
  async run(transaction: Transaction, id: string): Promise<AnswerOf<typeof readOfferDecision>> {
    const row = await transaction.row<Row>('offer.decision', text, [id]);
    if (!row) throw new Refusal(notFound());
    transaction.shows({ people: [row.personId], basis: 'leg' });
    return { ...decisionOf(row.evidence, row.rank), outOfTurnReason: row.outOfTurnReason };
  }
}
