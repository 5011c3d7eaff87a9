import { inject } from '@angular/core';
import { injectText, Language, plainDayText, type Text } from '@lotse/client-kit/ui';
import type { Exclusion, ExclusionFacts } from '@lotse/waiting-list/model';
import { noticeTime } from './short-notice';

/** Somebody who does not fit, and what is known of it. */
export interface WhyNot {
  readonly why: Exclusion;
  readonly facts: ExclusionFacts;
}

type Said = (t: Text, facts: ExclusionFacts, day: string) => string | undefined;

const withDay =
  (key: 'release_ends' | 'paused' | 'cooling_off' | 'not_yet'): Said =>
  (t, facts, day) =>
    facts.day === null ? undefined : t(`waitingList.offerSlot.excludedFact.${key}`, { day });

/** What can be said more exactly than the reason itself, where the facts are known. */
const exactly: Partial<Record<Exclusion, Said>> = {
  release_ends: withDay('release_ends'),
  paused: withDay('paused'),
  cooling_off: withDay('cooling_off'),
  not_yet: withDay('not_yet'),
  notice_too_short: (t, { limit }) =>
    limit === null ? undefined : t('waitingList.offerSlot.excludedFact.notice', { time: noticeTime(t, limit) }),
  age: (t, { limit }) => (limit === null ? undefined : t('waitingList.offerSlot.excludedFact.age', { limit })),
  too_far: (t, { minutes, km, limit }) => {
    if (limit === null) return undefined;
    if (minutes !== null) return t('waitingList.offerSlot.excludedFact.minutes', { minutes, limit });
    return km === null ? undefined : t('waitingList.offerSlot.excludedFact.km', { km, limit });
  },
  comes_too_late: (t, { minutes, clock }) => {
    if (clock !== null) return t('waitingList.offerSlot.excludedFact.first_arrival', { clock });
    return minutes === null ? undefined : t('waitingList.offerSlot.excludedFact.comes_too_late', { minutes });
  },
  no_way_back: (t, { clock }) => (clock === null ? undefined : t('waitingList.offerSlot.excludedFact.no_way_back', { clock })),
};

/** Why not this person, in one sentence. */
export const whyNotSentence = (t: Text, { why, facts }: WhyNot, dayText: (day: string) => string): string =>
  exactly[why]?.(t, facts, facts.day === null ? '' : dayText(facts.day)) ?? t(`waitingList.offerSlot.excludedWhy.${why}`);

/** `whyNotSentence` in the language of the reader. Call it in an injection context. */
export function injectWhyNot(): (one: WhyNot) => string {
  const t = injectText();
  const language = inject(Language);
  return (one) => whyNotSentence(t, one, (day) => plainDayText(day, language.current()));
}
