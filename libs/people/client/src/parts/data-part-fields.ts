import { Component, input, model } from '@angular/core';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { dataPartSchema, type DataPart } from '@lotse/people/model';
import { peopleTexts } from '../people-texts';

/** Which kinds of information are released: each on its own, never "everything". Nothing is preset but what is needed in any case. */
@Component({
  selector: 'lotse-data-part-fields',
  imports: [Icon],
  template: `
    <fieldset id="field-dataParts" tabindex="-1" [attr.aria-describedby]="error() ? 'field-dataParts-error' : null">
      <legend class="field-label">{{ t('people.release.dataParts') }}</legend>
      @if (error(); as error) {
        <p class="field-error" id="field-dataParts-error">
          <lotse-icon name="circle-alert" [size]="15" /><span>{{ error }}</span>
        </p>
      }
      <div class="parts">
        @for (part of needed(); track part) {
          <label class="choice">
            <input type="checkbox" checked disabled />
            <span class="choice-label"
              >{{ t('people.dataPart.' + part) }}<span class="choice-hint">{{ t('people.release.needed') }}</span></span
            >
          </label>
        }
        @for (part of others(); track part) {
          <label class="choice">
            <input type="checkbox" [checked]="chosen().includes(part)" (change)="toggle(part, $event)" />
            <span class="choice-label"
              >{{ t('people.dataPart.' + part) }}<span class="choice-hint">{{ t('people.dataPartHint.' + part) }}</span></span
            >
          </label>
        }
      </div>
      <ng-content />
    </fieldset>
  `,
  styles: `
    .parts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: var(--space-2);
    }
  `,
})
export class DataPartFields {
  protected readonly t = injectText('people', peopleTexts);
  /** What is released in any case; the choices are the rest. */
  readonly needed = input<readonly DataPart[]>([]);
  readonly chosen = model<readonly DataPart[]>([]);
  readonly error = input<string>();

  protected others(): DataPart[] {
    return dataPartSchema.options.filter((part) => !this.needed().includes(part));
  }

  protected toggle(part: DataPart, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.chosen.update((parts) => (on ? [...parts, part] : parts.filter((other) => other !== part)));
  }
}
