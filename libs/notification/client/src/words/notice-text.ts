import type { Text, Texts } from '@lotse/client-kit/ui';
import type { Notice } from '@lotse/notification/model';

/** What a notice says. A move of a referral is named by its act; an act nobody has words for is still a change. */
export function noticeText(t: Text, texts: Pick<Texts, 'has'>, { kind, act }: Notice): string {
  const ofAct = `notification.moved.${act}`;
  return kind === 'referral_moved' && act !== null && texts.has(ofAct) ? t(ofAct) : t(`notification.kind.${kind}`);
}
