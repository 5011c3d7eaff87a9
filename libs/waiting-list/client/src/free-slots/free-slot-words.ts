import { inject } from '@angular/core';
import { injectText, Language, type Text } from '@lotse/client-kit/ui';
import type { FreeSlot } from '@lotse/waiting-list/model';
import { waitingListTexts } from '../waiting-list-texts';
import { injectSlotTime } from '../words/slot-words';
import { freeSlotsTexts } from './free-slots-texts';

/** The words for free slots of the county, in the language of the reader. Call it in an injection context. */
export function injectFreeSlotWords() {
  const t: Text = injectText('freeSlots', freeSlotsTexts);
  injectText('waitingList', waitingListTexts);
  const time = injectSlotTime();
  const language = inject(Language);
  return {
    t,
    time,
    /** `Di., 24.11.2026, 10:00–10:50 Uhr, Ambulanz`: which one an act is about. */
    named: (slot: FreeSlot): string => `${time(slot)}, ${slot.serviceName}`,
    how: ({ mode, municipalityName }: FreeSlot): string => t(`freeSlots.mode.${mode}`, { place: municipalityName }),
    ages: ({ ageFrom: from, ageTo: to }: FreeSlot): string =>
      to === null ? t('freeSlots.ages', { from }) : t('freeSlots.agesUntil', { from, to }),
    languages: ({ languages }: FreeSlot): string => {
      const names = new Intl.DisplayNames([language.current()], { type: 'language' });
      return languages.map((code) => names.of(code) ?? code).join(', ');
    },
  };
}
