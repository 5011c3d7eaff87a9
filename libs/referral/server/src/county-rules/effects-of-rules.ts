import type { AnswerOf, BodyOf } from '@lotse/kernel';
import { shiftOf, type previewDeadlineRule, type readReasonUses } from '@lotse/referral/model';
import { reasonLists, reasonsOf, type ReasonList } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const running = 'select starts_on::text as "startsOn", due_on::text as "dueOn", count from deadlines_that_run($1)';
const used = 'select act, code, count from reasons_that_are_used()';

/** The lists that an act takes its reason from. */
const listsOf: Readonly<Record<string, readonly ReasonList[]>> = {
  decline: ['decline'],
  hand_back: ['decline'],
  redirect: ['redirect'],
  cancel_appointment: ['cancel_by_provider', 'cancel_by_person', 'cancel_by_other'],
  no_show: ['no_show'],
  withdraw: ['withdraw'],
  request_cancel: ['withdraw'],
  suspend: ['suspend'],
  send_outcome: ['outcome'],
  no_report: ['no_report'],
};

/** What the rules of a county do to referrals, in numbers. Whoever administers a county sees none of them. */
@Injectable()
export class EffectsOfRules {
  constructor(private readonly regions: Regions) {}

  async preview(transaction: Transaction, { rule }: BodyOf<typeof previewDeadlineRule>): Promise<AnswerOf<typeof previewDeadlineRule>> {
    const found = await transaction.rows<{ startsOn: string; dueOn: string; count: number }>('county-rules.running', running, [rule.code]);
    return shiftOf(found, rule, await this.regions.settings(transaction));
  }

  async uses(transaction: Transaction): Promise<AnswerOf<typeof readReasonUses>> {
    const found = await transaction.rows<{ act: string; code: string; count: number }>('county-rules.uses', used);
    const known = new Set(reasonsOf(await this.regions.settings(transaction)).map(({ list, code }) => `${list} ${code}`));
    const uses = new Map<string, number>();
    for (const { act, code, count } of found) {
      for (const list of listsOf[act] ?? []) {
        const key = `${list} ${code}`;
        if (known.has(key)) uses.set(key, (uses.get(key) ?? 0) + count);
      }
    }
    const items = reasonLists.flatMap((list) =>
      [...uses]
        .filter(([key]) => key.startsWith(`${list} `))
        .map(([key, count]) => ({ list, code: key.slice(list.length + 1), uses: count })),
    );
    return { items };
  }
}
