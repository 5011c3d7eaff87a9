import { Component, computed, inject, input, model } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Combobox, injectText } from '@lotse/client-kit/ui';
import { findServices } from '@lotse/directory/model';

/** To which help offer a referral is handed on: found by typing. */
@Component({
  selector: 'lotse-service-field',
  imports: [Combobox],
  template: `
    <lotse-combobox
      [label]="label()"
      [hint]="t('referral.act.redirect.serviceHint')"
      name="serviceId"
      [problem]="problem()"
      [error]="error()"
      [(text)]="text"
      [value]="value()"
      (valueChange)="value.set($event)"
      [choices]="choices()"
      [busy]="found.isLoading()"
    />
  `,
})
export class ServiceField {
  protected readonly t = injectText();
  readonly label = input.required<string>();
  readonly problem = input<ApiProblem>();
  readonly error = input<string>();
  /** The one that has it already. */
  readonly except = input<string | null>();
  readonly value = model<string | null>(null);
  readonly text = model('');

  protected readonly found = inject(Api).read(findServices, () => ({ query: { text: this.value() ? '' : this.text(), limit: 20 } }));
  protected readonly choices = computed(() =>
    (this.found.hasValue() ? this.found.value().items : [])
      .filter(({ id }) => id !== this.except())
      .map(({ id, name, organisationName }) => ({ value: id, label: name, hint: organisationName })),
  );
}
