import { Component, computed, inject, input, untracked } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, Field, injectText } from '@lotse/client-kit/ui';
import { certaintySchema } from '@lotse/referral/model';
import { County } from '../words/county';
import { longestQuestion } from './draft-schema';
import { DiagnosisRows } from './diagnosis-rows';
import type { FurtherPart } from './further-draft';
import { QualityHintList } from './quality-hint-list';
import type { ReasonPart } from './referral-draft';

/** 2. Why: a reason from the county's list, the question to the receiver; the rest is freely given and folded away. */
@Component({
  selector: 'lotse-reason-block',
  imports: [Control, DiagnosisRows, Field, FormField, QualityHintList],
  template: `
    <section class="form-section" aria-labelledby="block-reason">
      <h2 id="block-reason">2. {{ t('referral.new.block.reason') }}</h2>
      <lotse-field [label]="t('referral.new.field.reason')" name="reason" [error]="errors()['reason']" [problem]="problem()">
        <select lotseControl [formField]="part().reason">
          <option value="">{{ t('referral.new.choose') }}</option>
          @for (reason of county.reasons(); track reason.code) {
            <option [value]="reason.code">{{ reason.text }}</option>
          }
        </select>
      </lotse-field>
      <lotse-field
        [label]="t('referral.new.field.question')"
        [hint]="t('referral.new.questionHint')"
        name="question"
        [error]="errors()['question']"
        [problem]="problem()"
      >
        <textarea lotseControl rows="4" [formField]="part().question"></textarea>
      </lotse-field>
      <p class="counter small" [class.is-near]="left() < 200" aria-live="off">{{ t('referral.new.left', { count: left() }) }}</p>
      <div class="form-row">
        <lotse-field
          [label]="t('referral.new.field.diagnosis')"
          [hint]="t('referral.new.diagnosisHint')"
          name="diagnosis"
          [optional]="true"
          [problem]="problem()"
        >
          <input lotseControl autocomplete="off" [formField]="part().diagnosis" />
        </lotse-field>
        <lotse-field
          [label]="t('referral.new.field.certainty')"
          [hint]="t('referral.new.certaintyHint')"
          name="certainty"
          [optional]="true"
          [problem]="problem()"
        >
          <select lotseControl [formField]="part().certainty">
            <option value="">{{ t('referral.new.noAnswer') }}</option>
            @for (certainty of certainties; track certainty) {
              <option [value]="certainty">{{ t('referral.certainty.' + certainty) }}</option>
            }
          </select>
        </lotse-field>
      </div>
      <lotse-quality-hint-list [pieces]="['diagnosis', 'medication', 'tried', 'risk', 'reports', 'other']" [written]="written()" />
      <details [attr.open]="startsOpen() ? '' : null">
        <summary>{{ t('referral.new.more') }}</summary>
        <div class="more">
          <lotse-field [label]="t('referral.new.field.medication')" name="medication" [optional]="true" [problem]="problem()">
            <textarea lotseControl rows="2" [formField]="part().medication"></textarea>
          </lotse-field>
          <lotse-field [label]="t('referral.new.field.triedSoFar')" name="triedSoFar" [optional]="true" [problem]="problem()">
            <textarea lotseControl rows="2" [formField]="part().triedSoFar"></textarea>
          </lotse-field>
          <lotse-field
            [label]="t('referral.new.field.risk')"
            [hint]="t('referral.new.riskHint')"
            name="risk"
            [optional]="true"
            [problem]="problem()"
          >
            <textarea lotseControl rows="2" [formField]="further().risk"></textarea>
          </lotse-field>
          <lotse-diagnosis-rows [part]="further()" />
          <lotse-field
            [label]="t('referral.new.field.callbackPhone')"
            [hint]="t('referral.new.callbackHint')"
            name="callbackPhone"
            [optional]="true"
            [problem]="problem()"
          >
            <input lotseControl class="is-medium" type="tel" inputmode="tel" autocomplete="off" [formField]="part().callbackPhone" />
          </lotse-field>
        </div>
      </details>
    </section>
  `,
  styles: `
    .counter {
      margin: calc(-1 * var(--space-3)) 0 0;
      color: var(--muted);
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    .counter.is-near {
      color: var(--due-ink);
      font-weight: 600;
    }
    summary {
      inline-size: fit-content;
      padding-block: var(--space-1);
      color: var(--pine);
      font-weight: 600;
      cursor: pointer;
    }
    .more {
      display: grid;
      gap: var(--space-4);
      margin-block-start: var(--space-4);
    }
  `,
})
export class ReasonBlock {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  protected readonly certainties = certaintySchema.options;

  readonly part = input.required<FieldTree<ReasonPart>>();
  readonly further = input.required<FieldTree<FurtherPart>>();
  readonly errors = input.required<Readonly<Record<string, string>>>();
  readonly problem = input<ApiProblem | undefined>();
  protected readonly left = computed(() => longestQuestion - this.part().question().value().length);
  protected readonly written = computed(() => {
    const { diagnosis, medication, triedSoFar } = this.part()().value();
    const pieces = { diagnosis, medication, tried: triedSoFar, risk: this.further()().value().risk };
    return Object.entries(pieces).flatMap(([piece, text]) => (text.trim() ? [piece] : []));
  });
  /** Open from the beginning where something stands in it already. */
  protected readonly startsOpen = computed(() => {
    const part = this.part();
    const further = this.further();
    return untracked(
      () =>
        [part.medication, part.triedSoFar, part.callbackPhone, further.risk, further.diagnosisCode].some(
          (field) => field().value() !== '',
        ) || further.furtherDiagnoses().value().length > 0,
    );
  });
}
