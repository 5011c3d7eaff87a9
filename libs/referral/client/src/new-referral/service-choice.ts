import { Component, computed, inject, input, output } from '@angular/core';
import { Chip, Icon, injectText, Language, type Tone } from '@lotse/client-kit/ui';
import { BesideServiceMarks } from '@lotse/directory/client';
import type { Service } from '@lotse/directory/model';

const tones: Readonly<Record<Service['capacity'], Tone>> = {
  capacity: 'done',
  waiting_list: 'due',
  no_capacity: 'overdue',
  assessment_required: 'info',
};

/** One help offer to choose: what it is, whether there is room, how long it takes, how far away it is. */
@Component({
  selector: 'lotse-service-choice',
  imports: [BesideServiceMarks, Chip, Icon],
  template: `
    <label class="choice">
      <input type="radio" name="service-choice" [value]="offer().id" [checked]="chosen()" (change)="choose.emit()" />
      <span class="choice-label">
        <span class="top"
          ><span class="name">{{ offer().name }}</span
          ><lotse-chip [tone]="tone()">{{ t('directory.capacity.' + offer().capacity) }}</lotse-chip></span
        >
        <span class="choice-hint">{{ offer().organisationName }} · {{ t('directory.kind.' + offer().category) }}</span>
        <lotse-beside-service [serviceId]="offer().id" />
        <span class="facts-line choice-hint">
          <span><lotse-icon name="hourglass" [size]="14" />{{ wait() }}</span>
          <span><lotse-icon name="map-pin" [size]="14" />{{ place() }}</span>
          <span [class.does-not-fit]="tooYoungOrOld()"
            ><lotse-icon [name]="tooYoungOrOld() ? 'triangle-alert' : 'users'" [size]="14" />{{ ages() }}</span
          >
          @if (usedLast()) {
            <span><lotse-icon name="rotate-ccw-clock" [size]="14" />{{ t('referral.new.usedLast') }}</span>
          }
        </span>
      </span>
    </label>
  `,
  styles: `
    .choice {
      inline-size: 100%;
    }
    .choice-label {
      flex: 1;
      min-inline-size: 0;
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--space-1) var(--space-3);
    }
    .name {
      font-weight: 650;
    }
    .facts-line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
    }
    .facts-line > span {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
    }
    .does-not-fit {
      color: var(--due-ink);
      font-weight: 600;
    }
  `,
})
export class ServiceChoice {
  protected readonly t = injectText();
  private readonly language = inject(Language);

  readonly offer = input.required<Service>();
  readonly chosen = input(false);
  /** Whether this practice chose it lately, at this computer. */
  readonly usedLast = input(false);
  /** The person's age, when the birth date is known. */
  readonly age = input<number | undefined>();
  readonly choose = output();

  protected readonly tone = computed(() => tones[this.offer().capacity]);
  protected readonly wait = computed(() => {
    const { expectedWaitWeeks: weeks, expectedWaitNote: note } = this.offer();
    const wait = weeks === null ? this.t('directory.waitUnknown') : this.t('directory.wait', { count: weeks });
    return note === null ? wait : `${wait} · ${note}`;
  });
  protected readonly place = computed(() => {
    const { municipality, distanceKm } = this.offer();
    if (distanceKm === null) return municipality;
    const km = new Intl.NumberFormat(this.language.current(), { maximumFractionDigits: distanceKm < 10 ? 1 : 0 }).format(distanceKm);
    return `${municipality} · ${this.t('directory.km', { km })}`;
  });
  protected readonly ages = computed(() => {
    const { ageFrom: from, ageTo: to } = this.offer();
    return to === null ? this.t('directory.ageFrom', { from }) : this.t('directory.ageRange', { from, to });
  });
  protected readonly tooYoungOrOld = computed(() => {
    const [age, { ageFrom, ageTo }] = [this.age(), this.offer()];
    return age !== undefined && (age < ageFrom || (ageTo !== null && age > ageTo));
  });
}
