import { Component, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectText, Toasts } from '@lotse/client-kit/ui';
import {
  type AdministeredOrganisation,
  changeOrganisation,
  foundOrganisation,
  legalRegimeSchema,
  type OrganisationKind,
  organisationKindSchema,
} from '@lotse/identity/model';

type Regime = AdministeredOrganisation['legalRegime'];

/** Adds an organisation, or changes one: its name, its law, its phone. */
@Component({
  selector: 'lotse-organisation-dialog',
  imports: [Control, Field, FormDialog],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t(organisation() ? 'organisations.act.change' : 'organisations.found.heading')"
      [act]="t('organisations.save')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="save()"
    >
      <lotse-field [label]="t('organisations.name')" name="name" [problem]="problem()" [error]="missing(name())">
        <input lotseControl type="text" maxlength="160" autocomplete="off" [value]="name()" (input)="name.set(valueOf($event))" />
      </lotse-field>
      @if (!organisation()) {
        <lotse-field [label]="t('organisations.kindLabel')" name="kind" [problem]="problem()" [error]="missing(kind())">
          <select lotseControl (change)="kind.set($any(valueOf($event)))">
            <option value="">{{ t('organisations.choose') }}</option>
            @for (one of kinds; track one) {
              <option [value]="one" [selected]="one === kind()">{{ t('organisations.kind.' + one) }}</option>
            }
          </select>
        </lotse-field>
      }
      <lotse-field
        [label]="t('organisations.regimeLabel')"
        [hint]="t('organisations.regimeHint')"
        name="legalRegime"
        [problem]="problem()"
        [error]="missing(regime())"
      >
        <select lotseControl (change)="regime.set($any(valueOf($event)))">
          <option value="">{{ t('organisations.choose') }}</option>
          @for (one of regimes; track one) {
            <option [value]="one" [selected]="one === regime()">{{ t('organisations.regime.' + one) }}</option>
          }
        </select>
      </lotse-field>
      <lotse-field [label]="t('organisations.phone')" name="phone" [problem]="problem()" [optional]="true">
        <input lotseControl type="tel" maxlength="40" autocomplete="off" [value]="phone()" (input)="phone.set(valueOf($event))" />
      </lotse-field>
    </lotse-form-dialog>
  `,
})
export class OrganisationDialog {
  protected readonly t = injectText();
  protected readonly kinds = organisationKindSchema.options;
  protected readonly regimes = legalRegimeSchema.options;
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  /** Which to change; a new one without. */
  readonly organisation = input<AdministeredOrganisation>();
  readonly done = output();

  protected readonly name = linkedSignal<boolean, string>({ source: this.open, computation: () => this.organisation()?.name ?? '' });
  protected readonly kind = linkedSignal<boolean, OrganisationKind | ''>({
    source: this.open,
    computation: () => this.organisation()?.kind ?? '',
  });
  protected readonly regime = linkedSignal<boolean, Regime | ''>({
    source: this.open,
    computation: () => this.organisation()?.legalRegime ?? '',
  });
  protected readonly phone = linkedSignal<boolean, string>({ source: this.open, computation: () => this.organisation()?.phone ?? '' });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  private readonly tried = linkedSignal<boolean, boolean>({ source: this.open, computation: () => false });
  protected readonly busy = signal(false);

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected missing(value: string): string | undefined {
    return this.tried() && value.trim() === '' ? this.t('organisations.missing') : undefined;
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const [name, kind, legalRegime] = [this.name().trim(), this.kind(), this.regime()];
    if (this.busy() || name === '' || kind === '' || legalRegime === '') return;
    this.busy.set(true);
    try {
      await this.send(name, kind, legalRegime);
      this.toasts.show(this.t('organisations.saved', { name }));
      this.open.set(false);
      this.done.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private async send(name: string, kind: OrganisationKind, legalRegime: Regime): Promise<void> {
    const [phone, known] = [this.phone().trim() || null, this.organisation()];
    if (known) {
      const params = { id: known.id };
      await this.api.send(changeOrganisation, { params, version: known.version, body: { name, legalRegime, phone } });
    } else await this.api.send(foundOrganisation, { body: { name, kind, legalRegime, phone } });
  }
}
