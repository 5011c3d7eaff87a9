import type { CalendarDay } from '@lotse/kernel';
import * as z from 'zod';

/**
 * What a rule of a county says of itself: which version it is, and from which day it counts. What is usual, and what a county came
 * with, is version 0 and always counted.
 */
export const versionedRuleSchema = z.object({
  version: z.number().int().min(1).optional(),
  validFrom: z.iso.date().optional(),
});
export type VersionedRule = z.output<typeof versionedRuleSchema>;

const versionOf = ({ version = 0 }: VersionedRule): number => version;
const beginsOf = ({ validFrom = '' }: VersionedRule): string => validFrom;
const isLater = (one: VersionedRule, other: VersionedRule): boolean =>
  beginsOf(one) === beginsOf(other) ? versionOf(one) >= versionOf(other) : beginsOf(one) > beginsOf(other);

/** Of all versions of some rules those that hold on a day, each rule once, in the order in which they were first named. Without a day: the last ones. */
export function rulesInForce<Rule extends VersionedRule>(
  versions: readonly Rule[],
  keyOf: (rule: Rule) => string,
  day?: CalendarDay,
): Rule[] {
  const held = new Map<string, Rule>();
  for (const one of versions) {
    if (day !== undefined && beginsOf(one) > day) continue;
    const known = held.get(keyOf(one));
    if (!known || isLater(one, known)) held.set(keyOf(one), one);
  }
  return [...held.values()];
}

/** One version of a rule. Of version 0 what the county came with counts, where it said anything. */
export const ruleInVersion = <Rule extends VersionedRule>(versions: readonly Rule[], version: number): Rule | undefined =>
  versions.filter((one) => versionOf(one) === version).at(-1);
