import type { Text, Texts } from '@lotse/client-kit/ui';
import type { Notice } from '@lotse/notification/model';

/** The words for kinds of notices that are about an act of a referral. */
const aboutActs: Partial<Record<Notice['kind'], string>> = { referral_moved: 'moved', move_undone: 'undone' };

/** What a notice says. A move of a referral is named by its act; an act nobody has words for is still a change. */
export function noticeText(t: Text, texts: Pick<Texts, 'has'>, { kind, act }: Notice): string {
  const ofAct = `notification.${aboutActs[kind]}.${act}`;
  return kind in aboutActs && act !== null && texts.has(ofAct) ? t(ofAct) : t(`notification.kind.${kind}`);
}
