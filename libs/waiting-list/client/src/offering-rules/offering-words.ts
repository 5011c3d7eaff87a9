import type { Text } from '@lotse/client-kit/ui';
import type { RuleLine } from '@lotse/referral/client';
import type { LeadTime, OfferingRules } from '@lotse/region/model';

/** Hours in words; from two days on whole days are days. */
export function hoursText(t: Text, hours: number): string {
  const isDays = hours >= 48 && hours % 24 === 0;
  return isDays ? t('offeringRules.days', { count: hours / 24 }) : t('offeringRules.hours', { count: hours });
}

/** Minutes in words; from two hours on whole hours are hours. */
export function minutesText(t: Text, minutes: number): string {
  const isHours = minutes >= 120 && minutes % 60 === 0;
  return isHours ? t('offeringRules.hours', { count: minutes / 60 }) : t('offeringRules.minutes', { count: minutes });
}

/** How long before a slot a line of the table holds. */
export const noticeText = (t: Text, { moreThanHours }: LeadTime): string =>
  moreThanHours === 0 ? t('offeringRules.anyShorter') : t('offeringRules.moreThan', { time: hoursText(t, moreThanHours) });

const holdText = (t: Text, { holdMinutes, byPhone }: LeadTime): string =>
  byPhone ? t('offeringRules.holdByPhone', { time: minutesText(t, holdMinutes) }) : minutesText(t, holdMinutes);

export const quietText = (t: Text, { quietHours }: OfferingRules): string =>
  quietHours ? t('offeringRules.fromTo', quietHours) : t('offeringRules.noQuiet');

export const severalText = (t: Text, { atMost, belowHours }: OfferingRules['parallel']): string =>
  t('offeringRules.atMost', { count: atMost, time: hoursText(t, belowHours) });

/** When those who coordinate see a slot that fits nobody. */
export const poolText = (t: Text, { poolAfterHours }: OfferingRules): string =>
  poolAfterHours === 0 ? t('offeringRules.poolAtOnce') : t('offeringRules.poolAfter', { time: hoursText(t, poolAfterHours) });

/** A version, line by line: for comparing versions. The table is one line, because its lines come and go. */
export const offeringLines = (t: Text, rule: OfferingRules): RuleLine[] => [
  {
    name: t('offeringRules.table'),
    value: rule.leadTimes.map((lead) => `${noticeText(t, lead)}: ${holdText(t, lead)}`).join(' · '),
  },
  { name: t('offeringRules.quiet'), value: quietText(t, rule) },
  { name: t('offeringRules.parallel'), value: severalText(t, rule.parallel) },
  { name: t('offeringRules.broadcast'), value: severalText(t, rule.broadcast) },
  { name: t('offeringRules.pool'), value: poolText(t, rule) },
];
