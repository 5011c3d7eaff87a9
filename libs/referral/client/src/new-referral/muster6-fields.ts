import { Component, computed, input, output } from '@angular/core';
import { Control, DayField, Field, injectText } from '@lotse/client-kit/ui';
import { muster6Schema, type Muster6 } from '@lotse/referral/model';
import { choicesOf } from '../words/choices';

/** What the paper form for referrals between contract physicians says (Muster 6). */
@Component({
  selector: 'lotse-muster6-fields',
  imports: [Control, DayField, Field],
  template: `
    <div class="form-row">
      <lotse-field [label]="t('referral.muster6.purpose')">
        <select lotseControl (change)="set({ purpose: $any($event.target).value || null })">
          <option value="">{{ t('referral.new.noAnswer') }}</option>
          @for (one of purposes(); track one.value) {
            <option [value]="one.value" [selected]="one.value === value().purpose">{{ one.label }}</option>
          }
        </select>
      </lotse-field>
      <lotse-field [label]="t('referral.muster6.kind')">
        <select lotseControl (change)="set({ kind: $any($event.target).value || null })">
          <option value="">{{ t('referral.new.noAnswer') }}</option>
          @for (one of kinds(); track one.value) {
            <option [value]="one.value" [selected]="one.value === value().kind">{{ one.label }}</option>
          }
        </select>
      </lotse-field>
    </div>
    <lotse-day-field
      [label]="t('referral.muster6.issuedOn')"
      name="muster6.issuedOn"
      [value]="value().issuedOn ?? ''"
      (valueChange)="set({ issuedOn: $event || null })"
    />
    <lotse-field [label]="t('referral.muster6.order')" [hint]="t('referral.muster6.orderHint')" [optional]="true">
      <textarea
        lotseControl
        rows="2"
        maxlength="500"
        [value]="value().order ?? ''"
        (input)="set({ order: $any($event.target).value || null })"
      ></textarea>
    </lotse-field>
    <lotse-field [label]="t('referral.muster6.findings')" [optional]="true">
      <textarea
        lotseControl
        rows="2"
        maxlength="1000"
        [value]="value().findings ?? ''"
        (input)="set({ findings: $any($event.target).value || null })"
      ></textarea>
    </lotse-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class Muster6Fields {
  protected readonly t = injectText();
  readonly value = input.required<Muster6>();
  readonly valueChange = output<Muster6>();
  protected readonly purposes = computed(() =>
    choicesOf(this.t, muster6Schema.shape.purpose.unwrap().options, 'referral.muster6.purposeIs'),
  );
  protected readonly kinds = computed(() => choicesOf(this.t, muster6Schema.shape.kind.unwrap().options, 'referral.muster6.kindIs'));

  protected set(patch: Partial<Muster6>): void {
    this.valueChange.emit({ ...this.value(), ...patch });
  }
}
