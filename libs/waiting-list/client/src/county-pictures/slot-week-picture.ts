import { Component, computed, inject, input } from '@angular/core';
import { injectText, Language, plainDayText, Table } from '@lotse/client-kit/ui';
import { addCalendarDays, type AnswerOf } from '@lotse/kernel';
import type { readCountySlotWeek, SlotDay } from '@lotse/waiting-list/model';
import { PictureFrame } from '../pictures/picture-frame';
import { picturesTexts } from '../pictures/pictures-texts';

const states = ['taken', 'held', 'free', 'blocked'] as const;
const weekdays = 7;

/** The slots of a week by service: taken, held and free as parts of a bar, and day by day in the table. */
@Component({
  selector: 'lotse-slot-week-picture',
  imports: [PictureFrame, Table],
  templateUrl: './slot-week-picture.html',
  styleUrls: ['../pictures/funnel-picture.css', '../pictures/picture-legend.css', './slot-week-picture.css'],
})
export class SlotWeekPicture {
  protected readonly t = injectText('pictures', picturesTexts);
  private readonly language = inject(Language);
  readonly of = input.required<AnswerOf<typeof readCountySlotWeek>>();

  protected readonly services = computed(() =>
    this.of().services.map(({ serviceId, serviceName, organisationName, days }) => {
      const sums = sumsOf(days);
      const all = states.reduce((sum, state) => sum + sums[state], 0);
      const width = (count: number) => `${(count / all) * 100}%`;
      return {
        id: serviceId,
        name: serviceName,
        organisation: organisationName,
        all,
        sums,
        parts: [
          { key: 'taken', x: '0', width: width(sums.taken) },
          { key: 'held', x: width(sums.taken), width: width(sums.held) },
        ],
        said: this.t('pictures.county.slots.said', { service: serviceName, count: all, ...sums }),
        free: Array.from({ length: weekdays }, (_, index) => this.onDay(days, index)),
      };
    }),
  );
  protected readonly days = computed(() => Array.from({ length: weekdays }, (_, index) => this.dayName(index)));
  protected readonly columns = computed(() => [
    this.t('pictures.column.service'),
    ...this.days().map((label) => ({ label, isNumber: true })),
    { label: this.t('pictures.county.slots.week'), isNumber: true },
  ]);

  protected readonly finding = computed(() => {
    const sums = sumsOf(this.of().services.flatMap(({ days }) => days));
    const all = states.reduce((sum, state) => sum + sums[state], 0);
    return all === 0 ? this.t('pictures.county.slots.none') : this.t('pictures.county.slots.finding', { count: all, ...sums });
  });

  /** `2 von 5` are free; nothing where there is none. */
  private onDay(days: readonly SlotDay[], index: number): string {
    const found = days.find(({ day }) => day === addCalendarDays(this.of().from, index));
    if (!found) return '–';
    return this.t('pictures.county.slots.ofDay', { free: found.free, all: states.reduce((sum, state) => sum + found[state], 0) });
  }

  private dayName(index: number): string {
    const day = addCalendarDays(this.of().from, index);
    const weekday = new Intl.DateTimeFormat(this.language.current(), { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    );
    return `${weekday} ${plainDayText(day, this.language.current()).replace(/\s?\d{4}$/, '')}`;
  }
}

const sumsOf = (days: readonly SlotDay[]): Record<(typeof states)[number], number> => ({
  taken: days.reduce((sum, { taken }) => sum + taken, 0),
  held: days.reduce((sum, { held }) => sum + held, 0),
  free: days.reduce((sum, { free }) => sum + free, 0),
  blocked: days.reduce((sum, { blocked }) => sum + blocked, 0),
});
