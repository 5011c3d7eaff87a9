import { Component, computed, inject, model, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Dialog, Failure, Field, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { readAppointmentCandidates, recordWalkIn, type Appointment } from '@lotse/waiting-list/model';

/** Somebody is here without an appointment: found by name or reference, and written down with one touch. */
@Component({
  selector: 'lotse-walk-in-dialog',
  imports: [Control, Dialog, Failure, Field, PlainDayPipe],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('appointmentDay.walkIn.heading')" (closing)="problem.set(undefined)">
      @if (open()) {
        @if (problem(); as problem) {
          <lotse-failure [problem]="problem" />
        }
        <lotse-field [label]="t('appointmentDay.walkIn.search')" [hint]="t('appointmentDay.walkIn.searchHint')" name="text">
          <input lotseControl type="search" autocomplete="off" [value]="text()" (input)="text.set($any($event.target).value)" />
        </lotse-field>
        <div aria-live="polite">
          @if (found.hasValue() && asked()) {
            @if (found.value().items.length === 0) {
              <p class="muted">{{ t('appointmentDay.walkIn.none') }}</p>
            }
            <ul class="found">
              @for (one of found.value().items; track one.referralId) {
                <li>
                  <span>
                    <strong>{{ one.personName || one.reference }}</strong>
                    <span class="cell-sub">
                      @if (one.birthDate) {
                        {{ one.birthDate | plainDay }} ·
                      }
                      {{ one.reference }} · {{ one.serviceName }} · {{ t('appointmentDay.walkIn.state.' + one.referralState) }}
                    </span>
                  </span>
                  <button
                    type="button"
                    class="button is-small"
                    [attr.aria-label]="t('appointmentDay.walkIn.saveFor', { name: one.personName || one.reference })"
                    [attr.aria-disabled]="busy() || null"
                    (click)="save(one.referralId)"
                  >
                    {{ t('appointmentDay.walkIn.save') }}
                  </button>
                </li>
              }
            </ul>
          }
        </div>
      }
      <ng-container dialogActs>
        <button type="button" class="button" (click)="open.set(false)">{{ t('appointmentDay.back') }}</button>
      </ng-container>
    </lotse-dialog>
  `,
  styles: `
    .found {
      list-style: none;
      margin: var(--space-3) 0 0;
      padding: 0;
    }
    .found li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3);
      padding-block: var(--space-2);
      border-block-end: 1px solid var(--hairline);
    }
  `,
})
export class WalkInDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  readonly open = model(false);
  readonly done = output<Appointment>();

  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly asked = computed(() => this.text().trim().length >= 2);
  protected readonly found = this.api.read(readAppointmentCandidates, () =>
    this.open() && this.asked() ? { query: { text: this.text().trim() } } : undefined,
  );

  protected async save(referralId: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.done.emit(await this.api.send(recordWalkIn, { body: { referralId } }));
      this.text.set('');
      this.open.set(false);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
