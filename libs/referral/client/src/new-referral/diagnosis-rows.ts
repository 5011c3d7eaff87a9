import { Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { Control, Field, Icon, injectText } from '@lotse/client-kit/ui';
import { certaintySchema, icdCodeSchema } from '@lotse/referral/model';
import type { FurtherPart, TypedDiagnosis } from './further-draft';

/** The code of the first diagnosis, and any number of further ones; a code is never needed. */
@Component({
  selector: 'lotse-diagnosis-rows',
  imports: [Control, Field, Icon],
  template: `
    <lotse-field
      [label]="t('referral.new.field.diagnosisCode')"
      [hint]="t('referral.new.codeHint')"
      name="diagnosisCode"
      [optional]="true"
      [error]="faultOf(value().diagnosisCode)"
    >
      <input
        lotseControl
        class="is-short"
        autocomplete="off"
        spellcheck="false"
        maxlength="8"
        [value]="value().diagnosisCode"
        (input)="set({ diagnosisCode: $any($event.target).value })"
      />
    </lotse-field>
    @for (diagnosis of value().furtherDiagnoses; track $index) {
      <fieldset class="diagnosis">
        <legend class="visually-hidden">{{ t('referral.new.furtherDiagnosis', { count: $index + 2 }) }}</legend>
        <lotse-field [label]="t('referral.new.furtherDiagnosis', { count: $index + 2 })">
          <input
            lotseControl
            autocomplete="off"
            maxlength="200"
            [value]="diagnosis.text"
            (input)="change($index, { text: $any($event.target).value })"
          />
        </lotse-field>
        <lotse-field [label]="t('referral.new.code')" [error]="faultOf(diagnosis.code)">
          <input
            lotseControl
            autocomplete="off"
            spellcheck="false"
            maxlength="8"
            [value]="diagnosis.code"
            (input)="change($index, { code: $any($event.target).value })"
          />
        </lotse-field>
        <lotse-field [label]="t('referral.new.field.certainty')">
          <select lotseControl (change)="change($index, { certainty: $any($event.target).value })">
            <option value="">{{ t('referral.new.noAnswer') }}</option>
            @for (certainty of certainties; track certainty) {
              <option [value]="certainty" [selected]="certainty === diagnosis.certainty">{{ t('referral.certainty.' + certainty) }}</option>
            }
          </select>
        </lotse-field>
        <button type="button" class="button icon-button" [attr.aria-label]="t('referral.new.removeDiagnosis')" (click)="remove($index)">
          <lotse-icon name="x" [size]="16" />
        </button>
      </fieldset>
    }
    @if (value().furtherDiagnoses.length < 8) {
      <button type="button" class="button is-small add" (click)="add()">
        <lotse-icon name="plus" [size]="15" />{{ t('referral.new.addDiagnosis') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .diagnosis {
      display: grid;
      gap: var(--space-3);
      grid-template-columns: minmax(0, 3fr) minmax(5rem, 1fr) minmax(7rem, 1.5fr) auto;
      align-items: end;
      margin: 0;
      padding: 0;
      border: 0;
    }
    @media (max-width: 700px) {
      .diagnosis {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
      }
      .diagnosis > :first-of-type {
        grid-column: 1 / -1;
      }
    }
    .add {
      justify-self: start;
    }
  `,
})
export class DiagnosisRows {
  protected readonly t = injectText();
  protected readonly certainties = certaintySchema.options;
  readonly part = input.required<FieldTree<FurtherPart>>();
  protected readonly value = computed(() => this.part()().value());

  protected set(patch: Partial<FurtherPart>): void {
    this.part()().value.update((value) => ({ ...value, ...patch }));
  }

  protected add(): void {
    this.set({ furtherDiagnoses: [...this.value().furtherDiagnoses, { text: '', code: '', certainty: '' }] });
  }

  protected change(at: number, patch: Partial<TypedDiagnosis>): void {
    this.set({ furtherDiagnoses: this.value().furtherDiagnoses.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  }

  protected remove(at: number): void {
    this.set({ furtherDiagnoses: this.value().furtherDiagnoses.filter((_, index) => index !== at) });
  }

  /** Said at once, and in nobody's way: what is no code is not sent. */
  protected faultOf(code: string): string | undefined {
    return code.trim() === '' || icdCodeSchema.safeParse(code).success ? undefined : this.t('referral.new.codeFault');
  }
}
