import { Component, computed, inject, input, model } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { type Choice, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { urgencies } from '@lotse/region/model';
import { County } from '../words/county';

/** 3. How urgent it is, as the one who refers judges it. Nothing is chosen beforehand, nothing is computed. */
@Component({
  selector: 'lotse-urgency-block',
  imports: [RadioGroup],
  template: `
    <section class="form-section" aria-labelledby="block-urgency">
      <h2 id="block-urgency">3. {{ t('referral.new.block.urgency') }}</h2>
      <lotse-radio-group
        [label]="t('referral.new.field.urgency')"
        [hint]="t('referral.new.urgencyHint')"
        name="urgency"
        layout="grid"
        [choices]="choices()"
        [error]="errors()['urgency']"
        [problem]="problem()"
        [(value)]="urgency"
      />
    </section>
  `,
})
export class UrgencyBlock {
  protected readonly t = injectText();
  private readonly county = inject(County);

  readonly urgency = model.required<string | null>();
  readonly errors = input.required<Readonly<Record<string, string>>>();
  readonly problem = input<ApiProblem | undefined>();
  protected readonly choices = computed<Choice[]>(() =>
    urgencies.map((urgency) => ({
      value: urgency,
      label: this.t(`referral.urgency.${urgency}`),
      hint: [this.t(`referral.urgencyMeans.${urgency}`), this.county.targetText(urgency)].filter(Boolean).join(' '),
      ...(urgency === 'emergency' ? { tone: 'emergency' as const } : {}),
    })),
  );
}
