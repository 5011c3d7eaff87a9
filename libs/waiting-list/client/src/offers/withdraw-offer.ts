import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Dialog, Failure, Field, injectText } from '@lotse/client-kit/ui';
import { withdrawOffer, type SlotOffer } from '@lotse/waiting-list/model';
import { injectSlotTime } from '../words/slot-words';
import { slotFollowUp } from '../words/slot-follow-up';
import { spokenName } from '../words/spoken-name';
import { datesOf } from '../words/taken-date';
import { whatRemains } from '../words/what-remains';
import type { OfferResult } from './offer-result';

const shortest = 3;

/** Takes an offer back, with the reason the other side reads. */
@Component({
  selector: 'lotse-withdraw-offer',
  imports: [Control, Dialog, Failure, Field],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('waitingList.withdraw.heading')" width="narrow" (closing)="closed()">
      @if (open()) {
        @if (problem(); as problem) {
          <lotse-failure [problem]="problem" (retry)="save()" />
        }
        <p>
          <strong>{{ spoken(offer().personName) }}</strong>
          @for (date of datesOf(offer()); track date.id) {
            <br />{{ time(date) }}
          }
        </p>
        <p class="muted">
          {{
            t('waitingList.withdraw.consequence', {
              name: spoken(offer().personName),
              referrer: offer().referrerName,
              remains: remains(),
              then: then(),
            })
          }}
        </p>
        <form class="form" novalidate [id]="'withdraw-' + offer().id" (submit)="save($event)">
          <lotse-field
            [label]="t('waitingList.withdraw.reason')"
            [hint]="t('waitingList.withdraw.reasonHint')"
            name="reason"
            [problem]="problem()"
            [error]="tooShort() ? t('waitingList.withdraw.reasonMissing') : null"
          >
            <textarea lotseControl rows="2" maxlength="300" [value]="reason()" (input)="reason.set($any($event.target).value)"></textarea>
          </lotse-field>
        </form>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="open.set(false)">{{ t('waitingList.withdraw.cancel') }}</button>
        <button type="submit" class="button is-danger" [attr.form]="'withdraw-' + offer().id" [attr.aria-disabled]="busy() || null">
          {{ t('waitingList.withdraw.save') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class WithdrawOffer {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  protected readonly time = injectSlotTime();
  protected readonly datesOf = datesOf;
  private readonly api = inject(Api);

  readonly offer = input.required<SlotOffer>();
  readonly open = model(false);
  readonly changed = output<OfferResult | undefined>();

  protected readonly remains = computed(() => whatRemains(this.t, this.offer()));
  protected readonly then = computed(() => slotFollowUp(this.t, this.offer(), 'withdrawn'));
  protected readonly reason = signal('');
  protected readonly tooShort = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const reason = this.reason().trim();
    this.tooShort.set(reason.length < shortest);
    if (this.tooShort() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const offer = await this.api.send(withdrawOffer, {
        params: { id: this.offer().id },
        body: { reason },
        version: this.offer().version,
      });
      this.open.set(false);
      this.changed.emit({ how: 'withdrawn', offer });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  /** What the server refused may be because the offer changed: what is shown is read again. */
  protected closed(): void {
    if (this.problem()) this.changed.emit(undefined);
    this.problem.set(undefined);
    this.tooShort.set(false);
  }
}
