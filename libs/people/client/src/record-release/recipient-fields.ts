import { Component, computed, inject, input, model, signal } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Combobox, Control, Field, Icon, injectText, type Choice } from '@lotse/client-kit/ui';
import { findRecipients } from '@lotse/people/model';
import type { NamedRecipient } from './release-draft';

/** Whom the person named: each organisation on its own, and where they wanted it a person or team inside. There is no "everybody". */
@Component({
  selector: 'lotse-recipient-fields',
  imports: [Combobox, Control, Field, Icon],
  template: `
    @for (recipient of recipients(); track recipient.id) {
      <div class="recipient">
        <p>
          <strong>{{ recipient.name }}</strong>
        </p>
        <button
          type="button"
          class="button is-text is-small"
          [attr.aria-label]="t('people.record.removeFor', { name: recipient.name })"
          (click)="remove(recipient.id)"
        >
          <lotse-icon name="x" [size]="15" />{{ t('people.record.remove') }}
        </button>
        <lotse-field [label]="t('people.record.within')" [hint]="t('people.record.withinHint')" [optional]="true">
          <input lotseControl autocomplete="off" maxlength="120" [value]="recipient.within" (input)="name(recipient.id, $event)" />
        </lotse-field>
      </div>
    }
    <lotse-combobox
      [label]="t(recipients().length === 0 ? 'people.release.recipient' : 'people.record.another')"
      [hint]="recipients().length === 0 ? t('people.record.recipientHint') : undefined"
      name="recipients"
      [optional]="recipients().length > 0"
      [error]="error()"
      [problem]="problem()"
      [(text)]="text"
      [choices]="choices()"
      [busy]="found.isLoading()"
      (choose)="add($event)"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .recipient {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      padding: var(--space-3) var(--space-4);
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
    }
    lotse-field {
      grid-column: 1 / -1;
    }
  `,
})
export class RecipientFields {
  protected readonly t = injectText();
  readonly recipients = model.required<readonly NamedRecipient[]>();
  readonly error = input<string>();
  readonly problem = input<ApiProblem>();
  protected readonly text = signal('');
  protected readonly found = inject(Api).read(findRecipients, () => {
    const text = this.text().trim();
    return text.length >= 2 ? { query: { text } } : undefined;
  });
  protected readonly choices = computed<Choice[]>(() =>
    (this.found.hasValue() ? this.found.value().items : [])
      .filter(({ id }) => !this.recipients().some((recipient) => recipient.id === id))
      .map(({ id, name, municipality }) => ({ value: id, label: name, hint: municipality ?? undefined })),
  );

  protected add({ value, label }: Choice): void {
    this.recipients.update((named) => [...named, { id: value, name: label, within: '' }]);
    this.text.set('');
  }

  protected remove(id: string): void {
    this.recipients.update((named) => named.filter((recipient) => recipient.id !== id));
  }

  protected name(id: string, event: Event): void {
    const within = (event.target as HTMLInputElement).value;
    this.recipients.update((named) => named.map((recipient) => (recipient.id === id ? { ...recipient, within } : recipient)));
  }
}
