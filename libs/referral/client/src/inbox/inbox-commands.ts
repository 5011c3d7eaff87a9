import { inject } from '@angular/core';
import { injectText, keyActs, Keys, offerCommands, type IconName, type KeyAct } from '@lotse/client-kit/ui';
import type { ReferralRow } from '@lotse/referral/model';

const icons: Partial<Record<KeyAct, IconName>> = {
  accept: 'circle-check',
  ask: 'circle-question-mark',
  return: 'corner-up-left',
  take: 'eye',
};

/** The acts of the inbox, among the commands: on the referral that is open, with the letter that does the same. */
export function offerInboxCommands(open: () => ReferralRow | undefined, press: (row: string, act: KeyAct) => void): void {
  const [t, keys] = [injectText(), inject(Keys)];
  offerCommands(() => {
    const row = open();
    if (!row) return [];
    const here = keyActs.filter(({ place }) => place === 'inbox');
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
