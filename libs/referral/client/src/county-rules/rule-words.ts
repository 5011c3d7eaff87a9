import type { Tone } from '@lotse/client-kit/ui';
import type { VersionedRule } from '@lotse/region/model';

/** One thing that a rule says: what it is called, and what it says in words. */
export interface RuleLine {
  readonly name: string;
  readonly value: string;
}

/** What one version says that another did not. */
export interface RuleDifference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A version as it is listed. */
export interface ListedVersion<Rule extends VersionedRule = VersionedRule> {
  readonly version: number;
  readonly validFrom: string | null;
  readonly at: string | null;
  readonly byName: string | null;
  readonly why: string | null;
  readonly restores: number | null;
  readonly rule: Rule;
}

/** What differs between two versions, in the order in which a rule is written. */
export function differencesBetween(before: readonly RuleLine[], after: readonly RuleLine[]): RuleDifference[] {
  return after.flatMap(({ name, value }) => {
    const earlier = before.find((line) => line.name === name)?.value ?? '';
    return earlier === value ? [] : [{ name, before: earlier, after: value }];
  });
}

export type RuleStatus = 'usual' | 'own' | 'planned' | 'retired' | 'notYet';

/** How a rule stands on a day: what to know at first sight. */
export function statusOf(
  versions: readonly ListedVersion<VersionedRule & { until: string | null }>[],
  inForce: number | null,
  today: string,
): RuleStatus {
  const held = versions.find(({ version }) => version === inForce);
  if (!held) return 'notYet';
  if (held.rule.until !== null && held.rule.until < today) return 'retired';
  if (versions.some(({ validFrom }) => validFrom !== null && validFrom > today)) return 'planned';
  return held.version === 0 ? 'usual' : 'own';
}

const toneOf: Readonly<Record<RuleStatus, Tone>> = { usual: 'plain', own: 'info', planned: 'due', retired: 'paused', notYet: 'due' };

/** A rule as the list shows it on a day. */
export interface RuleStanding {
  readonly status: RuleStatus;
  readonly tone: Tone;
  readonly version: number;
  /** From which day another version holds. */
  readonly next: string | null;
}

/** How a rule stands on a day, and what it says then: the version in force, or the newest one of a rule that has never held yet. */
export function standingOf<Rule extends VersionedRule & { until: string | null }>(
  { inForce, versions }: { inForce: number | null; versions: readonly ListedVersion<Rule>[] },
  today: string,
): { rule: Rule; standing: RuleStanding } {
  const { rule, version } = versions.find((one) => one.version === inForce) ?? versions[0]!;
  const status = statusOf(versions, inForce, today);
  const next = versions.find(({ validFrom }) => validFrom !== null && validFrom > today)?.validFrom ?? null;
  return { rule, standing: { status, tone: toneOf[status], version, next } };
}

/** A code made from a name: small letters and underscores. */
export const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
