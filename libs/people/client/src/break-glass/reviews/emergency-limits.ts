import { Component, inject, linkedSignal, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectText, MomentTextPipe, Toasts } from '@lotse/client-kit/ui';
import { liftEmergencyLimit, readUsedUpEmergencies, type UsedUpEmergency } from '@lotse/people/model';

/** Who cannot open another record in an emergency today, and letting them again, for a reason. Nothing is shown while nobody is held up. */
@Component({
  selector: 'lotse-emergency-limits',
  imports: [Control, Field, FormDialog, MomentTextPipe],
  template: `
    @if (list.hasValue() && list.value().items.length > 0) {
      <section class="panel stack" aria-labelledby="emergency-limits">
        <h2 class="section-title" id="emergency-limits">{{ t('breakGlass.limit.title') }}</h2>
        <p class="muted">{{ t('breakGlass.limit.lead') }}</p>
        <ul class="rows">
          @for (item of list.value().items; track item.staffId) {
            <li class="row">
              <span>
                {{ item.staffName }}, {{ item.organisationName }}
                <span class="cell-sub">{{ t('breakGlass.limit.attempts', { count: item.attempts }) }}, {{ item.lastAt | moment }}</span>
              </span>
              <button
                type="button"
                class="button is-small"
                [attr.aria-label]="t('breakGlass.limit.liftOf', { name: item.staffName })"
                (click)="ask(item)"
              >
                {{ t('breakGlass.limit.lift') }}
              </button>
            </li>
          }
        </ul>
      </section>
    }
    <lotse-form-dialog
      [(open)]="asking"
      [heading]="t('breakGlass.limit.liftOf', { name: chosen()?.staffName ?? '' })"
      [act]="t('breakGlass.limit.lift')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="lift()"
    >
      <p>{{ t('breakGlass.limit.effect') }}</p>
      <lotse-field
        name="reason"
        [label]="t('breakGlass.limit.reason')"
        [hint]="t('breakGlass.reviews.noteHint')"
        [problem]="problem()"
        [error]="tried() && !isComplete() ? t('breakGlass.limit.missing') : undefined"
      >
        <textarea lotseControl rows="3" maxlength="500" [value]="reason()" (input)="reason.set(valueOf($event))"></textarea>
      </lotse-field>
    </lotse-form-dialog>
  `,
  styles: `
    section {
      margin-block-end: var(--space-5);
    }
  `,
})
export class EmergencyLimits {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly list = this.api.read(readUsedUpEmergencies, () => ({}));
  protected readonly chosen = signal<UsedUpEmergency | undefined>(undefined);
  protected readonly asking = signal(false);
  protected readonly reason = linkedSignal<boolean, string>({ source: this.asking, computation: () => '' });
  protected readonly tried = linkedSignal<boolean, boolean>({ source: this.asking, computation: () => false });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.asking, computation: () => undefined });
  protected readonly busy = signal(false);

  protected ask(item: UsedUpEmergency): void {
    this.chosen.set(item);
    this.asking.set(true);
  }

  protected isComplete(): boolean {
    return this.reason().trim().length >= 10;
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected async lift(): Promise<void> {
    this.tried.set(true);
    const id = this.chosen()?.staffId;
    if (!id || !this.isComplete() || this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.send(liftEmergencyLimit, { params: { id }, body: { reason: this.reason().trim() } });
      this.toasts.show(this.t('breakGlass.limit.lifted'));
      this.asking.set(false);
      this.list.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
