import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, Icon, injectText, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { actsOfSenderOnPaper, cameBySchema, recordForSender, referralLifecycle, type Referral } from '@lotse/referral/model';
import { paperTexts } from './paper-texts';

/** Of a referral that came on paper: what its sender says is written down here, with who said it and how. */
@Component({
  selector: 'lotse-record-for-sender',
  imports: [Control, Failure, Field, Icon],
  template: `
    @if (acts().length > 0) {
      <section class="panel padded no-print">
        <h2 class="section-title">{{ t('paper.record.title') }}</h2>
        <p class="muted small">{{ t('paper.record.lead', { name: referral().referrer.organisationName }) }}</p>
        @if (!isOpen()) {
          <button type="button" class="button" (click)="isOpen.set(true)">
            <lotse-icon name="pencil" [size]="16" />{{ t('paper.record.begin') }}
          </button>
        } @else {
          <form class="form" (submit)="save($event, act.value, through.value)" novalidate>
            <div class="form-row">
              <lotse-field [label]="t('paper.record.act')" name="act">
                <select lotseControl #act>
                  @for (one of acts(); track one) {
                    <option [value]="one">{{ t('paper.record.acts.' + one) }}</option>
                  }
                </select>
              </lotse-field>
              <lotse-field [label]="t('paper.record.through')" name="through">
                <select lotseControl #through>
                  @for (way of ways; track way) {
                    <option [value]="way" [selected]="way === 'phone'">{{ t('paper.way.' + way) }}</option>
                  }
                </select>
              </lotse-field>
            </div>
            <lotse-field
              [label]="t('paper.record.saidBy')"
              name="saidBy"
              [error]="tried() && !saidBy().trim() ? t('paper.required') : undefined"
              [problem]="problem()"
            >
              <input lotseControl autocomplete="off" maxlength="120" [value]="saidBy()" (input)="saidBy.set($any($event.target).value)" />
            </lotse-field>
            <lotse-field
              [label]="t('paper.record.text')"
              name="text"
              [error]="tried() && !text().trim() ? t('paper.required') : undefined"
              [problem]="problem()"
            >
              <textarea lotseControl rows="3" maxlength="2000" [value]="text()" (input)="text.set($any($event.target).value)"></textarea>
            </lotse-field>
            @if (problem(); as refused) {
              @if (refused.fields.length === 0) {
                <lotse-failure [problem]="refused" />
              }
            }
            <div class="form-acts">
              <button type="submit" class="button" [attr.aria-disabled]="busy() || null">
                <lotse-icon name="check" [size]="16" />{{ t('paper.record.save') }}
              </button>
            </div>
          </form>
        }
      </section>
    }
  `,
})
export class RecordForSender {
  protected readonly t = injectText('paper', paperTexts);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();
  readonly recorded = output();

  protected readonly ways = cameBySchema.options;
  protected readonly acts = computed(() => {
    const { cameBy, referrer, state } = this.referral();
    const isOurs = cameBy && referrer.organisationId === this.session.session()?.organisation.id;
    if (!isOurs || !this.session.may('referral.recordForSender')) return [];
    return actsOfSenderOnPaper.filter((act) => referralLifecycle.allows(state, act));
  });
  protected readonly isOpen = signal(false);
  protected readonly saidBy = signal('');
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async save(event: Event, act: string, through: string): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [saidBy, text] = [this.saidBy().trim(), this.text().trim()];
    if (this.busy() || !saidBy || !text) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { id, version } = this.referral();
    const body = { act: act as 'withdraw', through: through as 'phone', saidBy, text };
    try {
      await this.api.send(recordForSender, { params: { id }, version, body });
      this.isOpen.set(false);
      this.text.set('');
      this.tried.set(false);
      this.toasts.show(this.t('paper.record.done'));
      this.recorded.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
