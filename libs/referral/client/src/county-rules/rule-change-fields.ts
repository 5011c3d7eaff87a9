import { Component, input } from '@angular/core';
import { Control, DayField, Field, injectText, Notice } from '@lotse/client-kit/ui';
import type { RuleEditing } from './rule-editing';

/** From which day a change counts, and why it is made. */
@Component({
  selector: 'lotse-rule-change-fields',
  imports: [Control, DayField, Field, Notice],
  template: `
    @if (editing().restores() !== undefined) {
      <lotse-notice tone="info" [heading]="t('countyRules.restoring')" />
    }
    <lotse-day-field
      [label]="t('countyRules.field.validFrom')"
      [hint]="t('countyRules.hint.validFrom')"
      name="validFrom"
      [problem]="editing().problem()"
      [value]="editing().validFrom()"
      (valueChange)="editing().validFrom.set($event)"
    />
    <lotse-field [label]="t('countyRules.field.why')" [hint]="t('countyRules.hint.why')" name="why" [problem]="editing().problem()">
      <input lotseControl maxlength="300" [value]="editing().why()" (input)="editing().why.set($any($event.target).value)" />
    </lotse-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: inherit;
    }
  `,
})
export class RuleChangeFields {
  protected readonly t = injectText();
  readonly editing = input.required<Pick<RuleEditing<unknown>, 'restores' | 'problem' | 'validFrom' | 'why'>>();
}
