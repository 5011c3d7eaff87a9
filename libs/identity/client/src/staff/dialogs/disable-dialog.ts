import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { type Choice, FormDialog, injectText, Loaded, Notice, RadioGroup, State, Toasts } from '@lotse/client-kit/ui';
import { disableStaff, readOpenWork } from '@lotse/identity/model';
import type { StaffRow } from '../staff-page/staff-rows';

/** Closes an account; what is open is handed over first, and one sees what that is before one decides. */
@Component({
  selector: 'lotse-disable-dialog',
  imports: [FormDialog, Loaded, Notice, RadioGroup, State],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('staff.disable.heading', { name: row()?.displayName ?? '' })"
      [act]="t('staff.act.disable')"
      [isDanger]="true"
      [busy]="busy() || !work.hasValue()"
      [problem]="problem()"
      (send)="disable()"
    >
      <p>{{ t('staff.disable.lead') }}</p>
      <lotse-state [of]="work" [rows]="2">
        <ng-template [lotseLoaded]="work" let-found>
          @if (found.items.length > 0) {
            <lotse-notice tone="due" [heading]="t('staff.disable.open')">
              <ul>
                @for (item of found.items; track item.kind) {
                  <li>{{ t('staff.work.' + item.kind, { count: item.count }) }}</li>
                }
              </ul>
            </lotse-notice>
            <lotse-radio-group
              [label]="t('staff.disable.to')"
              name="workTo"
              [choices]="choices()"
              [(value)]="workTo"
              [error]="tried() && !workTo() ? t('staff.disable.toMissing') : undefined"
              [problem]="problem()"
            />
          } @else {
            <p class="muted">{{ t('staff.disable.nothing') }}</p>
          }
        </ng-template>
      </lotse-state>
    </lotse-form-dialog>
  `,
})
export class DisableDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  readonly row = input<StaffRow>();
  readonly done = output();

  protected readonly work = this.api.read(readOpenWork, () => {
    const row = this.row();
    return this.open() && row?.member ? { params: { id: row.id } } : undefined;
  });
  protected readonly workTo = linkedSignal<boolean, string | null>({ source: this.open, computation: () => null });
  protected readonly tried = linkedSignal<boolean, boolean>({ source: this.open, computation: () => false });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);
  protected readonly choices = computed<Choice[]>(() => [
    { value: 'team', label: this.t('staff.disable.team'), hint: this.t('staff.disable.teamHint') },
    ...(this.work.hasValue() ? this.work.value().receivers.map(({ id, displayName }) => ({ value: id, label: displayName })) : []),
  ]);

  protected async disable(): Promise<void> {
    const row = this.row();
    this.tried.set(true);
    if (!row?.member || this.busy() || !this.work.hasValue()) return;
    const workTo = this.workTo();
    if (this.work.value().items.length > 0 && !workTo) return;
    this.busy.set(true);
    try {
      const body = workTo ? { workTo } : {};
      await this.api.send(disableStaff, { params: { id: row.id }, version: row.member.version, body });
      this.toasts.show(this.t('staff.disable.done', { name: row.displayName }));
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      this.work.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
