import { Component, computed, inject, input, output } from '@angular/core';
import type { Schedule } from '@lotse/calendar/model';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, Field, injectText } from '@lotse/client-kit/ui';
import { readRegion } from '@lotse/region/model';

/** What is said about a slot besides its time: a group, time before and after, a village, rooms. */
export interface SlotDetails {
  readonly places?: string;
  readonly bufferBefore?: string;
  readonly bufferAfter?: string;
  readonly municipalityKey?: string;
  readonly resourceIds?: readonly string[];
}

const buffer = { least: 0, most: 120, step: 5, hint: 'bufferHint' } as const;
/** What is asked as a number; the least is the usual. */
const numbers = [
  { name: 'places', label: 'places', least: 1, most: 30, step: 1, hint: 'placesHint' },
  { name: 'bufferBefore', label: 'before', ...buffer },
  { name: 'bufferAfter', label: 'after', ...buffer },
] as const;

/** What is rarely needed: closed until somebody wants it. Slots and series ask the same. */
@Component({
  selector: 'lotse-more-about-slot',
  imports: [Checkbox, Control, Field],
  template: `
    <details class="more-about-slot" [open]="isSaid() || null">
      <summary>{{ t('calendar.more.heading') }}</summary>
      <div class="form">
        <div class="form-row">
          @for (one of numbers; track one.name) {
            <lotse-field
              [label]="t('calendar.more.' + one.label)"
              [hint]="t('calendar.more.' + one.hint)"
              [name]="one.name"
              [problem]="problem()"
              [error]="errorOf()(one.name)"
            >
              <input
                lotseControl
                class="is-short"
                type="number"
                inputmode="numeric"
                [min]="one.least"
                [max]="one.most"
                [step]="one.step"
                [value]="of()[one.name] ?? one.least"
                (input)="type(one.name, $any($event.target).value)"
              />
            </lotse-field>
          }
        </div>
        <lotse-field
          [label]="t('calendar.more.village')"
          [hint]="t('calendar.more.villageHint')"
          name="municipalityKey"
          [problem]="problem()"
        >
          <select lotseControl (change)="said.emit({ municipalityKey: $any($event.target).value })">
            <option value="">{{ t('calendar.more.here') }}</option>
            @for (one of municipalities(); track one.ags) {
              <option [value]="one.ags" [selected]="one.ags === of().municipalityKey">{{ one.name }}</option>
            }
          </select>
        </lotse-field>
        @if (others().length > 0) {
          <fieldset class="choices">
            <legend class="field-label">{{ t('calendar.more.resources') }}</legend>
            @for (one of others(); track one.id) {
              <lotse-checkbox
                [label]="one.name"
                [name]="'resource-' + one.id"
                [checked]="has(one.id)"
                (checkedChange)="turn(one.id, $event)"
              />
            }
          </fieldset>
        }
      </div>
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
      padding-block: var(--space-2);
      color: var(--pine);
    }
    .form {
      padding-block-start: var(--space-3);
    }
  `,
})
export class MoreAboutSlot {
  protected readonly t = injectText();
  protected readonly numbers = numbers;
  readonly of = input.required<SlotDetails>();
  readonly schedules = input.required<readonly Schedule[]>();
  readonly scheduleId = input('');
  readonly problem = input<ApiProblem | undefined>();
  readonly errorOf = input<(name: string) => string | undefined>(() => undefined);
  readonly said = output<SlotDetails>();

  private readonly region = inject(Api).read(readRegion, () => ({}));
  protected readonly municipalities = computed(() => (this.region.hasValue() ? this.region.value().municipalities : []));
  protected readonly others = computed(() => this.schedules().filter(({ id }) => id !== this.scheduleId()));
  protected readonly isSaid = computed(() => {
    const { places = '1', bufferBefore = '0', bufferAfter = '0', municipalityKey = '', resourceIds = [] } = this.of();
    return places !== '1' || bufferBefore !== '0' || bufferAfter !== '0' || municipalityKey !== '' || resourceIds.length > 0;
  });

  protected type(name: (typeof numbers)[number]['name'], value: string): void {
    this.said.emit({ [name]: value });
  }

  protected has = (id: string): boolean => this.of().resourceIds?.includes(id) ?? false;

  protected turn(id: string, isOn: boolean): void {
    const before = (this.of().resourceIds ?? []).filter((one) => one !== id);
    this.said.emit({ resourceIds: isOn ? [...before, id] : before });
  }
}
