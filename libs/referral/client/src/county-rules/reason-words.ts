import type { ActReason } from '@lotse/region/model';
import type { RuleLine } from './rule-words';

type Text = (key: string, values?: Record<string, string | number>) => string;

/** A reason in words, line by line: for comparing versions. */
export function reasonLines(t: Text, rule: ActReason, dayText: (day: string) => string): RuleLine[] {
  const line = (name: string, value: string): RuleLine => ({ name: t(`countyRules.field.${name}`), value });
  return [
    line('de', rule.de),
    line('en', rule.en),
    line('party', t(`countyRules.party.${rule.party}`)),
    line('comment', t(rule.comment === 'required' ? 'countyRules.yes' : 'countyRules.no')),
    line('keepsPlace', t(rule.keepsPlace ? 'countyRules.yes' : 'countyRules.no')),
    ...(rule.consequence ? [line('consequence', t(`countyRules.consequence.${rule.consequence}`))] : []),
    ...(rule.coolOffDays ? [line('coolOffDays', String(rule.coolOffDays))] : []),
    line('from', rule.from ? dayText(rule.from) : ''),
    line('chosenUntil', rule.until ? dayText(rule.until) : ''),
  ];
}
