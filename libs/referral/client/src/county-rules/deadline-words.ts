import type { DeadlineRule } from '@lotse/region/model';
import { usualWarning } from '@lotse/region/model';
import type { RuleLine } from './rule-words';

type Text = (key: string, values?: Record<string, string | number>) => string;

export const amountText = (t: Text, { amount, unit }: Pick<DeadlineRule, 'amount' | 'unit'>): string =>
  t(`countyRules.amount.${unit}`, { count: amount });

const saturdayText = (t: Text, { saturdayCounts }: DeadlineRule): string =>
  t(
    saturdayCounts === undefined
      ? 'countyRules.saturday.asCounty'
      : saturdayCounts
        ? 'countyRules.saturday.yes'
        : 'countyRules.saturday.no',
  );

/** A deadline in words, line by line: for reading, and for comparing versions. */
export function deadlineLines(
  t: Text,
  rule: DeadlineRule,
  urgencyText: (urgency: string) => string,
  dayText: (day: string) => string,
): RuleLine[] {
  const line = (name: string, value: string): RuleLine => ({ name: t(`countyRules.field.${name}`), value });
  return [
    line('de', rule.de),
    line('en', rule.en),
    line('basis', rule.basis),
    line('start', t(`countyRules.start.${rule.start}`)),
    line('amount', amountText(t, rule)),
    line('saturdayCounts', saturdayText(t, rule)),
    line('movesToWorkingDay', t(rule.movesToWorkingDay ? 'countyRules.moves.yes' : 'countyRules.moves.no')),
    line('warnBefore', t('countyRules.amount.days', { count: rule.warnBefore ?? usualWarning })),
    line('owner', t(`countyRules.owner.${rule.owner}`)),
    line('urgencies', rule.urgencies.map(urgencyText).join(', ')),
    line('from', rule.from ? dayText(rule.from) : ''),
    line('until', rule.until ? dayText(rule.until) : ''),
  ];
}
