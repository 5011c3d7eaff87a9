import type { AnswerOf } from '@lotse/kernel';
import type { readLetters } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { kindsOf, LetterContents } from './letter-facts';

type Answer = AnswerOf<typeof readLetters>;
type Row = Omit<Answer['prints'][number], 'at'> & { at: Date };

const prints = `
  select l.id, l.kind, l.language, l.at, s.display_name as "staffName", l.fingerprint
  from referral_letter l join staff s on s.id = l.staff_id where l.referral_id = $1 order by l.at desc, l.id desc limit 50`;

/** Which letters fit, and which the own organisation has printed. */
@Injectable()
export class ReadLetters {
  constructor(private readonly contents: LetterContents) {}

  async run(transaction: Transaction, id: string): Promise<Answer> {
    const written = await this.contents.written(transaction, id);
    const rows = await transaction.rows<Row>('letters.read', prints, [id]);
    return {
      personId: written.referral.personId,
      kinds: kindsOf(written),
      otherSideOnPaper: written.otherSideOnPaper,
      prints: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    };
  }
}
