import { inject } from '@angular/core';
import { injectText, Language, plainDayText } from '@lotse/client-kit/ui';
import type { SlotOffer } from '@lotse/waiting-list/model';

/** What followed from a decline, in a few words; nothing where nothing did. Call it in an injection context. */
export function injectWhatFollowed(): (offer: Pick<SlotOffer, 'consequence' | 'coolsOffUntil'>) => string | undefined {
  const t = injectText();
  const language = inject(Language);
  return ({ consequence, coolsOffUntil }) => {
    if (consequence === null || consequence === 'keep') return undefined;
    if (coolsOffUntil !== null) return t('waitingList.consequence.coolsOff', { day: plainDayText(coolsOffUntil, language.current()) });
    return t(`waitingList.consequence.short_form.${consequence}`);
  };
}
