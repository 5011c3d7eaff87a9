import { inject } from '@angular/core';
import { clockText, dayText, injectText, Language } from '@lotse/client-kit/ui';

/** A stretch of time that one person can have. */
export interface SlotTime {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** `Di., 24.11.2026, 10:00–10:50 Uhr`, in the language of the reader. Call it in an injection context. */
export function injectSlotTime(): (slot: SlotTime) => string {
  const t = injectText();
  const language = inject(Language);
  return ({ startsAt, endsAt }) => {
    const code = language.current();
    const clock = (moment: string): string => clockText(moment, code).replace(/\sUhr$/, '');
    return t('waitingList.slot.time', { day: dayText(startsAt, code), from: clock(startsAt), to: clock(endsAt) });
  };
}
