import type { Text, Texts } from '@lotse/client-kit/ui';
import type { Notice } from '@lotse/notification/model';

/** Below which key the words for an act of a referral stand, by kind of notice. */
const aboutActs: Partial<Record<Notice['kind'], string>> = {
  referral_moved: 'notification.moved',
  move_undone: 'notification.undone',
};

/** What a notice says. A move of a referral is named by its act; an act nobody has words for is still a change. */
export function noticeText(t: Text, texts: Pick<Texts, 'has'>, { kind, act }: Notice): string {
  const ofAct = `${aboutActs[kind]}.${act}`;
  return kind in aboutActs && act !== null && texts.has(ofAct) ? t(ofAct) : t(`notification.kind.${kind}`);
}
