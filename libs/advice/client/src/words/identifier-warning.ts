import { hasInsuranceNumber, identifiersIn } from '@lotse/advice/model';
import { Component, computed, input, model } from '@angular/core';
import { Checkbox, injectText, Notice } from '@lotse/client-kit/ui';

/** Warns while somebody writes what seems to say who it is about; they may say that it does not. */
@Component({
  selector: 'lotse-identifier-warning',
  imports: [Checkbox, Notice],
  template: `
    @if (kinds().length > 0) {
      <lotse-notice tone="due" role="status" [heading]="t('advice.identifiers.heading', { kinds: names() })">
        <p>{{ t(isSure() ? 'advice.identifiers.remove' : 'advice.identifiers.text') }}</p>
        @if (!isSure()) {
          <lotse-checkbox [label]="t('advice.identifiers.checked')" name="isChecked" [(checked)]="checked" />
        }
      </lotse-notice>
    }
  `,
})
export class IdentifierWarning {
  protected readonly t = injectText();
  readonly texts = input.required<readonly string[]>();
  readonly checked = model(false);
  protected readonly kinds = computed(() => [...new Set(this.texts().flatMap(identifiersIn))]);
  protected readonly isSure = computed(() => this.texts().some(hasInsuranceNumber));
  protected readonly names = computed(() =>
    this.kinds()
      .map((kind) => this.t(`advice.identifiers.kind.${kind}`))
      .join(', '),
  );
}
