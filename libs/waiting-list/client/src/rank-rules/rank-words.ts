import type { Text } from '@lotse/client-kit/ui';
import type { RuleLine } from '@lotse/referral/client';
import type { RankOrder } from '@lotse/region/model';

/** Which bands always come first, in one sentence. */
export const firstText = (t: Text, { firstBands }: RankOrder): string => t(`rankRules.first.${firstBands}`);

/** From when somebody of the other bands rises, in one sentence. */
export function risesText(t: Text, { risesAt }: RankOrder): string {
  if (risesAt === null) return t('rankRules.rises.never');
  return risesAt === 100 ? t('rankRules.rises.atTarget') : t('rankRules.rises.at', { percent: risesAt });
}

/** A rule in sentences. The last one is fixed. */
export const sentencesOf = (t: Text, order: RankOrder): string[] => [firstText(t, order), risesText(t, order), t('rankRules.ties')];

/** A version, line by line: for comparing versions. */
export function rankLines(t: Text, order: RankOrder | null): RuleLine[] {
  if (order === null) return [{ name: t('rankRules.field.order'), value: t('rankRules.followsCounty') }];
  return [
    { name: t('rankRules.field.firstBands'), value: t(`rankRules.bands.${order.firstBands}`) },
    { name: t('rankRules.field.risesAt'), value: risesText(t, order) },
  ];
}
