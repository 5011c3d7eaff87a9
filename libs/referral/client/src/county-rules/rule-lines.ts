import { computed, inject, type Signal } from '@angular/core';
import { injectText, Language, plainDayText } from '@lotse/client-kit/ui';
import type { ActReason, DeadlineRule } from '@lotse/region/model';
import { deadlineLines } from './deadline-words';
import { reasonLines } from './reason-words';
import type { ListedVersion, RuleLine } from './rule-words';

/** A version in words, line by line, in the language that is chosen now. Call these in an injection context. */
export type LinesOf = (version: ListedVersion) => readonly RuleLine[];

export function injectDeadlineLines(): Signal<LinesOf> {
  const [t, language] = [injectText(), inject(Language)];
  return computed(() => {
    const current = language.current();
    const urgency = (code: string) => t(`countyRules.urgency.${code}`);
    return ({ rule }: ListedVersion) => deadlineLines(t, rule as DeadlineRule, urgency, (day) => plainDayText(day, current));
  });
}

export function injectReasonLines(): Signal<LinesOf> {
  const [t, language] = [injectText(), inject(Language)];
  return computed(() => {
    const current = language.current();
    return ({ rule }: ListedVersion) => reasonLines(t, rule as ActReason, (day) => plainDayText(day, current));
  });
}
