import { Component, computed, inject, input, output, signal } from '@angular/core';
import { apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, Icon, injectProblemText, injectText, type Selection, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { ReferralRow } from '@lotse/referral/model';
import { DeskActs, type DeskAct, type DeskOutcome } from './desk-acts';
import { deedOf, reasonsOf, takenFrom } from './desk-rules';

/** Somebody has to say first whether work is taken over from others. */
interface Question {
  readonly act: DeskAct;
  readonly rows: readonly ReferralRow[];
  readonly names: string;
}

/** What came of an act for one or many rows, in one sentence below the bar; and the question before work is taken over. */
@Component({
  selector: 'lotse-desk-result',
  imports: [Failure, Icon],
  template: `
    @if (question(); as asked) {
      <p class="bar-note" data-tone="due" role="alert">
        <lotse-icon name="users" [size]="16" /><span>{{ t('referral.desk.takeOver', { name: asked.names }) }}</span>
        <button type="button" class="button is-small" (click)="run(asked.act, asked.rows)">{{ t('referral.desk.takeOverDo') }}</button>
        <button type="button" class="button is-text is-small" (click)="question.set(undefined)">{{ t('referral.act.cancel') }}</button>
      </p>
    }
    @if (problem(); as problem) {
      <lotse-failure [problem]="problem" />
    }
    <div role="status">
      @if (sentence(); as sentence) {
        <p class="bar-note" data-tone="info">
          <lotse-icon name="info" [size]="16" /><span>{{ sentence }}</span>
          <button type="button" class="button is-text is-small" (click)="showNotDone()">{{ t('referral.desk.show') }}</button>
          <button type="button" class="button is-text is-small" (click)="outcome.set(undefined)">
            {{ t('referral.refused.dismiss') }}
          </button>
        </p>
      }
    </div>
  `,
})
export class DeskResult {
  protected readonly t = injectText();
  private readonly problemText = injectProblemText();
  private readonly acts = inject(DeskActs);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);

  readonly selection = input<Selection>();
  /** Rows have changed; the list shows it at once. */
  readonly changed = output<DeskOutcome>();
  /** Something was taken back: the list is read again. */
  readonly restored = output();

  protected readonly question = signal<Question | undefined>(undefined);
  protected readonly outcome = signal<DeskOutcome | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly sentence = computed(() => {
    const outcome = this.outcome();
    if (!outcome || outcome.notDone.length === 0) return undefined;
    const reasons = reasonsOf(outcome.notDone).map(({ code }) => this.problemText({ code, title: code }));
    return this.t(outcome.done.length > 0 ? 'referral.desk.partly' : 'referral.desk.notAtAll', {
      done: this.doneText(outcome),
      count: outcome.notDone.length,
      reasons: reasons.join(' '),
    });
  });

  /** Does it, unless work would be taken over from somebody: that is asked once. */
  begin(act: DeskAct, rows: readonly ReferralRow[]): void {
    if (rows.length === 0) return;
    const names = act.kind === 'assign' ? takenFrom(rows, this.session.session()?.staff.id) : [];
    this.question.set(names.length > 0 ? { act, rows, names: names.join(', ') } : undefined);
    if (names.length === 0) void this.run(act, rows);
  }

  assignToMe(row: ReferralRow): void {
    const staff = this.session.session()?.staff;
    if (staff) this.begin({ kind: 'assign', to: { id: staff.id, displayName: staff.displayName } }, [row]);
  }

  protected async run(act: DeskAct, rows: readonly ReferralRow[]): Promise<void> {
    this.question.set(undefined);
    this.problem.set(undefined);
    try {
      const outcome = await this.acts.run(
        act,
        rows.map(({ id }) => id),
      );
      this.outcome.set(outcome);
      this.changed.emit(outcome);
      this.tell(outcome, rows);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }

  protected showNotDone(): void {
    this.selection()?.take(this.outcome()?.notDone.map(({ id }) => id) ?? []);
    this.outcome.set(undefined);
  }

  private doneText({ act, done }: Pick<DeskOutcome, 'act' | 'done'>): string {
    return this.t(`referral.desk.done.${deedOf(act, this.session.session()?.staff.id)}`, { count: done.length });
  }

  private tell({ act, done }: DeskOutcome, rows: readonly ReferralRow[]): void {
    if (done.length === 0) return;
    const doneIds = new Set(done.map(({ id }) => id));
    const before = rows.filter(({ id }) => doneIds.has(id));
    this.toasts.show(this.doneText({ act, done }), () => void this.restore(act, before));
  }

  private async restore(act: DeskAct, before: readonly ReferralRow[]): Promise<void> {
    await this.acts.restore(act, before).catch((thrown: unknown) => this.problem.set(apiProblemOf(thrown)));
    this.restored.emit();
  }
}
