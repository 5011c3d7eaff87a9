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

/** What is rarely needed: closed until somebody wants it. Slots and series ask the same. */
@Component({
  selector: 'lotse-more-about-slot',
  imports: [Checkbox, Control, Field],
  template: `
    <details class="more-about-slot" [open]="isSaid() || null">
      <summary>{{ t('calendar.more.heading') }}</summary>
      <div class="form">
        <div class="form-row">
          <lotse-field
            [label]="t('calendar.more.places')"
            [hint]="t('calendar.more.placesHint')"
            name="places"
            [problem]="problem()"
            [error]="errorOf()('places')"
          >
            <input
              lotseControl
              class="is-short"
              type="number"
              inputmode="numeric"
              min="1"
              max="30"
              [value]="of().places ?? '1'"
              (input)="said.emit({ places: $any($event.target).value })"
            />
          </lotse-field>
          <lotse-field
            [label]="t('calendar.more.before')"
            [hint]="t('calendar.more.bufferHint')"
            name="bufferBefore"
            [problem]="problem()"
            [error]="errorOf()('bufferBefore')"
          >
            <input
              lotseControl
              class="is-short"
              type="number"
              inputmode="numeric"
              min="0"
              max="120"
              step="5"
              [value]="of().bufferBefore ?? '0'"
              (input)="said.emit({ bufferBefore: $any($event.target).value })"
            />
          </lotse-field>
          <lotse-field
            [label]="t('calendar.more.after')"
            [hint]="t('calendar.more.bufferHint')"
            name="bufferAfter"
            [problem]="problem()"
            [error]="errorOf()('bufferAfter')"
          >
            <input
              lotseControl
              class="is-short"
              type="number"
              inputmode="numeric"
              min="0"
              max="120"
              step="5"
              [value]="of().bufferAfter ?? '0'"
              (input)="said.emit({ bufferAfter: $any($event.target).value })"
            />
          </lotse-field>
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

  protected has = (id: string): boolean => this.of().resourceIds?.includes(id) ?? false;

  protected turn(id: string, isOn: boolean): void {
    const before = (this.of().resourceIds ?? []).filter((one) => one !== id);
    this.said.emit({ resourceIds: isOn ? [...before, id] : before });
  }
}
