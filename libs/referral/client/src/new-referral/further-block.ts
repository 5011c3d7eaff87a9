import { Component, computed, inject, input, untracked } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, DayField, Field, Icon, injectText, Language } from '@lotse/client-kit/ui';
import { insuranceKindSchema } from '@lotse/directory/model';
import { accessibilityNeedSchema, isUsualPlacementCode, travelSchema } from '@lotse/referral/model';
import { choicesOf } from '../words/choices';
import { CheckList } from './check-list';
import { emptyFurther, emptyMuster6, emptyPtv11, type FurtherPart } from './further-draft';
import { Muster6Fields } from './muster6-fields';
import { Ptv11Fields } from './ptv11-fields';

/** Languages that are asked for most; any other one is said in words. */
const interpreted = ['ar', 'bg', 'en', 'es', 'fa', 'fr', 'it', 'ku', 'pl', 'ro', 'ru', 'sq', 'sr', 'ti', 'tr', 'uk'];

/** What stands in this block; the rest stands where it belongs. */
const own = [
  'placementCode',
  'insurance',
  'interpreter',
  'needs',
  'needsNote',
  'travelMeans',
  'travelRadius',
  'travelCompanion',
  'dischargeOn',
  'ptv11',
  'muster6',
] as const;

/** What only some referrals say: folded away until somebody needs it, in the way of nobody. */
@Component({
  selector: 'lotse-further-block',
  imports: [Checkbox, CheckList, Control, DayField, Field, Icon, Muster6Fields, Ptv11Fields],
  templateUrl: './further-block.html',
  styleUrl: './further-block.css',
})
export class FurtherBlock {
  protected readonly t = injectText();
  private readonly language = inject(Language);

  readonly part = input.required<FieldTree<FurtherPart>>();
  readonly problem = input<ApiProblem | undefined>();
  protected readonly value = computed(() => this.part()().value());

  protected readonly insurances = computed(() => choicesOf(this.t, insuranceKindSchema.options, 'referral.insurance'));
  protected readonly needs = computed(() => choicesOf(this.t, accessibilityNeedSchema.options, 'referral.need'));
  protected readonly means = computed(() => choicesOf(this.t, travelSchema.shape.means.unwrap().options, 'referral.means'));
  protected readonly languages = computed(() => {
    const names = new Intl.DisplayNames([this.language.current()], { type: 'language' });
    const found = interpreted.map((value) => ({ value, label: names.of(value) ?? value }));
    return found.sort((one, other) => one.label.localeCompare(other.label, this.language.current()));
  });
  protected readonly codeIsUnusual = computed(
    () => this.value().placementCode.trim() !== '' && !isUsualPlacementCode(this.value().placementCode),
  );
  /** Open from the beginning where something stands in it already. */
  protected readonly startsOpen = computed(() => {
    const part = this.part();
    return untracked(() => own.some((name) => JSON.stringify(part().value()[name]) !== JSON.stringify(emptyFurther[name])));
  });

  protected set(patch: Partial<FurtherPart>): void {
    this.part()().value.update((value) => ({ ...value, ...patch }));
  }

  /** A form is made when it is opened; what was filled in stays when it is folded away again. */
  protected open(form: 'ptv11' | 'muster6', event: Event): void {
    const isOpen = (event.target as HTMLDetailsElement).open;
    if (isOpen && this.value()[form] === null) this.set(form === 'ptv11' ? { ptv11: emptyPtv11 } : { muster6: emptyMuster6 });
  }
}
