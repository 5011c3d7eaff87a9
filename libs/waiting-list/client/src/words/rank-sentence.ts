import type { Text } from '@lotse/client-kit/ui';
import type { RankReason, WaitingListEntry } from '@lotse/waiting-list/model';

/** Target times below a day are told in hours. */
function targetText(t: Text, days: number): string {
  return days < 1
    ? t('waitingList.rank.targetHours', { count: Math.max(1, Math.round(days * 24)) })
    : t('waitingList.rank.targetDays', { count: Math.round(days) });
}

function waitedText(t: Text, days: number): string {
  return days < 1 ? t('waitingList.rank.waitedToday') : t('waitingList.rank.waitedDays', { count: days });
}

/** Who rose at the target time rose because it has passed; another rule is named by where it lets people rise. */
const ruleOf = ({ code, risesAt }: RankReason): string => (code === 'breach' && risesAt !== 100 ? 'risen' : code);

/** Why somebody stands where they stand, without the rank: the same facts that decide the order, in one sentence. */
export function reasonSentence(t: Text, reason: RankReason): string {
  return t(`waitingList.rank.${ruleOf(reason)}`, {
    risesAt: reason.risesAt ?? '',
    urgency: t(`waitingList.urgency.${reason.urgency}`),
    waited: waitedText(t, reason.waitedDays),
    percent: Math.round(reason.share * 100),
    target: targetText(t, reason.targetDays),
  });
}

/** `Rang 1: Dringend, wartet seit 12 Tagen – 130 % der Zielzeit von 9 Tagen.` Who is not in line at the moment has no rank. */
export function rankSentence(t: Text, { rank, reason }: Pick<WaitingListEntry, 'rank' | 'reason'>): string {
  const sentence = reasonSentence(t, reason);
  return rank === null ? sentence : t('waitingList.rank.withRank', { rank, sentence });
}
