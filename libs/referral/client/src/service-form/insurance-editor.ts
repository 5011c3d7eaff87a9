import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Failure, Icon, injectText, Loaded, State, Toasts } from '@lotse/client-kit/ui';
import { changeServiceInsurances, insuranceKindSchema, readServiceInsurances, type InsuranceKind } from '@lotse/directory/model';

/** Which insurances a service takes: nobody with another one is offered its slots. All are ticked where it takes every one. */
@Component({
  selector: 'lotse-insurance-editor',
  imports: [Checkbox, Failure, Icon, Loaded, State],
  template: `
    <section aria-labelledby="service-insurances">
      <h2 id="service-insurances" class="section-title">{{ t('serviceForm.insurances.title') }}</h2>
      <p class="muted lead">{{ t('serviceForm.insurances.lead') }}</p>
      <lotse-state [of]="kept" [rows]="2">
        <ng-template [lotseLoaded]="kept">
          <form class="form" novalidate (submit)="$event.preventDefault(); save()">
            <div class="kinds" role="group" [attr.aria-label]="t('serviceForm.insurances.title')">
              @for (kind of kinds; track kind) {
                <lotse-checkbox
                  [label]="t('referral.insurance.' + kind)"
                  [name]="'insurance-' + kind"
                  [checked]="taken().has(kind)"
                  (checkedChange)="turn(kind, $event)"
                />
              }
            </div>
            @if (isNothing()) {
              <p class="field-error">
                <lotse-icon name="circle-alert" [size]="15" /><span>{{ t('serviceForm.insurances.none') }}</span>
              </p>
            }
            @if (problem(); as found) {
              <lotse-failure [problem]="found" (retry)="save()" />
            }
            <div class="form-acts">
              <button type="submit" class="button" [attr.aria-disabled]="busy() || null">
                <lotse-icon name="check" [size]="16" />{{ t('serviceForm.insurances.save') }}
              </button>
            </div>
          </form>
        </ng-template>
      </lotse-state>
    </section>
  `,
  styles: `
    .lead {
      margin-block: 0 var(--space-4);
    }
    .kinds {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-5);
    }
  `,
})
export class InsuranceEditor {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly serviceId = input.required<string>();

  protected readonly kinds = insuranceKindSchema.options;
  protected readonly kept = this.api.read(readServiceInsurances, () => ({ params: { id: this.serviceId() } }));
  protected readonly taken = linkedSignal<ReadonlySet<InsuranceKind>>(
    () => new Set((this.kept.hasValue() && this.kept.value().insurances) || this.kinds),
  );
  protected readonly isNothing = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);

  protected turn(kind: InsuranceKind, on: boolean): void {
    this.isNothing.set(false);
    this.taken.update((taken) => new Set(this.kinds.filter((one) => (one === kind ? on : taken.has(one)))));
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    const chosen = [...this.taken()];
    this.isNothing.set(chosen.length === 0);
    if (chosen.length === 0) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const insurances = chosen.length === this.kinds.length ? null : chosen;
      await this.api.send(changeServiceInsurances, { params: { id: this.serviceId() }, body: { insurances } });
      this.toasts.show(this.t('serviceForm.insurances.saved'));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
