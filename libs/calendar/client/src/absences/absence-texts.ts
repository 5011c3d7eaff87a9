import { inject } from '@angular/core';
import type { Absence } from '@lotse/calendar/model';
import { injectText, Language, plainDayText } from '@lotse/client-kit/ui';

/** An absence in words. */
export interface AbsenceTexts {
  /** `23.11.2026 – 27.11.2026`, or the one day */
  span(absence: Absence): string;
  /** `Vertretung: Jonas Sommer`, or that nobody stands in */
  deputy(absence: Absence): string;
  /** `Nadine Winter ist vom … bis … abwesend. Vertretung: Jonas Sommer.` */
  whole(absence: Absence): string;
}

/** The words for absences, in the language of the reader. Call it in an injection context. */
export function injectAbsenceTexts(): AbsenceTexts {
  const t = injectText();
  const language = inject(Language);
  const dayOf = (day: string) => plainDayText(day, language.current());
  const deputy = ({ deputyName }: Absence): string =>
    deputyName === null ? t('calendar.absence.noDeputy') : t('calendar.absence.deputyIs', { name: deputyName });
  const span = ({ fromDay, untilDay }: Absence): string =>
    fromDay === untilDay ? dayOf(fromDay) : t('calendar.absence.span', { from: dayOf(fromDay), until: dayOf(untilDay) });
  const whole = (absence: Absence): string => {
    const { staffName: name, fromDay, untilDay } = absence;
    const away =
      fromDay === untilDay
        ? t('calendar.absence.awayOn', { name, day: dayOf(fromDay) })
        : t('calendar.absence.awayFromTo', { name, from: dayOf(fromDay), until: dayOf(untilDay) });
    return `${away} ${absence.deputyName === null ? t('calendar.absence.nobodyStandsIn') : `${deputy(absence)}.`}`;
  };
  return { span, deputy, whole };
}
