import { Component, computed, inject, input, model } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { bornText, Combobox, injectText, Language } from '@lotse/client-kit/ui';
import { findPeople, listedName } from '@lotse/people/model';

/** Whom it is about: somebody of the own organisation, found by typing. */
@Component({
  selector: 'lotse-advice-person',
  imports: [Combobox],
  template: `
    <lotse-combobox
      [label]="label()"
      [hint]="t('advice.person.hint')"
      name="personId"
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
export class PersonField {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly label = input.required<string>();
  readonly problem = input<ApiProblem>();
  readonly error = input<string>();
  readonly value = model<string | null>(null);
  protected readonly text = model('');
  protected readonly found = inject(Api).read(findPeople, () =>
    !this.value() && this.text().trim().length >= 2 ? { query: { text: this.text().trim(), limit: 10 } } : undefined,
  );
  protected readonly choices = computed(() =>
    (this.found.hasValue() ? this.found.value().items : []).map(({ id, familyName, givenName, birthDate }) => ({
      value: id,
      label: listedName({ familyName, givenName }),
      hint: birthDate ? bornText(birthDate, this.language.current(), 'short') : '',
    })),
  );
}
