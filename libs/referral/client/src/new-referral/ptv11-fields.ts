import { Component, computed, input, output } from '@angular/core';
import { Checkbox, Control, DayField, Field, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { ptv11RecommendationSchema, therapyMethodSchema, type Ptv11 } from '@lotse/referral/model';
import { CheckList } from './check-list';
import { choicesOf } from '../words/choices';

/** What the individual patient information after a Sprechstunde says (PTV 11). "Zeitnah" is never pre-selected. */
@Component({
  selector: 'lotse-ptv11-fields',
  imports: [Checkbox, CheckList, Control, DayField, Field, RadioGroup],
  template: `
    <div class="form-row">
      <lotse-day-field
        [label]="t('referral.ptv11.date')"
        name="ptv11.date"
        [value]="value().dates[0] ?? ''"
        (valueChange)="setDate(0, $event)"
      />
      <lotse-day-field
        [label]="t('referral.ptv11.secondDate')"
        name="ptv11.secondDate"
        [value]="value().dates[1] ?? ''"
        (valueChange)="setDate(1, $event)"
      />
    </div>
    <lotse-checkbox [label]="t('referral.ptv11.noDisorder')" [checked]="value().noDisorder" (checkedChange)="set({ noDisorder: $event })" />
    <lotse-check-list
      [label]="t('referral.ptv11.recommendations')"
      [choices]="recommendations()"
      [chosen]="value().recommendations"
      (chosenChange)="set({ recommendations: $any($event) })"
    />
    @if (value().recommendations.includes('outpatient_psychotherapy')) {
      <lotse-check-list
        [label]="t('referral.ptv11.methods')"
        [choices]="methods()"
        [chosen]="value().methods"
        (chosenChange)="set({ methods: $any($event) })"
      />
    }
    <lotse-field [label]="t('referral.ptv11.details')" [optional]="true">
      <textarea
        lotseControl
        rows="2"
        maxlength="500"
        [value]="value().details ?? ''"
        (input)="set({ details: $any($event.target).value || null })"
      ></textarea>
    </lotse-field>
    <lotse-radio-group
      [label]="t('referral.ptv11.next')"
      name="ptv11.next"
      layout="row"
      [choices]="nexts()"
      [value]="value().next"
      (valueChange)="set({ next: $any($event) })"
    />
    <lotse-radio-group
      [label]="t('referral.ptv11.promptNeeded')"
      name="ptv11.promptNeeded"
      layout="row"
      [choices]="yesNo()"
      [value]="value().promptNeeded === null ? null : value().promptNeeded ? 'yes' : 'no'"
      (valueChange)="set({ promptNeeded: $event === 'yes' })"
    />
    <lotse-field [label]="t('referral.ptv11.copyTo')" [hint]="t('referral.ptv11.copyToHint')" [optional]="true">
      <input
        lotseControl
        autocomplete="off"
        maxlength="120"
        [value]="value().copyTo ?? ''"
        (input)="set({ copyTo: $any($event.target).value || null })"
      />
    </lotse-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class Ptv11Fields {
  protected readonly t = injectText();
  readonly value = input.required<Ptv11>();
  readonly valueChange = output<Ptv11>();

  protected readonly recommendations = computed(() =>
    choicesOf(this.t, ptv11RecommendationSchema.options, 'referral.ptv11.recommendation'),
  );
  protected readonly methods = computed(() => choicesOf(this.t, therapyMethodSchema.options, 'referral.ptv11.method'));
  protected readonly nexts = computed(() => choicesOf(this.t, ['own_practice', 'referred_on'], 'referral.ptv11.nextIs'));
  protected readonly yesNo = computed(() => choicesOf(this.t, ['yes', 'no'], 'referral.content'));

  protected set(patch: Partial<Ptv11>): void {
    this.valueChange.emit({ ...this.value(), ...patch });
  }

  protected setDate(at: number, day: string): void {
    const days = [this.value().dates[0] ?? '', this.value().dates[1] ?? ''];
    days[at] = day;
    this.set({ dates: days.filter(Boolean) });
  }
}
