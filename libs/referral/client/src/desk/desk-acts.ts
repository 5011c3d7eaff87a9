import { inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import type { AnswerOf } from '@lotse/kernel';
import { assignReferrals, snoozeReferrals, type ReferralRow } from '@lotse/referral/model';
import { ReferralLooks } from '../looks/referral-looks';

type NotDone = AnswerOf<typeof assignReferrals>['notDone'];

/** What is done with the work itself, not with the referral: the other side sees nothing of it. */
export type DeskAct =
  | { readonly kind: 'assign'; readonly to: { readonly id: string; readonly displayName: string } | null }
  | { readonly kind: 'snooze'; readonly until: string | null };

/** What came of an act for several rows. */
export interface DeskOutcome {
  readonly act: DeskAct;
  readonly done: readonly { readonly id: string; readonly change: Partial<ReferralRow> }[];
  readonly notDone: NotDone;
}

/** Assigns and puts aside, one or many. Rejects with an ApiProblem when nothing was done at all. */
@Service()
export class DeskActs {
  private readonly api = inject(Api);
  private readonly looks = inject(ReferralLooks);

  async run(act: DeskAct, ids: readonly string[]): Promise<DeskOutcome> {
    const { done, notDone } = act.kind === 'assign' ? await this.assign(ids, act.to?.id ?? null) : await this.snooze(ids, act.until);
    for (const { id } of done) this.looks.forget(id);
    return { act, done, notDone };
  }

  /** Gives every row back what it had before: once for each colleague or day. */
  async restore(act: DeskAct, rows: readonly ReferralRow[]): Promise<void> {
    const before = new Map<string | null, string[]>();
    for (const row of rows) {
      const had = act.kind === 'assign' ? (row.assignee?.id ?? null) : (row.snoozedUntil?.slice(0, 10) ?? null);
      before.set(had, [...(before.get(had) ?? []), row.id]);
    }
    for (const [had, ids] of before) await (act.kind === 'assign' ? this.assign(ids, had) : this.snooze(ids, had));
  }

  private async assign(ids: readonly string[], staffId: string | null): Promise<Pick<DeskOutcome, 'done' | 'notDone'>> {
    const { done, notDone } = await this.api.send(assignReferrals, { body: { ids: [...ids], staffId } });
    return { done: done.map(({ id, assignee }) => ({ id, change: { assignee } })), notDone };
  }

  private async snooze(ids: readonly string[], until: string | null): Promise<Pick<DeskOutcome, 'done' | 'notDone'>> {
    const { done, notDone } = await this.api.send(snoozeReferrals, { body: { ids: [...ids], until } });
    return { done: done.map(({ id, snoozedUntil }) => ({ id, change: { snoozedUntil } })), notDone };
  }
}
