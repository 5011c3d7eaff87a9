import { computed, type Signal } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { isBornYear } from '@lotse/people/model';

/** How old somebody is on a day; both as `2026-11-22`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** ` (42 Jahre)`, to stand behind a birth date; nothing where that is hidden or only a year. */
export function injectAge(born: () => string | undefined): Signal<string> {
  const t = injectText();
  return computed(() => {
    const day = born();
    return day && !isBornYear(day) ? ` (${t('referral.party.age', { count: ageOn(day, calendarDayOf(new Date())) })})` : '';
  });
}
