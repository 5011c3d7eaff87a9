import { partsOf, type SeriesDay, type SlotSeries } from '@lotse/calendar/model';
import { inject } from '@angular/core';
import { injectText, Language, plainDayText, type Tone } from '@lotse/client-kit/ui';

/** A series in words. */
export interface SeriesTexts {
  /** `jeden Montag und Mittwoch`, `alle 2 Wochen freitags`, `jeden letzten Donnerstag im Monat` */
  rule(rule: string): string;
  /** `ab 05.10.2026`, `05.10.2026 bis 18.12.2026` */
  span(series: Pick<SlotSeries, 'startsOn' | 'endsOn'>): string;
}

/** The words for series. Call it in an injection context. */
export function injectSeriesTexts(): SeriesTexts {
  const t = injectText();
  const language = inject(Language);
  const listed = (days: readonly string[]): string =>
    new Intl.ListFormat(language.current(), { type: 'conjunction' }).format(days.map((day) => t(`calendar.weekday.${day}`)));
  return {
    rule: (rule) => {
      const { every, interval, on, nth } = partsOf(rule);
      const which = nth === -1 ? 'last' : String(nth);
      const values = { interval, days: listed(on), nth: every === 'month' ? t(`calendar.series.nth.${which}`) : '' };
      return t(`calendar.series.rule.${every}${interval > 1 ? 's' : ''}`, values);
    },
    span: ({ startsOn, endsOn }) => {
      const from = plainDayText(startsOn, language.current());
      return endsOn
        ? t('calendar.series.fromTo', { from, to: plainDayText(endsOn, language.current()) })
        : t('calendar.series.from', { from });
    },
  };
}

export const toneOfFate: Readonly<Record<SeriesDay['fate'], Tone>> = {
  made: 'done',
  made_already: 'plain',
  deputy: 'info',
  holiday: 'paused',
  clash: 'overdue',
  absent: 'due',
  left_out: 'paused',
  past: 'paused',
};
