import { inject } from '@angular/core';
import { injectText, keyActs, Keys, offerCommands, type IconName, type KeyAct } from '@lotse/client-kit/ui';
import type { ReferralRow } from '@lotse/referral/model';
import { isPossibleIn } from '../acts/act-choices';
import { decisionOf } from './triage';

const icons: Partial<Record<KeyAct, IconName>> = {
  accept: 'circle-check',
  ask: 'circle-question-mark',
  return: 'corner-up-left',
  take: 'eye',
  redirect: 'forward',
  snooze: 'alarm-clock',
  assign: 'user-check',
  assignOther: 'user-plus',
};

/** The acts of the inbox, among the commands: on the referral that is open, with the letter that does the same. */
export function offerInboxCommands(open: () => ReferralRow | undefined, press: (row: string, act: KeyAct) => void): void {
  const [t, keys] = [injectText(), inject(Keys)];
  offerCommands(() => {
    const row = open();
    if (!row) return [];
    const here = keyActs.filter(({ act, place }) => place === 'inbox' && isPossible(row, act));
    return here.map(({ act, text }) => ({
      id: act,
      label: t(text),
      hint: row.personName,
      icon: icons[act],
      letter: keys.single() ? keys.letterOf(act) : undefined,
      run: () => press(row.id, act),
    }));
  });
}

/** Who looks after it can always change; a decision depends on where the referral is. */
function isPossible({ state }: ReferralRow, act: KeyAct): boolean {
  const decision = decisionOf[act];
  return decision === undefined || isPossibleIn(state, decision);
}
