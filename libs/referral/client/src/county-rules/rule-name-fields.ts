import { Component, input } from '@angular/core';
import { Control, Field, injectText } from '@lotse/client-kit/ui';
import type { RuleEditing } from './rule-editing';
import { codeOf } from './rule-words';

/** What every rule is called by. */
interface Named {
  readonly code: string;
  readonly de: string;
  readonly en: string;
}

/** What a rule is called in both languages, and the code of a new one: it follows the English name until somebody writes another. */
@Component({
  selector: 'lotse-rule-name-fields',
  imports: [Control, Field],
  template: `
    <lotse-field [label]="t('countyRules.field.de')" name="rule.de" [problem]="editing().problem()">
      <input lotseControl maxlength="120" [value]="editing().draft().de" (input)="say({ de: $any($event.target).value })" />
    </lotse-field>
    <lotse-field [label]="t('countyRules.field.en')" name="rule.en" [problem]="editing().problem()">
      <input lotseControl maxlength="120" [value]="editing().draft().en" (input)="name($any($event.target).value)" />
    </lotse-field>
    @if (isNew()) {
      <lotse-field
        [label]="t('countyRules.field.code')"
        [hint]="t('countyRules.hint.code')"
        name="rule.code"
        [problem]="editing().problem()"
      >
        <input lotseControl maxlength="40" [value]="editing().draft().code" (input)="say({ code: $any($event.target).value })" />
      </lotse-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: inherit;
    }
  `,
})
export class RuleNameFields<Draft extends Named> {
  protected readonly t = injectText();
  readonly editing = input.required<RuleEditing<Draft>>();
  readonly isNew = input.required<boolean>();

  protected name(english: string): void {
    const { code, en } = this.editing().draft();
    const follows = this.isNew() && (code === '' || code === codeOf(en));
    this.say({ en: english, ...(follows ? { code: codeOf(english) } : {}) });
  }

  protected say(named: Partial<Named>): void {
    this.editing().set(named as Partial<Draft>);
  }
}
