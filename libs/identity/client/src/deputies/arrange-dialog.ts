import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, DayField, Field, FormDialog, injectText } from '@lotse/client-kit/ui';
import { arrangeDeputyship, readPossibleDeputies } from '@lotse/identity/model';
import { Colleagues } from '../colleagues';
import { CurrentSession } from '../current-session';

/** Today in Germany, as the server counts days. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());

/** Says who stands in, from when until when. */
@Component({
  selector: 'lotse-arrange-dialog',
  imports: [Control, DayField, Field, FormDialog],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('deputies.arrange.heading')"
      [act]="t('deputies.arrange.save')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="save()"
    >
      <p class="muted">{{ t('deputies.arrange.lead') }}</p>
      @if (forOthers()) {
        <lotse-field [label]="t('deputies.column.absent')" name="absentId" [problem]="problem()" [error]="missing(absent())">
          <select lotseControl (change)="absent.set(valueOf($event))">
            <option value="">{{ t('deputies.arrange.choose') }}</option>
            @for (one of colleagues.items(); track one.id) {
              <option [value]="one.id" [selected]="one.id === absent()">{{ one.displayName }}</option>
            }
          </select>
        </lotse-field>
      }
      <lotse-field [label]="t('deputies.arrange.organisation')">
        <select lotseControl (change)="chooseOrganisation($event)">
          @for (one of organisations(); track one.id) {
            <option [value]="one.id" [selected]="one.id === organisation()">{{ one.name }}</option>
          }
        </select>
      </lotse-field>
      <lotse-field [label]="t('deputies.column.deputy')" name="deputyId" [problem]="problem()" [error]="missing(deputy())">
        <select lotseControl (change)="deputy.set(valueOf($event))">
          <option value="">{{ t(people().length > 0 ? 'deputies.arrange.choose' : 'deputies.arrange.nobody') }}</option>
          @for (one of people(); track one.id) {
            <option [value]="one.id" [selected]="one.id === deputy()">{{ one.displayName }}</option>
          }
        </select>
      </lotse-field>
      <div class="form-row">
        <lotse-day-field [label]="t('deputies.arrange.from')" name="fromDay" [problem]="problem()" [(value)]="from" />
        <lotse-day-field
          [label]="t('deputies.arrange.until')"
          name="untilDay"
          [problem]="problem()"
          [error]="missing(until())"
          [(value)]="until"
        />
      </div>
      <lotse-field [label]="t('deputies.arrange.reason')" [hint]="t('deputies.arrange.reasonHint')" name="reason" [optional]="true">
        <input lotseControl type="text" maxlength="200" autocomplete="off" [value]="reason()" (input)="reason.set(valueOf($event))" />
      </lotse-field>
    </lotse-form-dialog>
  `,
})
export class ArrangeDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  protected readonly colleagues = inject(Colleagues);

  readonly open = model(false);
  /** Whether it can be said for others than oneself. */
  readonly forOthers = input(false);
  readonly done = output();

  protected readonly absent = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly organisation = linkedSignal<boolean, string>({
    source: this.open,
    computation: () => this.session.session()?.organisation.id ?? '',
  });
  protected readonly deputy = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly from = linkedSignal<boolean, string>({ source: this.open, computation: () => today() });
  protected readonly until = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly reason = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  private readonly tried = linkedSignal<boolean, boolean>({ source: this.open, computation: () => false });
  protected readonly busy = signal(false);

  private readonly possible = this.api.read(readPossibleDeputies, () =>
    this.open() ? { query: { organisation: this.organisation() || undefined } } : undefined,
  );
  /** Stays while the people of another one are read. */
  protected readonly organisations = linkedSignal<
    readonly { id: string; name: string }[] | undefined,
    readonly { id: string; name: string }[]
  >({
    source: () => (this.possible.hasValue() ? this.possible.value().organisations : undefined),
    computation: (found, before) => found ?? before?.value ?? [],
  });
  protected readonly people = computed(() =>
    this.possible.hasValue() ? this.possible.value().people.filter(({ id }) => id !== this.absent()) : [],
  );

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected chooseOrganisation(event: Event): void {
    this.organisation.set(this.valueOf(event));
    this.deputy.set('');
  }

  protected missing(value: string): string | undefined {
    return this.tried() && value === '' ? this.t('deputies.arrange.missing') : undefined;
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const [deputyId, fromDay, untilDay, reason] = [this.deputy(), this.from(), this.until(), this.reason().trim()];
    if (this.busy() || [deputyId, fromDay, untilDay, this.forOthers() ? this.absent() : 'oneself'].includes('')) return;
    this.busy.set(true);
    try {
      const body = { deputyId, fromDay, untilDay, ...(this.forOthers() ? { absentId: this.absent() } : {}), ...(reason ? { reason } : {}) };
      await this.api.send(arrangeDeputyship, { body });
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
