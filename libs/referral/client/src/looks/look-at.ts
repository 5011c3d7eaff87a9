import { inject, resource, type ResourceRef } from '@angular/core';
import { Live, neverMissed, SessionEnd } from '@lotse/client-kit/api';
import type { AnswerOf } from '@lotse/kernel';
import type { readReferralActs, Referral } from '@lotse/referral/model';
import { ReferralLooks } from './referral-looks';

/** One referral, shown at once when it was read ahead, and again whenever it changes. Call it in an injection context. */
export function lookAt(id: () => string): ResourceRef<Referral | undefined> {
  const looks = inject(ReferralLooks);
  const sessionEnd = inject(SessionEnd);
  const referral = neverMissed(
    resource({
      params: () => ({ id: id(), renewals: sessionEnd.renewals() }),
      loader: ({ params }) => looks.referral(params.id),
    }),
  );
  inject(Live).onChange('referral', (change) => {
    if (change === undefined || change.id === id()) referral.reload();
  });
  return referral;
}

/** What can be done with a referral in the version that is shown, and with what is known of the person by now. */
export function actsOf(
  referral: () => Pick<Referral, 'id' | 'version' | 'fingerprint'>,
): ResourceRef<AnswerOf<typeof readReferralActs>['items'] | undefined> {
  const looks = inject(ReferralLooks);
  const sessionEnd = inject(SessionEnd);
  return resource({
    params: () => ({ id: referral().id, version: referral().version, print: referral().fingerprint, renewals: sessionEnd.renewals() }),
    loader: ({ params }) => looks.acts(params.id),
  });
}
